import type {Lexicon} from '@hedgerow/lexicon'
import {candidates} from './candidates.ts'
import {model, probabilities} from './confidence.ts'
import {codesOf, columnOf, gathered, type Pairs} from './pairs.ts'
import type {Partners} from './partners.ts'
import type {Profiles} from './profile.ts'
import type {RelationalMeasure, Scoring} from './scoring.ts'
import {setting} from './setting.ts'
import {thirdDenials, thirdDocuments} from './similarity/consensus.ts'
import {ownMeasures} from './similarity/index.ts'
import {neighbourhoods} from './similarity/order.ts'
import {rivalries} from './similarity/rival.ts'
import {besides} from './similarity/beside.ts'
import {sectionOverlaps} from './similarity/sections.ts'
import {partOfWhole} from './similarity/split.ts'
import {oncePerTwin} from './twins.ts'
import {widened} from './widening.ts'

/** The scorings, in order; each has its own learnt model. */
export const stages = ['alone', 'surrounded', 'settled', 'outvoted', 'linked'] as const

export type Stage = (typeof stages)[number]

const surroundings = {order: neighbourhoods, section: sectionOverlaps, rival: rivalries}
const places = {...surroundings, beside: besides, ...partOfWhole}
const votes = {...places, third: thirdDocuments, denied: thirdDenials}

/** Scores every candidate pair: by its own words and facts; then knowing what surrounds it; then again together with the pairs that only their surroundings propose;
 *  then knowing what third documents say. With two procedures there is no third document and the third score stands. `last` stops there, for learning, with the
 *  measures of the pairs that got so far. */
export const scoredPairs = (known: Profiles, partners: Partners, lexicon: Lexicon, last?: Stage): Scoring => {
  const set = setting(lexicon)
  const pairs = candidates(known, partners, {
    most: set('candidates-most'),
    budget: set('candidates-budget'),
    share: set('candidates-share'),
  })
  const alone = rescored(pairs, oncePerTwin(known, ownMeasures(known, lexicon))(pairs), lexicon, 'alone')
  if (last === 'alone') return alone
  const surrounded = advanced(known, keptAbove(alone, set('alone-least')), surroundings, lexicon, 'surrounded')
  if (last === 'surrounded') return surrounded
  const kept = keptAbove(surrounded, set('surrounded-least'))
  const all = proposedPairs(known, kept, widened(known, kept, partners, lexicon), lexicon)
  const settled = advanced(known, all, places, lexicon, 'settled')
  if (partners.procedures < 3 || last === 'settled') return settled
  return advanced(known, keptAbove(settled, set('settled-least')), votes, lexicon, 'outvoted')
}

/** The pairs of a scoring that are at least so likely. */
export const keptAbove = (scoring: Scoring, least: number): Scoring => at(scoring, placesAbove(scoring, least))

/** A scoring with more pairs, which are scored by themselves. */
export const proposedPairs = (known: Profiles, scoring: Scoring, more: Pairs, lexicon: Lexicon): Scoring =>
  merged(
    scoring,
    rescored(more, oncePerTwin(known, ownMeasures(known, lexicon))(more), lexicon, 'alone'),
    known.clauses.length,
  )

/** Two scorings of different pairs as one, sorted by place, with the measures both have and `proposed`: 1 for the pairs of the second. */
const merged = (x: Scoring, y: Scoring, clauses: number): Scoring => {
  const size = x.pairs.a.length + y.pairs.a.length
  const [own, other] = [codesOf(x.pairs, clauses), codesOf(y.pairs, clauses)]
  const from = new Int32Array(size)
  for (let i = 0, j = 0; i + j < size; ) {
    const first = j >= other.length || (i < own.length && (own[i] as number) < (other[j] as number))
    from[i + j] = first ? i : -1 - j
    if (first) i++
    else j++
  }
  const whole = (of: (scoring: Scoring) => Int32Array): Int32Array => {
    const [first, second] = [of(x), of(y)]
    return from.map((at) => (at >= 0 ? first[at] : second[-1 - at]) as number)
  }
  const pairs = {a: whole(({pairs: {a}}) => a), b: whole(({pairs: {b}}) => b)}
  const column = (of: (scoring: Scoring) => Float64Array): Float64Array => {
    const [first, second, values] = [of(x), of(y), new Float64Array(size)]
    for (let nth = 0; nth < size; nth++) {
      const at = from[nth] as number
      values[nth] = (at >= 0 ? first[at] : second[-1 - at]) as number
    }
    return values
  }
  const shared = Object.keys(y.measures).map((name) => [name, column(({measures}) => measures[name] as Float64Array)])
  return {
    pairs,
    measures: {
      ...Object.fromEntries(shared),
      proposed: columnOf(pairs, (_a, _b, nth) => ((from[nth] as number) < 0 ? 1 : 0)),
    },
    probability: column(({probability}) => probability),
  }
}

/** The places of the pairs whose probability is at least `least`. */
const placesAbove = ({probability}: Scoring, least: number): Int32Array => {
  const places = new Int32Array(probability.length)
  let count = 0
  for (let place = 0; place < probability.length; place++)
    if ((probability[place] as number) >= least) places[count++] = place
  return places.slice(0, count)
}

const rescored = (pairs: Pairs, measures: Scoring['measures'], lexicon: Lexicon, stage: Stage): Scoring => ({
  pairs,
  measures,
  probability: probabilities(model(lexicon, stage), measures, pairs.a.length),
})

/** The pairs scored again, by their measures so far, those given and the probability so far (`before`). */
export const advanced = (
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
  const column = (values: Float64Array): Float64Array => gathered(values, places)
  return {
    pairs: kept,
    measures: Object.fromEntries(Object.entries(measures).map(([name, values]) => [name, column(values)])),
    probability: column(probability),
  }
}
