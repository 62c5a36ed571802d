import type {RelationalMeasure, Scoring} from '../scoring.ts'
import {columnOf} from '../pairs.ts'
import type {Profiles} from '../profile.ts'

/** How much of two sections already matches: the share of the first one's clauses whose best match in the second's procedure lies in the
 *  second, weighed by its probability. In [0, 1]; not symmetric: a part is covered by the section it was merged into. */
export const outlineOverlaps = (
  {clauses, outlines}: Profiles,
  {pairs, probability}: Scoring,
): ((own: number, other: number) => number) => {
  const procedureOf = Int32Array.from(clauses, ({procedure}) => procedure)
  const outlineOf = Int32Array.from(clauses, ({outline}) => outline)
  const procedures = 1 + (procedureOf.at(-1) ?? 0)
  const best = new Float64Array(clauses.length * procedures)
  const where = new Int32Array(clauses.length * procedures)
  const note = (clause: number, other: number, of: number): void => {
    const key = clause * procedures + (procedureOf[other] as number)
    if (of <= (best[key] as number)) return
    best[key] = of
    where[key] = outlineOf[other] as number
  }
  for (let at = 0; at < probability.length; at++) {
    const [a, b] = [pairs.a[at] as number, pairs.b[at] as number]
    note(a, b, probability[at] as number)
    note(b, a, probability[at] as number)
  }
  const shared = new Map<number, number>()
  best.forEach((of, key) => {
    if (of === 0) return
    const code = (outlineOf[Math.floor(key / procedures)] as number) * outlines.length + (where[key] as number)
    shared.set(code, (shared.get(code) ?? 0) + of)
  })
  const sizes = new Float64Array(outlines.length)
  for (const {outline} of clauses) sizes[outline] = (sizes[outline] as number) + 1
  return (own, other) => (shared.get(own * outlines.length + other) ?? 0) / Math.max(1, sizes[own] as number)
}

/** How much the two clauses' sections match, whichever covers the other better. */
export const sectionOverlaps: RelationalMeasure = (known, scoring) => {
  const overlap = outlineOverlaps(known, scoring)
  const outlineOf = Int32Array.from(known.clauses, ({outline}) => outline)
  return columnOf(scoring.pairs, (a, b) => {
    const [x, y] = [outlineOf[a] as number, outlineOf[b] as number]
    return Math.max(overlap(x, y), overlap(y, x))
  })
}
