import type {AssessedRow, Finding, TopicAssessment} from '@hedgerow/assess'
import {standardTitle} from '@hedgerow/assess'
import type {Context} from '../context.ts'
import {apparatus, foundWords} from '../finding-words.ts'
import {direction} from '../row-card.ts'
import {sentence, severityWords, statusWords} from '../wording.ts'
import {type Cell, columns, dayCell, type Sheet, shareCell, sheet} from './book.ts'

const layout = columns(
  ['Topic', 38],
  ['Row', 24],
  ['Section', 26],
  ['Class', 20],
  ['Severity', 10],
  ['Row status', 20],
  ['Confidence', 12],
  ['What was found', 60],
  ['Who reads what', 60],
  ['Direction', 36],
  ['Worst case', 30],
  ['Standard', 40],
  ['Agreed to stay', 16],
  ['Review by', 13],
  ['Fingerprint', 20],
)

function cells(finding: Finding, row: AssessedRow, topic: TopicAssessment, context: Context): readonly Cell[] {
  const standard = topic.standards.find(({id}) => id === finding.standard)
  return [
    topic.title,
    row.id,
    row.sectionTitle,
    context.classTitle(finding.class),
    severityWords[finding.severity],
    statusWords[row.status],
    shareCell(row.confidence),
    sentence(foundWords(finding, context.name, context.short)),
    finding.variants.length < 2 ? '–' : apparatus(finding.variants, context.name),
    direction(finding, context.name) || '–',
    finding.gap === null ? '–' : sentence(finding.gap),
    standard === undefined
      ? (finding.standard ?? '–')
      : `${standardTitle(standard)}${standard.verified ? '' : ' (not verified)'}`,
    finding.agreed?.state ?? '–',
    dayCell(finding.agreed?.reviewBy ?? '–'),
    finding.fingerprint,
  ]
}

/** Every finding that has a severity: one row each. */
export function findingsSheet(context: Context): Sheet {
  const rows = context.assessment.topics.flatMap((topic) =>
    topic.rows.flatMap((row) =>
      row.findings.filter(({severity}) => severity !== 'off').map((finding) => cells(finding, row, topic, context)),
    ),
  )
  return sheet({
    name: 'Findings',
    title: 'Every difference found',
    about: [
      'One row for each difference. Differences of wording and of local particulars are not listed: the CSV output has them, with every authority’s own words.',
    ],
    columns: layout,
    rows,
    frozen: 2,
  })
}
