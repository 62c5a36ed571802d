import type {Joint} from './nodes.ts'

/** How alike two of a list are, by their places in it. */
type Likeness = (a: number, b: number) => number

interface Group {
  readonly joint: Joint
  readonly members: readonly number[]
}

/** A tree of the names: the two groups that are most alike are joined, until one is left; groups are as alike as their members on average. The first in
 *  the order given of equals. Null with fewer than two names. Source: Sokal and Michener 1958 (average linkage, UPGMA). */
export function dendrogram(names: readonly string[], alike: Likeness): Joint | null {
  if (names.length < 2) return null
  let groups: readonly Group[] = names.map((joint, at) => ({joint, members: [at]}))
  let shares: readonly (readonly number[])[] = names.map((_, a) => names.map((__, b) => (a === b ? 0 : alike(a, b))))
  while (groups.length > 1) {
    const [a, b] = nearest(shares)
    const [x, y] = [groups[a] as Group, groups[b] as Group]
    const share = shares[a]?.[b] ?? 0
    const members = [...x.members, ...y.members]
    const rest = groups.map((_, at) => at).filter((at) => at !== a && at !== b)
    // The new group stands where its first part stood, so that equals keep the order given.
    const order = [...rest.filter((at) => at < a), -1, ...rest.filter((at) => at > a)]
    const toNew = (at: number): number =>
      ((shares[a]?.[at] ?? 0) * x.members.length + (shares[b]?.[at] ?? 0) * y.members.length) / members.length
    groups = order.map((at) => (at < 0 ? {joint: {share, parts: [x.joint, y.joint]}, members} : (groups[at] as Group)))
    const known = shares
    shares = order.map((p) =>
      order.map((q) => (p === q ? 0 : p < 0 ? toNew(q) : q < 0 ? toNew(p) : (known[p]?.[q] ?? 0))),
    )
  }
  return groups[0]?.joint ?? null
}

function nearest(shares: readonly (readonly number[])[]): readonly [number, number] {
  let [best, first, second] = [-1, 0, 1]
  for (const [a, row] of shares.entries())
    for (let b = a + 1; b < row.length; b++) if ((row[b] ?? 0) > best) [best, first, second] = [row[b] ?? 0, a, b]
  return [first, second]
}

/** The names of a tree from first to last. */
export function leavesOf(joint: Joint): readonly string[] {
  return typeof joint === 'string' ? [joint] : joint.parts.flatMap(leavesOf)
}

/** What is joined in a tree, the most alike first. */
export function joinsOf(joint: Joint): readonly Exclude<Joint, string>[] {
  if (typeof joint === 'string') return []
  return [...joint.parts.flatMap(joinsOf), joint].sort((a, b) => b.share - a.share)
}
