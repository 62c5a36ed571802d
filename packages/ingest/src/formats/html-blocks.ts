import type {Element, ElementContent} from 'hast'
import type {Block, Cell, ControlBlock, DefinitionBlock, ListItem, Words} from '../blocks.ts'
import {type Message, message} from '../message.ts'
import {joined, plainWords, writing, type Writing} from '../words.ts'
import {writeAligned} from './aligned.ts'
import {controlOf, isControl} from './html-controls.ts'
import {markers} from './html-markers.ts'

/** What is known of a page while its blocks are read. */
export interface Sheet {
  readonly source: string
  /** Where `source` stands in the document it is part of. */
  readonly shift: number
  readonly labels: ReadonlyMap<string, Element>
  readonly note: (message: Message) => void
  readonly dropped: {words: number}
  readonly skip?: (element: Element) => boolean
}

const blockTags: ReadonlySet<string> = new Set(
  (
    'address article aside blockquote center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr li ' +
    'legend main menu ol p pre section summary table tbody td tfoot th thead tr ul body'
  ).split(' '),
)

const elements = (children: readonly ElementContent[]): readonly Element[] =>
  children.filter((child): child is Element => child.type === 'element')

/** Asked of the same element once for each element around it, and so remembered. */
const holding = new WeakMap<Element, boolean>()

const holdsBlock = (element: Element): boolean => {
  const known = holding.get(element)
  if (known !== undefined) return known
  const found = elements(element.children).some(
    (child) => blockTags.has(child.tagName) || isControl(child) || holdsBlock(child),
  )
  holding.set(element, found)
  return found
}

/** The blocks of some nodes in reading order; runs of inline content become paragraphs. */
export const blocksUnder = (children: readonly ElementContent[], sheet: Sheet): readonly Block[] => {
  const blocks: Block[] = []
  let out = writing()
  const flush = (): Words => {
    const words = out.words()
    out = writing()
    return words
  }
  const close = (): void => {
    const words = flush()
    if (words.text !== '') blocks.push({type: 'paragraph', words})
  }
  for (const child of children) {
    if (child.type === 'element' && sheet.skip?.(child)) countDropped(child, sheet)
    else if (child.type === 'element' && isControl(child)) {
      const found = controlOf(child, sheet, wordsIn)
      if (!found) continue
      if (found.label.text === '') blocks.push({...found, label: flush()})
      else {
        close()
        blocks.push(found)
      }
    } else if (child.type === 'element' && child.tagName === 'label' && isTaken(child, sheet)) close()
    else if (child.type === 'element' && (blockTags.has(child.tagName) || holdsBlock(child))) {
      close()
      blocks.push(...blocksOf(child, sheet))
    } else write(child, sheet, out)
  }
  close()
  return groupedChoices(blocks)
}

const isTaken = (label: Element, {labels}: Sheet): boolean =>
  labels.get(String(label.properties['htmlFor'] ?? '')) === label

const countDropped = (element: Element, sheet: Sheet): void => {
  if (/^(?:script|style|template|noscript|svg|head|link|meta)$/u.test(element.tagName)) return
  sheet.dropped.words += wordsIn(element, {...sheet, skip: () => false})
    .text.split(/\s+/u)
    .filter(Boolean).length
}

/** Radio buttons in a row are one choice. */
const groupedChoices = (blocks: readonly Block[]): readonly Block[] => {
  const found: Block[] = []
  for (const block of blocks) {
    const last = found.at(-1)
    if (block.type === 'control' && last?.type === 'control' && block.group !== undefined && block.group === last.group)
      found[found.length - 1] = {
        ...last,
        required: last.required || block.required,
        options: [...last.options, ...block.options],
      }
    else found.push(block)
  }
  return found
}

