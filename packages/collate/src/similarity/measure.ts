import type {Bag, Profile} from '../profile.ts'
import {sharedWeight, termWeights} from './bm25.ts'

/** A measure of two clauses by themselves: pure, in [0, 1]. */
export type Measure = (x: Profile, y: Profile) => number

/** Weighted Dice likeness between bags of a list, by their places in it; 0 when either is empty. */
export const bagLikeness = (bags: readonly Bag[], terms: number): ((x: number, y: number) => number) => {
  const {weights, self} = termWeights(bags, terms)
  return (x, y) => {
    const size = (self[x] as number) + (self[y] as number)
    const shared = sharedWeight(bags[x] as Bag, weights[x] as Float64Array, bags[y] as Bag, weights[y] as Float64Array)
    return size === 0 ? 0 : (2 * shared) / size
  }
}
