import {foldedText, type Line, measured, type Role, widthOf} from '../../lines.ts'
import type {Context} from '../../view.ts'

/** How the region's matrix looks. */
export const regionTheme = {
  authority: 'plain',
  topic: 'title',
  figure: 'plain',
  bar: 'good',
  none: 'faint',
} as const satisfies Readonly<Record<string, Role>>

/** Columns of one topic at least and at most, the widest an authority's name may be, and blocks of a bar. */
const topicWidth = 17
const widestTopic = 40
const nameWidth = 26
export const barBlocks = 4

/** Lines of the sentence about the cell one stands on. */
export const told = 5

interface Layout {
  /** Authorities in sight. */
  readonly height: number
  /** Topics in sight. */
  readonly shown: number
  /** Columns of a topic. */
  readonly width: number
  /** Columns of the names. */
  readonly names: number
  readonly head: readonly Line[]
}

/** How the matrix is laid out in the room there is. */
export const layoutOf = ({world, columns, rows}: Context): Layout => {
  const longest = Math.max(9, ...world.authorities.map(({id}) => widthOf(world.name(id))))
  const names = Math.min(longest, nameWidth, Math.max(9, columns - topicWidth - 3)) + 3
  const widest = Math.max(0, ...world.topics.map(({summary}) => widthOf(summary.title) + 2))
  const room = Math.floor((columns - names) / Math.max(1, world.topics.length))
  const width = Math.max(topicWidth, Math.min(widestTopic, widest, room))
  const head = foldedText(world.headline.join(' '), measured(columns)).slice(0, rows > 16 ? 4 : 1)
  return {
    height: Math.max(1, rows - head.length - told - 5),
    shown: Math.max(1, Math.floor((columns - names) / width)),
    width,
    names,
    head,
  }
}
