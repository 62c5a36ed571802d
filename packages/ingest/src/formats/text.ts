import type {Block, HeadingBlock, ListItem, Words} from '../blocks.ts'
import {type Message, message} from '../message.ts'
import {plainWords, writing} from '../words.ts'
import {linePlaces} from './lines.ts'
import {plainText} from './text/plain-text.ts'
import type {Place, Reader} from './reading.ts'
import {joinedLines, type Wrapping, wrappingOf} from './text/joins.ts'
import {
  isBlankLine,
  isCapitals,
  linesIn,
  markerOf,
  tabCells,
  type TextLine,
  titleLevel,
  underlineLevel,
} from './text/lines.ts'

/** Plain text as people paste and type it: titles underlined, numbered or in capitals, typed lists, wrapped paragraphs, tabbed columns. */
export const text: Reader = (bytes, {limits}) => {
  const {text: source, messages} = plainText(bytes, limits)
  const all = linesIn(source)
  const running = runningLines(source)
  const kept = all.map((line): TextLine => (running.has(line.text) ? {...line, text: ''} : line))
  const blocks = blocksOf(kept, wrappingOf(all, source))
  return {title: null, frontMatter: {}, blocks, messages: [...messages, ...told(running)], place: pagedPlaces(source)}
}

const told = (running: ReadonlySet<string>): readonly Message[] => {
  const reason = `Unexpected lines repeated at the edges of pages (${[...running].join(' | ')}), left out`
  return running.size > 0 ? [message('page-furniture', reason, {severity: 'info'})] : []
}

const fewestPages = 3
const unnumbered = (line: string): string => line.replace(/\d+/gu, '#')

/** Lines that stand first or last on most pages: headers and footers, whatever their page numbers. */
const runningLines = (source: string): ReadonlySet<string> => {
  const pages = source.split('\f').map((page) =>
    page
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  )
  if (pages.length < fewestPages) return new Set()
  const edges = pages.map((page) => new Set([page[0], page.at(-1)].filter((line) => line !== undefined)))
  const counts = new Map<string, number>()
  for (const lines of edges)
    for (const line of new Set([...lines].map(unnumbered))) counts.set(line, (counts.get(line) ?? 0) + 1)
  const isRunning = (line: string): boolean => {
    const count = counts.get(unnumbered(line)) ?? 0
    return count >= fewestPages && count * 2 > pages.length
  }
  return new Set(edges.flatMap((lines) => [...lines].filter(isRunning)))
}

const pagedPlaces = (source: string): ((offset: number) => Place) => {
  const place = linePlaces(source)
  if (!source.includes('\f')) return place
  const breaks = [...source.matchAll(/\f/gu)].map(({index}) => index)
  return (offset) => ({...place(offset), page: 1 + breaks.filter((at) => at < offset).length})
}

/** A paragraph of lines, with how many blank lines go before it. */
interface Group {
  readonly lines: readonly TextLine[]
  /** The first line not read yet. */
  readonly from: number
  readonly gap: number
}

const groupsOf = (lines: readonly TextLine[]): readonly Group[] => {
  const found: {lines: TextLine[]; from: number; gap: number}[] = []
  let gap = 0
  for (const [n, line] of lines.entries()) {
    if (isBlankLine(line)) gap++
    else if (gap > 0 || found.length === 0 || underlineLevel(line, lines[n + 1]) !== null) {
      found.push({lines: [line], from: 0, gap})
      gap = 0
    } else found.at(-1)?.lines.push(line)
  }
  return found
}

/** What stands before a line: the step just above it, and the number of the section it is in. */
interface Above {
  readonly item: ListItem | undefined
  readonly chapter: number | null
}

const chapterOf = ({words}: {readonly words: Words}, before: number | null): number | null =>
  /^\d{1,2}[.)]?\s/u.test(words.text) ? Number.parseInt(words.text, 10) : before

