// How soon the explorer answers: from a key to the frame drawn after it, in this process with a keyboard and a terminal made of memory, over a synthetic
// region that was analysed before; and from the start of the program to its first frame, in a terminal of its own (script, of util-linux).
import {spawn, spawnSync} from 'node:child_process'
import {existsSync, mkdtempSync, readdirSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {PassThrough} from 'node:stream'
import {fileURLToPath} from 'node:url'
import {makeCorpus} from '../make-corpus.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))
const program = join(root, 'packages/cli/bin/hedgerow.js')
const asAt = '2026-11-23'

/** How long a fast typist takes from key to key, in milliseconds; a held key repeats about as often. */
const pace = 30

const wait = (ms) => new Promise((done) => setTimeout(done, ms))

const sorted = (values) => [...values].sort((a, b) => a - b)
const at = (values, share) => sorted(values)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0

const repeated = (key, times) => Array.from({length: times}, () => key)
const escape = '\u001b'
const [down, left, right, pageDown, home, end] = ['[B', '[D', '[C', '[6~', '[H', '[F'].map((code) => escape + code)
const enter = '\r'

/** What is done, in order: each part goes on where the one before left off. */
const parts = [
  ['region', [...repeated(down, 20), ...repeated(right, 10), end, home, ...repeated(left, 10)]],
  ['steps, while topics are read', ['2', ...repeated(down, 40)]],
  ['steps', [...repeated(down, 40), ...repeated(pageDown, 20), end, home]],
  ['filter steps by words', ['/', ...'return interview', ...repeated('\u007f', 16), ...'police', enter]],
  ['steps that are filtered', [...repeated(down, 20), escape, '2', '/', ...repeated('\u007f', 6), enter]],
  [
    'filter steps by authority',
    ['f', ...'authority con', enter, ...'authority 1', enter, ...repeated(down, 10), '\u007f'],
  ],
  ['rows', ['3', ...repeated(down, 40), ...repeated('n', 10), ...repeated(pageDown, 10), end, home]],
  ['filter rows', ['/', ...'police', ...repeated('\u007f', 6), enter]],
  [
    'row',
    [enter, ...repeated('\t', 20), ...repeated(right, 20), ...repeated('n', 10), ...repeated(pageDown, 5), escape],
  ],
  [
    'side by side',
    [
      '4',
      ...'authority 1',
      enter,
      ...'authority 2',
      enter,
      ...repeated(down, 30),
      ...repeated(pageDown, 15),
      ...repeated('n', 10),
    ],
  ],
  ['outline', ['5', ...'authority 3', enter, ...repeated(down, 30), ...repeated(pageDown, 5), '/', ...'child', enter]],
  ['agencies', ['6', ...repeated(down, 30), ...repeated(pageDown, 10), '/', ...'police', enter]],
  ['faults', ['7', ...repeated(down, 10)]],
  ['threshold', ['2', ...repeated(']', 5), ...repeated('[', 5)]],
  ['help and commands', ['?', ...'undo', escape, ':', ...'outline of authority 77', ...repeated(down, 10), escape]],
  ['from view to view', ['1', '2', '3', '6', '2', '1', '3', '2']],
]

/** A terminal in memory that tells when something was drawn, and when that was the first screen after loading. */
const terminal = (columns, rows) => {
  let told = () => undefined
  let begun = () => undefined
  const ready = new Promise((done) => {
    begun = done
  })
  const output = Object.assign(new PassThrough(), {isTTY: true, columns, rows})
  output.write = (words) => {
    if (/help|any key/u.test(words)) begun()
    told()
    return true
  }
  return {
    output,
    drawn: () =>
      new Promise((done) => {
        told = () => done(performance.now())
      }),
    ready,
  }
}

const settingOf = (stdin, stdout, env) => ({
  stdin,
  stdout,
  stderr: stdout,
  out: {write: async () => undefined},
  err: stdout,
  cwd: root,
  env,
})

const walked = async (corpus, cacheFolder, {columns, rows}) => {
  // As in the program that is built; React for development takes some times as long.
  process.env.NODE_ENV = 'production'
  const [{explore}, {corpusAt}, {userCache}, {userShelf}, {version}, {lexicon}] = await Promise.all([
    import('../../packages/cli/dist/explorer/explore.js'),
    import('../../packages/cli/dist/corpus/corpus.js'),
    import('../../packages/cli/dist/cache.js'),
    import('../../packages/cli/dist/shelf/shelf.js'),
    import('../../packages/cli/dist/version.js'),
    import('../../packages/lexicon/dist/index.js'),
  ])
  const env = {HEDGEROW_CACHE: cacheFolder, LANG: 'C.UTF-8'}
  const stdin = Object.assign(new PassThrough(), {isTTY: true, setRawMode: () => undefined})
  const {output, drawn, ready} = terminal(columns, rows)
  const read = () => corpusAt({argument: corpus, cwd: root, lexicon})
  const {documents} = await read()
  const exploration = {
    source: {
      corpus: read,
      asAt,
      chosen: false,
      version,
      cache: userCache(env),
      shelf: userShelf(env, documents.length),
      env,
    },
    folder: corpus,
    color: true,
    aloud: false,
    reportArguments: [],
  }
  const ended = explore(exploration, settingOf(stdin, output, env))
  // The welcome comes once everything is loaded; it takes a key of its own.
  await ready
  await wait(1500)
  stdin.write(' ')
  await wait(500)
  const figures = []
  for (const [name, keys] of parts) {
    const times = []
    for (const key of keys) {
      const due = performance.now() + pace
      await wait(pace)
      const seen = drawn()
      stdin.write(key)
      // Counted from when the key was due: what holds the loop up keeps a typist waiting, too.
      const when = await Promise.race([seen, wait(500)])
      if (when !== undefined) times.push(when - due)
    }
    figures.push({name, times})
  }
  const memory = process.memoryUsage.rss()
  stdin.write('q')
  await Promise.race([ended, wait(3000)])
  return {figures, memory}
}

const line = (cells) =>
  console.log(cells.map((cell, place) => (place === 0 ? cell.padEnd(30) : cell.padStart(10))).join(''))

const ms = (value) => `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`

const told = ({figures, memory}, {columns, rows}) => {
  line([`${columns} × ${rows}`, 'keys', 'median', '95 %', 'worst'])
  for (const {name, times} of figures)
    line([`  ${name}`, String(times.length), ms(at(times, 0.5)), ms(at(times, 0.95)), ms(Math.max(...times))])
  const all = figures.flatMap(({times}) => times)
  line(['  all', String(all.length), ms(at(all, 0.5)), ms(at(all, 0.95)), ms(Math.max(...all))])
  console.log(`  target 50 ms at the median, 100 ms at the worst; memory ${Math.round(memory / 1048576)} MiB`)
}

/** From the start of the program to its first frame, and the processor time it took until it was quit; null without a `script` to run it in. */
const firstFrame = (corpus, cacheFolder) =>
  new Promise((done) => {
    const begun = performance.now()
    // The terminal that script makes has no size of its own.
    const command = `stty cols 80 rows 24; exec ${process.execPath} ${program} explore ${corpus} --as-at ${asAt}`
    const child = spawn('script', ['-qfec', command, '/dev/null'], {
      cwd: root,
      env: {
        ...process.env,
        HEDGEROW_CACHE: cacheFolder,
        LANG: 'C.UTF-8',
        TERM: 'xterm-256color',
        COLUMNS: '80',
        LINES: '24',
      },
      stdio: ['pipe', 'pipe', 'ignore'],
    })
    let [text, taken] = ['', null]
    child.on('error', () => done(null))
    // It may have ended on the first of the keys.
    child.stdin.on('error', () => undefined)
    child.stdout.on('data', (bytes) => {
      text += bytes.toString()
      if (taken === null && /authorities, \d+ topics|Too small/u.test(text)) {
        taken = performance.now() - begun
        child.stdin.write('q')
        setTimeout(() => child.stdin.write('q'), 100)
      }
    })
    child.on('exit', () => done(taken))
  })

const started = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'hedgerow-explorer-'))
  try {
    const corpus = join(root, 'procedures')
    analysed(corpus, join(folder, 'cache'))
    const times = []
    for (let run = 0; run < 8; run++) times.push(await firstFrame(corpus, join(folder, 'cache')))
    const known = times.slice(1).filter((each) => each !== null)
    if (known.length === 0) console.log('start to first frame: not measured, script (util-linux) is not there')
    else
      console.log(
        `start to first frame, sample region, warm cache: ${ms(at(known, 0.5))} (median of ${known.length}; worst ${ms(Math.max(...known))}; target 600 ms)`,
      )
  } finally {
    rmSync(folder, {recursive: true, force: true})
  }
}

