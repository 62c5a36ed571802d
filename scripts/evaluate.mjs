// Prints the scorecard of the alignment and the classes of difference, on hand-made gold:
//   node scripts/evaluate.mjs [--misses] [TOPIC…]      the sample region against test/gold/<topic>.yaml
//   node scripts/evaluate.mjs SET…                     labelled sets: folders with docs.json and gold.json
// Figures are defined in test/support/scorecard.mjs. Build first (pnpm build).
import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {basename, join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {parse} from 'yaml'
import {substantive} from '../packages/assess/dist/index.js'
import {analysis} from '../packages/cli/dist/analysis.js'
import {corpusAt} from '../packages/cli/dist/corpus.js'
import {collate} from '../packages/collate/dist/index.js'
import {lexicon} from '../packages/lexicon/dist/index.js'
import {scorecard} from '../test/support/scorecard.mjs'
import {labelledSet} from './labelled.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const percent = (value) => `${(100 * value).toFixed(1)}`.padStart(6)

const printed = (card) => {
  console.log(`\n${card.topic}: ${card.readings} readings of gold, ${card.unread.length} not found in the trees`)
  console.log('             precision  recall      F1')
  for (const name of ['pairs', 'bcubed', 'absence']) {
    const {precision, recall, f1} = card[name]
    console.log(`  ${name.padEnd(10)} ${percent(precision)}   ${percent(recall)}  ${percent(f1)}`)
  }
  console.log(`  false agreements ${card.falseAgreements.length}`)
  console.log(`  facets, macro F1 ${percent(card.macroF1)}`)
  for (const [name, {precision, recall, f1, hits, said, gold}] of Object.entries(card.facets))
    console.log(
      `    ${name.padEnd(14)} ${percent(precision)}   ${percent(recall)}  ${percent(f1)}   ${hits} right of ${said} said, ${gold} true`,
    )
}

const misses = ({matched, wrong, falseAgreements}) => {
  for (const each of falseAgreements) console.log(`  FALSE AGREEMENT ${each.row} (${each.status}): ${each.why}`)
  for (const {is, x, y} of wrong) console.log(`  ${is ? 'missed' : 'wrong '} ${x.key} ~ ${y.key}`)
  for (const {gold, row} of matched) {
    const missing = gold.facets.filter((name) => !row.facets.includes(name))
    const extra = row.facets.filter((name) => !gold.facets.includes(name))
    if (missing.length + extra.length > 0)
      console.log(`  facets ${gold.id} (${row.id}): missing ${missing} extra ${extra}`)
  }
}

const region = async (topics) => {
  const corpus = await corpusAt({cwd: root, argument: 'procedures', config: undefined, lexicon})
  const {assessment} = await analysis(corpus, {asAt: '2026-11-23', version: '0'})
  const classes = substantive(lexicon)
  for (const topic of assessment.topics) {
    const file = join(root, `test/gold/${topic.id}.yaml`)
    if (!existsSync(file) || (topics.length > 0 && !topics.includes(topic.id))) continue
    const card = scorecard(parse(readFileSync(file, 'utf8')), topic, classes)
    printed(card)
    if (process.argv.includes('--misses')) misses(card)
  }
}

/** Pairs of units linked by the collation, scored against the gold's; absence: a unit of which another document has nothing. */
const set = (folder) => {
  const {docs, gold, procedures} = labelledSet(folder)
  const begun = performance.now()
  const {rows} = collate(procedures, lexicon)
  const seconds = (performance.now() - begun) / 1000
  const unitOf = new Map(
    rows.flatMap(({readings}) =>
      Object.values(readings).flatMap((own) => (own ?? []).map(({clause}) => [clause.id, clause.source.path])),
    ),
  )
  const pair = (a, b) => (a < b ? `${a}\t${b}` : `${b}\t${a}`)
  const docOf = (unit) => unit.slice(0, unit.lastIndexOf('/'))
  const said = new Set(rows.flatMap(({links}) => links.map(([a, b]) => pair(unitOf.get(a), unitOf.get(b)))))
  const byGold = new Map()
  for (const [unit, ids] of Object.entries(gold.units))
    for (const id of ids) byGold.set(id, [...(byGold.get(id) ?? []), unit])
  const true_ = new Set()
  for (const units of byGold.values())
    for (const a of units) for (const b of units) if (a < b && docOf(a) !== docOf(b)) true_.add(pair(a, b))
  console.log(
    `\n${basename(folder)}: ${procedures.length} documents, ${Object.keys(gold.units).length} units, ${seconds.toFixed(1)} s`,
  )
  score('links', said, true_)
  const holders = (pairs) =>
    new Set(
      [...pairs].flatMap((both) => {
        const [a, b] = both.split('\t')
        return [`${a}|${docOf(b)}`, `${b}|${docOf(a)}`]
      }),
    )
  const [heldSaid, heldTrue] = [holders(said), holders(true_)]
  const places = Object.keys(gold.units).flatMap((unit) =>
    docs.filter(({id}) => id !== docOf(unit)).map(({id}) => `${unit}|${id}`),
  )
  score(
    'absence',
    new Set(places.filter((place) => !heldSaid.has(place))),
    new Set(places.filter((place) => !heldTrue.has(place))),
  )
}

const score = (name, said, true_) => {
  const hits = [...said].filter((each) => true_.has(each)).length
  const [precision, recall] = [hits / (said.size || 1), hits / (true_.size || 1)]
  console.log(
    `  ${name.padEnd(8)} precision ${percent(precision)}  recall ${percent(recall)}  F1 ${percent((2 * precision * recall) / (precision + recall || 1))}`,
  )
}

const words = process.argv.slice(2).filter((word) => !word.startsWith('--'))
const isSet = (word) => existsSync(word) && readdirSync(word).includes('docs.json')
const sets = words.filter(isSet)
if (sets.length > 0) for (const folder of sets) set(folder)
else await region(words)
