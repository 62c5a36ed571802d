import type {RelationalMeasure, Scoring} from '../scoring.ts'
import type {Profile, Profiles} from '../profile.ts'

/** How much of two sections already matches: the share of the first one's clauses whose best match in the second's procedure lies in the
 *  second, weighed by its probability. In [0, 1]; not symmetric: a part is covered by the section it was merged into. */
export const outlineOverlaps = (
  {clauses, outlines}: Profiles,
  {pairs, probability}: Scoring,
): ((own: number, other: number) => number) => {
  const best = new Map<number, {of: number; outline: number}>()
  const procedures = 1 + Math.max(0, ...clauses.map(({procedure}) => procedure))
  const note = (clause: Profile, other: Profile, of: number): void => {
    const key = clause.index * procedures + other.procedure
    const known = best.get(key)
    if (!known || of > known.of) best.set(key, {of, outline: other.outline})
  }
  pairs.forEach(({a, b}, at) => {
    const [x, y] = [clauses[a] as Profile, clauses[b] as Profile]
    note(x, y, probability[at] as number)
    note(y, x, probability[at] as number)
  })
  const shared = new Map<number, number>()
  for (const [key, {of, outline}] of best) {
    const code = (clauses[Math.floor(key / procedures)] as Profile).outline * outlines.length + outline
    shared.set(code, (shared.get(code) ?? 0) + of)
  }
  const sizes = new Float64Array(outlines.length)
  for (const {outline} of clauses) sizes[outline] = (sizes[outline] as number) + 1
  return (own, other) => (shared.get(own * outlines.length + other) ?? 0) / Math.max(1, sizes[own] as number)
}

/** How much the two clauses' sections match, whichever covers the other better. */
export const sectionOverlaps: RelationalMeasure = (known, scoring) => {
  const overlap = outlineOverlaps(known, scoring)
  return Float64Array.from(scoring.pairs, ({a, b}) => {
    const [x, y] = [(known.clauses[a] as Profile).outline, (known.clauses[b] as Profile).outline]
    return Math.max(overlap(x, y), overlap(y, x))
  })
}
