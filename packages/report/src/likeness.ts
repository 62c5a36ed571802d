import type {PairScore, Scores} from '@hedgerow/assess'

/** How one authority stands to the others on a topic: means over its pairs, in [0, 1]. */
export interface Likeness {
  readonly authority: string
  readonly wording: number
  readonly rule: number
  /** Share of its rows left out of `rule` as unsure. */
  readonly unsure: number
  /** The authority whose rules agree with its own in most, and in fewest; the first by id of equals. */
  readonly nearest: string
  readonly furthest: string
}

/** The likeness of each authority to the others, in the order given; empty with fewer than two. */
export function likenesses(authorities: readonly string[], {pairs}: Scores): readonly Likeness[] {
  const own = new Map<string, PairScore[]>(authorities.map((id) => [id, []]))
  for (const pair of pairs) {
    own.get(pair.a)?.push(pair)
    own.get(pair.b)?.push(pair)
  }
  return authorities.flatMap((id) => likenessOf(id, own.get(id) ?? []))
}

function likenessOf(authority: string, pairs: readonly PairScore[]): readonly Likeness[] {
  const [first] = pairs
  if (first === undefined) return []
  const mean = (of: (pair: PairScore) => number): number =>
    pairs.reduce((sum, pair) => sum + of(pair), 0) / pairs.length
  const other = ({a, b}: PairScore): string => (a === authority ? b : a)
  const extreme = (isBetter: (rule: number, best: number) => boolean): string =>
    other(pairs.reduce((best, pair) => (isBetter(pair.rule, best.rule) ? pair : best), first))
  return [
    {
      authority,
      wording: mean(({wording}) => wording),
      rule: mean(({rule}) => rule),
      unsure: mean(({unsure}) => unsure),
      nearest: extreme((rule, best) => rule > best),
      furthest: extreme((rule, best) => rule < best),
    },
  ]
}
