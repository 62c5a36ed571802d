import {type Clause, contact, type Content, definition, type Edition, field, notice, provision, type RowCell, table, type TableUse} from '@hedgerow/ast'
import type {Cell, TableBlock, Words} from '../blocks.ts'
import {joined} from '../words.ts'
import {holdsReach} from './contacts.ts'
import {type Context, standing} from './context.ts'
import {editionTable} from './edition.ts'
import {controlField, fieldOf, fieldsOfLine} from './forms.ts'

const flat = (words: Words): Words => ({...words, text: words.text.replaceAll('\n', ' ')})
const text = (cell: Cell | undefined): string => cell?.words.text.replaceAll('\n', ' ') ?? ''
const texts = (cells: readonly Cell[]): readonly string[] => cells.map(text)

const contactHead = /\b(?:tel(?:ephone)?|phone|mobile|e-?mail|contact (?:details|number|no)|contact)\b/iu
const definitionHead = /^(?:term|word|phrase|acronym|abbreviation|expression)s?\b/iu
const meaningHead = /\b(?:meaning|definition|description|explanation|stands for)s?\b/iu
const stepHead = /\b(?:steps?|actions?|tasks?|who|responsib\w+|when|time ?scales?|deadline|by whom|stage|what)\b/iu
const gradeHead = /\b(?:low|medium|high|standard|grade|risk|level|indicators?|red|amber|green|tier|score)\b/iu
const labelEnd = /[:?]\s*\*?\s*$/u

/** What a table is used for, from its header and cells. */
export const useOf = (block: TableBlock, context: Context): TableUse => {
  const head = block.head ? texts(block.head) : []
  const rows = block.rows.map(texts)
  if (block.rows.some((row) => row.some(({controls}) => controls.length > 0)) || isForm(head, rows, context)) return 'form'
  const reached = rows.filter((row) => row.some(holdsReach)).length
  if (head.some((cell) => contactHead.test(cell)) || (rows.length > 0 && reached * 2 > rows.length)) return 'contacts'
  if (definitionHead.test(head[0] ?? '') && head.length === 2) return 'definitions'
  if (head.length === 2 && meaningHead.test(head[1] ?? '') && context.setting === 'definitions') return 'definitions'
  if (context.setting === 'definitions' && rows.every((row) => row.length === 2)) return 'definitions'
  if (head.filter((cell) => stepHead.test(cell)).length >= 2) return 'steps'
  if (head.some((cell) => gradeHead.test(cell)) || graded(rows)) return 'indicators'
  return head.some((cell) => /^(?:steps?|actions?)\b/iu.test(cell)) ? 'steps' : 'plain'
}

const graded = (rows: readonly (readonly string[])[]): boolean =>
  rows.length >= 2 && rows.filter((row) => /^(?:low|medium|high|standard|emerging|significant|red|amber|green|level \d|tier \d)\b/iu.test(row[0] ?? '')).length * 2 > rows.length

const isForm = (head: readonly string[], rows: readonly (readonly string[])[], {setting}: Context): boolean => {
  const all = head.length > 0 ? [head, ...rows] : rows
  const cells = all.flat()
  if (cells.some((cell) => /[☐□❏❑◻☑☒]|_{3,}/u.test(cell))) return true
  const blanks = all.filter((row) => row.length >= 2 && (row[0] ?? '') !== '' && row.slice(1).some((cell) => cell === '')).length
  const labels = cells.filter((cell) => labelEnd.test(cell)).length
  if (setting === 'form') return blanks * 2 >= all.length || labels > 0
  return blanks > 0 && blanks * 3 >= all.length * 2 && (labels > 0 || all.every((row) => row.length === 2 && row[1] === ''))
}

/** A table's content: clauses a row, or a version-control notice whose edition goes to `edition`. */
export const tableContent = (block: TableBlock, context: Context, edition: (found: Partial<Edition>) => void): Content => {
  const found = editionTable(block.head ? texts(block.head) : null, block.rows.map(texts))
  if (found) {
    edition(found)
    const rows = [...(block.head ? [block.head] : []), ...block.rows]
    return notice('version-control', block.caption ?? '', rows.map((row) => rowText(row)).join('\n'))
  }
  const use = useOf(block, context)
  const head = block.head ? texts(block.head) : []
  const children = use === 'form' ? formRows(block, context) : block.rows.flatMap((row) => rowClauses(row, head, use, context))
  return table(use === 'form' && block.head && usedAsLabels(block, context) ? [] : head, [...children], {use, caption: block.caption})
}

