import type {Element, ElementContent} from 'hast'
import type {Block, Cell, ControlBlock, DefinitionBlock, ListItem, Words} from '../../blocks.ts'
import {joined, plainWords, writing} from '../../words.ts'
import {controlOf, isControl} from './controls.ts'
import {markers} from './markers.ts'
import {amendmentBox, inBold, isAmendments, opensPart, titledPanel} from './panels.ts'
import {isWordItem, wordBlocks} from './word-lists.ts'
import {blockTags, countDropped, elements, type Sheet, wordsIn, write} from './words.ts'

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
  for (const [at, child] of children.entries()) {
    if (child.type === 'element' && sheet.skip?.(child)) countDropped(child, sheet)
    else if (isWordItem(child)) {
      close()
      if (!isWordItem(elementBefore(children, at)))
        blocks.push(...wordBlocks(wordRun(children, at), (each) => wordsIn(each, sheet)))
    } else if (child.type === 'element' && opensPart(child, () => openerWords(child, sheet).text)) {
      close()
      blocks.push({type: 'paragraph', words: inBold(openerWords(child, sheet))})
    } else if (child.type === 'element' && isControl(child)) {
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

const openerWords = (element: Element, sheet: Sheet): Words => wordsIn(element, {...sheet, buttons: true})

const isSpace = (node: ElementContent | undefined): boolean =>
  node?.type === 'comment' || (node?.type === 'text' && node.value.trim() === '')

const elementBefore = (children: readonly ElementContent[], at: number): ElementContent | undefined => {
  let before = at - 1
  while (isSpace(children[before])) before--
  return children[before]
}

/** Word's list items from one on, up to the next paragraph that is none. */
const wordRun = (children: readonly ElementContent[], from: number): readonly Element[] => {
  const found: Element[] = []
  for (let at = from; isSpace(children[at]) || isWordItem(children[at]); at++) {
    const child = children[at]
    if (isWordItem(child)) found.push(child as Element)
  }
  return found
}

const isTaken = (label: Element, {labels}: Sheet): boolean =>
  labels.get(String(label.properties['htmlFor'] ?? '')) === label

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
    const words = wordsIn(element, {...sheet, skip: hiddenInHeading(sheet), buttons: true})
    return words.text === '' ? [] : [{type: 'heading', level: Number(tagName[1]), words}]
  }
  if (tagName === 'ul' || tagName === 'ol' || tagName === 'menu' || tagName === 'dir') return [listOf(element, sheet)]
  if (tagName === 'dl') return definitions(element, sheet)
  if (tagName === 'table') return tableBlocks(element, sheet)
  if (tagName === 'details' || tagName === 'blockquote' || tagName === 'aside' || tagName === 'fieldset')
    return [boxOf(element, sheet)]
  const blocks = blocksUnder(children, sheet)
  if (isAmendments(element)) return amendmentBox(blocks)
  const tab = sheet.tabs?.get(String(element.properties['id'] ?? ''))
  return tab ? titledPanel(openerWords(tab, {...sheet, skip: () => false}), blocks) : blocks
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
  const parts = withoutWrappers(elements(list.children))
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

const withoutWrappers = (parts: readonly Element[]): readonly Element[] =>
  parts.flatMap((each) => (each.tagName === 'div' ? withoutWrappers(elements(each.children)) : [each]))

const tableBlocks = (table: Element, sheet: Sheet): readonly Block[] => {
  const rows = rowsOf(table).filter((row) => !sheet.skip?.(row))
  const cells = rows.map((row) => elements(row.children).filter(({tagName}) => tagName === 'td' || tagName === 'th'))
  if (isNumbered(cells))
    return cells.flatMap(([number, text]) => numberedRow(number as Element, text as Element, sheet))
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

/** Whether a table only sets the numbers of paragraphs beside them. */
const isNumbered = (rows: readonly (readonly Element[])[]): boolean =>
  rows.length > 0 &&
  rows.every(
    ([number, ...rest]) =>
      rest.length === 1 && number !== undefined && /^\s*\d+(?:\.\d+)+\.?\s*$/u.test(textIn(number)),
  )

const textIn = (node: ElementContent): string =>
  node.type === 'text' ? node.value : node.type === 'element' ? node.children.map(textIn).join('') : ''

const numberedRow = (number: Element, text: Element, sheet: Sheet): readonly Block[] => {
  const [first, ...rest] = blocksUnder(text.children, sheet)
  const words = wordsIn(number, sheet)
  if (first?.type !== 'paragraph') return [{type: 'paragraph', words}, ...(first ? [first, ...rest] : [])]
  return [{...first, words: joined([words, first.words], ' ')}, ...rest]
}

const rowsOf = (table: Element): readonly Element[] =>
  elements(table.children).flatMap((child) =>
    child.tagName === 'tr' ? [child] : /^t(?:head|body|foot)$/u.test(child.tagName) ? rowsOf(child) : [],
  )

const isLayout = (table: Element, cells: readonly (readonly Element[])[]): boolean => {
  const role = table.properties['role']
  if (role === 'presentation' || role === 'none') return true
  if (role === 'table') return false
  if (cells.every((row) => row.length <= 1)) return true
  // A heading in a head cell only names its column.
  return cells
    .flat()
    .some((cell) => holds(cell, cell.tagName === 'th' ? /^table$/u : /^(?:table|h[1-6]|section|article)$/u))
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
