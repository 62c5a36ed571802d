import {type Cell, formatValue, readXlsx, type Sheet, type Workbook as Book} from 'hucre'
import type {Limits} from '../../limits.ts'
import {type Message, message} from '../../message.ts'
import {partsOf, Unreadable, zipped} from '@hedgerow/office'
import {
  type Area,
  areaOf,
  cellName,
  type GridCell,
  type GridSheet,
  isWithin,
  type Run,
  type Workbook,
} from './workbook.ts'
import {checkedCells, type Check} from './checks.ts'
import {extendedChecks} from './xlsx-checks.ts'

/** Pictures, charts and pivots are nothing to read; left packed, they cost nothing. */
const wanted = (path: string): boolean =>
  /\.(?:xml|rels)$/iu.test(path) && !/(?:^|\/)(?:media|embeddings|charts|pivot\w*|theme)\//iu.test(path)

/** An .xlsx or .xlsm as a workbook. The library behind this file unpacks for itself, so it is handed only parts whose size was checked. `withHidden` reads
 *  the cells of hidden rows and columns too: a filter hides rows of a table that somebody edits. */
export const xlsxWorkbook = async (bytes: Uint8Array, limits: Limits, withHidden = false): Promise<Workbook> => {
  const parts = partsOf(bytes, wanted, limits)
  refuseOther([...parts.keys()])
  const messages: Message[] = []
  const note = (ruleId: string, reason: string): void => void messages.push(message(ruleId, reason))
  const book = await read(zipped(parts, [...parts.keys()]), limits, note)
  if ([...parts.keys()].some((path) => /\/ctrlProps\//u.test(path)))
    note(
      'sheet-control',
      'Unexpected tick boxes or lists drawn over the cells, expected them in cells: they are not read',
    )
  const extended = extendedChecks(parts, limits)
  const sheets = book.sheets.map((sheet) => gridOf(sheet, book, note, withHidden))
  return {
    title: book.properties?.title ?? null,
    sheets: checkedCells(
      sheets,
      book.sheets.map((sheet) => [...checksOf(sheet), ...(extended.get(sheet.name) ?? [])]),
      names(book),
      note,
    ),
    messages,
  }
}

type Note = (ruleId: string, reason: string) => void

const refuseOther = (paths: readonly string[]): void => {
  if (paths.some((path) => path === 'word/document.xml'))
    throw new Unreadable('it is a Word document under another name', 'rename it to .docx')
  if (paths.includes('content.xml'))
    throw new Unreadable('it is an OpenDocument file under another name', 'rename it to .ods or .odt')
  if (!paths.some((path) => /^\/?xl\//iu.test(path)))
    throw new Unreadable(
      'it is a zip without a workbook in it',
      'save it as .xlsx from the program it was written with',
    )
}

/** Far beyond any form or table that people fill in; what the second try reads of a sheet that claims to be larger than memory. */
const farthest = 'A1:IV20000'

const read = async (bytes: Uint8Array, limits: Limits, note: Note): Promise<Book> => {
  try {
    return await readXlsx(bytes, {readStyles: true})
  } catch (fault) {
    if (!(fault instanceof Error) || !/limit/u.test(fault.message)) throw unreadable(fault)
  }
  note('sheet-size', `Unexpected cells beyond ${farthest.slice(3)}, expected none: they are not read`)
  try {
    return await readXlsx(bytes, {readStyles: true, range: farthest})
  } catch (fault) {
    throw unreadable(fault)
  }
}

const unreadable = (fault: unknown): Unreadable =>
  new Unreadable(
    `its workbook is damaged (${fault instanceof Error ? fault.message.slice(0, 200) : String(fault)})`,
    'open it in the program it was written with, and save it again',
  )

const names = ({namedRanges = []}: Book): ReadonlyMap<string, string> =>
  new Map(namedRanges.map(({name, range}) => [name.toLowerCase(), range]))

const checksOf = ({dataValidations = []}: Sheet): readonly Check[] =>
  dataValidations.map(
    (each): Check => ({
      areas: each.range.split(/\s+/u).flatMap((range) => areaOf(range) ?? []),
      type: each.type,
      list: each.values ?? null,
      reference: each.formula1 ?? null,
      prompt: each.showInputMessage === false ? '' : [each.inputTitle, each.inputMessage].filter(Boolean).join(': '),
    }),
  )

const gridOf = (sheet: Sheet, book: Book, note: Note, withHidden: boolean): GridSheet => {
  const hidden = sheet.hidden === true || sheet.veryHidden === true
  const merges = (sheet.merges ?? []).map(
    ({startRow, startCol, endRow, endCol}): Area => ({top: startRow, left: startCol, bottom: endRow, right: endCol}),
  )
  const covers = coverings(merges)
  const faults: string[] = []
  const found: GridCell[] = []
  let unseen = 0
  for (const [row, column] of filledPlaces(sheet)) {
    if (covers.covered(row, column)) continue
    const cell = sheet.cells?.get(`${row},${column}`)
    const text = textOf(cell, sheet.rows[row]?.[column] ?? null, book)
    if (cell && isFaulty(cell, text)) faults.push(`${cellName(row, column)} ${text || `=${cell.formula ?? ''}`}`)
    const merge = covers.from(row, column)
    const made = gridCell(row, column, text, cell, merge, sheet)
    if (!hidden && !withHidden && isUnseen(sheet, row, column)) unseen += text === '' ? 0 : 1
    else if (made.text !== '' || made.room || made.notes.length > 0) found.push(made)
  }
  if (!hidden) tell(sheet.name, faults, unseen, note)
  return {name: sheet.name, hidden, cells: found, boxes: (sheet.textBoxes ?? []).map(({text}) => text)}
}

const tell = (name: string, faults: readonly string[], unseen: number, note: Note): void => {
  if (faults.length > 0)
    note(
      'formula',
      `Unexpected formulas without a usable result on ${name} (${faults.slice(0, 5).join(', ')}), expected values`,
    )
  if (unseen > 0)
    note(
      'hidden-cells',
      `Unexpected text in ${unseen} hidden cells on ${name}, left out: unhide what belongs to the procedure`,
    )
}

const isUnseen = ({rowDefs, columns}: Sheet, row: number, column: number): boolean =>
  rowDefs?.get(row)?.hidden === true || columns?.[column]?.hidden === true

/** Places of cells with a value or a look of their own, row by row. A sheet can hold a million rows of cells with neither. */
const filledPlaces = (sheet: Sheet): readonly (readonly [number, number])[] => {
  const places: (readonly [number, number])[] = []
  for (const [row, values] of sheet.rows.entries())
    for (let column = 0; column < values.length; column++)
      if ((values[column] ?? null) !== null) places.push([row, column])
  for (const [key, cell] of sheet.cells ?? []) {
    if (!matters(cell)) continue
    const [row = 0, column = 0] = key.split(',').map(Number)
    if ((sheet.rows[row]?.[column] ?? null) === null) places.push([row, column])
  }
  return places.sort(([a, x], [b, y]) => a - b || x - y)
}

const matters = (cell: Cell | undefined): boolean =>
  cell !== undefined &&
  (cell.comment !== undefined || cell.formula !== undefined || cell.checkbox === true || isDrawn(cell))

/** Whether an empty cell is drawn as a place to write in. */
const isDrawn = ({style}: Cell): boolean =>
  Object.values(style?.border ?? {}).some((side) => typeof side === 'object') || style?.protection?.locked === false

const added = (areas: Area[] | undefined, area: Area): Area[] => {
  if (!areas) return [area]
  areas.push(area)
  return areas
}

const coverings = (merges: readonly Area[]) => {
  const starts = new Map(merges.map((area) => [`${area.top},${area.left}`, area]))
  // By row, so that a sheet of thousands of merges is not searched whole for every cell.
  const byRow = new Map<number, Area[]>()
  for (const area of merges)
    for (let row = area.top; row <= Math.min(area.bottom, area.top + 2_000); row++)
      byRow.set(row, added(byRow.get(row), area))
  return {
    from: (row: number, column: number): Area | undefined => starts.get(`${row},${column}`),
    covered: (row: number, column: number): boolean =>
      (byRow.get(row) ?? []).some((area) => isWithin(row, column, area) && !(area.top === row && area.left === column)),
  }
}

const gridCell = (
  row: number,
  column: number,
  text: string,
  cell: Cell | undefined,
  merge: Area | undefined,
  sheet: Sheet,
): GridCell => {
  const font = cell?.style?.font
  const runs = runsOf(cell, text)
  return {
    row,
    column,
    across: merge ? merge.right - merge.left + 1 : 1,
    down: merge ? merge.bottom - merge.top + 1 : 1,
    text,
    runs,
    strong: runs.length > 0 && runs.every((run) => run.strong || run.text.trim() === ''),
    size: font?.size ?? null,
    shaded: cell?.style?.fill?.type === 'pattern' && cell.style.fill.pattern === 'solid',
    room: text === '' && (merge !== undefined || (cell !== undefined && isDrawn(cell)) || cell?.checkbox === true),
    asked: cell?.checkbox === true ? {control: 'tick', options: []} : null,
    notes: notesOf(cell, cellName(row, column), sheet),
    line: null,
  }
}

const runsOf = (cell: Cell | undefined, text: string): readonly Run[] => {
  const strong = cell?.style?.font?.bold === true
  const rich = cell?.richText?.map((run) => ({text: run.text, strong: run.font ? run.font.bold === true : strong}))
  if (rich && rich.map((run) => run.text).join('') === text) return rich
  return text === '' ? [] : [{text, strong}]
}

const preface = /^\[Threaded comment\][\s\S]*?Comment:\s*/u

const notesOf = (cell: Cell | undefined, name: string, {threadedComments = []}: Sheet): readonly string[] => {
  const threads = threadedComments.filter(({ref}) => ref === name).map(({text}) => text)
  if (threads.length > 0) return threads
  const {text = '', author = ''} = cell?.comment ?? {}
  const said = text.replace(preface, '').trim()
  return said === ''
    ? []
    : [author !== '' && said.startsWith(`${author}:`) ? said.slice(author.length + 1).trim() : said]
}

const isFaulty = (cell: Cell, text: string): boolean =>
  cell.type === 'error' ||
  /^#(?:REF!|N\/A|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!)/u.test(text) ||
  (cell.formula !== undefined && text === '' && cell.formulaResult !== '')

const textOf = (cell: Cell | undefined, plain: unknown, book: Book): string => {
  if (cell?.checkbox === true) return ''
  const value = cell?.formula === undefined ? (cell?.value ?? plain) : (cell.formulaResult ?? cell.value)
  return shown(value, cell?.style?.numFmt ?? '', book.dateSystem === '1904')
    .replace(/\r\n?/gu, '\n')
    .trim()
}

const shown = (value: unknown, format: string, is1904: boolean): string => {
  if (value === null || value === undefined) return ''
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  if (value instanceof Date) return shownDate(value, format)
  if (typeof value !== 'number') return String(value)
  if (format === '' || /^general$/iu.test(format)) return String(Number(value.toPrecision(15)))
  return formatValue(value, format, {is1904}).trim()
}

const two = (n: number): string => String(n).padStart(2, '0')

/** As people in England write it, whatever order the format has: the order is the machine's, the day is the author's. */
const shownDate = (date: Date, format: string): string => {
  if (Number.isNaN(date.getTime())) return ''
  const marks = format.toLowerCase().replace(/"[^"]*"|\[[^\]]*\]/gu, '')
  const time = `${two(date.getUTCHours())}:${two(date.getUTCMinutes())}`
  if (/h/u.test(marks) && !/[yd]/u.test(marks)) return time
  const [day, month, year] = [two(date.getUTCDate()), two(date.getUTCMonth() + 1), date.getUTCFullYear()]
  if (marks !== '' && !/d/u.test(marks)) return /m/u.test(marks) ? formatValue(date, 'mmmm yyyy') : String(year)
  return `${day}/${month}/${year}${/h/u.test(marks) ? ` ${time}` : ''}`
}
