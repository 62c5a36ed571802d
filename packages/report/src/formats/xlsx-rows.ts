import {cellText, type Cell, type Column, headRow, linesIn, serialDay, type Sheet, shownShare} from '../sheets/book.ts'
import {xlsxStyle} from './xlsx-styles.ts'

/** Strings by the number cells name them with, in the order they were first met. */
export interface Strings {
  readonly numberOf: (words: string) => number
  readonly all: () => readonly string[]
}

/** Strings, none yet. */
export function strings(): Strings {
  const numbers = new Map<string, number>()
  return {
    numberOf: (words) => {
      const known = numbers.get(words)
      if (known !== undefined) return known
      numbers.set(words, numbers.size)
      return numbers.size - 1
    },
    all: () => [...numbers.keys()],
  }
}

/** `A` for 0, `AA` for 26. */
export function columnName(column: number): string {
  const rest = Math.floor(column / 26) - 1
  return `${rest < 0 ? '' : columnName(rest)}${String.fromCharCode(65 + (column % 26))}`
}

/** In a workbook `_x0041_` stands for a letter; words that look so are escaped. */
export const plainWords = (words: string): string =>
  cellText(words.replace(/\r\n?/g, '\n')).replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')

function cellMarkup(cell: Cell, {holds}: Column, place: string, shared: Strings): string {
  if (cell === null) return `<c r="${place}" s="${holds === 'date' ? xlsxStyle.date : xlsxStyle.text}"/>`
  if (typeof cell === 'number') return `<c r="${place}" s="${xlsxStyle.number}"><v>${cell}</v></c>`
  if (typeof cell === 'string') return said(cell, xlsxStyle.text, place, shared)
  switch (cell.type) {
    case 'date':
      return `<c r="${place}" s="${xlsxStyle.date}"><v>${serialDay(cell.day)}</v></c>`
    case 'share':
      return `<c r="${place}" s="${xlsxStyle.share}"><v>${shownShare(cell.share)}</v></c>`
    case 'sheet':
      return said(cell.name, xlsxStyle.link, place, shared)
  }
}

const said = (words: string, style: number, place: string, shared: Strings): string =>
  `<c r="${place}" s="${style}" t="s"><v>${shared.numberOf(plainWords(words))}</v></c>`

/** Points that a line of Arial 12 takes. */
export const lineHeight = 15.5

/** The most points a row may be high. */
const highest = 409

const height = (lines: number): number => Math.min(highest, lines * lineHeight)

/** The rows of a sheet as `sheetData`: its title and lines, the head, the table. Text is put among the shared strings. */
export function rowsMarkup(sheet: Sheet, shared: Strings): string {
  const head = headRow(sheet)
  const lines = [sheet.title, ...sheet.about].map(
    (words, at) =>
      `<row r="${at + 1}" ht="${at === 0 ? 24 : lineHeight}">${said(words, at === 0 ? xlsxStyle.title : xlsxStyle.about, `A${at + 1}`, shared)}</row>`,
  )
  const titles = sheet.columns.map(({title}, at) => said(title, xlsxStyle.head, `${columnName(at)}${head}`, shared))
  const headLines = linesIn(
    sheet.columns.map(({title}) => title),
    sheet.columns,
  )
  const names = sheet.columns.map((_, at) => columnName(at))
  const rows = sheet.rows.map((row, n) => {
    const number = head + 1 + n
    const cells = row.map((cell, at) => cellMarkup(cell, sheet.columns[at] as Column, `${names[at]}${number}`, shared))
    return `<row r="${number}" ht="${height(linesIn(row, sheet.columns))}">${cells.join('')}</row>`
  })
  return `<sheetData>${lines.join('')}<row r="${head}" ht="${height(headLines)}">${titles.join('')}</row>${rows.join('')}</sheetData>`
}
