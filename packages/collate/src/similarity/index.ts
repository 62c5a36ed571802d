import type {Lexicon} from '@hedgerow/lexicon'
import type {Pair} from '../candidates.ts'
import type {Bag, Profile, Profiles} from '../profile.ts'
import {sharedWeight, type TermWeights, termWeights} from './bm25.ts'
import {bagLikeness, type Measure} from './measure.ts'
import {factLikeness} from './facts.ts'
import {headingLikeness} from './headings.ts'
import {nameLikeness} from './names.ts'
import {gramLikeness, gramSize, gramWeights} from './ngrams.ts'

/** The measures of a pair by itself, by name: a new measure is one file and one line here (and a weight). */
export const ownMeasures = (
  known: Profiles,
  weights: TermWeights,
  lexicon: Lexicon,
): ((pairs: readonly Pair[]) => Readonly<Record<string, Float64Array>>) => {
  const coverage = coverages(weights, ({bag}) => bag)
  const wholes = known.clauses.map(({whole}) => whole)
  const wholeCoverage = coverages(termWeights(wholes, known.terms), ({whole}) => whole)
  const registry: Readonly<Record<string, Measure>> = {
    words: (x, y) => (coverage(x, y) + coverage(y, x)) / 2,
    covered: (x, y) => Math.max(coverage(x, y), coverage(y, x)),
    whole: (x, y) => (wholeCoverage(x, y) + wholeCoverage(y, x)) / 2,
    grams: gramMeasure(known),
    lead: leadInMeasure(known),
    heading: headingLikeness(known),
    facts: factLikeness,
    name: nameLikeness(lexicon),
    identical: (x, y) => (x.key === y.key ? 1 : 0),
  }
  return (pairs) => {
    const column = (measure: Measure): Float64Array =>
      Float64Array.from(pairs, ({a, b}) => measure(known.clauses[a] as Profile, known.clauses[b] as Profile))
    return Object.fromEntries(Object.entries(registry).map(([name, measure]) => [name, column(measure)]))
  }
}

/** The share of `x`'s term weight that `y` has too, in the bags that `of` picks. */
const coverages =
  ({weights, self}: TermWeights, of: (profile: Profile) => Bag): Measure =>
  (x, y) => {
    const own = self[x.index] as number
    if (own === 0) return 0
    const [wx, wy] = [weights[x.index] as Float64Array, weights[y.index] as Float64Array]
    return Math.min(1, sharedWeight(of(x), wx, of(y), wy) / own)
  }

const gramMeasure = ({clauses, grams}: Profiles): Measure => {
  const idf = gramWeights(
    clauses.map(({grams: set}) => set),
    grams,
  )
  const sizes = Float64Array.from(clauses, ({grams: set}) => gramSize(set, idf))
  return (x, y) => gramLikeness(x.grams, y.grams, idf, sizes[x.index] as number, sizes[y.index] as number)
}

/** Likeness of the lead-ins; a half where either has none, so that silence neither binds nor parts. */
const leadInMeasure = ({clauses, terms}: Profiles): Measure => {
  const weighed = bagLikeness(
    clauses.map(({leadIn}) => leadIn),
    terms,
  )
  return (x, y) => (x.leadIn.terms.length === 0 || y.leadIn.terms.length === 0 ? 0.5 : weighed(x.index, y.index))
}
