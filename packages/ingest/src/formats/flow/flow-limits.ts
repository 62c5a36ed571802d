import type {Limits} from '../../limits.ts'
import {Unreadable} from '@hedgerow/office'
import type {Flow, Inline} from './flow.ts'

/** Throws Unreadable for a document, or a paragraph of one, that is longer than the limits. */
export const refuseLong = (flow: readonly Flow[], limits: Limits): void => {
  const all = lengthOf(flow, limits)
  if (all > limits.characters)
    throw new Unreadable(
      `it has ${all} characters, more than the limit of ${limits.characters}`,
      'split it into parts, or raise the limit',
    )
}

const lengthOf = (flow: readonly Flow[], limits: Limits): number =>
  flow.reduce((sum, each) => {
    if (each.type === 'paragraph') return sum + checked(inlinesLength(each.inlines, limits), limits)
    return each.rows.reduce((rows, {cells}) => cells.reduce((n, cell) => n + lengthOf(cell.flow, limits), rows), sum)
  }, 0)

const checked = (length: number, {block}: Limits): number => {
  if (length <= block) return length
  throw new Unreadable(
    `it has a paragraph of more than ${block} characters`,
    'break it into paragraphs, or raise the limit',
  )
}

const inlinesLength = (inlines: readonly Inline[], limits: Limits): number =>
  inlines.reduce((sum, each) => {
    if (each.type === 'text') return sum + each.text.length
    if (each.type === 'note') return sum + checked(inlinesLength(each.inlines, limits), limits)
    return each.type === 'box' ? sum + lengthOf(each.flow, limits) : sum
  }, 0)
