import type {Lexicon} from '@hedgerow/lexicon'
import {candidates} from './candidates.ts'
import {model, probabilities} from './confidence.ts'
import {columnOf, type Pairs} from './pairs.ts'
import type {Partners} from './partners.ts'
import type {Profiles} from './profile.ts'
import type {RelationalMeasure, Scoring} from './scoring.ts'
import {setting} from './setting.ts'
import {thirdDocuments} from './similarity/consensus.ts'
import {ownMeasures} from './similarity/index.ts'
import {neighbourhoods} from './similarity/order.ts'
import {rivalries} from './similarity/rival.ts'
import {oncePerTwin} from './twins.ts'
import {sectionOverlaps} from './similarity/sections.ts'

/** The three scorings, in order; each has its own learnt model. */
export const stages = ['alone', 'surrounded', 'outvoted'] as const

export type Stage = (typeof stages)[number]

const surroundings = {order: neighbourhoods, section: sectionOverlaps, rival: rivalries}
const votes = {order: neighbourhoods, rival: rivalries, third: thirdDocuments}

/** Scores every candidate pair three times: by its own words and facts; then knowing what surrounds it; then knowing what third documents say.
 *  With two procedures there is no third document and the second score stands. `last` stops there, for learning, with the measures of the pairs that got so far. */
export const scoredPairs = (known: Profiles, partners: Partners, lexicon: Lexicon, last?: Stage): Scoring => {
  const set = setting(lexicon)
  const {pairs, weights} = candidates(known, partners, {
    most: set('candidates-most'),
    budget: set('candidates-budget'),
    share: set('candidates-share'),
  })
  const alone = rescored(pairs, oncePerTwin(known, ownMeasures(known, weights, lexicon))(pairs), lexicon, 'alone')
  if (last === 'alone') return alone
  const likely = at(alone, placesAbove(alone, set('alone-least')))
  const surrounded = advanced(known, likely, surroundings, lexicon, 'surrounded')
  if (partners.procedures < 3 || last === 'surrounded') return surrounded
  const kept = at(surrounded, placesAbove(surrounded, set('surrounded-least')))
  return advanced(known, kept, votes, lexicon, 'outvoted')
}

/** The places of the pairs whose probability is at least `least`. */
const placesAbove = ({probability}: Scoring, least: number): Int32Array => {
  const places: number[] = []
  probability.forEach((of, place) => {
    if (of >= least) places.push(place)
  })
  return Int32Array.from(places)
}

const rescored = (pairs: Pairs, measures: Scoring['measures'], lexicon: Lexicon, stage: Stage): Scoring => ({
  pairs,
  measures,
  probability: probabilities(model(lexicon, stage), measures, pairs.a.length),
})

const advanced = (
  known: Profiles,
  scoring: Scoring,
  relational: Readonly<Record<string, RelationalMeasure>>,
  lexicon: Lexicon,
  stage: Stage,
): Scoring => {
  const columns = Object.entries(relational).map(([name, measure]) => [name, measure(known, scoring, lexicon)] as const)
  const before = scoring.probability
  return rescored(scoring.pairs, {...scoring.measures, ...Object.fromEntries(columns), before}, lexicon, stage)
}

/** The pairs at some places. */
const at = ({pairs, measures, probability}: Scoring, places: Int32Array): Scoring => {
  const kept = {a: places.map((place) => pairs.a[place] as number), b: places.map((place) => pairs.b[place] as number)}
  const column = (values: Float64Array): Float64Array =>
    columnOf(kept, (_a, _b, nth) => values[places[nth] as number] as number)
  return {
    pairs: kept,
    measures: Object.fromEntries(Object.entries(measures).map(([name, values]) => [name, column(values)])),
    probability: column(probability),
  }
}
