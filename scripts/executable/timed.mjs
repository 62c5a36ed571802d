// How long an executable takes to start and to do the sample job.
import {spawnSync} from 'node:child_process'
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {root} from '../build/bundling.mjs'

const median = (numbers) => [...numbers].sort((x, y) => x - y)[Math.floor(numbers.length / 2)]

const milliseconds = (program, words, cache) => {
  const begun = performance.now()
  const {status, stderr} = spawnSync(program, words, {cwd: root, env: {...process.env, HEDGEROW_CACHE: cache}})
  if (status !== 0) throw new Error(`${words.join(' ')} ended with code ${status}: ${stderr}`)
  return Math.round(performance.now() - begun)
}

const times = (count, once) => Array.from({length: count}, once)

/** Medians in milliseconds: the help, the sample job with nothing kept from earlier, and again. */
export const timed = (program) => {
  const cache = mkdtempSync(join(tmpdir(), 'hedgerow-timed-'))
  const job = ['report', 'procedures', '--as-at', '2026-11-23']
  try {
    return {
      help: median(times(9, () => milliseconds(program, ['--help'], cache))),
      cold: median(times(3, () => milliseconds(program, job, 'off'))),
      warm: median(times(5, () => milliseconds(program, job, cache))),
    }
  } finally {
    rmSync(cache, {recursive: true, force: true})
  }
}
