import type {Decision} from '@hedgerow/assess'
import type {SheetCell, SheetRow, SheetRows} from '@hedgerow/ingest'
import {actionLogTitles, decisionStatuses, decisionTitles, recordedWords} from '@hedgerow/report'
import {dayExpected, dayTyped} from '../day.ts'
import {didYouMean} from '../suggest.ts'
import {decided, type DecisionEntry} from './decisions.ts'

type Field = keyof typeof actionLogTitles
type Value = Exclude<Field, 'fingerprint' | 'recorded'>

/** A row of an edited action log that cannot be taken: its number as the spreadsheet shows it, and for each fault what was found, what was expected and
 *  what to do, as one sentence without its stop. */
export interface RefusedRow {
  readonly row: number
  readonly reasons: readonly string[]
}

/** What an edited action log says about one opportunity. Fields whose column is not there are not given. */
export interface Logged {
  readonly opportunity: string
  /** Its number as the spreadsheet shows it, from 1. */
  readonly row: number
  readonly says: Partial<Omit<Decision, 'decision'>> & {readonly decision: Decision['decision'] | null}
  /** What decisions.yaml said when the log was written, in the log's words; null where the column is gone. */
  readonly recorded: string | null
}

/** An action log as it was read. */
export interface ReadLog {
  readonly sheet: string
  readonly logged: readonly Logged[]
  readonly refused: readonly RefusedRow[]
}

/** The log among the sheets of a file: the first table whose head names a fingerprint and a decision. Null where there is none. */
export const readLog = (sheets: readonly SheetRows[]): ReadLog | null => {
  for (const {name, rows} of sheets) {
    const at = rows.findIndex((row) => headOf(row) !== null)
    const head = rows[at] && headOf(rows[at])
    if (head) return logIn(name, head, rows.slice(at + 1))
  }
  return null
}

/** The column of each field. */
type Head = ReadonlyMap<Field, number>

const fields = Object.keys(actionLogTitles) as readonly Field[]

const plain = (words: string): string =>
  words
    .replace(/[\s-]+/gu, ' ')
    .trim()
    .toLowerCase()

const headOf = ({cells}: SheetRow): Head | null => {
  const head = new Map<Field, number>()
  for (const field of fields) {
    const found = cells.find(({text}) => plain(text) === plain(actionLogTitles[field]))
    if (found) head.set(field, found.column)
  }
  return head.has('fingerprint') && head.has('decision') ? head : null
}

const logIn = (sheet: string, head: Head, rows: readonly SheetRow[]): ReadLog => {
  const read = rows.map((row) => rowOf(row, head))
  const logged = read.flatMap((each) => ('opportunity' in each ? [each] : []))
  const refused = read.flatMap((each) => ('reasons' in each ? [each] : []))
  const others = ({row, opportunity}: Logged): readonly number[] =>
    logged.filter((each) => each.opportunity === opportunity && each.row !== row).map((each) => each.row)
  return {
    sheet,
    logged: logged.filter((each) => others(each).length === 0),
    refused: [...refused, ...logged.flatMap((each) => twice(each, others(each)))],
  }
}

const twice = ({row, opportunity}: Logged, others: readonly number[]): readonly RefusedRow[] => {
  if (others.length === 0) return []
  const also = `${others.length === 1 ? 'row' : 'rows'} ${others.join(', ')}`
  return [
    {row, reasons: [`Fingerprint: found ${opportunity} in ${also} as well, expected it in one row. Keep one of them`]},
  ]
}

const rowOf = ({row, cells}: SheetRow, head: Head): Logged | RefusedRow => {
  const cellOf = (field: Field): SheetCell | undefined => cells.find(({column}) => column === head.get(field))
  const fingerprint = cellOf('fingerprint')
  const number = row + 1
  if (!fingerprint)
    return {row: number, reasons: ['Fingerprint: found none, expected one. Copy it from a fresh action log']}
  if (!/^[0-9a-f]{8,}$/u.test(fingerprint.text))
    return {
      row: number,
      reasons: [
        `Fingerprint: found ${fingerprint.text}, expected letters a to f and digits; a spreadsheet may have made a number of it. Copy it from a fresh action log`,
      ],
    }
  const values = (Object.keys(readers) as Value[])
    .filter((field) => head.has(field))
    .map((field) => ({field, ...readers[field](cellOf(field))}))
  const reasons = values.flatMap(({field, fault}) => (fault ? [`${actionLogTitles[field]}: ${fault}`] : []))
  const all = [...reasons, ...withoutDecision(cells, head)]
  if (all.length > 0) return {row: number, reasons: all}
  return {
    opportunity: fingerprint.text,
    row: number,
    says: Object.fromEntries(values.map(({field, value}) => [field, value])) as Logged['says'],
    recorded: head.has('recorded') ? (cellOf('recorded')?.text ?? '') : null,
  }
}

