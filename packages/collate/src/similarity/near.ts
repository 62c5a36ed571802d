import {columnOf, type Pairs} from '../pairs.ts'
import type {Profile, Profiles} from '../profile.ts'
import type {TermWeights} from './bm25.ts'

/** For each pair the share of the first's term weight that the second has too or says in a word of near sense, and the other way about; in [0, 1], 0 for a clause without a term. */
export const nearCoverages = (
  {clauses, near, terms}: Profiles,
  pairs: Pairs,
  {weights, self}: TermWeights,
): readonly [Float64Array, Float64Array] => {
  const marks = new Int32Array(terms).fill(-1)
  let marked = -1
  const mark = (clause: number): void => {
    if (marked === clause) return
    marked = clause
    for (const term of (clauses[clause] as Profile).bag.terms) {
      marks[term] = clause
      for (const other of near[term] as Int32Array) marks[other] = clause
    }
  }
  const covered = (own: number, other: number): number => {
    mark(other)
    const ids = (clauses[own] as Profile).bag.terms
    const held = weights[own] as Float64Array
    let sum = 0
    for (let at = 0; at < ids.length; at++) if (marks[ids[at] as number] === other) sum += held[at] as number
    const all = self[own] as number
    return all === 0 ? 0 : Math.min(1, sum / all)
  }
  const back = columnOf(pairs, (a, b) => covered(b, a))
  const there = new Float64Array(pairs.a.length)
  for (const at of orderOf(pairs)) there[at] = covered(pairs.a[at] as number, pairs.b[at] as number)
  return [there, back]
}

/** The places of pairs by their second clause, so that each is marked once. */
const orderOf = ({a, b}: Pairs): Int32Array =>
  Int32Array.from(a, (_, at) => at).sort((x, y) => (b[x] as number) - (b[y] as number) || x - y)
