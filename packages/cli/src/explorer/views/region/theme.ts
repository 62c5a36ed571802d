import {foldedText, type Line, type Role, widthOf} from '../../lines.ts'
import type {Context} from '../../view.ts'

/** How the region's matrix looks. */
export const regionTheme = {
  authority: 'plain',
  topic: 'title',
  figure: 'plain',
  bar: 'good',
  none: 'faint',
} as const satisfies Readonly<Record<string, Role>>

/** Columns of one topic, the widest an authority's name may be, and blocks of a bar. */
export const topicWidth = 17
const nameWidth = 26
export const barBlocks = 4

/** Lines of the sentence about the cell one stands on. */
export const told = 5

interface Layout {
  /** Authorities in sight. */
  readonly height: number
  /** Topics in sight. */
  readonly shown: number
  /** Columns of the names. */
  readonly names: number
  readonly head: readonly Line[]
}

/** How the matrix is laid out in the room there is. */
export const layoutOf = ({world, columns, rows}: Context): Layout => {
  const longest = Math.max(9, ...world.authorities.map(({id}) => widthOf(world.name(id))))
  const names = Math.min(longest, nameWidth, Math.max(9, columns - topicWidth - 3)) + 3
  const head = foldedText(world.headline.join(' '), columns).slice(0, rows > 16 ? 4 : 1)
  return {
    height: Math.max(1, rows - head.length - told - 5),
    shown: Math.max(1, Math.floor((columns - names) / topicWidth)),
    names,
    head,
  }
}