/** What else is filled in of a row says nothing without a decision. */
const withoutDecision = (cells: readonly SheetCell[], head: Head): readonly string[] => {
  if (cells.some(({column}) => column === head.get('decision'))) return []
  const filled = (['owner', 'due', 'status', 'note', 'by', 'on'] as const).filter((field) =>
    cells.some(({column}) => column === head.get(field)),
  )
  if (filled.length === 0) return []
  const names = filled.map((field) => actionLogTitles[field]).join(', ')
  return [
    `${actionLogTitles.decision}: found nothing, though ${names} ${filled.length === 1 ? 'is' : 'are'} filled in; expected ${choices}. Choose one of them, or empty the others`,
  ]
}

interface ReadValue {
  readonly value: string | null
  readonly fault?: string
}

type ReadCell = (cell: SheetCell | undefined) => ReadValue

const choices = Object.values(decisionTitles).join(', ')

const words: ReadCell = (cell) => ({value: cell ? cell.text : null})

const oneOf =
  (allowed: ReadonlyMap<string, string>, empty: string | null): ReadCell =>
  (cell) => {
    if (!cell) return {value: empty}
    const value = allowed.get(plain(cell.text))
    if (value !== undefined) return {value}
    const names = [...allowed.keys()]
    const reason = `found ${cell.text}, expected ${names.join(', ')}, or nothing.${didYouMean(plain(cell.text), names)}`
    return {value: null, fault: reason.replace(/\.$/u, '')}
  }

/** A day as it is typed anywhere, or as a spreadsheet prints one, with an hour of nought. */
const day: ReadCell = (cell) => {
  if (!cell) return {value: null}
  const value = dayTyped(cell.text.replace(/^(\S{10})[T ]00:00(?::00)?$/u, '$1'))
  return value === null ? {value, fault: `found ${cell.text}, expected ${dayExpected(cell.text)}`} : {value}
}

const decisions = new Map(Object.entries(decisionTitles).map(([value, title]) => [plain(title), value]))
const statuses = new Map<string, string>(decisionStatuses.map((each) => [each, each]))

const readers: Readonly<Record<Value, ReadCell>> = {
  decision: oneOf(decisions, null),
  owner: words,
  due: day,
  status: oneOf(statuses, 'open'),
  note: words,
  by: words,
  on: day,
}

/** What is to be done about one row of a log, given what decisions.yaml says now. */
export type LogStep =
  | {readonly type: 'same'}
  /** The row says nothing; what is recorded stays. */
  | {readonly type: 'blank'; readonly recorded: DecisionEntry | null}
  | {readonly type: 'write'; readonly from: DecisionEntry | null; readonly to: DecisionEntry}
  /** decisions.yaml was changed since the log was written, and the row was not: theirs stays. */
  | {readonly type: 'stale'; readonly theirs: DecisionEntry | null}
  /** Both were changed: theirs stays, and a person decides. */
  | {readonly type: 'conflict'; readonly theirs: DecisionEntry | null; readonly to: DecisionEntry}

const folded = (text: string): string => text.replace(/\s+/gu, ' ').trim()

const inWords = (entry: DecisionEntry | null): string => folded(recordedWords(entry === null ? null : decided(entry)))

/** The step for a row: a change against what the log was written from, never against what somebody else has decided since. */
export const logStep = ({opportunity, says, recorded}: Logged, now: DecisionEntry | null): LogStep => {
  const isFresh = recorded === null || folded(recorded) === inWords(now)
  if (says.decision === null) {
    if (now === null) return {type: 'same'}
    return recorded !== null && folded(recorded) === inWords(null)
      ? {type: 'stale', theirs: now}
      : {type: 'blank', recorded: now}
  }
  const to: DecisionEntry = {...now, ...says, decision: says.decision, opportunity: now?.opportunity ?? opportunity}
  if (inWords(to) === inWords(now)) return {type: 'same'}
  if (isFresh) return {type: 'write', from: now, to}
  return recorded !== null && inWords({...to, opportunity}) === folded(recorded)
    ? {type: 'stale', theirs: now}
    : {type: 'conflict', theirs: now, to}
}
