// Times the tool, and its peers on the same documents:
//   node scripts/bench.mjs [--peers]
//   node scripts/bench.mjs --formats
//   node scripts/bench.mjs --scale [--whole]
//   node scripts/bench.mjs --explorer [--authorities 150] [--topics 20] [--keep FOLDER]
//   node scripts/bench.mjs --profile
// Start-up and the sample report by the built program; ten documents of 7,000 words read, collated and assessed in this process. With --peers,
// jsdiff and @dodona/dolos-lib are installed into a temporary folder outside the workspace, and wdiff is used where the system has it.
// Each figure is the median of five runs after one that is not counted.
// With --scale, only: regions of growing size by the whole program (scripts/bench/scale.mjs); with --whole up to 153 authorities × 20 topics.
// With --profile, only: where the time of one topic goes, stage by stage, of 10 authorities and of 153 (scripts/bench/profile.mjs); it also stands in the
// whole bench.
// With --explorer, only: from a key to the frame drawn after it, and from the start to the first frame (scripts/bench/explorer.mjs). With --keep, the
// synthetic region and its analysis stay in FOLDER for the next time.
// Then time and memory of reading a document of a hundred pages in each format, each in processes of their own (--formats: only this), the median of
// three: to load the reader's modules as tsc wrote them (the built program's bundle loads sooner), to read (from bytes to procedure tree), the most
// memory the process ever held, and what was read. OpenDocument needs LibreOffice (soffice) to be written, and is left out without it.
import {spawnSync} from 'node:child_process'
import {existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {cpus, tmpdir, totalmem} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath, pathToFileURL} from 'node:url'
import {assess} from '../packages/assess/dist/index.js'
import {collate} from '../packages/collate/dist/index.js'
import {ingest} from '../packages/ingest/dist/index.js'
import {lexicon} from '../packages/lexicon/dist/index.js'
import {explorer} from './bench/explorer.mjs'
import {perFormat} from './bench/per-format.mjs'
import {profile} from './bench/profile.mjs'
import {scale} from './bench/scale.mjs'
import {syntheticDocument} from './bench/synthetic.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const program = join(root, 'packages/cli/bin/hedgerow.js')
const runs = 5

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]

const timed = async (work) => {
  await work()
  const times = []
  for (let run = 0; run < runs; run++) {
    const begun = performance.now()
    await work()
    times.push(performance.now() - begun)
  }
  return median(times)
}

const line = (name, ms, note = '') => console.log(`${name.padEnd(58)} ${`${Math.round(ms)} ms`.padStart(10)}  ${note}`)

const command = (words, env = {}) =>
  timed(() => spawnSync(process.execPath, words, {cwd: root, stdio: 'ignore', env: {...process.env, ...env}}))

const wordCount = (text) => text.split(/\s+/).length

const documents = Array.from({length: 10}, (_, at) => ({
  authority: `authority-${at}`,
  text: syntheticDocument(at, 7000),
}))

const phases = async () => {
  const totals = {read: [], collate: [], assess: []}
  for (let run = -1; run < runs; run++) {
    const begun = performance.now()
    const procedures = []
    for (const {authority, text} of documents) {
      const document = {
        path: `${authority}/missing-children.md`,
        bytes: Buffer.from(text),
        authority,
        topic: 'missing-children',
      }
      procedures.push((await ingest(document, {lexicon})).procedure)
    }
    const read = performance.now()
    const collation = collate(procedures, lexicon)
    const collated = performance.now()
    assess(input(collation, documents))
    const assessed = performance.now()
    if (run < 0) continue
    totals.read.push(read - begun)
    totals.collate.push(collated - read)
    totals.assess.push(assessed - collated)
  }
  return Object.fromEntries(Object.entries(totals).map(([name, values]) => [name, median(values)]))
}

const input = (collation, own) => ({
  collations: [collation],
  lexicon,
  asAt: '2026-11-23',
  version: '0',
  region: null,
  authorities: own.map(({authority: id}) => ({
    id,
    name: id,
    partnership: null,
    police: null,
    icb: null,
    neighbours: [],
  })),
  documents: [],
  notCompared: [],
  titles: {},
  standards: lexicon.standards,
  severities: {},
})

