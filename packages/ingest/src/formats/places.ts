import {lastAtMost} from './last-at-most.ts'
import type {Place} from './reading.ts'

/** Hands out offsets in formats that have no running text of their own: each stretch of words takes the next ones, and its place is found again by any of them. */
export interface Places {
  /** Takes `length` offsets for words that stand at `place`; returns the first of them. */
  readonly take: (length: number, place: Place) => number
  readonly place: (offset: number) => Place
}

/** Places with nothing handed out yet. */
export const places = (): Places => {
  const starts: number[] = []
  const held: Place[] = []
  let next = 0
  return {
    take: (length, place) => {
      const first = next
      starts.push(first)
      held.push(place)
      // One offset stays free between two stretches, so that the end of one is never the start of the next.
      next += length + 1
      return first
    },
    place: (offset) => held[lastAtMost(starts, offset)] ?? {},
  }
}
