import type {Lexicon} from '@hedgerow/lexicon'
import {adjacency, pairAt, type Pairs} from './pairs.ts'
import type {Profiles} from './profile.ts'

/** Pairs with their measures by name, each in [0, 1], and the probability in (0, 1) that the two clauses of each correspond: columns, one value a pair. */
export interface Scoring {
  readonly pairs: Pairs
  readonly measures: Readonly<Record<string, Float64Array>>
  readonly probability: Float64Array
}

/** A measure that looks at the other pairs too: one value in [0, 1] for each pair, in order. */
export type RelationalMeasure = (known: Profiles, scoring: Scoring, lexicon: Lexicon) => Float64Array

/** The probability of a pair by the two clauses' indexes, in either order; 0 for a pair that was not scored. */
export const pairLookup = ({pairs, probability}: Scoring, clauses: number): ((a: number, b: number) => number) => {
  const known = adjacency(pairs, clauses)
  return (a, b) => {
    const at = pairAt(known, a, b)
    return at < 0 ? 0 : (probability[at] as number)
  }
}
