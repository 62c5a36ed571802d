// Prints the scorecard: how right the alignment, the classes of difference, the facts and the ranking are, against labels made by hand.
//   node scripts/evaluate.mjs [--misses] [--check]       the sample, both held-out and the development regions, sentences, headings and ranking of this repository
//   node scripts/evaluate.mjs [--misses] FOLDER…         any folder with procedures/ and gold/TOPIC.yaml, or a labelled set (docs.json and gold.json)
// --misses names what is wrong; --check ends with code 1 where a figure is below its floor (test/gold/floors.yaml, test/labelled/floors.yaml).
// Figures are defined in test/support. Build first (pnpm build).
import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {basename, join, resolve} from 'node:path'
import {fileURLToPath} from 'node:url'
import {parse} from 'yaml'
import {substantive} from '../packages/assess/dist/index.js'
import {analysis} from '../packages/cli/dist/analysis.js'
import {corpusAt} from '../packages/cli/dist/corpus/corpus.js'
import {lexicon} from '../packages/lexicon/dist/index.js'
import {extraction, facts, headingKinds} from '../test/support/extraction.mjs'
import {pairCard} from '../test/support/pairs.mjs'
import {ranking} from '../test/support/ranking.mjs'
import {judgedRows, reliability} from '../test/support/reliability.mjs'
import {scorecard} from '../test/support/scorecard.mjs'
import {setCard} from './evaluate/labelled-set.mjs'
import {percent, printedCard, printedMisses, printedPairs, printedReliability} from './evaluate/printed.mjs'
import {goldTopics, judgedAbsences} from './learning/absences.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const asked = (name) => process.argv.includes(name)
const yaml = (path) => parse(readFileSync(path, 'utf8'))

/** The cards of a region's topics that have gold. */
const regionCards = async (procedures, gold) => {
  const corpus = await corpusAt({cwd: root, argument: procedures, config: undefined, lexicon})
  const {assessment} = await analysis(corpus, {asAt: '2026-11-23', version: '0'})
  const classes = substantive(lexicon)
  return assessment.topics.flatMap((topic) => {
    const file = join(gold, `${topic.id}.yaml`)
    return existsSync(file) ? [{topic, card: scorecard(yaml(file), topic, classes)}] : []
  })
}

const region = async (name, procedures, gold) => {
  console.log(`\n== ${name} ==`)
  const cards = await regionCards(procedures, gold)
  for (const {card} of cards) {
    printedCard(card)
    if (asked('--misses')) printedMisses(card)
  }
  const rows = cards.flatMap(({topic, card}) => judgedRows(card.units, topic))
  printedReliability(
    'rows of several holders, all',
    rows.filter(({isShared}) => isShared),
    reliability,
  )
  printedReliability(
    'rows of one holder, all',
    rows.filter(({isShared}) => !isShared),
    reliability,
  )
  printedReliability(
    'rows that are not unsure',
    rows.filter(({isSure}) => isSure),
    reliability,
  )
  return cards
}

const failures = []

/** Notes a figure that is below its floor. */
const held = (name, value, floor) => {
  if (floor !== undefined && value < floor) failures.push(`${name}: ${value.toFixed(4)}, floor ${floor}`)
}

const heldCard = ({pairs, bcubed, absence, facets, falseAgreements, topic}, floors = {}) => {
  if (falseAgreements.length > 0) failures.push(`${topic}: ${falseAgreements.length} false agreements`)
  held(`${topic} pairs`, pairs.f1, floors.pairs)
  held(`${topic} precision`, pairs.precision, floors.precision)
  held(`${topic} bcubed`, bcubed.f1, floors.bcubed)
  held(`${topic} absence`, absence.f1, floors.absence)
  for (const [name, floor] of Object.entries(floors.facets ?? {}))
    held(`${topic} ${name}`, facets[name]?.f1 ?? 0, floor)
}

/** What is said of labelled pairs of provisions. */
const differences = async (floors) => {
  const around = readFileSync(join(root, 'test/classes/around.md'), 'utf8')
  console.log('\n== differences, on labelled pairs of provisions ==')
  for (const [name, says] of [
    ['pairs', 'labelled before the rules were mended, and mended for since'],
    ['pairs-later', 'written later'],
  ]) {
    const card = await pairCard(yaml(join(root, `test/labelled/${name}.yaml`)), around, lexicon)
    printedPairs(card, says)
    if (asked('--misses')) for (const each of card.wrong) console.log(`  ${each}`)
    if (card.falseAgreements.length > 0) failures.push(`${name}: false agreements ${card.falseAgreements}`)
    held(`${name} equal and said so`, card.quiet, floors[name]?.quiet)
    for (const [facet, floor] of Object.entries(floors[name]?.facets ?? {}))
      held(`${name} ${facet}`, card.facets[facet]?.f1 ?? 0, floor)
  }
}

