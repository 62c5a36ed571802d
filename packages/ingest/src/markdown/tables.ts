import type {Cell, TableBlock} from '../blocks.ts'
import {tableHtml} from './html.ts'
import {cleaned, inlineMarkdown} from './inline.ts'
import type {Manuscript} from './manuscript.ts'

/** A table in Markdown where Markdown can print it, else in HTML. */
export const tableMarkdown = (table: TableBlock, page: Manuscript): string => {
  const mark = (row: readonly Cell[]): string => page.pageMark(row.find(({words}) => words.text !== '')?.words)
  if (!isPlain(table)) return tableHtml(table, mark)
  const width = (table.head ?? table.rows[0] ?? []).length
  const row = (cells: readonly Cell[]): string => {
    const before = mark(cells)
    const texts = cells.map(({words}) => inlineMarkdown(words, 'cell'))
    return `| ${texts.map((text, at) => [at === 0 ? before : '', text].filter((each) => each !== '').join(' ')).join(' | ')} |`
  }
  const none = `|${' |'.repeat(width)}`
  return [table.head ? row(table.head) : none, `|${' --- |'.repeat(width)}`, ...table.rows.map(row)].join('\n')
}

/** Whether a table has nothing that Markdown has no form for: inputs, a caption, rows of unequal length, a head without words. */
const isPlain = ({caption, head, rows}: TableBlock): boolean => {
  const all = head ? [head, ...rows] : rows
  const width = all[0]?.length ?? 0
  return (
    caption === null &&
    width > 0 &&
    all.every((row) => row.length === width && row.every(({controls}) => controls.length === 0)) &&
    (head === null || head.some(({words}) => cleaned(words).text !== ''))
  )
}
