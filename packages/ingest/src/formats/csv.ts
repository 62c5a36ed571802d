import type {Limits} from '../limits.ts'
import type {Reader} from './reading.ts'
import {plainText} from './text/plain-text.ts'
import {answerColumn} from './sheets/lines.ts'
import {workbookReading} from './spreadsheet.ts'
import {type GridCell, plainCell, type Workbook} from './sheets/workbook.ts'

/** Comma-separated values, and those parted by semicolons, tabs or bars: one sheet, each cell with the line it begins on. */
export const csv: Reader = (bytes, {limits}) => workbookReading(csvWorkbook(bytes, limits), limits)

/** The same as a workbook of one sheet. */
export const csvWorkbook = (bytes: Uint8Array, limits: Limits): Workbook => {
  const {text, messages} = plainText(bytes, limits)
  const records = recordsOf(text)
  const cells = withRoom(records).flatMap((record, row) =>
    record.flatMap(({text: said, room, line}, column): readonly GridCell[] =>
      said === '' && !room ? [] : [{...plainCell(row, column, said), room, line}],
    ),
  )
  const sheet = {name: '', hidden: false, cells, boxes: []}
  return {title: null, sheets: [sheet], messages}
}

interface Value {
  readonly text: string
  /** Line in the file, from 1. */
  readonly line: number
  readonly room: boolean
}

const delimiters = [',', ';', '\t', '|']
const looked = 30

/** The records of a file; Excel's `sep=` line is obeyed. Without it the delimiter is the one that parts most of the first records alike. */
const recordsOf = (text: string): readonly (readonly Value[])[] => {
  const stated = /^sep=(.)\n/iu.exec(text)
  if (stated) return parsed(text.slice(stated[0].length), stated[1] as string, 2)
  const head = text.slice(0, 20_000)
  const [best] = delimiters
    .map((delimiter, n) => ({delimiter, n, score: evenness(parsed(head, delimiter, 1).slice(0, looked))}))
    .sort((x, y) => y.score - x.score || x.n - y.n)
  return parsed(text, best?.delimiter ?? ',', 1)
}

/** How many records have the commonest number of values, where that is more than one. Prose has commas too, but never the same number of them. */
const evenness = (records: readonly (readonly Value[])[]): number => {
  const counts = new Map<number, number>()
  for (const {length} of records) if (length > 1) counts.set(length, (counts.get(length) ?? 0) + 1)
  return Math.max(0, ...counts.values())
}

const mostColumns = 16_384

/** Values by RFC 4180: quoted ones hold delimiters, line breaks and doubled quotes. A quote inside an unquoted value is a quote. */
const parsed = (text: string, delimiter: string, firstLine: number): readonly (readonly Value[])[] => {
  const records: Value[][] = []
  let record: Value[] = []
  let line = firstLine
  let at = 0
  while (at < text.length) {
    const began = line
    let value = ''
    if (text[at] === '"') {
      const end = closing(text, at)
      value = text.slice(at + 1, end).replaceAll('""', '"')
      line += value.split('\n').length - 1
      at = Math.min(end + 1, text.length)
    }
    const stop = nextOf(text, at, delimiter)
    value += text.slice(at, stop)
    if (record.length < mostColumns) record.push({text: value.trim(), line: began, room: false})
    at = stop + 1
    if (text[stop] === delimiter && at < text.length) continue
    records.push(record)
    record = []
    line++
  }
  return records
}

const closing = (text: string, open: number): number => {
  let end = text.indexOf('"', open + 1)
  while (end >= 0 && text[end + 1] === '"') end = text.indexOf('"', end + 2)
  return end < 0 ? text.length : end
}

const nextOf = (text: string, from: number, delimiter: string): number => {
  let at = from
  while (at < text.length && text[at] !== '\n' && text[at] !== delimiter) at++
  return at
}

const asks = /(?:[:?*]|\((?:required|mandatory)\))$/iu

/** Nothing is drawn in a text file: an empty value asks for an answer below such a head, after a label, or in a file of labels and nothing else. */
const withRoom = (records: readonly (readonly Value[])[]): readonly (readonly Value[])[] => {
  const head = records.find((record) => record.filter(({text}) => text !== '').length > 1) ?? []
  const pairs = records.filter((record) => record.length === 2 && record[0]?.text !== '')
  const labels = pairs.length > 2 && pairs.filter(([, value]) => value?.text === '').length * 4 >= pairs.length * 3
  return records.map((record) =>
    record.map((value, column) => {
      const before = record[column - 1]?.text ?? ''
      const answers = answerColumn.test(head[column]?.text ?? '') || asks.test(before) || (labels && isLabel(before))
      return {...value, room: value.text === '' && before !== '' && answers}
    }),
  )
}

const isLabel = (text: string): boolean => text.length <= 80 && !/[.;,]$/u.test(text)
