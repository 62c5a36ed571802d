import type {RelationalMeasure, Scoring} from '../scoring.ts'
import {codesOf, columnOf} from '../pairs.ts'
import type {Profile} from '../profile.ts'
import {setting} from '../setting.ts'

/** How well the neighbours of two clauses match: the decaying mean, over places before and after, of the best probability within one place
 *  of the same distance. A match is likelier where the neighbours match too; moves stay possible, because the measure only adds evidence. */
export const neighbourhoods: RelationalMeasure = ({clauses}, scoring, lexicon) => {
  const set = setting(lexicon)
  const reach = set('order-reach')
  const decay = set('order-decay')
  const weights = Float64Array.from({length: reach}, (_, k) => decay ** k)
  const total = 2 * weights.reduce((sum, each) => sum + each, 0)
  const nearest = nearestPairs(clauses, scoring, reach)
  return columnOf(scoring.pairs, (a, b, at) => {
    let sum = 0
    for (let k = 1; k <= reach; k++) sum += (weights[k - 1] as number) * (nearest(at, a, b, k) + nearest(at, a, b, -k))
    return sum / total
  })
}

/** The best probability of the up to three pairs of the clause `step` places from `a` with those within a place of `step` places from `b`; to be asked pair
 *  after pair, in order. Pairs are sorted, so what is asked for lies further on each time: a cursor for each step walks along, and nothing is searched. */
const nearestPairs = (
  clauses: readonly Profile[],
  {pairs, probability}: Scoring,
  reach: number,
): ((at: number, a: number, b: number, step: number) => number) => {
  const codes = codesOf(pairs, clauses.length)
  const procedureOf = Int32Array.from(clauses, ({procedure}) => procedure)
  const cursors = new Int32Array(2 * reach + 1)
  return (at, a, b, step) => {
    const middle = (codes[at] as number) + step * (clauses.length + 1)
    let place = cursors[reach + step] as number
    while (place < codes.length && (codes[place] as number) < middle - 1) place++
    cursors[reach + step] = place
    if (procedureOf[a + step] !== procedureOf[a]) return 0
    let most = 0
    for (; place < codes.length && (codes[place] as number) <= middle + 1; place++)
      if (procedureOf[pairs.b[place] as number] === procedureOf[b]) most = Math.max(most, probability[place] as number)
    return most
  }
}