const blocksOf = (lines: readonly TextLine[], wrapping: Wrapping): readonly Block[] => {
  const waiting = [...groupsOf(lines)].reverse()
  const blocks: Block[] = []
  let items: ListItem[] = []
  let chapter: number | null = null
  const add = (block: Block): void => {
    const going = block.type === 'list' && items.length > 0 && goesOn(items, block.items)
    if (items.length > 0 && !going) {
      blocks.push({type: 'list', ordered: items[0]?.marker !== null, items})
      items = []
    }
    if (block.type === 'list') for (const item of block.items) items.push(item)
    else blocks.push(block)
  }
  for (let group = waiting.pop(); group; group = waiting.pop()) {
    const opens = blocks.length === 0 && items.length === 0
    const titled = titleOf(group, waiting.at(-1), opens, {item: items.at(-1), chapter})
    for (const block of titled ? [titled.heading] : bodyBlocks(group.lines.slice(group.from), wrapping)) add(block)
    if (titled) chapter = chapterOf(titled.heading, chapter)
    if (titled && titled.rest < group.lines.length) waiting.push({lines: group.lines, from: titled.rest, gap: 0})
  }
  return items.length > 0 ? [...blocks, {type: 'list', ordered: items[0]?.marker !== null, items}] : blocks
}

/** Whether a list after a blank line is the one before it gone on. */
const goesOn = (above: readonly ListItem[], below: readonly ListItem[]): boolean => {
  const [last, first] = [above.at(-1)?.marker, below[0]?.marker]
  if (last === null || first === null) return last === first
  const kind = (marker: string | undefined): string => (marker ?? '').replace(/\d+/u, '1').replace(/[a-z]+/u, 'a')
  return kind(last ?? undefined) === kind(first ?? undefined) && !/^\(?(?:1|a|i)[.)]$/u.test(first ?? '')
}

/** The title a group begins with and the index of the line below it, or null. */
const titleOf = (
  {lines, from, gap}: Group,
  next: Group | undefined,
  opens: boolean,
  above: Above,
): {readonly heading: HeadingBlock; readonly rest: number} | null => {
  const [first, second] = [lines[from] as TextLine, lines[from + 1]]
  const underlined = underlineLevel(first, second)
  if (underlined !== null) return {heading: headingBlock(first, underlined), rest: from + 2}
  const alone = second === undefined
  if (opens && alone && isTitleLine(first)) return {heading: headingBlock(first, 1), rest: from + 1}
  const level = titleLevel(first)
  if (level !== null && (alone ? next !== undefined && !isSibling(first, next, above) : standsOver(first, second)))
    return {heading: headingBlock(first, level), rest: from + 1}
  // Two empty lines set a title apart in text that lost its marks.
  const apart =
    alone && gap > 1 && next !== undefined && markerOf(first) === null && first.text.split(/\s+/u).length <= 8
  return apart && isTitleLine(first) ? {heading: headingBlock(first, 2), rest: from + 1} : null
}

const isTitleLine = ({text}: TextLine): boolean =>
  text.length <= 90 && /^\p{Lu}/u.test(text) && !/[.;,:?_]$|\t/u.test(text)

/** Whether a numbered line is one of several steps with blank lines between: the number before or after it follows on. */
const isSibling = (line: TextLine, next: Group, {item, chapter}: Above): boolean => {
  const number = /^(\d{1,2})[.)]\s/u.exec(line.text)?.[1]
  if (number === undefined) return false
  const after = /^(\d{1,2})[.)]\s/u.exec(next.lines[next.from]?.text ?? '')?.[1]
  if (Number(after) === Number(number) + 1) return true
  const before = /^\d+/u.exec(item?.marker ?? '')?.[0]
  // Section 4 after the third step of section 3: steps that end as sentences do are followed by a title that does not.
  if (chapter !== null && Number(number) === chapter + 1 && endsSentence(item)) return false
  return Number(before) === Number(number) - 1
}

const endsSentence = (item: ListItem | undefined): boolean => {
  const last = item?.blocks.at(-1)
  return last?.type === 'paragraph' && /[.;]$/u.test(last.words.text)
}

/** Whether a title stands straight over its text: the text does not go on with it, nor with a list it is the first item of. */
const standsOver = (line: TextLine, below: TextLine | undefined): boolean =>
  below !== undefined &&
  /^[\p{Lu}\d(•*☐-]/u.test(below.text) &&
  (isCapitals(line.text) ? !isCapitals(below.text) : !/^\d{1,2}[.)]\s/u.test(line.text) || markerOf(below) === null)

