// Learns how likely it is that an authority has nothing of a row (data/absence-weights.yaml), and tells how often what is told as sure is so:
//   node scripts/learn-absences.mjs [FOLDER…] [--write]
// from the gold of this repository (the sample, escalation and the development regions) and every FOLDER: a labelled set (docs.json and gold.json), or a folder of the
// real documents labelled in test/labelled/absences.yaml, of which the half to test on is only measured. Build first; after --write build again and run it once more to see
// what is told now.
import {existsSync, readdirSync, writeFileSync} from 'node:fs'
import {basename, dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {absenceMeasures, logOdds} from '../packages/collate/dist/index.js'
import {lexicon} from '../packages/lexicon/dist/index.js'
import {reliability} from '../test/support/reliability.mjs'
import {printedReliability} from './evaluate/printed.mjs'
import {goldTopics, judgedAbsences, realTopics, toldAbsences} from './learning/absences.mjs'
import {labelledSet} from './learning/labelled.mjs'
import {fitted} from './learning/learnt.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const folders = process.argv.slice(2).filter((word) => !word.startsWith('--'))
const topicsOf = (golds) =>
  readdirSync(join(root, golds))
    .map((file) => basename(file, '.yaml'))
    .sort()
const isSet = (folder) => existsSync(join(folder, 'docs.json'))
const sets = [
  ...(await goldTopics(root, '', ['child-exploitation', 'missing-children', 'referral-form'])),
  ...(await goldTopics(root, 'test/held-out/', ['escalation'])),
  ...(await goldTopics(root, 'test/development/', topicsOf('test/development/gold'))),
  ...(await realTopics(
    root,
    folders.filter((folder) => !isSet(folder)),
  )),
  ...folders.filter(isSet).map((folder) => ({...labelledSet(folder), kind: 'set'})),
]

/** A gathering of a set weighs as much as this many absences at most, so that a large set does not drown a small one; real documents, being what the program is for, twice that. */
const share = 300
const weighing = (rows) => {
  const counts = new Map()
  for (const {set, isPair} of rows) counts.set(`${set} ${isPair}`, (counts.get(`${set} ${isPair}`) ?? 0) + 1)
  return ({set, isPair, kind}) => Math.min(1, share / counts.get(`${set} ${isPair}`)) * (kind === 'tune' ? 2 : 1)
}

const seen = ({measures}) => [1, ...absenceMeasures.map((name) => measures[name])]

const model = (rows) => {
  const weight = weighing(rows)
  return fitted(
    rows.map((row) => ({x: seen(row), y: row.is, w: weight(row)})),
    absenceMeasures.length + 1,
  )
}

const likelihood = (beta, row) => {
  const sum = seen(row).reduce((total, value, at) => total + value * beta[at], 0)
  return 1 / (1 + Math.exp(-sum))
}

/** Rows of one holder: how likely the least likely of their absences is, and whether all of them are so. */
const loneRows = (rows, beta) => {
  const found = new Map()
  for (const row of rows.filter(({isLone}) => isLone)) {
    const known = found.get(row.row) ?? {...row, least: 1}
    found.set(row.row, {...known, least: Math.min(known.least, likelihood(beta, row)), is: Math.min(known.is, row.is)})
  }
  return [...found.values()]
}

const loneCurve = (rows, beta) => {
  const lone = loneRows(rows, beta)
  const weight = weighing(lone)
  return fitted(
    lone.map((row) => ({x: [1, logOdds(row.least, 6)], y: row.is, w: weight(row)})),
    2,
  )
}

/** What was judged doubtful is neither right nor wrong. */
const decided = (rows) => rows.filter(({is}) => is !== 0.5)

const percent = (part, whole) => `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`

const printedTold = (name, all) => {
  const rows = decided(all)
  const [sure, so] = [rows.filter(({isSure}) => isSure), rows.filter(({is}) => is === 1)]
  const right = sure.filter(({is}) => is === 1).length
  const doubtful = all.filter(({is, isSure}) => is === 0.5 && isSure).length
  console.log(
    `  ${name.padEnd(44)} told as sure ${String(sure.length).padStart(5)} of ${String(rows.length).padStart(5)}, of them so ${percent(right, sure.length)}; of those that are so told as sure ${percent(right, so.length)}; besides ${doubtful} doubtful ones told as sure`,
  )
}

const absences = sets.flatMap(judgedAbsences)
const learnt = absences.filter(({kind, set}) => kind !== 'test' && !set.startsWith('ucc'))
const beta = model(learnt)
const [loneBias, loneSupport] = loneCurve(learnt, beta)
const weights = [
  ...['bias', ...absenceMeasures].map((name, at) => [`absence.${name}`, beta[at]]),
  ['row-lone.bias', loneBias],
  ['row-lone.support', loneSupport],
].map(([name, value]) => [name, Math.round(value * 1000) / 1000])
for (const [name, value] of weights) console.log(name.padEnd(24), String(value).padStart(8))

const judged = (rows, of) => decided(rows).map((row) => ({probability: of(row), isRight: row.is === 1}))
console.log('\n== probability of an absence, each set by what was learnt from the others ==')
for (const kind of ['gold', 'tune', 'set']) {
  const names = [...new Set(learnt.filter((row) => row.kind === kind).map(({set}) => set))]
  const rows = names.flatMap((name) => {
    const other = model(learnt.filter(({set, kind: of}) => set !== name || of !== kind))
    return judged(
      learnt.filter(({set, kind: of}) => set === name && of === kind),
      (row) => likelihood(other, row),
    )
  })
  printedReliability(kind, rows, reliability)
}
console.log('\n== the same, of real documents that nothing was learnt from ==')
printedReliability(
  'test',
  judged(
    absences.filter(({kind}) => kind === 'test'),
    (row) => likelihood(beta, row),
  ),
  reliability,
)

console.log(
  `\n== what is told as sure, by the lexicon as it stands (absence-sure ${lexicon.weights.find(({name}) => name === 'absence-sure').value}) ==`,
)
const told = sets.flatMap((set) => toldAbsences(set))
for (const kind of ['gold', 'tune', 'test', 'set'])
  for (const isPair of [false, true]) {
    const rows = told.filter((row) => row.kind === kind && row.isPair === isPair)
    if (rows.length === 0) continue
    const how = isPair ? 'two at a time' : 'all together'
    printedTold(`${kind}, ${how}`, rows)
    printedTold(
      `  rows of one holder`,
      rows.filter(({isLone}) => isLone),
    )
    for (const set of new Set(rows.map(({set}) => set)))
      printedTold(
        `  ${set}`,
        rows.filter((row) => row.set === set),
      )
  }

if (process.argv.includes('--write')) {
  const from = [
    'the sample',
    'escalation',
    'the development regions',
    ...folders.map((folder) => basename(folder)),
  ].join(', ')
  const source = `learnt by scripts/learn-absences.mjs from ${from}`
  const lines = weights.map(
    ([name, value]) => `- {name: ${name}, value: ${value}, unit: log odds, source: '${source}'}`,
  )
  const head = '# Written by scripts/learn-absences.mjs: do not edit by hand.'
  writeFileSync(join(root, 'packages/lexicon/data/absence-weights.yaml'), `${head}\n${lines.join('\n')}\n`)
}
