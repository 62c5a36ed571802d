import type {Lexicon} from '@hedgerow/lexicon'
import {columnOf, type Pairs} from '../pairs.ts'
import type {Bag, Profile, Profiles} from '../profile.ts'
import {clauseWeights, sharedWeight, type TermWeights, termWeights} from './bm25.ts'
import {bagLikeness, type Measure} from './measure.ts'
import {factLikeness} from './facts.ts'
import {headingLikeness} from './headings.ts'
import {nameLikeness, termLikeness} from './names.ts'
import {nearCoverages} from './near.ts'
import {gramLikeness, gramSize, gramWeights} from './ngrams.ts'

/** The measures of a pair by itself, by name: a new measure is one file and one line here (and a weight). */
export const ownMeasures = (
  known: Profiles,
  lexicon: Lexicon,
): ((pairs: Pairs) => Readonly<Record<string, Float64Array>>) => {
  const found = remembered.get(known)
  if (found) return found
  const weights = clauseWeights(known)
  const wholes = termWeights(
    known.clauses.map(({whole}) => whole),
    known.terms,
  )
  const registry: Readonly<Record<string, Measure>> = {
    grams: gramMeasure(known),
    lead: leadInMeasure(known),
    heading: headingLikeness(known),
    facts: factLikeness,
    name: nameLikeness(lexicon),
    term: termLikeness(lexicon),
    identical: (x, y) => (x.key === y.key ? 1 : 0),
  }
  const measured = (pairs: Pairs): Readonly<Record<string, Float64Array>> => {
    const column = (measure: Measure): Float64Array =>
      columnOf(pairs, (a, b) => measure(known.clauses[a] as Profile, known.clauses[b] as Profile))
    const [there, back] = coverages(known, pairs, weights, ({bag}) => bag)
    const [wholeThere, wholeBack] = coverages(known, pairs, wholes, ({whole}) => whole)
    const rest = Object.fromEntries(Object.entries(registry).map(([name, measure]) => [name, column(measure)]))
    const [nearThere, nearBack] = nearCoverages(known, pairs, weights)
    const whole = wholeThere.map((one, at) => (one + (wholeBack[at] as number)) / 2)
    const grams = rest['grams'] as Float64Array
    return {
      words: there.map((one, at) => (one + (back[at] as number)) / 2),
      near: nearThere.map((one, at) => (one + (nearBack[at] as number)) / 2),
      covered: there.map((one, at) => Math.max(one, back[at] as number)),
      whole,
      foreign: whole.map((one, at) => Math.max(0, 1 - Math.max(one, grams[at] as number) / known_)),
      ...rest,
    }
  }
  remembered.set(known, measured)
  return measured
}

/** A likeness from which on two clauses are not foreign to each other: below it, hardly a telling word is shared. */
const known_ = 0.2

const remembered = new WeakMap<Profiles, ReturnType<typeof ownMeasures>>()

/** For each pair the share of the first's term weight that the second has too, and the other way about, in the bags that `of` picks. */
const coverages = (
  {clauses}: Profiles,
  pairs: Pairs,
  {weights, self}: TermWeights,
  of: (profile: Profile) => Bag,
): readonly [Float64Array, Float64Array] => {
  const bags = clauses.map(of)
  const shared = columnOf(pairs, (a, b) =>
    sharedWeight(bags[a] as Bag, weights[a] as Float64Array, bags[b] as Bag, weights[b] as Float64Array),
  )
  const share = (own: number, weight: number): number => (own === 0 ? 0 : Math.min(1, weight / own))
  return [
    columnOf(pairs, (a, _, at) => share(self[a] as number, shared[at] as number)),
    columnOf(pairs, (_, b, at) => share(self[b] as number, shared[at] as number)),
  ]
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
