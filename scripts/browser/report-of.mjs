import {execFileSync} from 'node:child_process'
import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'

const program = fileURLToPath(new URL('../../packages/cli/bin/hedgerow.js', import.meta.url))

/** Writes the HTML report of a corpus with the built program, which keeps what it works out beside it; the path written to. */
export const reportOf = (corpus, file) => {
  execFileSync(process.execPath, [program, 'report', corpus, '--as-at', '2026-11-23', '--output', `html=${file}`], {
    stdio: 'ignore',
    env: {...process.env, HEDGEROW_CACHE: join(dirname(file), 'cache')},
  })
  return file
}
