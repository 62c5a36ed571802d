import type {Variant} from './assessment.ts'
import type {Difference} from './judge.ts'

/** The three values law 3 asks for, side by side: what most read, the strictest, and what the others are against. */
export interface Consensus {
  /** The variant more authorities read than any other; null on a tie, and when most say nothing: silence is no value to move to. */
  readonly majority: Variant | null
  /** The variant that protects most, where the class has such an order and one variant stands above the rest; else null. */
  readonly strictest: Variant | null
}

/** How strict a variant is; undefined when its class has no order of protection or its value none. */
export const strictness = (variant: Variant, {values}: Difference): number | undefined =>
  values.get(variant.authorities[0] as string)?.rank

/** Majority and strictest value of a difference. */
export const consensus = (difference: Difference): Consensus => {
  const [first, second] = difference.variants
  const leads = first && first.value !== '' && first.authorities.length > (second?.authorities.length ?? 0)
  const majority = leads ? first : null
  const ranked = difference.variants
    .map((variant) => ({variant, rank: strictness(variant, difference)}))
    .filter((each): each is {variant: Variant; rank: number} => each.rank !== undefined)
    .sort((x, y) => y.rank - x.rank)
  const [top, next] = ranked
  const isComplete = ranked.length === difference.variants.length
  return {majority, strictest: isComplete && top && next && top.rank > next.rank ? top.variant : null}
}

/** Per authority, how its value stands against the reference variant: the majority, or the first authority's on a tie. Silence has no direction of its own. */
export const directions = (difference: Difference): Readonly<Record<string, 'weaker' | 'stricter' | 'different'>> => {
  const reference = consensus(difference).majority ?? firstHeld(difference.variants)
  const base = strictness(reference, difference)
  const found: Record<string, 'weaker' | 'stricter' | 'different'> = {}
  for (const variant of difference.variants) {
    if (variant === reference) continue
    const own = strictness(variant, difference)
    const direction =
      own === undefined || base === undefined || own === base ? 'different' : own > base ? 'stricter' : 'weaker'
    for (const authority of variant.authorities) found[authority] = direction
  }
  return Object.fromEntries(Object.entries(found).sort(([x], [y]) => (x < y ? -1 : 1)))
}

const firstHeld = (variants: readonly Variant[]): Variant =>
  variants.reduce((best, each) => ((each.authorities[0] as string) < (best.authorities[0] as string) ? each : best))
