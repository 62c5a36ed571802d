import type {AssessedReading, AssessedRow, Assessment, TopicAssessment} from '@hedgerow/assess'
import {placeOf, placeWithin} from '@hedgerow/ast'
import {
  dated,
  foundWords,
  harmless,
  leftOutLine,
  markedOnBothSides,
  namesOf,
  scoreLine,
  severityWords,
  shortened,
  statusWords,
  summary,
  tidyMarks,
  topicCounts,
} from '@hedgerow/report'
import {wrapped} from './wrapped.ts'

export interface Look {
  readonly color: boolean
  readonly columns: number
}

/** What all lines of a topic are printed with. */
interface Page extends Look {
  readonly name: (id: string) => string
  /** A sentence with the authorities' short names. */
  readonly short: (words: string) => string
  readonly place: (source: AssessedReading['source']) => string
}

/** Every row of an assessment in the order of the texts, section by section: its status, each authority's own words with [what differs] in
 *  brackets, what moved. In pieces, a row each. */
export function* structure(assessment: Assessment, look: Look): Iterable<string> {
  for (const topic of assessment.topics) {
    const page = pageOf(topic, assessment, look)
    yield `${head(topic, assessment, page).join('\n')}\n`
    for (const section of topic.sections) {
      const rows = topic.rows.filter((row) => row.section === section.id)
      if (rows.length === 0) continue
      yield `\n${sectionLines(section, page).join('\n')}\n`
      for (const row of rows) yield `\n${rowLines(markedOnBothSides(row), page).join('\n')}\n`
    }
  }
  const left = assessment.notCompared.flatMap((each) =>
    wrapped(`Not compared: ${each.path}: ${leftOutLine(each)}`, look.columns, '  ', ''),
  )
  if (left.length > 0) yield `\n${left.join('\n')}\n`
}

/** The head names every document, so that a line is place enough where an authority has only one. */
const pageOf = (topic: TopicAssessment, {authorities, documents}: Assessment, look: Look): Page => {
  const own = documents.filter((each) => each.topic === topic.id)
  const split = new Set(own.map(({authority}) => authority)).size < own.length
  return {...look, name: namesOf(authorities), short: shortened(authorities), place: split ? placeOf : placeWithin}
}

const bold = (words: string, {color}: Look): string => (color ? `\u001b[1m${words}\u001b[22m` : words)

const head = (topic: TopicAssessment, assessment: Assessment, page: Page): readonly string[] => {
  const {name, short, columns} = page
  const counts = summary(assessment).topics.find(({id}) => id === topic.id)
  const title = `${topic.title}: ${topic.authorities.map(name).join(' and ')}, as at ${dated(assessment.asAt)}`
  return [
    ...wrapped(title, columns, '  ', '').map((line) => bold(line, page)),
    ...assessment.documents
      .filter((each) => each.topic === topic.id)
      .flatMap(({authority, path, title: own}) =>
        wrapped(`${name(authority)}: ${own || 'no title'} (${path})`, columns, '    ', '  '),
      ),
    scoreLine(topic.scores),
    ...(counts ? wrapped(`${topic.rows.length} rows: ${topicCounts(counts)}`, columns) : []),
    ...wrapped('[Brackets] hold what the other does not say; (round ones) the words a point stands under.', columns),
    ...topic.notes.flatMap((note) => wrapped(`Note: ${short(note)}`, columns, '  ', '')),
  ]
}

const sectionLines = ({title, headings}: TopicAssessment['sections'][number], page: Page): readonly string[] => [
  bold(`== ${harmless(title)} ==`, page),
  ...wrapped(
    Object.entries(headings)
      .map(([id, own]) => `${page.name(id)}: ${own.join('; ')}`)
      .join(' | '),
    page.columns,
    '   ',
  ),
]

/** Findings that say no more than the row's status and its readings do. */
const saidBefore: readonly string[] = ['wording', 'absent', 'extra']

const rowLines = (row: AssessedRow, page: Page): readonly string[] => {
  const {name, short, columns} = page
  return [
    rowHead(row, page),
    ...(allAlike(row) ? alikeLines(row, page) : differingLines(row, page)),
    ...row.unsure.flatMap((why) => wrapped(`? ${short(why)}`, columns, '    ', '  ')),
    ...row.findings
      .filter((each) => !saidBefore.includes(each.class))
      .flatMap((finding) => {
        const mark = finding.severity === 'off' ? '' : ` [${severityWords[finding.severity]}]`
        return wrapped(`> ${foundWords(finding, name, short)}${mark}`, columns, '    ', '  ')
      }),
  ]
}

const rowHead = (row: AssessedRow, page: Page): string => {
  const {name} = page
  const moved = row.moved.length > 0 ? `; moved in ${row.moved.map(name).join(', ')}` : ''
  const more = row.facets.filter((facet) => facet !== row.status)
  const classes = more.length > 0 && row.status !== 'same' ? ` (${more.join(', ')})` : ''
  const holders = Object.keys(row.readings).filter((id) => row.readings[id] !== null)
  const status = row.status === 'absent' ? `only in ${holders.map(name).join(', ')}` : statusWords[row.status]
  const severity = row.findings.find((each) => each.class === 'absent' && each.severity !== 'off')?.severity
  return `${bold(row.id, page)}  ${status}${classes}${moved}${severity ? ` [${severityWords[severity]}]` : ''}`
}

const shownText = (readings: readonly AssessedReading[] | null): string =>
  JSON.stringify((readings ?? []).map(({leadIn, text}) => [leadIn, text]))

/** Whether all say the same to the letter: then it is printed once. */
const allAlike = ({readings}: AssessedRow): boolean =>
  new Set(Object.values(readings).map(shownText)).size === 1 && Object.keys(readings).length > 1

const alikeLines = ({readings}: AssessedRow, page: Page): readonly string[] => {
  const [first] = Object.values(readings)
  const places = Object.entries(readings).map(
    ([id, own]) =>
      `${page.name(id)} ${(own ?? []).map((each) => `${numbered(each)}${page.place(each.source)}`).join('; ')}`,
  )
  const words = (first ?? []).map((each) => `${leadOf(each)}${each.text}`).join(' / ')
  return wrapped(`${words} -- ${places.join(' | ')}`, page.columns, '  ')
}

const differingLines = ({readings}: AssessedRow, page: Page): readonly string[] => {
  const width = Math.max(...Object.keys(readings).map((id) => page.name(id).length))
  return Object.entries(readings).flatMap(([id, own]) => readingLines(page.name(id).padEnd(width), own, page))
}

const numbered = ({number}: AssessedReading): string => (number === null ? '' : `${number} `)

const leadOf = ({leadIn}: AssessedReading): string => (leadIn === null ? '' : `(${leadIn}) `)

const readingLines = (label: string, readings: readonly AssessedReading[] | null, page: Page): readonly string[] => {
  const indent = ' '.repeat(label.length + 4)
  if (readings === null || readings.length === 0) return [`  ${label}  –`]
  return readings.flatMap((reading, at) => {
    const words = `${numbered(reading)}${leadOf(reading)}${marked(reading)} -- ${page.place(reading.source)}`
    return wrapped(words, page.columns, indent, at === 0 ? `  ${label}  ` : indent)
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
