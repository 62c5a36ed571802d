import {createHash} from 'node:crypto'
import {mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {basename, join} from 'node:path'
import {writtenFiles} from './written-files.mjs'

const elsewhere = {TZ: 'Pacific/Auckland', LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8', HEDGEROW_CACHE: 'off'}

const hash = (path) => createHash('sha256').update(readFileSync(path)).digest('hex')

/** Files that come out otherwise in another time zone and locale, without what was kept of the first run. */
export const otherBytes = (files, corpus, say) => {
  const folder = mkdtempSync(join(tmpdir(), 'hedgerow-again-'))
  try {
    const again = writtenFiles(corpus, folder, elsewhere)
    const faults = files.flatMap((path, at) =>
      hash(path) === hash(again[at]) ? [] : [`${basename(path)} comes out otherwise in another time zone and locale`],
    )
    say(`  ${files.length - faults.length} of ${files.length} files are the same bytes in another time zone and locale`)
    return faults
  } finally {
    rmSync(folder, {recursive: true, force: true})
  }
}
