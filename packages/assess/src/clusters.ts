import type {Cluster, PairScore} from './assessment.ts'

/** Authorities that already share a text: pairs at least as alike in wording as `least`, joined when each pair of the two clusters is (complete
 *  linkage, so that a chain of small differences is no cluster). Clusters of two or more, the largest first. */
export const clusters = (
  pairs: readonly PairScore[],
  authorities: readonly string[],
  least: number,
): readonly Cluster[] => {
  const likeness = (a: string, b: string): number =>
    pairs.find((pair) => (pair.a === a && pair.b === b) || (pair.a === b && pair.b === a))?.wording ?? 0
  const weakest = (x: readonly string[], y: readonly string[]): number =>
    Math.min(...x.flatMap((a) => y.map((b) => likeness(a, b))))
  let groups: readonly (readonly string[])[] = authorities.map((authority) => [authority])
  for (;;) {
    const joins = groups.flatMap((x, at) => groups.slice(at + 1).map((y) => ({x, y, wording: weakest(x, y)})))
    const best = joins.reduce((top, join) => (join.wording > top.wording ? join : top), {
      x: [] as readonly string[],
      y: [] as readonly string[],
      wording: 0,
    })
    if (best.wording < least || best.x.length === 0) break
    groups = [...groups.filter((group) => group !== best.x && group !== best.y), [...best.x, ...best.y].sort()]
  }
  return groups
    .filter((group) => group.length > 1)
    .map((group) => ({
      authorities: group,
      wording: Math.min(...group.flatMap((a, at) => group.slice(at + 1).map((b) => likeness(a, b)))),
    }))
    .sort(
      (x, y) =>
        y.authorities.length - x.authorities.length ||
        ((x.authorities[0] as string) < (y.authorities[0] as string) ? -1 : 1),
    )
}
