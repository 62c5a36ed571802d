// How time and memory grow with the region: the built program on synthetic regions, first run and second, each in a process of its own.
import {spawnSync} from 'node:child_process'
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {makeCorpus} from '../make-corpus.mjs'

const measured = fileURLToPath(new URL('run-measured.mjs', import.meta.url))

const run = (corpus, cache, ...words) => {
  const {stderr, status} = spawnSync(
    process.execPath,
    [measured, 'report', corpus, '--quiet', '--as-at', '2026-11-23', ...words],
    {encoding: 'utf8', env: {...process.env, HEDGEROW_CACHE: cache}, stdio: ['ignore', 'ignore', 'pipe']},
  )
  if (status !== 0) throw new Error(`report ended with ${status}: ${stderr}`)
  return JSON.parse(stderr.trim().split('\n').at(-1))
}

const sizes = [
  {authorities: 10, topics: 1},
  {authorities: 10, topics: 3, target: 'target 2 s'},
  {authorities: 40, topics: 1},
  {authorities: 153, topics: 1, target: 'target 10 s'},
  {authorities: 153, topics: 20, target: 'target 180 s and 2,048 MiB', large: true},
]

const row = (cells) => console.log(cells.map((cell, at) => (at === 0 ? cell.padEnd(16) : cell.padStart(12))).join(''))

/** Prints the table. `isWhole`: the largest region too, which takes some minutes. The first run has an empty cache, the second what the first kept; both
 *  print the summary; `processors` is the time all cores spent on the first, which other programs disturb least. The last column of a region is the report as JSON, without any cache. */
export const scale = (isWhole) => {
  console.log('Regions of documents of 2,500 words (authorities × topics), the whole program:')
  row(['', 'first run', 'processors', 'its memory', 'second run', 'times', 'as JSON', ''])
  const firsts = new Map()
  for (const {authorities, topics, target = '', large} of sizes) {
    if (large && !isWhole) continue
    const folder = mkdtempSync(join(tmpdir(), 'hedgerow-scale-'))
    try {
      const corpus = join(folder, 'region')
      makeCorpus(corpus, {authorities, topics, words: 2500, seed: 1})
      const first = run(corpus, join(folder, 'cache'))
      const second = run(corpus, join(folder, 'cache'))
      const json = run(corpus, 'off', '--output', `json=${join(folder, 'analysis.json')}`)
      firsts.set(`${authorities}x${topics}`, first.seconds)
      row([
        `${authorities} × ${topics}`,
        `${first.seconds.toFixed(1)} s`,
        `${first.cpu.toFixed(1)} s`,
        `${first.megabytes} MiB`,
        `${second.seconds.toFixed(2)} s`,
        `${(first.seconds / second.seconds).toFixed(0)}`,
        `${json.seconds.toFixed(1)} s`,
        `  ${target}`,
      ])
    } finally {
      rmSync(folder, {recursive: true, force: true})
    }
  }
  const [ten, many] = [firsts.get('10x1'), firsts.get('153x1')]
  console.log(
    `time grows with authorities to the power of ${(Math.log(many / ten) / Math.log(15.3)).toFixed(2)} from 10 to 153 (target 1.3)`,
  )
}
