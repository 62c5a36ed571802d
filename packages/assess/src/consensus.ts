import type {Variant} from './assessment.ts'
import type {Difference} from './judge.ts'
import {type Protection, protectsMore} from './protection.ts'

/** The three values law 3 asks for, side by side: what most read, the strictest, and what the others are against. */
export interface Consensus {
  /** The variant more authorities read than any other; null on a tie, and when most say nothing: silence is no value to move to. */
  readonly majority: Variant | null
  /** The variant that protects most, where the class has such an order and one variant stands above the rest; else null. */
  readonly strictest: Variant | null
}

/** How a variant protects; undefined when its class has no order of protection or its value none. */
const strictness = (variant: Variant, {values}: Difference): Protection | undefined =>
  values.get(variant.authorities[0] as string)?.rank

/** Majority and strictest value of a difference. */
export const consensus = (difference: Difference): Consensus => {
  const [first, second] = difference.variants
  const leads = first && first.value !== '' && first.authorities.length > (second?.authorities.length ?? 0)
  const majority = leads ? first : null
  const strictest = difference.variants.find((variant) =>
    difference.variants.every((other) => other === variant || isStricter(variant, other, difference)),
  )
  return {majority, strictest: difference.variants.length > 1 ? (strictest ?? null) : null}
}

/** Whether one variant protects more than another in every case. */
const isStricter = (variant: Variant, other: Variant, difference: Difference): boolean => {
  const [own, its] = [strictness(variant, difference), strictness(other, difference)]
  return own !== undefined && its !== undefined && protectsMore(own, its) === 1
}

/** Whether moving from one variant to another raises protection or, where the class has no order of it, at least cannot be told to lower it. */
export const raises = (target: Variant, from: Variant, difference: Difference): boolean => {
  const [own, its] = [strictness(target, difference), strictness(from, difference)]
  return own === undefined || its === undefined || protectsMore(own, its) === 1
}

/** Whether no other variant of a difference is known to protect more than this one, or may do so on some days. */
export const lowersNobody = (target: Variant, difference: Difference): boolean =>
  difference.variants.every(
    (other) => other === target || raises(target, other, difference) || isLevel(target, other, difference),
  )

const isLevel = (x: Variant, y: Variant, difference: Difference): boolean => {
  const [own, its] = [strictness(x, difference), strictness(y, difference)]
  return own !== undefined && its !== undefined && protectsMore(own, its) === 0
}

/** Per authority, how its value stands against the reference variant: the majority, or the first authority's on a tie. Silence has no direction of its own. */
export const directions = (difference: Difference): Readonly<Record<string, 'weaker' | 'stricter' | 'different'>> => {
  const reference = consensus(difference).majority ?? firstHeld(difference.variants)
  const base = strictness(reference, difference)
  const found: Record<string, 'weaker' | 'stricter' | 'different'> = {}
  for (const variant of difference.variants) {
    if (variant === reference) continue
    const own = strictness(variant, difference)
    for (const authority of variant.authorities) found[authority] = directionOf(own, base)
  }
  return Object.fromEntries(Object.entries(found).sort(([x], [y]) => (x < y ? -1 : 1)))
}

/** How a value stands against another: `different` where neither protects more in every case. */
export const directionOf = (
  own: Protection | undefined,
  base: Protection | undefined,
): 'weaker' | 'stricter' | 'different' => {
  const more = own === undefined || base === undefined ? null : protectsMore(own, base)
  return more === 1 ? 'stricter' : more === -1 ? 'weaker' : 'different'
}

const firstHeld = (variants: readonly Variant[]): Variant =>
  variants.reduce((best, each) => ((each.authorities[0] as string) < (best.authorities[0] as string) ? each : best))
