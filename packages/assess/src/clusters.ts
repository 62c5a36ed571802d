import type {Cluster, PairScore} from './assessment.ts'

/** Authorities that already share a text: pairs at least as alike in wording as `least`, joined when each pair of the two clusters is (complete
 *  linkage, so that a chain of small differences is no cluster). Clusters of two or more, the largest first. */
export const clusters = (
  pairs: readonly PairScore[],
  authorities: readonly string[],
  least: number,
): readonly Cluster[] => {
  const at = new Map(authorities.map((authority, place) => [authority, place]))
  const weakest = authorities.map(() => new Float64Array(authorities.length))
  for (const {a, b, wording} of pairs) {
    const [x, y] = [at.get(a) as number, at.get(b) as number]
    ;(weakest[x] as Float64Array)[y] = wording
    ;(weakest[y] as Float64Array)[x] = wording
  }
  const of = (x: number, y: number): number => (weakest[x] as Float64Array)[y] as number
  let groups = authorities.map((authority, place) => ({place, authorities: [authority], wording: 1}))
  for (;;) {
    let best: {readonly x: number; readonly y: number; readonly wording: number} | null = null
    for (const {place: x} of groups)
      for (const {place: y} of groups)
        if (x < y && of(x, y) >= least && of(x, y) > (best?.wording ?? 0)) best = {x, y, wording: of(x, y)}
    if (!best) break
    const {x, y, wording} = best
    const [first, second] = [groups.find(({place}) => place === x), groups.find(({place}) => place === y)]
    const joined = [...(first?.authorities ?? []), ...(second?.authorities ?? [])].sort()
    for (const {place} of groups) {
      const both = Math.min(of(x, place), of(y, place))
      ;(weakest[x] as Float64Array)[place] = both
      ;(weakest[place] as Float64Array)[x] = both
    }
    groups = groups
      .filter(({place}) => place !== y)
      .map((group) => (group.place === x ? {place: x, authorities: joined, wording} : group))
  }
  return groups
    .filter((group) => group.authorities.length > 1)
    .map(({authorities: own, wording}) => ({authorities: own, wording}))
    .sort(
      (x, y) =>
        y.authorities.length - x.authorities.length ||
        ((x.authorities[0] as string) < (y.authorities[0] as string) ? -1 : 1),
    )
}
