import {isAnswer} from '../../structure/answers.ts'
import type {GridCell} from './workbook.ts'

/** A row of a sheet, with what it seems to be by its own cells. */
export interface Line {
  readonly row: number
  /** The last row any of its cells reaches. */
  readonly bottom: number
  readonly cells: readonly GridCell[]
  readonly texts: readonly GridCell[]
  /** `room`: only places to write in; `asked`: words beside such places; `filled`: several cells of words; `single`: one. */
  readonly kind: 'room' | 'asked' | 'filled' | 'single'
}

/** The rows of a sheet that hold anything, top down. */
export const linesOf = (cells: readonly GridCell[]): readonly Line[] => {
  const rows = new Map<number, GridCell[]>()
  for (const cell of cells.filter(({text, room}) => text !== '' || room)) {
    const row = rows.get(cell.row)
    if (row) row.push(cell)
    else rows.set(cell.row, [cell])
  }
  return withBareAnswers([...rows].sort(([a], [b]) => a - b).map(([row, own]) => lineOf(row, own)))
}

const lineOf = (row: number, cells: readonly GridCell[]): Line => {
  const ordered = [...cells].sort((x, y) => x.column - y.column)
  const texts = ordered.filter(({text}) => text !== '')
  const kind =
    texts.length === 0 ? 'room' : texts.length < cells.length ? 'asked' : texts.length > 1 ? 'filled' : 'single'
  return {row, bottom: Math.max(...cells.map((cell) => cell.row + cell.down - 1)), cells: ordered, texts, kind}
}

/** Whether nothing but an empty row could stand between two lines. */
export const touches = (above: Line | undefined, below: Line | undefined): boolean =>
  above !== undefined && below !== undefined && below.row <= above.bottom + 1

const asks = /(?:[:?*]|\((?:required|mandatory)\))\s*$/iu
/** Leads into what follows it, and asks for nothing. */
const leads = /\b(?:must|shall|should|will|following|below|include|if you|when you)\b/iu
const longestLabel = 100

const isBareLabel = ({kind, texts: [cell]}: Line): boolean =>
  kind === 'single' &&
  cell !== undefined &&
  cell.text.length <= longestLabel &&
  asks.test(cell.text) &&
  !leads.test(cell.text)

/** Lines with room beside labels where nobody drew any: two or more in a row that end as labels do. A line alone may lead into a list. */
const withBareAnswers = (lines: readonly Line[]): readonly Line[] =>
  lines.map((line, at) => {
    const [above, below] = [lines[at - 1], lines[at + 1]]
    const near = [above, below].some(
      (each) => each !== undefined && Math.abs(each.row - line.row) <= 2 && isBareLabel(each),
    )
    const [cell] = line.texts
    if (!cell || !isBareLabel(line) || !near || (below?.kind === 'room' && touches(line, below))) return line
    return lineOf(line.row, [
      cell,
      {...cell, column: cell.column + cell.across, across: 1, text: '', runs: [], room: true, notes: []},
    ])
  })

/** The usual size of a sheet's text: that of most of its cells. */
export const usualSize = (cells: readonly GridCell[]): number => {
  const counts = new Map<number, number>()
  for (const {text, size} of cells) if (text !== '') counts.set(size ?? 11, (counts.get(size ?? 11) ?? 0) + 1)
  return [...counts].sort(([a, x], [b, y]) => y - x || a - b)[0]?.[0] ?? 11
}

const longestTitle = 100

/** How much a line stands out as a title, or 0 for one that is none. Larger print weighs most, then shading, then bold. */
export const titleWeight = (line: Line, usual: number): number => {
  const [cell] = line.texts
  if (line.kind !== 'single' || !cell || cell.text.length > longestTitle || /\n|[.;,?]$/u.test(cell.text)) return 0
  if (!/\p{L}/u.test(cell.text)) return 0
  const larger = Math.max(0, (cell.size ?? 11) - usual)
  if (!cell.strong && larger < 1.5 && !cell.shaded) return 0
  return 1 + larger * 4 + (cell.shaded ? 2 : 0) + (cell.strong ? 1 : 0)
}

const marker = /^(?:\d{1,3}(?:\.\d{1,3})*[.)]?|\(?(?:[a-z]|[ivx]{1,5})[.)]|q\d{1,3}[.)]?|[•▪●◦–-])$/iu

/** Whether a cell only numbers its row, or is its bullet. */
export const isMarker = (cell: GridCell | undefined): boolean => cell !== undefined && marker.test(cell.text)

/** What a column of answers is called. */
export const answerColumn =
  /^(?:your )?(?:answers?|responses?|repl(?:y|ies)|entry|entries|details|to be completed.*)$/iu

/** Whether a row names the columns below it: it alone is bold or shaded, or all is plain and its cells are a few words without figures. */
export const isHead = (line: Line, next: Line | undefined): boolean => {
  const {texts} = line
  if (texts.length < 2 || line.kind !== 'filled' || !next || texts.some(({text}) => isAnswer(text))) return false
  const differs = (look: (cell: GridCell) => boolean): boolean =>
    texts.every(look) && !(next.texts.length > 0 && next.texts.every(look))
  if (differs(({strong}) => strong) || differs(({shaded}) => shaded)) return true
  if ([...texts, ...next.texts].some(({strong}) => strong)) return false
  // A label and its value above a label without one.
  if (texts.length === 2 && next.kind === 'asked' && !answerColumn.test(texts[1]?.text ?? '')) return false
  return (
    texts.every(({text}) => text.split(/\s+/u).length <= 6 && !/\d{2}|\d\.\d|[:@]$|@/u.test(text)) &&
    !isMarker(texts[0])
  )
}
