import {type AssessedReading, type AssessedRow, type Finding, substantive, type TopicAssessment} from '@hedgerow/assess'
import {lexicon} from '@hedgerow/lexicon'
import type {Standing} from './nodes.ts'

const weighty = substantive(lexicon)

/** Whether a class of difference is one of values that change what somebody must do; being below a standard says more than that. */
export function isSubstantive(name: string): boolean {
  return weighty.has(name) && name !== 'below-standard'
}

/** Ids of the authorities that have something in the row, in the topic's order. */
export function holders(row: AssessedRow): readonly string[] {
  return Object.keys(row.readings)
    .filter((id) => readingsOf(row, id).length > 0)
    .sort()
}

/** Ids of the authorities that have the topic and nothing in the row, sorted. */
export function silent(row: AssessedRow): readonly string[] {
  return Object.keys(row.readings)
    .filter((id) => readingsOf(row, id).length === 0)
    .sort()
}

/** An authority's readings in a row; empty where it has nothing. */
export function readingsOf(row: AssessedRow, authority: string): readonly AssessedReading[] {
  return row.readings[authority] ?? []
}

/** Whether at least two authorities hold the row and it can be trusted: the rows that agreement is counted over. */
export function isShared(row: AssessedRow): boolean {
  return row.status !== 'unsure' && holders(row).length > 1
}

/** Whether the authorities that hold a shared row state one rule: nothing differs but wording and local particulars,
 *  and nobody lacks it. */
export function isAgreed(row: AssessedRow): boolean {
  return isShared(row) && (row.status === 'same' || row.status === 'wording' || row.status === 'local')
}

/** Whether the report quotes the row in full: all rows but those that are the same, or differ in wording or local
 *  particulars only. */
export function isQuoted(row: AssessedRow): boolean {
  return row.status !== 'same' && row.status !== 'wording' && row.status !== 'local'
}

/** The variant more authorities share than any other, or null at a tie. */
function majority(finding: Finding): readonly string[] | null {
  const sizes = finding.variants.map(({authorities}) => authorities.length)
  const largest = Math.max(0, ...sizes)
  const leading = finding.variants.filter(({authorities}) => authorities.length === largest)
  return leading.length === 1 ? (leading[0]?.authorities ?? null) : null
}

function departs(finding: Finding, authority: string): boolean {
  if (!isSubstantive(finding.class)) return false
  if (!finding.variants.some(({authorities}) => authorities.includes(authority))) return false
  return !(majority(finding)?.includes(authority) ?? false)
}

function fallsBelow(topic: TopicAssessment, row: AssessedRow, authority: string): boolean {
  if (!row.facets.includes('below-standard')) return false
  return topic.standards.some(({rows, met}) => rows.includes(row.id) && met[authority] === 'below')
}

/** How one authority stands in one row. `differs` is counted against the value most authorities share; at a tie
 *  everybody differs. */
export function standingInRow(topic: TopicAssessment, row: AssessedRow, authority: string): Standing {
  if (readingsOf(row, authority).length === 0) return 'nothing'
  if (row.status === 'unsure') return 'unsure'
  if (fallsBelow(topic, row, authority)) return 'below'
  if (holders(row).length === 1) return 'only'
  return row.findings.some((finding) => departs(finding, authority)) ? 'differs' : 'same'
}

const heaviestFirst: readonly Standing[] = ['below', 'differs', 'unsure', 'nothing', 'only', 'same']

/** How one authority stands in a section: the heaviest standing, and in how many of its rows. Rows that only another
 *  authority has are not counted against it; with no row left it is `nothing`, 0 of 0. */
export function standingInSection(
  topic: TopicAssessment,
  section: string,
  authority: string,
): {readonly standing: Standing; readonly count: number; readonly of: number} {
  const rows = topic.rows.filter(
    (row) => row.section === section && (holders(row).length > 1 || readingsOf(row, authority).length > 0),
  )
  const found = rows.map((row) => standingInRow(topic, row, authority))
  if (found.every((standing) => standing === 'nothing'))
    return {standing: 'nothing', count: rows.length, of: rows.length}
  const standing = heaviestFirst.find((each) => found.includes(each)) ?? 'nothing'
  return {standing, count: found.filter((each) => each === standing).length, of: rows.length}
}

/** An id for a link's target from its parts: letters, digits, hyphens and full stops stay, anything else becomes `_`
 *  and its code. */
export function anchor(...parts: readonly string[]): string {
  return parts
    .map((part) => part.replace(/[^A-Za-z0-9.-]/g, (sign) => `_${sign.charCodeAt(0).toString(16)}`))
    .join('--')
}

/** The id of a row in the report. */
export function rowAnchor(topic: string, row: string): string {
  return anchor('row', topic, row)
}
