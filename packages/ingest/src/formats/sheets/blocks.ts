import type {Block, ListItem, Words} from '../../blocks.ts'
import {joined} from '../../words.ts'
import {askedBlocks, gridBlocks, type Pen} from './tables.ts'
import {isHead, isMarker, type Line, linesOf, titleWeight, touches, usualSize} from './lines.ts'
import type {GridCell} from './workbook.ts'

/** A block, or a title whose level depends on the other titles of its sheet. */
export type Printed = {readonly block: Block} | {readonly title: Words; readonly weight: number}

/** Lines that are read together. */
interface Segment {
  readonly kind: 'title' | 'prose' | 'steps' | 'asked' | 'grid' | 'room'
  readonly lines: readonly Line[]
  readonly head: Line | null
}

/** What stands on a sheet in reading order: titles, paragraphs, questions with room for answers, tables; a cell's notes after what it belongs to. */
export const sheetBlocks = (cells: readonly GridCell[], pen: Pen): readonly Printed[] => {
  const lines = linesOf(cells)
  const usual = usualSize(cells)
  const plain = lines.every((line) => titleWeight(line, usual) === 0)
  const weigh = (at: number): number =>
    titleWeight(lines[at] as Line, usual) ||
    (plain && !touches(lines[at - 1], lines[at]) && isPlainTitle(lines[at] as Line, lines[at + 1]) ? 1 : 0)
  const notes = new Map(cells.map((cell) => [`${cell.row},${cell.column}`, cell]))
  const weights = new Map(lines.map((line, at) => [line, weigh(at)]))
  const all = segments(lines, weigh)
  const carried = new Set(all.flatMap(({head, lines: own}) => (head && !own.includes(head) ? [head] : [])))
  return all.flatMap((segment) => {
    const [first] = segment.lines as [Line]
    // A head straight over a title stands over the rows below that title.
    const own = segment.lines.length === 1 && carried.has(first) ? [] : printed(segment, weights.get(first) ?? 0, pen)
    return [...own, ...notesIn(segment, notes, pen)]
  })
}

/** On a sheet without any bold or large print, a few words straight above a table or questions name them. */
const isPlainTitle = (line: Line, next: Line | undefined): boolean =>
  line.kind === 'single' &&
  touches(line, next) &&
  (next?.kind === 'filled' || next?.kind === 'asked') &&
  !isMarker(next.texts[0]) &&
  (line.texts[0]?.text.split(/\s+/u).length ?? 99) <= 8 &&
  !/[.;,?:]$/u.test(line.texts[0]?.text ?? '')

const segments = (lines: readonly Line[], weigh: (at: number) => number): readonly Segment[] => {
  const found: Segment[] = []
  for (let at = 0; at < lines.length; ) {
    const segment = segmentAt(lines, at, weigh, lastHead(found))
    found.push(segment)
    at += segment.lines.length
  }
  return found
}

/** The head of the table before a title that only parts it (`Signs at home`), or null. */
const lastHead = (found: readonly Segment[]): Line | null => {
  const [table, title] = found.slice(-2)
  return title?.kind === 'title' && table?.kind === 'grid' && touches(table.lines.at(-1), title.lines[0])
    ? table.head
    : null
}

const segmentAt = (lines: readonly Line[], at: number, weigh: (at: number) => number, open: Line | null): Segment => {
  const line = lines[at] as Line
  const below = (fits: (each: Line, n: number) => boolean): readonly Line[] => {
    let end = at + 1
    while (
      end < lines.length &&
      touches(lines[end - 1], lines[end]) &&
      weigh(end) === 0 &&
      fits(lines[end] as Line, end)
    )
      end++
    return lines.slice(at, end)
  }
  const next = touches(line, lines[at + 1]) ? lines[at + 1] : undefined
  if (line.kind === 'room') return {kind: 'room', lines: [line], head: null}
  if (line.kind === 'single') {
    if (next?.kind === 'room' && weigh(at + 1) === 0)
      return {kind: 'asked', lines: below(({kind}) => kind === 'room'), head: null}
    return {kind: weigh(at) > 0 ? 'title' : 'prose', lines: weigh(at) > 0 ? [line] : below(goesOn(lines)), head: null}
  }
  if (open && fitsUnder(line, open)) return {kind: 'grid', lines: below((each) => fitsUnder(each, open)), head: open}
  if (isStep(line)) return {kind: 'steps', lines: below(isStep), head: null}
  if (isHead(line, touches(line, lines[at + 1]) ? rowsUnder(lines, at, weigh) : undefined))
    return {kind: 'grid', lines: below((each) => fitsUnder(each, line)), head: line}
  const rest = below((each) => each.kind !== 'single' || !isProse(each))
  return {kind: rest.some(({kind}) => kind !== 'filled') ? 'asked' : 'grid', lines: rest, head: null}
}

