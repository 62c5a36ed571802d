/** Workbooks as plain tables: what stands in them, and nothing of how a spreadsheet format writes it. */

/** A cell. A `date` is an ISO day, a `share` lies in [0, 1], a `sheet` leads to another sheet of the book by its name. Null is room for somebody to fill in. */
export type Cell =
  | string
  | number
  | {readonly type: 'date'; readonly day: string}
  | {readonly type: 'share'; readonly share: number}
  | {readonly type: 'sheet'; readonly name: string}
  | null

/** A column. `width` is in characters; `choices` are what may be put into its cells; `holds` says what a cell that is still empty will hold. */
export interface Column {
  readonly title: string
  readonly width: number
  readonly holds?: 'date'
  readonly choices?: readonly string[]
}

/** A sheet: a title, lines that say what it holds, and one table. No cell is merged and no row left empty, so that a screen reader and a script can walk it. */
export interface Sheet {
  /** At most 31 characters, none of them `: \ / ? * [ ]`, and no other sheet's name. */
  readonly name: string
  readonly title: string
  readonly about: readonly string[]
  readonly columns: readonly Column[]
  readonly rows: readonly (readonly Cell[])[]
  /** How many columns from the left stay in view. */
  readonly frozen: number
}

/** A workbook. `day` is the ISO day it is dated. */
export interface Book {
  readonly title: string
  readonly subject: string
  readonly day: string
  readonly sheets: readonly Sheet[]
}

/** The most rows of a table: what Excel holds, less room for the lines above. */
const mostRows = 1_048_000

/** The most characters of a cell in Excel. */
const mostCharacters = 32_767

const cutMark = ' … (cut: longer than a cell can be)'

/** Words as a cell can hold them; what is too long ends with words that say so. */
export function cellText(words: string): string {
  return words.length <= mostCharacters ? words : `${words.slice(0, mostCharacters - cutMark.length)}${cutMark}`
}

/** An ISO day as a date; words for anything else, null for nothing. */
export function dayCell(day: string | null): Cell {
  if (day === null) return null
  return /^\d{4}-\d{2}-\d{2}$/.test(day) ? {type: 'date', day} : day
}

/** A share in [0, 1], or words where there is none. */
export function shareCell(share: number | null, none = 'not scored'): Cell {
  return share === null ? none : {type: 'share', share}
}

/** A sheet whose table is no longer than a spreadsheet can be; a line says how many rows were left out, or that there are none. */
export function sheet({rows, about, ...rest}: Sheet): Sheet {
  const left = rows.length - mostRows
  const cut = left > 0 ? [`${left} further rows do not fit into a sheet: the CSV and JSON outputs hold them all.`] : []
  const none = rows.length === 0 ? ['There is nothing to list.'] : []
  return {...rest, about: [...about, ...none, ...cut], rows: left > 0 ? rows.slice(0, mostRows) : rows}
}

/** Columns by title and width; where two would have one title, as a table may not, later ones are numbered. */
export function columns(...given: readonly (readonly [title: string, width: number] | Column)[]): readonly Column[] {
  const all = given.map((each): Column => ('title' in each ? each : {title: each[0], width: each[1]}))
  const titles = all.map(({title}) => title.replace(/\s+/g, ' ').trim() || 'Column')
  return all.map((column, at) => {
    const title = titles[at] as string
    const earlier = titles.slice(0, at).filter((each) => each.toLowerCase() === title.toLowerCase()).length
    return {...column, title: earlier === 0 ? title : `${title} (${earlier + 1})`}
  })
}

/** The day as spreadsheets count it: days since 30 December 1899. */
export function serialDay(day: string): number {
  return Math.round((Date.parse(`${day}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000)
}

/** A share as it is to be shown with one decimal of a per cent: never 100 % below 1 nor 0 % above 0, so that rounding claims no agreement that is not there. */
export function shownShare(share: number): number {
  if (share > 0 && share < 1) return Math.min(0.999, Math.max(0.001, share))
  return share
}

/** What a link to a sheet shows, and a cell as words: for the width of a column and for formats without types. */
export function cellWords(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'string') return cell
  if (typeof cell === 'number') return String(cell)
  switch (cell.type) {
    case 'date':
      return cell.day
    case 'share':
      return `${Math.round(shownShare(cell.share) * 1000) / 10}%`
    case 'sheet':
      return cell.name
  }
}

/** The row, from 1, that a sheet's head stands in. */
export function headRow({about}: Sheet): number {
  return about.length + 2
}

/** How many lines a row takes at most where words wrap, by the width of its columns: about what a program would make of it, for those that do not measure. */
export function linesIn(row: readonly Cell[], columns: readonly Column[]): number {
  const lines = row.map((cell, at) => {
    const width = columns[at]?.width ?? 1
    return cellWords(cell)
      .split('\n')
      .reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / width)), 0)
  })
  return Math.max(1, ...lines)
}

/** Whether a sheet is too wide to be read on a page of A4. */
export function isWide({columns}: Sheet): boolean {
  return columns.reduce((sum, {width}) => sum + width, 0) > widestOnA4
}

const widestOnA4 = 200
