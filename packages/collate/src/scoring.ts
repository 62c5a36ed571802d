import type {Lexicon} from '@hedgerow/lexicon'
import type {Pair} from './candidates.ts'
import type {Profiles} from './profile.ts'

/** Pairs with their measures by name, each in [0, 1], and the probability in (0, 1) that the two clauses of each correspond: columns, one value a pair. */
export interface Scoring {
  readonly pairs: readonly Pair[]
  readonly measures: Readonly<Record<string, Float64Array>>
  readonly probability: Float64Array
}

/** A measure that looks at the other pairs too: one value in [0, 1] for each pair, in order. */
export type RelationalMeasure = (known: Profiles, scoring: Scoring, lexicon: Lexicon) => Float64Array
