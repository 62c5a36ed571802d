import {csvCell} from './formats/csv.ts'
import {markdown} from './formats/markdown.ts'
import {table} from './nodes.ts'

/** A table of words by itself. */
export interface PlainTable {
  readonly title: string
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** A table as a file of its own: Markdown, or CSV with the mark by which Excel knows UTF-8 and cells it never takes for formulas. */
export function tableText({title, head, rows}: PlainTable, subtitle: string, format: 'markdown' | 'csv'): string {
  if (format === 'csv') return `\ufeff${[head, ...rows].map((cells) => `${cells.map(csvCell).join(',')}\r\n`).join('')}`
  const chapter = {type: 'chapter' as const, id: 'table', title, children: [table(title, head, rows)]}
  return [...markdown({type: 'outline', title, subtitle, children: [chapter]})].join('')
}
