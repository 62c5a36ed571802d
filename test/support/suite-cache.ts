// Vitest's global setup: one cache for the whole run, so that the sample region is read and analysed once and not by every test that needs it. It
// begins empty each time and is gone afterwards.
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

let folder = ''

/** Names the cache to the tests. Run from its sources the program keeps nothing unless it is told which build it is. */
export const setup = (): void => {
  folder = mkdtempSync(join(tmpdir(), 'hedgerow-suite-'))
  process.env.HEDGEROW_BUILD = 'suite'
  process.env.HEDGEROW_SUITE_CACHE = join(folder, 'sources')
  process.env.HEDGEROW_CACHE = join(folder, 'built')
}

export const teardown = (): void => rmSync(folder, {recursive: true, force: true, maxRetries: 3})
