import {
  type Clause,
  contact,
  type Content,
  definition,
  type Edition,
  notice,
  provision,
  type RowCell,
  table,
  type TableUse,
} from '@hedgerow/ast'
import type {Cell, TableBlock, Words} from '../blocks.ts'
import {joined} from '../words.ts'
import {answerName, isAnswer, isAnswerHead, isBlank, isBoxes, isChoice} from './answers.ts'
import {holdsReach} from './contacts.ts'
import {type Context, standing} from './context.ts'
import {editionTable} from './edition.ts'
import {answered, controlField, fieldOf, fieldsOfLine} from './forms.ts'

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
export const useOf = (printed: TableBlock, context: Context): TableUse => {
  const block = headed(printed)
  const head = block.head ? texts(block.head) : []
  const rows = block.rows.map(texts)
  if (block.rows.some((row) => row.some(({controls}) => controls.length > 0)) || isForm(head, rows, context))
    return 'form'
  const reached = rows.filter((row) => row.some(holdsReach)).length
  if (head.some((cell) => contactHead.test(cell)) || (rows.length > 0 && reached * 2 > rows.length)) return 'contacts'
  if (definitionHead.test(head[0] ?? '') && head.length === 2) return 'definitions'
  if (head.length === 2 && meaningHead.test(head[1] ?? '') && context.setting === 'definitions') return 'definitions'
  if (context.setting === 'definitions' && rows.every((row) => row.length === 2)) return 'definitions'
  if (saysMeanings(head, rows)) return 'definitions'
  if (head.filter((cell) => stepHead.test(cell)).length >= 2) return 'steps'
  if (head.some((cell) => gradeHead.test(cell)) || graded(rows)) return 'indicators'
  return head.some((cell) => /^(?:steps?|actions?)\b/iu.test(cell)) ? 'steps' : 'plain'
}

/** Whether a table says what each grade or kind means, and binds nobody. */
const saysMeanings = (head: readonly string[], rows: readonly (readonly string[])[]): boolean =>
  head.length === 2 &&
  /^(?:\p{L}+ )?(?:grade|level|category|band|rating|tier|type|colour)$/iu.test(head[0] ?? '') &&
  /^(?:meaning|definition|description|what (?:it|this) means)$/iu.test(head[1] ?? '') &&
  !rows.some(([, meaning]) => /\b(?:must|shall|should|will|may)\b/iu.test(meaning ?? ''))

/** A table with the row that names its answers as its head, where that is printed as a row like the others. */
const headed = (block: TableBlock): TableBlock => {
  const [first, ...rest] = block.rows
  const bare = block.head === null && first !== undefined && rest.length > 0
  return bare && isAnswerHead(texts(first)) ? {...block, head: first, rows: rest} : block
}

/** Whether a head names the answers and the rows leave room for them. */
const asksByColumn = (head: readonly string[], rows: readonly (readonly string[])[]): boolean =>
  isAnswerHead(head) &&
  rows.length > 0 &&
  rows.every((row) => row.every((cell, at) => answerName(head[at] ?? '') === null || isBlank(cell) || isBoxes(cell)))

/** Whether a column says of each row that its answer is required or optional. */
const tellsRequired = (head: readonly string[], rows: readonly (readonly string[])[]): boolean =>
  rows.length > 1 &&
  head.some(
    (name, at) =>
      at > 0 &&
      requiredHead.test(name.trim()) &&
      rows.every((row) => /^(?:yes|no|required|optional)$/iu.test(row[at] ?? '')),
  )

const graded = (rows: readonly (readonly string[])[]): boolean =>
  rows.length >= 2 &&
  rows.filter((row) =>
    /^(?:low|medium|high|standard|emerging|significant|red|amber|green|level \d|tier \d)\b/iu.test(row[0] ?? ''),
  ).length *
    2 >
    rows.length

const isForm = (head: readonly string[], rows: readonly (readonly string[])[], {setting}: Context): boolean => {
  const all = head.length > 0 ? [head, ...rows] : rows
  const cells = all.flat()
  if (asksByColumn(head, rows) || tellsRequired(head, rows)) return true
  if (cells.some((cell) => /[☐□❏❑◻☑☒]|_{3,}|\.{6,}/u.test(cell))) return true
  const chosen = rows.filter((row) => row.length >= 2 && row.slice(1).some(isChoice)).length
  if (chosen > 0 && chosen * 2 >= rows.length) return true
  const blanks = all.filter(
    (row) => row.length >= 2 && (row[0] ?? '') !== '' && row.slice(1).some((cell) => cell === ''),
  ).length
  const labels = cells.filter((cell) => labelEnd.test(cell)).length
  if (setting === 'form') return blanks * 2 >= all.length || labels > 0
  return (
    blanks > 0 && blanks * 3 >= all.length * 2 && (labels > 0 || all.every((row) => row.length === 2 && row[1] === ''))
  )
}

