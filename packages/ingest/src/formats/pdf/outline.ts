import type {Block, ListItem} from '../../blocks.ts'
import {isCaps} from './headings.ts'
import {begins, follows, type Marker, markerOf} from './marker.ts'
import {hangOf} from './paragraphs.ts'
import {firstLine, paraText, type Para} from './pieces.ts'

/** A step with what stands under it. `own` is null for none. */
export interface Step {
  readonly type: 'step'
  readonly own: Para
  readonly marker: Marker
  readonly under: readonly Node[]
}

/** A step, or anything else in reading order. */
export type Node = Step | Para | {readonly type: 'other'; readonly blocks: readonly Block[]}

interface Open {
  readonly own: Para
  readonly marker: Marker
  readonly x: number
  readonly hang: number
  readonly under: Node[]
}

const near = 5

/** Paragraphs as nested steps, by their marks and margins. `isHeading` ends every list. */
export const stepsOf = (nodes: readonly Node[], isHeading: (own: Para) => boolean): readonly Node[] => {
  const found: Node[] = []
  const open: Open[] = []
  let before: Para | null = null
  const close = (depth: number): void => {
    while (open.length > depth) {
      const {own, marker, under} = open.pop() as Open
      ;(open.at(-1)?.under ?? found).push({type: 'step', own, marker, under})
    }
  }
  for (const node of nodes) {
    const own = node.type === 'para' ? node : null
    if (own && isHeading(own)) close(0)
    const marker = own && !isHeading(own) ? markOf(own) : null
    if (own && marker) {
      close(depthFor(own, marker, open, before))
      open.push({own, marker, x: firstLine(own).x, hang: hangOf(firstLine(own)), under: []})
      before = own
      continue
    }
    if (own && !isHeading(own)) close(depthUnder(own, open))
    else if (!own) close(0)
    ;(open.at(-1)?.under ?? found).push(node)
    before = own
  }
  close(0)
  return found
}

/** A mark as printed; what the document calls an item without printing a mark has a drawn bullet. */
const markOf = (own: Para): Marker | null =>
  markerOf(paraText(own)) ?? (own.role === 'item' ? {printed: null, kinds: [{style: 'drawn', value: 0}], at: 0} : null)

/** How many open steps stay open over a new one: it follows one of them, or begins a list within the last that stands further left. */
const depthFor = (own: Para, marker: Marker, open: readonly Open[], before: Para | null): number => {
  const {x} = firstLine(own)
  const last = open.at(-1)
  if (last && marker.printed === null && sameMark(last, marker) && isApart(before, own, 2.5)) return 0
  // Bullets after a gap, not set in as far as the words above, are not below them.
  if (
    last &&
    marker.printed === null &&
    isApart(before, own) &&
    x > last.x + near &&
    x < last.hang - near &&
    last.marker.printed !== null
  )
    return open.filter((each) => x >= each.hang - near).length
  const slack = marker.printed === null ? near : 4 * near
  const after = open.findLastIndex((each) => follows(each.marker, marker) && Math.abs(each.x - x) < slack)
  if (after >= 0 && !(begins(marker) && marker.printed !== null && deeper(open, x))) return after
  const level = open.findIndex((each) => each.x > x - near)
  if (level >= 0 && Math.abs((open[level] as Open).x - x) <= near) {
    const beside = open[level] as Open
    // At one margin (i) after (a) begins steps of (a), and (b) ends them.
    if (marker.printed !== null && begins(marker) && sameMark(beside, marker) && !follows(beside.marker, marker))
      return level + 1
    if (sameMark(beside, marker)) return level
    return (
      level +
      (begins(marker) && isNested(beside, marker) && !(isApart(before, own) && !/:$/u.test(paraText(beside.own)))
        ? 1
        : 0)
    )
  }
  return level < 0 ? open.length : level
}

const isApart = (before: Para | null, own: Para, lines = 1.7): boolean => {
  const end = before?.lines.at(-1)
  const start = firstLine(own)
  return end !== undefined && end.page === start.page && start.y - end.y > lines * start.size
}

const deeper = (open: readonly Open[], x: number): boolean => {
  const last = open.at(-1)
  return last !== undefined && x > last.x + near
}

const sameMark = (open: Open, marker: Marker): boolean =>
  open.marker.kinds.some(({style}) => marker.kinds.some((each) => each.style === style))

/** Bullets set under a numbered step at its own margin belong to it; a number at a bullet's margin is beside it. */
const isNested = (open: Open, marker: Marker): boolean => open.marker.printed !== null && marker.printed === null

/** How many open steps a paragraph without a mark belongs under: it is set as far in as their words. */
const depthUnder = (own: Para, open: readonly Open[]): number => {
  const {x} = firstLine(own)
  let depth = open.length
  while (depth > 0 && x < (open[depth - 1] as Open).hang - near) depth--
  return depth
}

const longestTitle = 10
const binding = /\b(?:must|shall|should|will|may|includ\w+|following|follows|is|are|has|have|can|cannot)\b/iu

/** Whether a step is only the title of what stands under it. */
export const isTitled = ({own, marker, under}: Step): boolean => {
  const text = titleText(own)
  // A colon leads into the steps below, unless the whole is set as a title.
  if (
    text.endsWith(':') &&
    !isCaps(text) &&
    !firstLine(own).bold &&
    !/^[IVX]+$|^[A-Z]$/u.test(marker.printed?.replace(/[.)(]/gu, '') ?? '')
  )
    return false
  if (under.length === 0 || text.split(/\s+/u).length > longestTitle || !/^[\p{Lu}\d“"(]/u.test(text)) return false
  return !/[.;,!?]$/u.test(text) && !binding.test(text)
}

const titleText = (own: Para): string => {
  const text = paraText(own)
  return text.slice(markerOf(text)?.at ?? 0)
}

/** An item of a list as printed. */
export const itemOf = (marker: Marker, blocks: readonly Block[]): ListItem => ({
  marker: marker.printed,
  checked: null,
  blocks,
})
