import type {Control} from '@hedgerow/ast'
import type {Message} from '../../message.ts'

/** What a cell's input check says is asked there. */
export interface Asked {
  readonly control: Control
  readonly options: readonly string[]
}

/** Text in one manner of print. */
export interface Run {
  readonly text: string
  readonly strong: boolean
}

/** A cell that says something or leaves room for an answer; the cells a merge covers do not exist. */
export interface GridCell {
  /** Row and column from 0. */
  readonly row: number
  readonly column: number
  /** Columns and rows it stretches over. */
  readonly across: number
  readonly down: number
  /** What is displayed, lines parted by `\n`. */
  readonly text: string
  readonly runs: readonly Run[]
  readonly strong: boolean
  /** Font size in points, or null for the usual one. */
  readonly size: number | null
  readonly shaded: boolean
  /** Empty, and drawn, merged or checked so that somebody can answer there. */
  readonly room: boolean
  readonly asked: Asked | null
  /** Notes hung on the cell and prompts shown when it is entered. */
  readonly notes: readonly string[]
  /** Its line in a text file; null where cells have names. */
  readonly line: number | null
}

/** A sheet's cells row by row, hidden rows and columns left out. */
export interface GridSheet {
  readonly name: string
  readonly hidden: boolean
  readonly cells: readonly GridCell[]
  /** Text of boxes drawn over the cells. */
  readonly boxes: readonly string[]
}

/** What every reader of a spreadsheet format makes of its bytes. */
export interface Workbook {
  readonly title: string | null
  readonly sheets: readonly GridSheet[]
  readonly messages: readonly Message[]
}

/** A cell with nothing special about it. */
export const plainCell = (row: number, column: number, text: string): GridCell => ({
  row,
  column,
  across: 1,
  down: 1,
  text,
  runs: [{text, strong: false}],
  strong: false,
  size: null,
  shaded: false,
  room: false,
  asked: null,
  notes: [],
  line: null,
})

/** A cell's name (`B7`), its row and column from 0. */
export const cellName = (row: number, column: number): string => {
  let letters = ''
  for (let n = column + 1; n > 0; n = Math.floor((n - 1) / 26))
    letters = String.fromCharCode(65 + ((n - 1) % 26)) + letters
  return `${letters}${row + 1}`
}

/** Rows and columns from 0, both ends included. */
export interface Area {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

const corner = /^\$?([A-Z]{0,3})\$?(\d{0,7})$/iu

const columnOf = (letters: string): number =>
  [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1

/** The area a reference names (`$A$2:$A$9`, `B7`, `C:C`, `4:6`), or null when it names none. */
export const areaOf = (reference: string): Area | null => {
  const [from = '', to = from] = reference.split(':')
  const [a, b] = [corner.exec(from.trim()), corner.exec(to.trim())]
  if (!a || !b || `${a[1]}${a[2]}` === '') return null
  // A column or a row is named from itself to itself (`C:C`); alone the letters are a name.
  if (!reference.includes(':') && (a[1] === '' || a[2] === '')) return null
  const [top, left] = [a[2] === '' ? 0 : Number(a[2]) - 1, a[1] === '' ? 0 : columnOf(a[1] as string)]
  const bottom = b[2] === '' ? 1_048_575 : Number(b[2]) - 1
  const right = b[1] === '' ? 16_383 : columnOf(b[1] as string)
  return top < 0 || bottom < top || right < left ? null : {top, left, bottom, right}
}

/** Whether a place lies in an area. */
export const isWithin = (row: number, column: number, {top, left, bottom, right}: Area): boolean =>
  row >= top && row <= bottom && column >= left && column <= right