/** A table's content: clauses a row, or a version-control notice whose edition goes to `edition`. */
export const tableContent = (
  printed: TableBlock,
  context: Context,
  edition: (found: Partial<Edition>) => void,
): Content => {
  const block = headed(printed)
  const found = editionTable(block.head ? texts(block.head) : null, block.rows.map(texts))
  if (found) {
    edition(found)
    const rows = [...(block.head ? [block.head] : []), ...block.rows]
    return notice('version-control', block.caption ?? '', rows.map((row) => rowText(row)).join('\n'))
  }
  const use = useOf(block, context)
  const head = block.head ? texts(block.head) : []
  const children =
    use === 'form' ? formRows(block, context) : block.rows.flatMap((row) => rowClauses(row, head, use, context))
  return table(use === 'form' && block.head && usedAsLabels(block, context) ? [] : head, [...children], {
    use,
    caption: block.caption,
  })
}

const rowText = (row: readonly Cell[]): string =>
  texts(row)
    .filter((cell) => cell !== '')
    .join(' | ')

const rowClauses = (
  row: readonly Cell[],
  head: readonly string[],
  use: TableUse,
  context: Context,
): readonly Clause[] => {
  const filled = row
    .map((cell, column) => ({words: flat(cell.words), head: head[column] ?? ''}))
    .filter(({words}) => words.text !== '')
  const [first] = filled
  if (!first) return []
  const cells: RowCell[] = []
  let at = 0
  for (const {words, head: name} of filled) {
    cells.push({head: name, start: at, end: at + words.text.length})
    at += words.text.length + 3
  }
  const whole = joined(
    filled.map(({words}) => words),
    ' | ',
  )
  const given = {...standing(whole, context), cells}
  if (use === 'contacts') return [contact(first.words.text, whole.text, given)]
  if (use === 'definitions' && filled.length > 1)
    return [definition(first.words.text.replace(/\s*[:–-]$/u, ''), whole.text, given)]
  return [provision(whole.text, given)]
}

const usedAsLabels = (block: TableBlock, context: Context): boolean => {
  const head = texts(block.head ?? [])
  if (isAnswerHead(head) || tellsRequired(head, block.rows.map(texts))) return false
  return head.some((cell) => cell === '' || labelEnd.test(cell)) || isForm([], [head], {...context, setting: 'form'})
}

/** A form's cells: labels with the answers beside them are fields; a full header over blank rows asks for each of its columns. */
const formRows = (block: TableBlock, context: Context): readonly Clause[] => {
  const head = block.head ?? []
  if (head.length > 1 && !usedAsLabels(block, context) && block.rows.every((row) => row.every(isBlankCell)))
    return head.filter((cell) => text(cell) !== '').map((cell) => fieldOf(flat(cell.words), context))
  const labelled = usedAsLabels(block, context)
  const rows = labelled ? [head, ...block.rows] : block.rows
  const columns = columnsOf(labelled ? [] : texts(head), block.rows.map(texts))
  return rows.flatMap((row) => formRow(row, columns, context))
}

/** What a form's column holds. `unknown` ones are read cell by cell. */
interface Column {
  readonly holds: 'answer' | 'required' | 'unknown'
  readonly head: string
}

const answerHead =
  /^(?:your )?(?:answers?|responses?|entry|entries|reply|replies|score|rating|value|(?:please )?(?:tick|circle|initial)(?: .*)?|(?:yes|no|n\/a)(?:\s*\/.*)?|to be completed(?: .*)?)$/iu
const requiredHead = /^(?:required|mandatory|needed|must be (?:answered|completed)|compulsory)\??$/iu

const columnsOf = (head: readonly string[], rows: readonly (readonly string[])[]): readonly Column[] =>
  Array.from({length: Math.max(head.length, ...rows.map(({length}) => length))}, (_, at): Column => {
    const name = (head[at] ?? '').trim()
    const cells = rows.map((row) => row[at] ?? '')
    if (isAnswerHead(head) && answerName(name) !== null) return {holds: 'answer', head: name}
    if (
      requiredHead.test(name) &&
      cells.every((cell) => isBlank(cell) || /^(?:yes|no|y|n|\*|✓|optional|required)$/iu.test(cell))
    )
      return {holds: 'required', head: name}
    if (
      at > 0 &&
      (answerHead.test(name) || (head.length > 0 && cells.every(isAnswer)) || (head.length > 0 && allAlike(cells)))
    )
      return {holds: 'answer', head: name}
    return {holds: 'unknown', head: name}
  })

