import type {AssessedReading, AssessedRow, Assessment, TopicAssessment} from '@hedgerow/assess'
import {dated, harmless, namesOf, placeOf, scoreLine, statusWords, tidyMarks} from '@hedgerow/report'
import {wrapped} from './plain.ts'

export interface Look {
  readonly color: boolean
  readonly columns: number
}

type Name = (id: string) => string

/** Every row of an assessment in the order of the texts, section by section: its status, each authority's own words with [what differs] in
 *  brackets, what moved. In pieces, a row each. */
export function* structure(assessment: Assessment, look: Look): Iterable<string> {
  const name = namesOf(assessment.authorities)
  for (const topic of assessment.topics) {
    yield `${head(topic, assessment, name, look).join('\n')}\n`
    for (const section of topic.sections) {
      const rows = topic.rows.filter((row) => row.section === section.id)
      if (rows.length === 0) continue
      yield `\n${sectionLines(section, name, look).join('\n')}\n`
      for (const row of rows) yield `\n${rowLines(row, name, look).join('\n')}\n`
    }
  }
  const left = assessment.notCompared.map(({path, reason, remedy}) =>
    wrapped(`Not compared: ${path}: ${reason}; ${remedy}.`, look.columns, '  ', ''),
  )
  if (left.length > 0) yield `\n${left.flat().join('\n')}\n`
}

const bold = (words: string, {color}: Look): string => (color ? `\u001b[1m${words}\u001b[22m` : words)

const head = (topic: TopicAssessment, {documents, asAt}: Assessment, name: Name, look: Look): readonly string[] => [
  bold(`${topic.title}: ${topic.authorities.map(name).join(' and ')}, as at ${dated(asAt)}`, look),
  ...documents
    .filter((each) => each.topic === topic.id)
    .map(({authority, path, title}) => harmless(`  ${name(authority)}: ${title || 'no title'} (${path})`)),
  scoreLine(topic.scores),
  ...topic.notes.flatMap((note) => wrapped(`Note: ${note}`, look.columns, '  ', '')),
]

const sectionLines = (
  {title, headings}: TopicAssessment['sections'][number],
  name: Name,
  look: Look,
): readonly string[] => [
  bold(`== ${harmless(title)} ==`, look),
  ...wrapped(
    Object.entries(headings)
      .map(([id, own]) => `${name(id)}: ${own.join('; ')}`)
      .join(' | '),
    look.columns,
    '   ',
  ),
]

const rowLines = (row: AssessedRow, name: Name, look: Look): readonly string[] => {
  const moved = row.moved.length > 0 ? `; moved in ${row.moved.map(name).join(', ')}` : ''
  const classes = row.facets.length > 0 && row.status !== 'same' ? ` (${row.facets.join(', ')})` : ''
  const width = Math.max(...Object.keys(row.readings).map((id) => name(id).length))
  return [
    `${bold(row.id, look)}  ${statusWords[row.status]}${classes}${moved}`,
    ...Object.entries(row.readings).flatMap(([id, readings]) => readingLines(name(id).padEnd(width), readings, look)),
    ...row.unsure.flatMap((why) => wrapped(`? ${why}`, look.columns, '    ', '  ')),
    ...row.findings.flatMap(({severity, summary}) =>
      wrapped(`> ${summary}${severity === 'off' ? '' : ` [${severity}]`}`, look.columns, '    ', '  '),
    ),
  ]
}

const readingLines = (label: string, readings: readonly AssessedReading[] | null, look: Look): readonly string[] => {
  const indent = ' '.repeat(label.length + 4)
  if (readings === null || readings.length === 0) return [`  ${label}  –`]
  return readings.flatMap((reading, at) => {
    const lead = reading.leadIn === null ? '' : `(${reading.leadIn}) `
    const words = `${reading.number === null ? '' : `${reading.number} `}${lead}${marked(reading)} -- ${placeOf(reading.source)}`
    return wrapped(words, look.columns, indent, at === 0 ? `  ${label}  ` : indent)
  })
}

/** The exact text with its marks in square brackets. */
export const marked = ({text, marks}: AssessedReading): string => {
  let [shown, at] = ['', 0]
  for (const [start, end] of tidyMarks(text, marks)) {
    shown += `${text.slice(at, start)}[${text.slice(start, end)}]`
    at = end
  }
  return shown + text.slice(at)
}