const peers = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'hedgerow-bench-'))
  try {
    const install = spawnSync(
      'npm',
      ['install', '--no-audit', '--no-fund', '--prefix', folder, 'diff@9.0.0', '@dodona/dolos-lib'],
      {encoding: 'utf8'},
    )
    if (install.status !== 0)
      return console.log(`peers could not be installed: ${install.stderr.trim().split('\n').at(-1)}`)
    const files = documents.map(({authority, text}) => {
      const path = join(folder, `${authority}.txt`)
      writeFileSync(path, text)
      return path
    })
    await jsdiff(folder)
    await dolos(folder, files)
    await wdiff(files)
  } finally {
    rmSync(folder, {recursive: true, force: true})
  }
}

const pairs = documents.flatMap((a, at) => documents.slice(at + 1).map((b) => [a, b]))

const jsdiff = async (folder) => {
  const {diffWords} = await import(pathToFileURL(join(folder, 'node_modules/diff/libesm/index.js')).href)
  const [[a, b]] = pairs
  line(
    'jsdiff diffWords, one pair of whole documents',
    await timed(() => diffWords(a.text, b.text)),
    `there are ${pairs.length} pairs`,
  )
}

const dolos = async (folder, files) => {
  const script = join(folder, 'dolos.mjs')
  writeFileSync(
    script,
    `import {Dolos} from '@dodona/dolos-lib'
const begun = performance.now()
const report = await new Dolos({language: 'char', kgramLength: 23, kgramsInWindow: 17}).analyzePaths(${JSON.stringify(files)})
report.allPairs?.()
console.log(performance.now() - begun)`,
  )
  const run = spawnSync(process.execPath, [script], {cwd: folder, encoding: 'utf8'})
  if (run.status === 0)
    line(
      '@dodona/dolos-lib, ten documents, one run',
      Number(run.stdout.trim().split('\n').at(-1)),
      'characters, likeness only',
    )
  else console.log(`@dodona/dolos-lib did not run: ${run.stderr.trim().split('\n').slice(-3).join(' ')}`)
}

const wdiff = async (files) => {
  if (spawnSync('wdiff', ['--version']).status !== 0)
    return console.log('wdiff is not installed (Debian package wdiff)')
  line(
    'wdiff, one pair of whole documents',
    await timed(() => spawnSync('wdiff', ['-s', files[0], files[1]], {stdio: 'ignore'})),
  )
}

const whole = async () => {
  line('hedgerow --help', await command([program, '--help']), 'target 150 ms')
  line(
    'hedgerow report on the sample region, first run',
    await command([program, 'report', 'procedures'], {HEDGEROW_CACHE: 'off'}),
    'target 1,500 ms',
  )
  line('hedgerow report on the sample region, read before', await command([program, 'report', 'procedures']))
  const {read, collate: collated, assess: assessed} = await phases()
  console.log(`\nten documents of ${wordCount(documents[0].text)} words:`)
  line('  read', read)
  line('  collate', collated)
  line('  assess', assessed)
  line('  collate and assess', collated + assessed, 'target 2,000 ms')
  console.log('')
  // In a process of its own: here everything has been compiled by now.
  spawnSync(process.execPath, [fileURLToPath(import.meta.url), '--profile'], {stdio: 'inherit'})
  console.log('')
}

console.log(
  `Node ${process.version}, ${cpus().length} cores (${cpus()[0]?.model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GiB\n`,
)
if (!existsSync(join(root, 'packages/cli/dist/hedgerow.mjs')))
  throw new Error('Expected the built program. Run: npx --yes pnpm@10.34.9 build')
const only = (name) => process.argv.includes(name)
const given = (name) => process.argv[process.argv.indexOf(name) + 1 || process.argv.length]
if (only('--scale')) scale(only('--whole'))
else if (only('--explorer'))
  await explorer({
    authorities: Number(given('--authorities') ?? 150),
    topics: Number(given('--topics') ?? 20),
    keep: given('--keep'),
  })
else if (only('--profile')) for (const authorities of [10, 153]) await profile(authorities, 2500, input)
else {
  if (!only('--formats')) await whole()
  await perFormat(3, median)
}
if (process.argv.includes('--peers')) {
  console.log('')
  mkdirSync(tmpdir(), {recursive: true})
  await peers()
}