/** The same words in every row say how to answer (`Free text`), not what. */
const allAlike = (cells: readonly string[]): boolean => cells.length > 2 && cells.every((cell) => cell === cells[0])

const isBlankCell = (cell: Cell): boolean => cell.controls.length === 0 && isBlank(text(cell))

interface Question {
  readonly label: Words
  readonly answers: readonly {readonly text: string; readonly head: string}[]
  readonly required: boolean
}

const longestAnswer = 8

const formRow = (row: readonly Cell[], columns: readonly Column[], context: Context): readonly Clause[] => {
  const found: Clause[] = []
  let open = null as Question | null
  // Answers may stand in columns before what they answer.
  let early: Question['answers'] = []
  const close = (): void => {
    if (open) found.push(...questionFields(open, context))
    open = null
  }
  for (const [at, cell] of row.entries()) {
    const words = flat(cell.words)
    const column = columns[at] ?? {holds: 'unknown', head: ''}
    const answers: boolean = open !== null && isAnswerCell(words.text, column, row[at + 1], open)
    if (cell.controls.length > 0) {
      found.push(...controlsOf(cell, open, context))
      open = null
    } else if (open && column.holds === 'required')
      open = {...open, required: open.required || /^(?:y|yes|required|\*|✓)$/iu.test(words.text)}
    else if (open && answers) open = {...open, answers: [...open.answers, {text: words.text, head: column.head}]}
    else if (
      column.holds === 'answer' &&
      answerName(column.head) !== null &&
      (isBlank(words.text) || isBoxes(words.text))
    )
      early = [...early, {text: words.text, head: column.head}]
    else if (words.text !== '' && !(isBlank(words.text) || isBoxes(words.text))) {
      close()
      if (isSentence(words.text) && !labelEnd.test(words.text) && at > 0)
        found.push(provision(words.text, standing(words, context)))
      else {
        open = {label: words, answers: early, required: false}
        early = []
      }
    }
  }
  close()
  return found
}

const isSentence = (said: string): boolean => said.split(/\s+/u).length > longestAnswer && /[.]$/u.test(said)

const isAnswerCell = (said: string, {holds}: Column, next: Cell | undefined, open: Question): boolean => {
  if (isBlank(said) || isBoxes(said)) return true
  if (holds === 'answer') return said.split(/\s+/u).length <= longestAnswer || isChoice(said)
  // A choice after a question's own answer, with room after it, is the next question (`Religion / belief | ____`).
  return isChoice(said) && (open.answers.length === 0 || next === undefined || !isBlankCell(next))
}

const questionFields = ({label, answers, required}: Question, context: Context): readonly Clause[] => {
  // `Faith / belief` beside a blank is a label, though it would be a choice alone.
  const own = isChoice(label.text) ? [] : fieldsOfLine(label, {...context, setting: 'form'})
  const given = required ? {required} : {}
  const named = answers.filter(({head}) => answerName(head) !== null).length > 1
  if (!named && answers.every(({text: said}) => isBlank(said)) && own.length > 0)
    return own.map((each) => ({...each, required: each.required || required}))
  return [answered(label, answers, context, given)]
}

const controlsOf = (cell: Cell, open: Question | null, context: Context): readonly Clause[] => {
  const [only, ...more] = cell.controls
  if (!open || !only) return cell.controls.flatMap((each) => controlField(each, context))
  if (more.length === 0) {
    const said = only.label.text
    if (said === '' || yesWord.test(said))
      return controlField({...only, label: open.label, required: only.required || open.required}, context)
    return [...questionFields(open, context), ...controlField(only, context)]
  }
  const named = cell.controls
    .map(({label, options}) => (label.text === '' ? options.join(' ') : label.text))
    .filter((said) => said !== '')
  if (
    cell.controls.every(({control}) => control === 'tick' || control === 'choice') &&
    named.length === cell.controls.length
  )
    return [fieldOf(open.label, context, {control: 'choice', options: named, required: open.required})]
  return [
    fieldOf(open.label, context, {required: open.required}),
    ...cell.controls.flatMap((each) => controlField(each, context)),
  ]
}

const yesWord = /^(?:yes|no|y|n)$/iu
