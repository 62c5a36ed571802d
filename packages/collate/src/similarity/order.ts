import type {RelationalMeasure, Scoring} from '../scoring.ts'
import type {Profile} from '../profile.ts'
import {setting} from '../setting.ts'

const lookups = new WeakMap<Scoring, ReadonlyMap<number, number>>()

/** The probability of a pair by the two clauses' indexes, in either order; 0 for a pair that is no candidate. Built once for a scoring. */
export const pairLookup = (scoring: Scoring, clauses: number): ((a: number, b: number) => number) => {
  const found = lookups.get(scoring) ?? byPair(scoring, clauses)
  lookups.set(scoring, found)
  return (a, b) => found.get(a < b ? a * clauses + b : b * clauses + a) ?? 0
}

const byPair = ({pairs, probability}: Scoring, clauses: number): ReadonlyMap<number, number> => {
  const found = new Map<number, number>()
  pairs.forEach(({a, b}, at) => found.set(Math.min(a, b) * clauses + Math.max(a, b), probability[at] as number))
  return found
}

/** How well the neighbours of two clauses match: the decaying mean, over places before and after, of the best probability within one place
 *  of the same distance. A match is likelier where the neighbours match too; moves stay possible, because the measure only adds evidence. */
export const neighbourhoods: RelationalMeasure = ({clauses}, scoring, lexicon) => {
  const set = setting(lexicon)
  const reach = set('order-reach')
  const decay = set('order-decay')
  const of = pairLookup(scoring, clauses.length)
  const total = 2 * Array.from({length: reach}, (_, k) => decay ** k).reduce((sum, each) => sum + each, 0)
  const inside = (from: number, step: number): boolean =>
    clauses[from + step]?.procedure === (clauses[from] as Profile).procedure
  const nearest = (a: number, b: number, step: number): number => {
    if (!inside(a, step)) return 0
    let most = 0
    for (const slip of [0, -1, 1]) if (inside(b, step + slip)) most = Math.max(most, of(a + step, b + step + slip))
    return most
  }
  return Float64Array.from(scoring.pairs, ({a, b}) => {
    let sum = 0
    for (let k = 1; k <= reach; k++) sum += decay ** (k - 1) * (nearest(a, b, k) + nearest(a, b, -k))
    return sum / total
  })
}
