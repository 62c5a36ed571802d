import type {RelationalMeasure, Scoring} from '../scoring.ts'
import {adjacency, columnOf, eachRun} from '../pairs.ts'
import type {Profiles} from '../profile.ts'

/** How much of two sections already matches: the share of the first one's clauses whose best match in the second's procedure lies in the
 *  second, weighed by its probability. In [0, 1]; not symmetric: a part is covered by the section it was merged into. */
export const outlineOverlaps = (
  {clauses, outlines}: Profiles,
  {pairs, probability}: Scoring,
): ((own: number, other: number) => number) => {
  const procedureOf = Int32Array.from(clauses, ({procedure}) => procedure)
  const outlineOf = Int32Array.from(clauses, ({outline}) => outline)
  const known = adjacency(pairs, clauses.length)
  const shared = new Map<number, number>()
  eachRun(known, procedureOf, (clause, _procedure, first, end) => {
    let [best, where] = [0, 0]
    for (let place = first; place < end; place++) {
      const of = probability[known.pair[place] as number] as number
      if (of <= best) continue
      best = of
      where = outlineOf[known.other[place] as number] as number
    }
    if (best === 0) return
    const code = (outlineOf[clause] as number) * outlines.length + where
    shared.set(code, (shared.get(code) ?? 0) + best)
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
