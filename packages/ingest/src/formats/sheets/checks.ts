import type {Control} from '@hedgerow/ast'
import {
  type Area,
  areaOf,
  type Asked,
  cellName,
  type GridCell,
  type GridSheet,
  isWithin,
  plainCell,
} from './workbook.ts'

/** An input check (data validation) as a format has it. */
export interface Check {
  readonly areas: readonly Area[]
  readonly type: string
  /** The options it prints itself, or null. */
  readonly list: readonly string[] | null
  /** Where its options stand: an area, perhaps on another sheet, or a name. */
  readonly reference: string | null
  readonly prompt: string
}

type Note = (ruleId: string, reason: string) => void

const controls: Readonly<Record<string, Control>> = {date: 'date', time: 'time', whole: 'number', decimal: 'number'}
/** Beyond this a check is laid over a column for whoever fills rows in, and makes no room where nothing else stands. */
const largest = 400
const mostOptions = 500

/** The sheets with what their checks ask at each cell; a checked cell that did not exist becomes room for an answer. */
export const checkedCells = (
  sheets: readonly GridSheet[],
  checks: readonly (readonly Check[])[],
  names: ReadonlyMap<string, string>,
  note: Note,
): readonly GridSheet[] =>
  sheets.map((sheet, n) => {
    const asked = (checks[n] ?? []).map((check) => ({check, asked: askedBy(check, sheet, sheets, names, note)}))
    if (sheet.hidden || asked.length === 0) return sheet
    const at = (row: number, column: number) =>
      asked.find(({check}) => check.areas.some((area) => isWithin(row, column, area)))
    const taken = takenIn(sheet)
    const known = sheet.cells.map((cell): GridCell => {
      const found = at(cell.row, cell.column)
      return found ? withCheck(cell, found.asked, found.check) : cell
    })
    const made = asked.flatMap(({check, asked: own}) =>
      newPlaces(check, taken).map(([row, column]) => withCheck(plainCell(row, column, ''), own, check)),
    )
    return {...sheet, cells: inOrder([...known, ...made])}
  })

const withCheck = (cell: GridCell, asked: Asked | null, {prompt}: Check): GridCell => ({
  ...cell,
  room: cell.text === '',
  asked: cell.asked ?? asked,
  notes: prompt === '' || cell.notes.includes(prompt) ? cell.notes : [...cell.notes, prompt],
})

const inOrder = (cells: readonly GridCell[]): readonly GridCell[] => {
  const once = new Map(cells.map((cell) => [`${cell.row},${cell.column}`, cell]))
  return [...once.values()].sort((x, y) => x.row - y.row || x.column - y.column)
}

/** Places that hold a cell or are covered by one, and rows that say something. */
interface Taken {
  readonly places: ReadonlySet<string>
  readonly rows: readonly number[]
}

const mostCovered = 2_000

const takenIn = ({cells}: GridSheet): Taken => {
  const places = new Set<string>()
  for (const {row, column, across, down} of cells)
    for (let n = 0; n < Math.min(across * down, mostCovered); n++)
      places.add(`${row + Math.floor(n / across)},${column + (n % across)}`)
  return {places, rows: [...new Set(cells.filter(({text}) => text !== '').map(({row}) => row))]}
}

const newPlaces = ({areas}: Check, {places, rows}: Taken): readonly (readonly [number, number])[] =>
  areas.flatMap(({top, left, bottom, right}) => {
    const wide = Math.min(right - left + 1, 50)
    const small = (bottom - top + 1) * wide <= largest
    const down = small
      ? Array.from({length: bottom - top + 1}, (_, n) => top + n)
      : rows.filter((row) => row >= top && row <= bottom)
    const all = down.flatMap((row) => Array.from({length: wide}, (_, n) => [row, left + n] as const))
    return all.filter(([row, column]) => !places.has(`${row},${column}`))
  })

const askedBy = (
  check: Check,
  sheet: GridSheet,
  sheets: readonly GridSheet[],
  names: ReadonlyMap<string, string>,
  note: Note,
): Asked | null => {
  if (check.type !== 'list')
    return check.type in controls ? {control: controls[check.type] as Control, options: []} : null
  const printed = (check.list ?? []).map((each) => each.trim()).filter((each) => each !== '')
  const options = printed.length > 0 ? printed : referred(check.reference ?? '', sheet, sheets, names)
  if (options.length === 0) {
    const [area] = check.areas
    const where = area ? ` at ${cellName(area.top, area.left)} on ${sheet.name}` : ''
    note(
      'choice',
      `Unexpected list${where} taken from ${check.reference ?? 'nowhere'}, expected a range of cells: its options are not known`,
    )
  }
  return {control: 'choice', options}
}

const sheetPart = /^(?:'((?:[^']|'')+)'|([^'!]+))!(.+)$/u

/** The options in the cells a reference or a name stands for. A name is followed once: names that name each other end there. */
const referred = (
  reference: string,
  own: GridSheet,
  sheets: readonly GridSheet[],
  names: ReadonlyMap<string, string>,
  followed = false,
): readonly string[] => {
  const plain = reference.trim().replace(/^=/u, '')
  const [, quoted, bare, rest] = sheetPart.exec(plain) ?? []
  const name = quoted?.replaceAll("''", "'") ?? bare
  const sheet = name === undefined ? own : sheets.find((each) => each.name.toLowerCase() === name.toLowerCase())
  const area = areaOf(rest ?? plain)
  if (sheet && area)
    return [
      ...new Set(
        sheet.cells.filter(({row, column, text}) => text !== '' && isWithin(row, column, area)).map(({text}) => text),
      ),
    ].slice(0, mostOptions)
  const named = names.get(plain.toLowerCase())
  return named === undefined || followed ? [] : referred(named, own, sheets, names, true)
}
