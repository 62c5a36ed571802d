// Measures how well what is learnt carries over: each labelled set is aligned with weights learnt from the others only.
//   node scripts/leave-one-out.mjs [SET…] [--only NAME…] [--tables]
// Topics of one region are one set each for learning, and left out together: they share authors, so that one would teach another. `--tables` prints for
// links and rows how often what is said at a probability is true. What is said are the pairs that
// share a row, and links to another row at a probability of a half or more.
import {fileURLToPath} from 'node:url'
import {clauses} from '../packages/ast/dist/index.js'
import {collate} from '../packages/collate/dist/index.js'
import {lexicon} from '../packages/lexicon/dist/index.js'
import {labelledSet} from './learning/labelled.mjs'
import {judgedRows, learnt, ownSets, scored, unlearnt} from './learning/learnt.mjs'

const percent = (value) => (100 * value).toFixed(1).padStart(6)

/** Precision, recall and F1 of what is said against what is true, as a line. */
const line = (name, hits, said, gold) => {
  const [precision, recall] = [hits / (said || 1), hits / (gold || 1)]
  return `  ${name.padEnd(9)}precision ${percent(precision)}  recall ${percent(recall)}  F1 ${percent((2 * precision * recall) / (precision + recall || 1))}`
}

/** Expected calibration error in ten bins of equal mass: the mean gap between what is said and what is true. */
const calibrationError = (told) => {
  const sorted = [...told].sort((x, y) => x.p - y.p)
  let sum = 0
  for (let bin = 0; bin < 10; bin++) {
    const own = sorted.slice(Math.floor((bin * sorted.length) / 10), Math.floor(((bin + 1) * sorted.length) / 10))
    sum += Math.abs(own.reduce((all, {p, is}) => all + p - (is ? 1 : 0), 0))
  }
  return sum / Math.max(1, told.length)
}

const edges = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99, 1.01]

const table = (name, told) => {
  console.log(`  ${name}: said, true, how many`)
  edges.slice(1).forEach((top, at) => {
    const own = told.filter(({p}) => p >= edges[at] && p < top)
    const mean = (of) => percent(own.reduce((sum, each) => sum + of(each), 0) / own.length)
    if (own.length > 0)
      console.log(`    ${mean(({p}) => p)} ${mean(({is}) => (is ? 1 : 0))} ${String(own.length).padStart(7)}`)
  })
}

const measured = (set, weights) => {
  const {rows} = collate(set.procedures, {...lexicon, weights})
  const all = new Map(
    set.procedures.flatMap((root) => clauses(root).map((clause) => [clause.id, {clause, authority: root.authority}])),
  )
  const judged = (id) => set.ids(all.get(id).clause).length > 0
  const is = (a, b) => set.corresponds(all.get(a).clause, all.get(b).clause)
  const links = rows
    .flatMap((row) => row.links)
    .filter(([a, b]) => judged(a) && judged(b))
    .map(([a, b, p]) => ({a, b, p, is: is(a, b)}))
  const holders = new Map()
  for (const [id, {clause, authority}] of all)
    for (const gold of set.ids(clause)) holders.set(gold, [...(holders.get(gold) ?? []), {id, authority}])
  const truth = new Set()
  for (const own of holders.values())
    for (const x of own) for (const y of own) if (x.authority < y.authority) truth.add(`${x.id} ${y.id}`)
  const held = (pairs) =>
    new Set(pairs.flatMap(([a, b]) => [`${a} ${all.get(b).authority}`, `${b} ${all.get(a).authority}`]))
  const rowOf = new Map(
    rows.flatMap(({readings}, at) =>
      Object.values(readings).flatMap((each) => (each ?? []).map(({clause}) => [clause.id, at])),
    ),
  )
  const said = links.filter(({a, b, p}) => p >= 0.5 || rowOf.get(a) === rowOf.get(b))
  const [saidHeld, trueHeld] = [held(said.map(({a, b}) => [a, b])), held([...truth].map((pair) => pair.split(' ')))]
  const places = [...all]
    .filter(([id]) => judged(id))
    .flatMap(([id, {authority}]) =>
      set.procedures.filter((other) => other.authority !== authority).map((other) => `${id} ${other.authority}`),
    )
  const absent = (of) => places.filter((place) => !of.has(place))
  const absentSaid = absent(saidHeld)
  const sure = judgedRows(set, rows)
  const {scoring, is: true_} = scored(set, weights)
  const pairs = [...scoring.probability]
    .map((p, at) => ({p, is: true_[at]}))
    .filter(({p, is}) => p >= 0.01 && is !== null)
  return {links: said, all: links, truth, absentSaid, absentTrue: absent(trueHeld), trueHeld, sure, pairs}
}

const printed = (name, {links, all, truth, absentSaid, absentTrue, trueHeld, sure, pairs}, tables) => {
  console.log(`\n${name}`)
  console.log(
    line(
      'links',
      new Set(links.filter(({is}) => is).map(({a, b}) => `${a} ${b}`)).size,
      new Set(links.map(({a, b}) => `${a} ${b}`)).size,
      truth.size,
    ),
  )
  console.log(
    line('absence', absentSaid.filter((place) => !trueHeld.has(place)).length, absentSaid.length, absentTrue.length),
  )
  const above = sure.filter(({p}) => p >= 0.9)
  console.log(
    `  calibration error: pairs ${percent(calibrationError(pairs))}  links ${percent(calibrationError(links.filter(({p}) => p >= 0.5)))}  rows ${percent(calibrationError(sure))}; rows said at 0.9 or more ${above.length} of ${sure.length}, right ${percent(above.filter(({is}) => is).length / (above.length || 1))}`,
  )
  if (!tables) return
  table('pairs', pairs)
  table('links', all)
  table(
    'rows of several',
    sure.filter(({lone}) => !lone),
  )
  table(
    'rows of one',
    sure.filter(({lone}) => lone),
  )
}

const words = process.argv.slice(2)
const only = words.includes('--only') ? words.slice(words.indexOf('--only') + 1) : []
const folders = words
  .slice(0, words.includes('--only') ? words.indexOf('--only') : words.length)
  .filter((word) => !word.startsWith('--'))
const own = await ownSets(fileURLToPath(new URL('..', import.meta.url)))
const sets = folders.map((folder) => labelledSet(folder))
/** Sets in gatherings that share an author: one would teach another how that author writes. */
const byAuthors = (all) => {
  const gathered = []
  for (const set of all) {
    const known = gathered.find((others) =>
      others.some(({procedures}) =>
        procedures.some(({authority}) => set.procedures.some((own) => own.authority === authority)),
      ),
    )
    if (known) known.push(set)
    else gathered.push([set])
  }
  return gathered
}
const left = [...byAuthors(own), ...sets.map((set) => [set])].map((out) => ({names: out.map(({name}) => name), out}))
for (const {names, out} of left) {
  if (only.length > 0 && !names.some((name) => only.includes(name))) continue
  const weights = [...unlearnt(), ...learnt([...own, ...sets].filter((set) => !out.includes(set)))]
  for (const set of out) printed(set.name, measured(set, weights), words.includes('--tables'))
}
