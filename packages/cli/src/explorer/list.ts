/** Where one stands in a list, and the first item in sight. Both from 0. */
export interface ListPlace {
  readonly at: number
  readonly top: number
}

export const listStart: ListPlace = {at: 0, top: 0}

export type Move = 'up' | 'down' | 'page-up' | 'page-down' | 'home' | 'end'

/** Keys that move in a list, whichever a hand is used to. */
const moves: Readonly<Record<string, Move>> = {
  up: 'up',
  k: 'up',
  down: 'down',
  j: 'down',
  'page-up': 'page-up',
  'ctrl-b': 'page-up',
  'ctrl-u': 'page-up',
  'page-down': 'page-down',
  'ctrl-f': 'page-down',
  'ctrl-d': 'page-down',
  space: 'page-down',
  home: 'home',
  g: 'home',
  end: 'end',
  G: 'end',
}

/** The move a key means, or null. */
export const moveOf = (key: string): Move | null => moves[key] ?? null

/** The same place with what it points at in sight: `length` items, `height` of them shown at once. */
export const inSight = ({at, top}: ListPlace, length: number, height: number): ListPlace => {
  const own = Math.max(0, Math.min(at, length - 1))
  const shown = Math.max(1, height)
  const first = Math.max(0, Math.min(top, length - shown))
  if (own < first) return {at: own, top: own}
  return {at: own, top: own >= first + shown ? own - shown + 1 : first}
}

const steps = (move: Move, length: number, height: number): number => {
  const page = Math.max(1, height - 1)
  switch (move) {
    case 'up':
      return -1
    case 'down':
      return 1
    case 'page-up':
      return -page
    case 'page-down':
      return page
    case 'home':
      return -length
    case 'end':
      return length
  }
}

/** The place after a move; it stops at both ends. */
export const moved = (place: ListPlace, move: Move, length: number, height: number): ListPlace =>
  inSight({...place, at: Math.max(0, Math.min(length - 1, place.at + steps(move, length, height)))}, length, height)

/** The place at an item that has moved in its list: as far from the top of the screen as before. */
export const movedWith = ({at, top}: ListPlace, to: number): ListPlace => ({at: to, top: Math.max(0, to - (at - top))})

/** Where an item is now; where it is not, the same place or the last there is. */
export const nearest = <Item>(items: readonly Item[], at: number, isIt: (item: Item) => boolean): number => {
  const found = items.findIndex(isIt)
  return found < 0 ? Math.max(0, Math.min(at, items.length - 1)) : found
}

/** The place at an item. */
export const placedAt = (place: ListPlace, at: number, length: number, height: number): ListPlace =>
  inSight({...place, at}, length, height)