const blocksOf = (element: Element, sheet: Sheet): readonly Block[] => {
  const {tagName, children} = element
  if (/^h[1-6]$/u.test(tagName)) {
    const words = wordsIn(element, {...sheet, skip: hiddenInHeading(sheet)})
    return words.text === '' ? [] : [{type: 'heading', level: Number(tagName[1]), words}]
  }
  if (tagName === 'ul' || tagName === 'ol' || tagName === 'menu' || tagName === 'dir') return [listOf(element, sheet)]
  if (tagName === 'dl') return definitions(element, sheet)
  if (tagName === 'table') return tableBlocks(element, sheet)
  if (tagName === 'details' || tagName === 'blockquote' || tagName === 'aside' || tagName === 'fieldset')
    return [boxOf(element, sheet)]
  return blocksUnder(children, sheet)
}

// A button inside a heading opens an accordion: its words are the heading.
const hiddenInHeading =
  (sheet: Sheet) =>
  (element: Element): boolean =>
    element.tagName !== 'button' && (sheet.skip?.(element) ?? false)

const boxOf = (element: Element, sheet: Sheet): Block => {
  const title = elements(element.children).find(({tagName}) => tagName === 'summary' || tagName === 'legend')
  const rest = element.children.filter((child) => child !== title)
  const blocks = blocksUnder(rest, sheet)
  const words = title ? wordsIn(title, sheet) : null
  const asked = blocks.length === 1 ? blocks[0] : undefined
  // A legend over one choice is its question.
  if (words && asked?.type === 'control' && asked.group !== undefined) return {...asked, label: words}
  return {type: 'box', title: words, blocks}
}

const listOf = (list: Element, sheet: Sheet): Block => {
  const items = elements(list.children).filter((child) => child.tagName === 'li' && !sheet.skip?.(child))
  const printed = markers(list, items)
  const found: ListItem[] = []
  for (const child of elements(list.children)) {
    const n = items.indexOf(child)
    if (n >= 0) found.push(itemOf(child, printed[n] ?? null, sheet))
    else if (child.tagName !== 'li') {
      // A list set straight into a list belongs to the item before it.
      const blocks = blocksUnder([child], sheet)
      const last = found.pop()
      if (blocks.length > 0 || last)
        found.push(last ? {...last, blocks: [...last.blocks, ...blocks]} : {marker: null, checked: null, blocks})
    }
  }
  return {type: 'list', ordered: list.tagName === 'ol', items: found}
}

const itemOf = (item: Element, marker: string | null, sheet: Sheet): ListItem => ({
  marker,
  checked: null,
  blocks: blocksUnder(item.children, sheet),
})

const definitions = (list: Element, sheet: Sheet): readonly Block[] => {
  const parts = elements(list.children).flatMap((child) =>
    child.tagName === 'div' ? elements(child.children) : [child],
  )
  const found: Block[] = []
  let terms: Words[] = []
  let open: DefinitionBlock | null = null
  for (const each of parts) {
    if (sheet.skip?.(each)) continue
    if (each.tagName === 'dt') {
      if (open) terms = []
      open = null
      terms.push(wordsIn(each, sheet))
    } else {
      const meaning = wordsIn(each, sheet)
      const term: Words = terms.length > 0 ? joined(terms, ', ') : plainWords('')
      open = {type: 'definition', term, meaning}
      found.push(open)
    }
  }
  if (!open) found.push(...terms.map((words): Block => ({type: 'paragraph', words})))
  return found
}

const tableBlocks = (table: Element, sheet: Sheet): readonly Block[] => {
  const rows = rowsOf(table).filter((row) => !sheet.skip?.(row))
  const cells = rows.map((row) => elements(row.children).filter(({tagName}) => tagName === 'td' || tagName === 'th'))
  if (isLayout(table, cells)) {
    const caption = elements(table.children).find(({tagName}) => tagName === 'caption')
    return [
      ...(caption ? blocksUnder(caption.children, sheet) : []),
      ...cells.flat().flatMap((cell) => blocksUnder(cell.children, sheet)),
    ]
  }
  const caption = elements(table.children).find(({tagName}) => tagName === 'caption')
  const headed = rows.length > 1 && cells[0]?.length ? cells[0].every(({tagName}) => tagName === 'th') : false
  const grid = spread(cells, sheet)
  return [
    {
      type: 'table',
      caption: caption ? wordsIn(caption, sheet).text || null : null,
      head: headed ? (grid[0] ?? null) : null,
      rows: headed ? grid.slice(1) : grid,
    },
  ]
}

