// The card of a labelled set: parallel texts whose correspondences are known.
import {basename} from 'node:path'
import {collate} from '../../packages/collate/dist/index.js'
import {labelledSet} from '../learning/labelled.mjs'

/** Prints pairs of units linked by the collation against the gold's; absence: a unit of which another document has nothing; and whether the links'
 *  probabilities mean what they say. */
export const setCard = (folder, lexicon, {percent, printedReliability, reliability}) => {
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
  const links = rows.flatMap((row) =>
    row.links.map(([a, b, probability]) => [pair(unitOf.get(a), unitOf.get(b)), probability]),
  )
  const said = new Set(links.map(([both]) => both))
  const byGold = new Map()
  for (const [unit, ids] of Object.entries(gold.units))
    for (const id of ids) byGold.set(id, [...(byGold.get(id) ?? []), unit])
  const true_ = new Set()
  for (const units of byGold.values())
    for (const a of units) for (const b of units) if (a < b && docOf(a) !== docOf(b)) true_.add(pair(a, b))
  console.log(
    `\n${basename(folder)}: ${procedures.length} documents, ${Object.keys(gold.units).length} units, ${seconds.toFixed(1)} s`,
  )
  const score = (name, mine, right) => {
    const hits = [...mine].filter((each) => right.has(each)).length
    const [precision, recall] = [hits / (mine.size || 1), hits / (right.size || 1)]
    console.log(
      `  ${name.padEnd(8)} precision ${percent(precision)}  recall ${percent(recall)}  F1 ${percent((2 * precision * recall) / (precision + recall || 1))}`,
    )
  }
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
  printedReliability(
    'links',
    links.map(([both, probability]) => ({probability, isRight: true_.has(both)})),
    reliability,
  )
}