const headingBlock = (line: TextLine, level: number): HeadingBlock => ({
  type: 'heading',
  level,
  words: lineWords(line.text, line.offset),
})

const lineWords = (said: string, offset: number): Words => {
  const out = writing()
  out.add(said, offset)
  return out.words()
}

const bodyBlocks = (lines: readonly TextLine[], wrapping: Wrapping): readonly Block[] => {
  const blocks: Block[] = []
  for (let at = 0; at < lines.length; ) {
    const run = runAt(lines, at)
    if (run.kind === 'table') blocks.push(tableOf(run.lines))
    else if (run.kind === 'list') blocks.push(listOf(run.lines, wrapping))
    else blocks.push({type: 'paragraph', words: joinedLines(run.lines, wrapping)})
    at += run.lines.length
  }
  return blocks
}

/** The lines from one on that are a table, a list or a paragraph. */
const runAt = (
  lines: readonly TextLine[],
  at: number,
): {readonly kind: 'table' | 'list' | 'paragraph'; readonly lines: readonly TextLine[]} => {
  const until = (ends: (line: TextLine, n: number) => boolean): readonly TextLine[] => {
    let end = at + 1
    while (end < lines.length && !ends(lines[end] as TextLine, end)) end++
    return lines.slice(at, end)
  }
  if (startsTable(lines, at)) return {kind: 'table', lines: until((line) => tabCells(line).length < 2)}
  if (markerOf(lines[at] as TextLine) !== null) return {kind: 'list', lines: until((_, n) => startsTable(lines, n))}
  return {kind: 'paragraph', lines: until((line, n) => markerOf(line) !== null || startsTable(lines, n))}
}

const startsTable = (lines: readonly TextLine[], at: number): boolean =>
  [lines[at], lines[at + 1]].every((line) => line !== undefined && tabCells(line).length > 1)

/** Lines from a marker on as a list: deeper indents are lists of the item above, lines without a marker go on with their item. */
const listOf = (lines: readonly TextLine[], wrapping: Wrapping): Block => {
  const [first] = lines as [TextLine]
  const items: ListItem[] = []
  let own: TextLine[] = []
  const close = (): void => {
    if (own.length > 0) items.push(itemOf(own, wrapping))
    own = []
  }
  for (const line of lines) {
    if (markerOf(line) !== null && line.indent <= first.indent + 1) close()
    own.push(line)
  }
  close()
  return {type: 'list', ordered: items[0]?.marker !== null, items}
}

const itemOf = (lines: readonly TextLine[], wrapping: Wrapping): ListItem => {
  const [first, ...rest] = lines as [TextLine, ...TextLine[]]
  const {marker, at} = markerOf(first) ?? {marker: null, at: 0}
  const inner = rest.findIndex((line) => markerOf(line) !== null)
  const own = inner < 0 ? rest : rest.slice(0, inner)
  const words = joinedLines([{...first, skip: at}, ...own], wrapping)
  const blocks: readonly Block[] = inner < 0 ? [] : [listOf(rest.slice(inner), wrapping)]
  return {marker, checked: null, blocks: [{type: 'paragraph', words}, ...blocks]}
}

const headCell = /^\p{Lu}[^\d@]{0,40}$/u

const tableOf = (lines: readonly TextLine[]): Block => {
  const rows = lines.map(tabCells)
  const wide = Math.max(...rows.map(({length}) => length))
  const cells = rows.map((row) =>
    Array.from({length: wide}, (_, n) => {
      const cell = row[n]
      return {words: cell ? lineWords(cell.text, cell.offset) : plainWords(''), controls: []}
    }),
  )
  const [head, ...body] = cells
  const named =
    rows[0]?.length === wide &&
    wide > 1 &&
    rows[0].every((cell) => headCell.test(cell.text) && !cell.text.endsWith(':'))
  return named && body.length > 0 && head
    ? {type: 'table', caption: null, head, rows: body}
    : {type: 'table', caption: null, head: null, rows: cells}
}