const rowsOf = (table: Element): readonly Element[] =>
  elements(table.children).flatMap((child) =>
    child.tagName === 'tr' ? [child] : /^t(?:head|body|foot)$/u.test(child.tagName) ? rowsOf(child) : [],
  )

const isLayout = (table: Element, cells: readonly (readonly Element[])[]): boolean => {
  const role = table.properties['role']
  if (role === 'presentation' || role === 'none') return true
  if (cells.every((row) => row.length <= 1)) return true
  return cells.flat().some((cell) => holds(cell, /^(?:table|h[1-6]|section|article)$/u))
}

const holds = (element: Element, tags: RegExp): boolean =>
  elements(element.children).some((child) => tags.test(child.tagName) || holds(child, tags))

/** Rows of cells; a cell over several rows stands in each of them, so that every row can be read alone. */
const spread = (rows: readonly (readonly Element[])[], sheet: Sheet): readonly (readonly Cell[])[] => {
  const held = new Map<number, {cell: Cell; left: number}>()
  return rows.map((row) => {
    const cells: Cell[] = []
    const fill = (): void => {
      for (let over = held.get(cells.length); over; over = held.get(cells.length)) {
        if (--over.left === 0) held.delete(cells.length)
        cells.push(over.cell)
      }
    }
    for (const element of row) {
      fill()
      const cell = cellOf(element, sheet)
      const down = Math.min(Number(element.properties['rowSpan'] ?? 1) || 1, rows.length)
      if (down > 1) held.set(cells.length, {cell, left: down - 1})
      const across = Math.min(Number(element.properties['colSpan'] ?? 1) || 1, 50)
      cells.push(cell, ...Array.from({length: across - 1}, () => empty))
    }
    fill()
    return cells
  })
}

const empty: Cell = {words: plainWords(''), controls: []}

const cellOf = (element: Element, sheet: Sheet): Cell => {
  const controls = blocksUnder(element.children, sheet).filter(
    (block): block is ControlBlock => block.type === 'control',
  )
  return {words: wordsIn(element, sheet), controls}
}

/** The words in an element, its blocks and line breaks on lines of their own. */
const wordsIn = (element: Element, sheet: Sheet): Words => {
  const out = writing()
  for (const child of element.children) write(child, sheet, out)
  return out.words()
}

const write = (node: ElementContent, sheet: Sheet, out: Writing): void => {
  if (node.type === 'text') {
    const at = node.position?.start.offset
    if (at === undefined) out.add(node.value, null)
    else writeShifted(node.value, at, node.position?.end.offset ?? at, sheet, out)
  }
  if (node.type !== 'element' || isControl(node)) return
  if (sheet.skip?.(node)) return countDropped(node, sheet)
  const inside = (): void => node.children.forEach((child) => write(child, sheet, out))
  if (node.tagName === 'br') out.lineBreak()
  else if (node.tagName === 'b' || node.tagName === 'strong') out.bold(inside)
  else if (node.tagName === 'img') noteImage(node, sheet)
  else if (blockTags.has(node.tagName)) {
    out.lineBreak()
    inside()
    out.lineBreak()
  } else inside()
}

const writeShifted = (value: string, start: number, end: number, {source, shift}: Sheet, out: Writing): void => {
  if (shift === 0) return writeAligned(out, value, source, start, end)
  out.add(value, start + shift)
}

const noteImage = (image: Element, sheet: Sheet): void => {
  const alt = String(image.properties['alt'] ?? '')
  if (alt !== '')
    sheet.note(
      message('image', `Unexpected picture "${alt}", expected text: what it shows is not compared`, {
        line: image.position?.start.line ?? null,
      }),
    )
}