const analysed = (corpus, cacheFolder) => {
  const begun = performance.now()
  const {status, stderr} = spawnSync(process.execPath, [program, 'report', corpus, '--quiet', '--as-at', asAt], {
    env: {...process.env, HEDGEROW_CACHE: cacheFolder},
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  if (status !== 0) throw new Error(`report ended with ${status}: ${stderr}`)
  return (performance.now() - begun) / 1000
}

/** The stamp of the build whose entries are in a cache once some work is done. */
const stampAfter = (work, cacheFolder) => {
  work()
  return readdirSync(cacheFolder).find((name) => /^[0-9a-f]{16}$/u.test(name))
}

/** Prints the figures. With `keep`, a folder, the region and its analysis are made there unless they are there, and left there. */
export const explorer = async ({authorities, topics, keep}) => {
  const folder = keep ?? mkdtempSync(join(tmpdir(), 'hedgerow-explorer-'))
  const [corpus, cacheFolder] = [join(folder, 'region'), join(folder, 'cache')]
  try {
    if (!existsSync(corpus)) makeCorpus(corpus, {authorities, topics, words: 2500, seed: 1})
    console.log(`The explorer over ${authorities} authorities × ${topics} topics:`)
    // What this process runs is not bundled and so of no build: it is told whose cache to read.
    process.env.HEDGEROW_BUILD ??= stampAfter(
      () => console.log(`  analysed, or found in the cache, in ${analysed(corpus, cacheFolder).toFixed(1)} s`),
      cacheFolder,
    )
    for (const size of [
      {columns: 80, rows: 24},
      {columns: 120, rows: 40},
      {columns: 300, rows: 100},
    ])
      told(await walked(corpus, cacheFolder, size), size)
  } finally {
    if (keep === undefined) rmSync(folder, {recursive: true, force: true})
  }
  await started()
}
