import type {Assessment, AssessedRow, Finding, TopicAssessment} from '@hedgerow/assess'
import {readingsOf} from '../rows.ts'

const head = [
  'topic',
  'row',
  'section',
  'class',
  'severity',
  'status',
  'confidence',
  'authority',
  'value',
  'direction',
  'standard',
  'text',
  'path',
  'line',
  'agreed',
  'review-by',
]

/** A cell a spreadsheet takes as text and never as a formula: `=`, `+`, `-`, `@`, a tab or a return in front gets an
 *  apostrophe (OWASP, CSV injection). */
export function csvCell(words: string): string {
  const guarded = /^[=+\-@\t\r]/.test(words) ? `'${words}` : words
  return /[",\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded
}

function line(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`
}

function cells(topic: TopicAssessment, row: AssessedRow, finding: Finding, authority: string): readonly string[] {
  const readings = readingsOf(row, authority)
  const first = readings[0]
  const value = finding.variants.find(({authorities}) => authorities.includes(authority))?.value ?? ''
  return [
    topic.id,
    row.id,
    row.sectionTitle,
    finding.class,
    finding.severity,
    row.status,
    String(row.confidence),
    authority,
    value,
    finding.direction[authority] ?? '',
    finding.standard ?? '',
    readings.map(({text}) => text).join('\n'),
    first?.source.path ?? '',
    first?.source.line?.toString() ?? '',
    finding.agreed?.state ?? '',
    finding.agreed?.reviewBy ?? '',
  ]
}

/** One line for each finding and authority (RFC 4180). An authority with nothing there has empty text; provisions a
 *  row is split over are joined by a line feed, with the place of the first. */
export function* csv(assessment: Assessment): Iterable<string> {
  yield line(head)
  for (const topic of assessment.topics) {
    for (const row of topic.rows) {
      const authorities = Object.keys(row.readings).sort()
      const lines = row.findings.flatMap((finding) =>
        authorities.map((authority) => line(cells(topic, row, finding, authority))),
      )
      if (lines.length > 0) yield lines.join('')
    }
  }
}