const rowText = (row: readonly Cell[]): string => texts(row).filter((cell) => cell !== '').join(' | ')

const rowClauses = (row: readonly Cell[], head: readonly string[], use: TableUse, context: Context): readonly Clause[] => {
  const filled = row.map((cell, column) => ({words: flat(cell.words), head: head[column] ?? ''})).filter(({words}) => words.text !== '')
  const [first] = filled
  if (!first) return []
  const cells: RowCell[] = []
  let at = 0
  for (const {words, head: name} of filled) {
    cells.push({head: name, start: at, end: at + words.text.length})
    at += words.text.length + 3
  }
  const whole = joined(filled.map(({words}) => words), ' | ')
  const given = {...standing(whole, context), cells}
  if (use === 'contacts') return [contact(first.words.text, whole.text, given)]
  if (use === 'definitions' && filled.length > 1) return [definition(first.words.text.replace(/\s*[:–-]$/u, ''), whole.text, given)]
  return [provision(whole.text, given)]
}

const usedAsLabels = (block: TableBlock, context: Context): boolean => {
  const head = texts(block.head ?? [])
  return head.some((cell) => cell === '' || labelEnd.test(cell)) || isForm([], [head], {...context, setting: 'form'})
}

/** A form's cells: labels before blanks are fields, boxes are ticks, a full header over blank rows asks for each of its columns. */
const formRows = (block: TableBlock, context: Context): readonly Clause[] => {
  const head = block.head ?? []
  if (head.length > 1 && !usedAsLabels(block, context) && block.rows.every((row) => row.every(isBlank)))
    return head.filter((cell) => text(cell) !== '').map((cell) => fieldOf(flat(cell.words), context))
  const rows = usedAsLabels(block, context) ? [head, ...block.rows] : block.rows
  return rows.flatMap((row) => formRow(row, context))
}

const isBlank = (cell: Cell): boolean => cell.controls.length === 0 && /^[\s_.…]*$/u.test(text(cell))

const formRow = (row: readonly Cell[], context: Context): readonly Clause[] => {
  const found: Clause[] = []
  for (const [column, cell] of row.entries()) {
    const words = flat(cell.words)
    if (cell.controls.length > 0) {
      const before = row[column - 1]
      const label = cell.controls.length === 1 && before && before.controls.length === 0 ? flat(before.words) : null
      found.push(...cell.controls.map((each) => controlField(label && each.label.text === '' ? {...each, label} : each, context)))
      continue
    }
    if (words.text === '') continue
    const next = row[column + 1]
    if (next && next.controls.length > 0) {
      if (!(next.controls.length === 1 && next.controls[0]?.label.text === '')) found.push(field(words.text, {...standing(words, context), control: 'choice', item: context.items(words.text, context.headings)?.item ?? null}))
      continue
    }
    const fields = fieldsOfLine(words, {...context, setting: 'form'})
    if (fields.length > 0) found.push(...optioned(fields, found, row, column, context))
    else if (!next || isBlank(next) || labelEnd.test(words.text) || column % 2 === 0) found.push(fieldOf(words, context))
    else found.push(provision(words.text, standing(words, context)))
  }
  return found
}

/** Tick boxes in the cell beside a label are that label's options. */
const optioned = (fields: readonly Clause[], found: Clause[], row: readonly Cell[], column: number, context: Context): readonly Clause[] => {
  const last = found.at(-1)
  const before = row[column - 1]
  const ticks = fields.filter((each) => each.type === 'field' && each.control === 'tick')
  if (!before || last?.type !== 'field' || last.control === 'tick' || ticks.length !== fields.length || ticks.length < 2) return fields
  found.pop()
  return [fieldOf(flat(before.words), context, {control: 'choice', options: ticks.map((each) => each.text)})]
}