/** The first line below a line that is no title. */
const rowsUnder = (lines: readonly Line[], at: number, weigh: (at: number) => number): Line | undefined => {
  let below = at + 1
  while (below < lines.length && below < at + 4 && weigh(below) > 0) below++
  return lines[below]
}

const isStep = ({texts, kind}: Line): boolean => kind === 'filled' && texts.length === 2 && isMarker(texts[0])

/** Text that somebody broke over rows by hand. */
const goesOn =
  (lines: readonly Line[]) =>
  (line: Line, at: number): boolean =>
    line.kind === 'single' &&
    /^[\p{Ll}(]/u.test(line.texts[0]?.text ?? '') &&
    /[\p{L}\p{N},]$/u.test(lines[at - 1]?.texts[0]?.text ?? '') &&
    lines[at + 1]?.kind !== 'room'

const isProse = ({texts}: Line): boolean => (texts[0]?.across ?? 1) > 1 || (texts[0]?.text.length ?? 0) > 60

/** Whether a line's cells stand in the columns of a head. */
const fitsUnder = (line: Line, head: Line): boolean => {
  const [from, last] = [head.cells[0] as GridCell, head.cells.at(-1) as GridCell]
  const inside = line.cells.every(({column}) => column >= from.column && column < last.column + last.across)
  // A cell over the whole width is no row of the table.
  return inside && !(line.kind === 'single' && (line.texts[0]?.across ?? 1) > 1)
}

const printed = (segment: Segment, weight: number, pen: Pen): readonly Printed[] => {
  const {kind, lines, head} = segment
  const wrap = (blocks: readonly Block[]): readonly Printed[] => blocks.map((block) => ({block}))
  switch (kind) {
    case 'title':
      return [{title: pen.words(lines[0]?.texts[0] as GridCell), weight}]
    case 'prose':
      return wrap([
        {
          type: 'paragraph',
          words: joined(
            lines.flatMap(({texts}) => texts.map(pen.words)),
            ' ',
          ),
        },
      ])
    case 'steps':
      return stepsOf(lines, pen)
    case 'asked':
      return wrap(askedBlocks(lines, pen))
    case 'grid':
      return wrap(gridBlocks(lines, head, pen))
    case 'room':
      return wrap(
        askedBlocks(
          lines.filter(({cells}) => cells.some(({asked}) => asked !== null)),
          pen,
        ),
      )
  }
}

/** Rows that begin with a number or bullet of their own; one with a short bold text is a numbered title. */
const stepsOf = (lines: readonly Line[], pen: Pen): readonly Printed[] => {
  const found: Printed[] = []
  let items: ListItem[] = []
  const close = (): void => {
    if (items.length > 0) found.push({block: {type: 'list', ordered: items[0]?.marker !== null, items}})
    items = []
  }
  for (const {texts} of lines) {
    const [mark, text] = texts as [GridCell, GridCell]
    if (text.strong && text.text.length <= 80 && !/[.;,?]$/u.test(text.text)) {
      close()
      found.push({title: joined([pen.words(mark), pen.words(text)], ' '), weight: 1})
      continue
    }
    const marker = /[\p{L}\p{N}]/u.test(mark.text) ? mark.text : null
    items.push({marker, checked: null, blocks: [{type: 'paragraph', words: pen.words(text)}]})
  }
  close()
  return found
}

/** The notes on a segment's cells; a prompt laid over a whole column is said once. */
const notesIn = ({lines}: Segment, cells: ReadonlyMap<string, GridCell>, pen: Pen): readonly Printed[] => {
  const found = new Map<string, GridCell>()
  for (const {row, column} of lines.flatMap((line) => line.cells)) {
    const cell = cells.get(`${row},${column}`)
    for (const text of cell?.notes ?? []) if (cell && !found.has(text)) found.set(text, cell)
  }
  return [...found].map(([text, cell]): Printed => ({block: {type: 'note', mark: null, words: pen.note(cell, text)}}))
}
