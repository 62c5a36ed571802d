import type {Block, Words} from '../blocks.ts'
import {type Message, message} from '../message.ts'
import type {Limits} from '../limits.ts'
import {Unreadable} from '@hedgerow/office'
import {plainWords, writing} from '../words.ts'
import {odsWorkbook} from './sheets/ods.ts'
import {type Places, places} from './places.ts'
import type {Place, Reader, Reading} from './reading.ts'
import {type Printed, sheetBlocks} from './sheets/blocks.ts'
import type {Pen} from './sheets/tables.ts'
import {cellName, type GridCell, type GridSheet, type Workbook} from './sheets/workbook.ts'
import {xlsxWorkbook} from './sheets/xlsx.ts'

/** An Excel workbook: its visible sheets, each question and row with the cell it stands in. */
export const xlsx: Reader = async (bytes, {limits}) => workbookReading(await xlsxWorkbook(bytes, limits), limits)

/** An OpenDocument spreadsheet, read as an Excel workbook is. */
export const ods: Reader = (bytes, {limits}) => workbookReading(odsWorkbook(bytes, limits), limits)

/** What a workbook says, whatever format it came in. With several sheets each has its heading. */
export const workbookReading = (book: Workbook, limits: Limits): Reading => {
  const used = book.sheets.filter(
    ({hidden, cells, boxes}) => !hidden && (boxes.length > 0 || cells.some(({text}) => text !== '')),
  )
  refuseEndless(used, limits)
  const taken = places()
  const omitted: GridCell[] = []
  const sheets = used.map((sheet) => ({sheet, printed: printedOn(sheet, penOf(sheet, taken, omitted))}))
  const several = used.length > 1
  const title = firstTitle(sheets[0]?.printed ?? [])
  const blocks = sheets.flatMap(({sheet, printed}, n): readonly Block[] => {
    const own = n === 0 && title ? [headingBlock(title, 1)] : []
    const rest = own.length > 0 ? printed.slice(1) : printed
    const named = several ? [headingBlock(plainWords(sheet.name), 2)] : []
    return [...own, ...named, ...levelled(rest, several ? 3 : 2)]
  })
  return {
    title: book.title,
    frontMatter: {},
    blocks,
    messages: [...book.messages, ...hiddenSheets(book), ...noteCount(blocks), ...numbersOmitted(omitted)],
    place: taken.place,
  }
}

/** Far above any form or list that people keep; a register of cases has more, and is no procedure. */
const mostCells = 200_000

const refuseEndless = (sheets: readonly GridSheet[], {characters, block}: Limits): void => {
  const cells = sheets.flatMap((sheet) => sheet.cells)
  if (cells.length > mostCells)
    throw new Unreadable(
      `it has more than ${mostCells} filled cells`,
      'check that it is a form or a procedure, or split it',
    )
  if (cells.reduce((sum, {text}) => sum + text.length, 0) > characters)
    throw new Unreadable(`it has more than ${characters} characters`, 'split it into parts, or raise the limit')
  if (cells.some(({text}) => text.length > block))
    throw new Unreadable(`it has a cell of more than ${block} characters`, 'part it, or raise the limit')
}

const headingBlock = (words: Words, level: number): Block => ({type: 'heading', level, words})

/** The title in the first row of the first sheet when no other is printed as large, or null. */
const firstTitle = (printed: readonly Printed[]): Words | null => {
  const [first, ...rest] = printed
  if (!first || !('title' in first)) return null
  return rest.every((each) => !('title' in each) || each.weight < first.weight) ? first.title : null
}

/** Titles by how much they stand out: the heaviest at level `top`. */
const levelled = (printed: readonly Printed[], top: number): readonly Block[] => {
  const weights = [...new Set(printed.flatMap((each) => ('title' in each ? [each.weight] : [])))].sort((a, b) => b - a)
  return printed.map((each) =>
    'title' in each ? headingBlock(each.title, top + Math.min(weights.indexOf(each.weight), 3)) : each.block,
  )
}

const printedOn = (sheet: GridSheet, pen: Pen): readonly Printed[] => [
  ...sheetBlocks(sheet.cells, pen),
  ...sheet.boxes.map((text): Printed => ({block: {type: 'paragraph', words: plainWords(text.trim())}})),
]

const penOf = ({name}: GridSheet, taken: Places, omitted: GridCell[]): Pen => ({
  omit: (cells) => void omitted.push(...cells),
  words: (cell) => {
    const length = cell.runs.reduce((sum, {text}) => sum + text.length, 0)
    return written(cell.runs, taken.take(length, placeOf(cell, name)))
  },
  note: (cell, text) => written([{text, strong: false}], taken.take(text.length, placeOf(cell, name))),
})

const placeOf = ({row, column, line}: GridCell, sheet: string): Place =>
  line === null ? {sheet, cell: cellName(row, column)} : {line}

const written = (runs: GridCell['runs'], first: number): Words => {
  const out = writing()
  let at = first
  for (const {text, strong} of runs) {
    const write = (): void => {
      for (const [n, line] of text.split('\n').entries()) {
        if (n > 0) out.lineBreak()
        out.add(line, at)
        at += line.length + 1
      }
      at--
    }
    if (strong) out.bold(write)
    else write()
  }
  return out.words()
}

const hiddenSheets = ({sheets}: Workbook): readonly Message[] => {
  const names = sheets.filter(({hidden, cells}) => hidden && cells.some(({text}) => text !== '')).map(({name}) => name)
  const reason = `Unexpected hidden sheets (${names.join(', ')}), left out but for their lists: unhide what belongs to the procedure`
  return names.length > 0 ? [message('hidden-sheet', reason)] : []
}

const noteCount = (blocks: readonly Block[]): readonly Message[] => {
  const count = blocks.filter(({type}) => type === 'note').length
  const reason = `Unexpected notes or prompts on ${count} cells, kept as notes: what they say is not compared`
  return count > 0 ? [message('cell-note', reason, {severity: 'info'})] : []
}

const numbersOmitted = (cells: readonly GridCell[]): readonly Message[] => {
  const reason = `Unexpected numbers of ${cells.length} questions in a column of their own, left out: fields are known by their labels`
  return cells.length > 0 ? [message('question-number', reason, {severity: 'info'})] : []
}
