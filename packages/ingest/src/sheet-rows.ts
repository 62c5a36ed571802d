import {Unreadable} from '@hedgerow/office'
import {cellName, type GridCell, type Workbook} from './formats/sheets/workbook.ts'
import type {Limits} from './limits.ts'

/** A cell that says something: its text as displayed, a date always as DD/MM/YYYY. */
export interface SheetCell {
  readonly text: string
  /** From 0. */
  readonly column: number
  /** As a person finds it: `cell J7 of Action log`, `line 7, column 10`. */
  readonly place: string
}

/** A row that says something, its cells from left to right. */
export interface SheetRow {
  /** From 0. */
  readonly row: number
  readonly cells: readonly SheetCell[]
}

/** A sheet as plain rows, those that a filter hides among them. */
export interface SheetRows {
  readonly name: string
  readonly rows: readonly SheetRow[]
}

type Opened = (bytes: Uint8Array, limits: Limits) => Promise<Workbook>

/** Each loads its reader when it is asked for: who reads no spreadsheet does not wait for the library behind one. */
const openers: Readonly<Record<string, Opened>> = {
  xlsx: async (bytes, limits) => (await import('./formats/sheets/xlsx.ts')).xlsxWorkbook(bytes, limits, true),
  ods: async (bytes, limits) => (await import('./formats/sheets/ods.ts')).odsWorkbook(bytes, limits, true),
  csv: async (bytes, limits) => (await import('./formats/csv.ts')).csvWorkbook(bytes, limits),
}

/** The extensions of the files whose rows can be read. */
export const sheetExtensions: readonly string[] = Object.keys(openers)

/** The rows of every sheet of a spreadsheet, by its extension. Throws Unreadable for one that cannot be read, and for an extension that is none of them. */
export const sheetRows = async (
  bytes: Uint8Array,
  extension: string,
  limits: Limits,
): Promise<readonly SheetRows[]> => {
  const opened = openers[extension.toLowerCase()]
  if (!opened)
    throw new Unreadable(
      `it is no spreadsheet that is read (.${extension})`,
      `save it as one of ${sheetExtensions.map((each) => `.${each}`).join(', ')}`,
    )
  const {sheets} = await opened(bytes, limits)
  return sheets.map(({name, cells}) => ({name, rows: rowsOf(cells, name)}))
}

const rowsOf = (cells: readonly GridCell[], name: string): readonly SheetRow[] => {
  const rows = new Map<number, SheetCell[]>()
  for (const {row, column, text, line} of cells) {
    if (text === '') continue
    const place = line === null ? `cell ${cellName(row, column)} of ${name}` : `line ${line}, column ${column + 1}`
    rows.set(row, [...(rows.get(row) ?? []), {text, column, place}])
  }
  return [...rows]
    .sort(([a], [b]) => a - b)
    .map(([row, own]) => ({row, cells: [...own].sort((a, b) => a.column - b.column)}))
}
