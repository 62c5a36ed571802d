/** A sequence of items as one authority has them, each item once. */
export type Sequence = readonly number[]

/** The order most sequences agree on: each item scores a point for every other that comes after it in most of the sequences holding both, half a point
 *  where none holds both; a tie goes to the first sequence that holds both. More points come first; equal points keep the order of first sight.
 *  Source: Copeland's method. `weights` (one a sequence) default to 1. */
export const consensusOrder = (sequences: readonly Sequence[]): readonly number[] => {
  const items = [...new Set(sequences.flat())]
  const places = sequences.map((sequence) => new Map(sequence.map((item, place) => [item, place])))
  const points = new Map(items.map((item) => [item, 0]))
  const before = (x: number, y: number): number => {
    let [votes, first] = [0, 0]
    for (const place of places) {
      const [px, py] = [place.get(x), place.get(y)]
      if (px === undefined || py === undefined) continue
      const vote = px < py ? 1 : -1
      votes += vote
      first ||= vote
    }
    return Math.sign(votes) || first
  }
  items.forEach((x, at) => {
    for (const y of items.slice(at + 1)) {
      const vote = before(x, y)
      points.set(x, (points.get(x) as number) + (1 + vote) / 2)
      points.set(y, (points.get(y) as number) + (1 - vote) / 2)
    }
  })
  return items
    .map((item, seen) => ({item, seen}))
    .sort((x, y) => (points.get(y.item) as number) - (points.get(x.item) as number) || x.seen - y.seen)
    .map(({item}) => item)
}

/** Which items of `sequence` stand out of order against `order`: those outside its heaviest increasing subsequence. Of equally heavy ones the one that
 *  keeps the earlier items of the order is kept, so that a tie moves the later section. Items not in `order` never move.
 *  Source: longest increasing subsequence, with weights (items of one section share a weight of 1). */
export const transposed = (
  sequence: Sequence,
  order: readonly number[],
  weightOf: (item: number) => number,
): readonly number[] => {
  const rank = new Map(order.map((item, at) => [item, at]))
  const known = sequence.filter((item) => rank.has(item))
  const kept = new Set(
    heaviestIncreasing(known.map((item) => ({rank: rank.get(item) as number, weight: weightOf(item), item}))),
  )
  return known.filter((item) => !kept.has(item))
}

interface Ranked {
  readonly rank: number
  readonly weight: number
  readonly item: number
}

interface Chain {
  readonly weight: number
  /** Sum of ranks weighed: of equally heavy chains the one with the lower mean rank keeps the earlier items. */
  readonly ranks: number
  readonly last: number
  readonly before: Chain | null
}

const lighter = (x: Chain | null, y: Chain): boolean => {
  if (!x) return true
  if (Math.abs(x.weight - y.weight) > 1e-9) return x.weight < y.weight
  return x.ranks > y.ranks + 1e-9
}

const heaviestIncreasing = (items: readonly Ranked[]): readonly number[] => {
  const chains: {readonly rank: number; readonly chain: Chain}[] = []
  let best: Chain | null = null
  for (const {rank, weight, item} of items) {
    let before: Chain | null = null
    for (const each of chains) if (each.rank < rank && lighter(before, each.chain)) before = each.chain
    const chain: Chain = {
      weight: weight + (before?.weight ?? 0),
      ranks: weight * rank + (before?.ranks ?? 0),
      last: item,
      before,
    }
    chains.push({rank, chain})
    if (lighter(best, chain)) best = chain
  }
  const kept: number[] = []
  for (let chain = best; chain; chain = chain.before) kept.push(chain.last)
  return kept
}
