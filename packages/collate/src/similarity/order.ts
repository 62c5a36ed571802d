import type {RelationalMeasure} from '../scoring.ts'
import {adjacency, columnOf, firstFrom} from '../pairs.ts'
import {setting} from '../setting.ts'

/** How well the neighbours of two clauses match: the decaying mean, over places before and after, of the best probability within one place
 *  of the same distance. A match is likelier where the neighbours match too; moves stay possible, because the measure only adds evidence. */
export const neighbourhoods: RelationalMeasure = ({clauses}, {pairs, probability}, lexicon) => {
  const set = setting(lexicon)
  const reach = set('order-reach')
  const decay = set('order-decay')
  const known = adjacency(pairs, clauses.length)
  const total = 2 * Array.from({length: reach}, (_, k) => decay ** k).reduce((sum, each) => sum + each, 0)
  const procedureOf = Int32Array.from(clauses, ({procedure}) => procedure)
  /** The best of the up to three pairs of the clause `step` places from `a` with those within a place of `step` places from `b`. */
  const nearest = (a: number, b: number, step: number): number => {
    const from = a + step
    if (procedureOf[from] !== procedureOf[a]) return 0
    const end = known.start[from + 1] as number
    let most = 0
    for (let place = firstFrom(known, from, b + step - 1); place < end; place++) {
      const other = known.other[place] as number
      if (other > b + step + 1) break
      if (procedureOf[other] !== procedureOf[b]) continue
      most = Math.max(most, probability[known.pair[place] as number] as number)
    }
    return most
  }
  return columnOf(pairs, (a, b) => {
    let sum = 0
    for (let k = 1; k <= reach; k++) sum += decay ** (k - 1) * (nearest(a, b, k) + nearest(a, b, -k))
    return sum / total
  })
}