/** How likely an absence is said to be, before anything else makes it doubtful, and how often it is so. */
const absenceReliability = async () => {
  console.log(
    '\n== probability that an authority has nothing of a row; the first two were learnt from, as the development regions were ==',
  )
  for (const [name, folder, topics] of [
    ['the sample region', '', ['child-exploitation', 'missing-children', 'referral-form']],
    ['the held-out region', 'test/held-out/', ['escalation']],
    ['the later held-out region', 'test/held-out-later/', ['allegations']],
    ['the last held-out region', 'test/held-out-last/', ['neglect']],
  ]) {
    const told = (await goldTopics(root, folder, topics)).flatMap(judgedAbsences)
    const judged = told.map(({probability, is}) => ({probability, isRight: is === 1}))
    printedReliability(name, judged, reliability)
  }
}

/** What kind of section a heading opens. */
const sectionKinds = async (floors) => {
  console.log('\n== section kinds, on labelled headings ==')
  const headings = yaml(join(root, 'test/labelled/headings.yaml'))
  const kinds = await headingKinds(headings, lexicon)
  console.log(
    `  ${kinds.headings} headings: accuracy ${percent(kinds.accuracy)}, right where a kind is given ${percent(kinds.precision)}`,
  )
  // The lexicon was tuned on the headings at even places only.
  const unseen = await headingKinds(
    headings.filter((_, at) => at % 2 === 1),
    lexicon,
  )
  console.log(
    `  ${unseen.headings} of them not tuned on: accuracy ${percent(unseen.accuracy)}, right where a kind is given ${percent(unseen.precision)}`,
  )
  held('headings', kinds.accuracy, floors.headings?.accuracy)
  held('headings not tuned on', unseen.accuracy, floors.headings?.unseen)
  if (asked('--misses')) for (const each of kinds.wrong) console.log(`  ${each}`)
}

/** Everything that is labelled in this repository. */
const whole = async () => {
  const floors = {...yaml(join(root, 'test/gold/floors.yaml')), ...yaml(join(root, 'test/labelled/floors.yaml'))}
  const sample = await region('the sample region', 'procedures', join(root, 'test/gold'))
  const heldOut = await region(
    'the held-out region, written without the program',
    'test/held-out/procedures',
    join(root, 'test/held-out/gold'),
  )
  const later = await region(
    'a later held-out region, written without the program and for measuring alone',
    'test/held-out-later/procedures',
    join(root, 'test/held-out-later/gold'),
  )
  const last = await region(
    'the last held-out region, written without the program and for measuring alone',
    'test/held-out-last/procedures',
    join(root, 'test/held-out-last/gold'),
  )
  const development = await region(
    'development regions, mended for; what each gave before is in test/labelled/floors.yaml',
    'test/development/procedures',
    join(root, 'test/development/gold'),
  )
  for (const {card} of [...sample, ...heldOut, ...later, ...last, ...development]) heldCard(card, floors[card.topic])

  await absenceReliability()

  console.log('\n== facts, on labelled sentences ==')
  for (const [name, says] of [
    ['sentences', 'modality: accuracy, all others: F1'],
    ['later', 'written later, and mended for since'],
  ]) {
    const read = extraction(yaml(join(root, `test/labelled/${name}.yaml`)), lexicon)
    console.log(`  ${read.sentences} sentences; ${says}`)
    for (const fact of ['modality', ...facts]) {
      console.log(`    ${fact.padEnd(12)} ${percent(read[fact])}`)
      held(`${name} ${fact}`, read[fact], floors[name]?.[fact])
    }
    if (asked('--misses')) for (const each of read.wrong) console.log(`  ${each}`)
  }

  const fresh = extraction(yaml(join(root, 'test/labelled/fresh.yaml')), lexicon)
  console.log(`  ${fresh.sentences} sentences that nothing was mended for`)
  for (const fact of ['modality', ...facts]) console.log(`    ${fact.padEnd(12)} ${percent(fresh[fact])}`)

  await differences(floors)

  await sectionKinds(floors)

  console.log('\n== ranking of opportunities, against a hand judgement ==')
  const priorities = yaml(join(root, 'test/labelled/priority.yaml'))
  for (const {topic, card} of sample) {
    const {judged, ndcg, tau} = ranking(topic, card.units, priorities[topic.id] ?? {})
    console.log(`  ${topic.id.padEnd(20)} nDCG@10 ${percent(ndcg)}  Kendall tau ${tau.toFixed(2)}  (${judged} judged)`)
    held(`ranking ${topic.id}`, ndcg, floors.ranking?.[topic.id])
  }
}

const folders = process.argv.slice(2).filter((word) => !word.startsWith('--'))
for (const folder of folders) {
  const names = existsSync(folder) ? readdirSync(folder) : []
  if (names.includes('docs.json')) setCard(folder, lexicon, {percent, printedReliability, reliability})
  else if (names.includes('gold') && names.includes('procedures'))
    await region(basename(folder), resolve(folder, 'procedures'), resolve(folder, 'gold'))
  else {
    process.stderr.write(`Expected docs.json and gold.json, or procedures/ and gold/, in ${folder}.\n`)
    process.exitCode = 2
  }
}
if (folders.length === 0) await whole()
if (asked('--check')) {
  for (const each of failures) process.stderr.write(`below its floor: ${each}\n`)
  if (failures.length > 0) process.exitCode = 1
}
