// Several processes at once: one cache, one output, one file of decisions.
import {readdirSync, rmSync} from 'node:fs'
import {join} from 'node:path'
import {setTimeout as wait} from 'node:timers/promises'
import {day, digest, hedgerow, newFolder, pair, put, sample, textOf, trial} from './trial.mjs'

const several = (count, work) => Promise.all(Array.from({length: count}, (_, at) => work(at)))

const oneCache = async (folder) => {
  const words = ['report', sample, ...day, '--quiet', '--output', 'json=same.json', '--output', 'xlsx=same.xlsx']
  const plain = await hedgerow(words, {cwd: folder})
  const whole = [textOf(join(folder, 'same.json')), textOf(join(folder, 'same.xlsx'))]
  const env = {HEDGEROW_CACHE: join(folder, 'cache')}
  const all = await several(4, () => hedgerow(words, {cwd: folder, env}))
  const same = textOf(join(folder, 'same.json')) === whole[0] && textOf(join(folder, 'same.xlsx')) === whole[1]
  const codes = all.map(({code}) => code).join(', ')
  const left = readdirSync(folder).filter((name) => name.endsWith('.part'))
  return trial(
    'four reports with one cache and one output',
    `codes ${codes}; ${same ? 'one of them whole' : 'MIXED'}; nothing else left`,
    plain.code === 0 && same && codes === '0, 0, 0, 0' && left.length === 0,
  )
}

const cacheTakenAway = async (folder) => {
  const env = {HEDGEROW_CACHE: join(folder, 'gone')}
  const words = ['report', sample, ...day, '--format', 'json', '--quiet']
  const {stdout, ms} = await hedgerow(words, {cwd: folder})
  const ends = []
  for (let time = 0; time < 6; time++) {
    const running = hedgerow(words, {cwd: folder, env})
    await wait(ms * (0.3 + 0.12 * time))
    rmSync(env.HEDGEROW_CACHE, {recursive: true, force: true})
    const {code, stdout: found} = await running
    ends.push(code === 0 && digest(found) === digest(stdout) ? 'same' : `code ${code}`)
  }
  return trial(
    'the cache folder taken away while a report is made, six times',
    ends.join(', '),
    ends.every((end) => end === 'same' || end === 'code 3'),
  )
}

const decisions = async (folder) => {
  const corpus = join(folder, 'corpus')
  put(corpus, pair)
  const {stdout} = await hedgerow(['report', 'corpus', ...day, '--format', 'json'], {cwd: folder})
  const steps = JSON.parse(stdout).topics[0].opportunities.map(({fingerprint}) => fingerprint)
  const lines = []
  let kept = 0
  const times = 5
  for (let time = 0; time < times; time++) {
    put(corpus, {'decisions.yaml': '# ours\n'})
    const all = await several(3, async (at) => {
      put(folder, {[`log-${at}.csv`]: `Fingerprint,Decision\n${steps[at]},park\n`})
      return hedgerow(['decisions', 'import', `log-${at}.csv`, 'corpus', ...day], {cwd: folder})
    })
    const text = textOf(join(corpus, 'decisions.yaml')) ?? ''
    if (
      all.every(({code}) => code === 0) &&
      steps.slice(0, 3).every((step) => text.includes(step)) &&
      text.startsWith('# ours')
    )
      kept++
  }
  lines.push(
    trial(
      `three imports of different decisions at once, ${times} times`,
      `all kept ${kept} times of ${times}`,
      kept === times,
    ),
  )
  let told = 0
  for (let time = 0; time < times; time++) {
    put(corpus, {'decisions.yaml': '# ours\n'})
    const words = ['park', 'take up']
    const all = await several(2, async (at) => {
      put(folder, {[`log-${at}.csv`]: `Fingerprint,Decision\n${steps[0]},${words[at]}\n`})
      return hedgerow(['decisions', 'import', `log-${at}.csv`, 'corpus', ...day], {cwd: folder})
    })
    // Whoever comes second is refused, or says whose decision it took the place of: a log without former values cannot tell that it is stale.
    const isTold = all.some(({code, stderr, stdout: out}) =>
      code === 1
        ? /nothing was overwritten/iu.test(stderr)
        : /^changed .*(?:park, open → take up|take up, open → park)/mu.test(out),
    )
    const text = textOf(join(corpus, 'decisions.yaml')) ?? ''
    if (isTold && text.split(steps[0]).length === 2) told++
  }
  lines.push(
    trial(
      `two imports that decide one step otherwise, ${times} times`,
      `one decision stands, and whoever came second was told ${told} times of ${times}`,
      told === times,
    ),
  )
  return lines
}

export const title = 'Several at once'

export const trials = async () => {
  const folder = newFolder()
  try {
    return [await oneCache(folder), await cacheTakenAway(folder), ...(await decisions(folder))]
  } finally {
    rmSync(folder, {recursive: true, force: true})
  }
}
