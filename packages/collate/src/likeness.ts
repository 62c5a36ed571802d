import type {Lexicon} from '@hedgerow/lexicon'
import {candidates, type Pair} from './candidates.ts'
import {model, probabilities} from './confidence.ts'
import type {Profiles} from './profile.ts'
import type {RelationalMeasure, Scoring} from './scoring.ts'
import {setting} from './setting.ts'
import {thirdDocuments} from './similarity/consensus.ts'
import {ownMeasures} from './similarity/index.ts'
import {neighbourhoods} from './similarity/order.ts'
import {rivalries} from './similarity/rival.ts'
import {sectionOverlaps} from './similarity/sections.ts'

/** The three scorings, in order; each has its own learnt model. */
export const stages = ['alone', 'surrounded', 'outvoted'] as const

export type Stage = (typeof stages)[number]

const surroundings = {order: neighbourhoods, section: sectionOverlaps, rival: rivalries}
const votes = {order: neighbourhoods, rival: rivalries, third: thirdDocuments}

/** Scores every candidate pair three times: by its own words and facts; then knowing what surrounds it; then knowing what third documents say.
 *  With two procedures there is no third document and the second score stands. `last` stops there, for learning, with the measures of the pairs that got so far. */
export const scoredPairs = (known: Profiles, lexicon: Lexicon, last?: Stage): Scoring => {
  const set = setting(lexicon)
  const {pairs, weights} = candidates(known, {
    most: set('candidates-most'),
    common: set('candidates-common'),
    share: set('candidates-share'),
  })
  const alone = rescored(pairs, ownMeasures(known, weights, lexicon)(pairs), lexicon, 'alone')
  if (last === 'alone') return alone
  const likely = atLeast(alone, set('alone-least'))
  const surrounded = advanced(known, likely, surroundings, lexicon, 'surrounded')
  const procedures = new Set(known.clauses.map(({procedure}) => procedure)).size
  if (procedures < 3 || last === 'surrounded') return surrounded
  const outvoted = advanced(known, atLeast(surrounded, set('surrounded-least')), votes, lexicon, 'outvoted')
  return last === 'outvoted' ? outvoted : withUnlikely(outvoted, surrounded, set('surrounded-least'))
}

/** The likely pairs as scored last, and after them those that were too unlikely to be scored again: they still say that two clauses are apart. */
const withUnlikely = (likely: Scoring, all: Scoring, least: number): Scoring => {
  const rest = [...all.pairs.keys()].filter((at) => (all.probability[at] as number) < least)
  return {
    pairs: [...likely.pairs, ...rest.map((at) => all.pairs[at] as Pair)],
    measures: {},
    probability: Float64Array.from([...likely.probability, ...rest.map((at) => all.probability[at] as number)]),
  }
}

const rescored = (pairs: readonly Pair[], measures: Scoring['measures'], lexicon: Lexicon, stage: Stage): Scoring => ({
  pairs,
  measures,
  probability: probabilities(model(lexicon, stage), measures, pairs.length),
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

/** The pairs whose probability is at least `least`. */
const atLeast = ({pairs, measures, probability}: Scoring, least: number): Scoring => {
  const kept = [...pairs.keys()].filter((at) => (probability[at] as number) >= least)
  const column = (values: Float64Array): Float64Array => Float64Array.from(kept, (at) => values[at] as number)
  return {
    pairs: kept.map((at) => pairs[at] as Pair),
    measures: Object.fromEntries(Object.entries(measures).map(([name, values]) => [name, column(values)])),
    probability: column(probability),
  }
}
