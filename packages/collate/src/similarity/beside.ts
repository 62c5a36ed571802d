import {adjacency, columnOf, pairAt} from '../pairs.ts'
import type {RelationalMeasure} from '../scoring.ts'

/** The mean probability of the two pairs exactly beside a pair: the clauses before it, and the clauses after it. */
export const besides: RelationalMeasure = ({clauses}, {pairs, probability}) => {
  const known = adjacency(pairs, clauses.length)
  return columnOf(pairs, (a, b) => {
    const [before, after] = [pairAt(known, a - 1, b - 1), pairAt(known, a + 1, b + 1)]
    return ((before < 0 ? 0 : (probability[before] as number)) + (after < 0 ? 0 : (probability[after] as number))) / 2
  })
}
