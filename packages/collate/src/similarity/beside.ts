import {columnOf, shifted} from '../pairs.ts'
import type {RelationalMeasure} from '../scoring.ts'

/** The mean probability of the two pairs exactly beside a pair: the clauses before it, and the clauses after it. */
export const besides: RelationalMeasure = ({clauses}, {pairs, probability}) => {
  const [before, after] = [shifted(pairs, clauses.length, -1, -1), shifted(pairs, clauses.length, 1, 1)]
  const of = (place: number): number => (place < 0 ? 0 : (probability[place] as number))
  return columnOf(pairs, (_a, _b, at) => (of(before[at] as number) + of(after[at] as number)) / 2)
}
