import type {AssessedReading, AssessedRow, Assessment, Finding, Opportunity, TopicAssessment} from '@hedgerow/assess'
import {lexicon} from '@hedgerow/lexicon'
import {type Deadline, placeOf, type Threshold, type Trigger} from '@hedgerow/ast'
import {
  agreementWords,
  apparatus,
  classWords,
  decisionWords,
  direction,
  namesOf,
  opportunityWords,
  percent,
  roleWords,
  severityWords,
  statusWords,
} from '@hedgerow/report'
import {UsageError} from './errors.ts'
import {wrapped} from './wrapped.ts'
import {marked} from './row-by-row.ts'
import {nearest} from './suggest.ts'

type Fact = readonly [label: string, words: string | null | undefined]
type Name = (id: string) => string

/** Everything known of the rows, findings and opportunities of that id or fingerprint, as lines of at most `columns`. `TOPIC/ID` names
 *  those of one topic. Throws a UsageError where there is none. */
export const factsOf = (assessment: Assessment, id: string, columns: number): readonly string[] => {
  const name = namesOf(assessment.authorities)
  const found = assessment.topics.flatMap((topic) => blocksIn(topic, id, name, assessment.asAt))
  if (found.length === 0) throw unknownId(assessment, id)
  return found.flatMap((block, at) => [...(at === 0 ? [] : ['']), ...block.flatMap((fact) => factLines(fact, columns))])
}

const isNamed = (
  topic: TopicAssessment,
  own: {readonly id: string; readonly fingerprint?: string},
  id: string,
): boolean => id === own.id || id === `${topic.id}/${own.id}` || id === own.fingerprint

const blocksIn = (topic: TopicAssessment, id: string, name: Name, asAt: string): readonly (readonly Fact[])[] => [
  ...topic.rows
    .filter((row) => isNamed(topic, row, id) || row.findings.some((finding) => isNamed(topic, finding, id)))
    .map((row) => rowFacts(row, topic, name)),
  ...topic.opportunities
    .filter((each) => isNamed(topic, each, id))
    .map((each) => opportunityFacts(each, topic, name, asAt)),
]

const unknownId = ({topics}: Assessment, id: string): UsageError => {
  const known = topics.flatMap(({rows, opportunities}) =>
    [...rows, ...opportunities, ...rows.flatMap(({findings}) => findings)].map((each) => each.id),
  )
  const near = nearest(id, known)
  return new UsageError(
    `Found no row, finding or step ${id}.${near === null ? '' : ` Did you mean ${near}?`} Expected an id as a report prints it; hedgerow report --format csv lists them.`,
  )
}

const factLines = ([label, words]: Fact, columns: number): readonly string[] => {
  if (words === null || words === undefined || words === '') return []
  if (label === '') return ['', ...wrapped(words, columns)]
  return wrapped(words, columns, ' '.repeat(labelWidth), `${`${label}:`.padEnd(labelWidth - 1)} `)
}

const labelWidth = 18

const rowFacts = (row: AssessedRow, topic: TopicAssessment, name: Name): readonly Fact[] => [
  ['Row', `${row.id}, of ${topic.title} (${topic.id})`],
  ['Kind', row.kind],
  ['Section', `${row.sectionTitle} (${row.section})`],
  ['Status', statusWords[row.status]],
  ['Differs by', row.facets.map((facet) => classWords[facet]).join(', ')],
  ['Confidence', percent(row.confidence)],
  ['Please check', row.unsure.join('; ')],
  ['Moved in', row.moved.map(name).join(', ')],
  [
    'Nothing in',
    Object.keys(row.readings)
      .filter((id) => row.readings[id] === null)
      .map(name)
      .join(', '),
  ],
  [
    'Standards',
    topic.standards
      .filter(({rows}) => rows.includes(row.id))
      .map(({id, verified}) => `${id}${verified ? '' : ' (not verified)'}`)
      .join(', '),
  ],
  ...Object.entries(row.readings).flatMap(([id, readings]) =>
    (readings ?? []).flatMap((reading) => readingFacts(reading, name(id))),
  ),
  ...row.findings.flatMap((finding) => findingFacts(finding, name)),
  ...opportunitiesOn(row, topic),
  ['Rests on', row.links.map(([a, b, sure]) => `${a} = ${b} (${percent(sure)})`).join('; ')],
]

const opportunitiesOn = (row: AssessedRow, {opportunities}: TopicAssessment): readonly Fact[] => {
  const ids = opportunities.filter(({rows}) => rows.includes(row.id)).map(({id}) => id)
  return ids.length === 0 ? [] : [['', `Steps: ${ids.join(', ')}`]]
}

const readingFacts = (reading: AssessedReading, who: string): readonly Fact[] => [
  ['', `${who}, ${placeOf(reading.source)}`],
  ['Text', `${reading.number === null ? '' : `${reading.number} `}${marked(reading)}`],
  ['Under', reading.leadIn],
  ['Heading', reading.section],
  ['Force', reading.modality ?? 'none'],
  ['Who', roleWords(reading.actors, reading.text, lexicon)],
  ['To whom', roleWords(reading.recipients, reading.text, lexicon)],
  ['Deadline', reading.deadlines.map(deadlineWords).join('; ')],
  ['Trigger', reading.trigger && triggerWords(reading.trigger)],
  ['Threshold', reading.threshold && thresholdWords(reading.threshold)],
  ['Condition', reading.condition],
  ['Cites', reading.citations.map(({title, year}) => (year === null ? title : `${title} ${year}`)).join('; ')],
  ['Local', reading.local.join('; ')],
  ['Defines', reading.term],
  ['Data item', reading.item],
  ['Control', reading.control && `${reading.control}${reading.required ? ', required' : ''}`],
  ['Options', reading.options?.join(' / ')],
  ['Fingerprint', reading.fingerprint],
  ['Id', reading.id],
]

const amount = (value: number | string, unit: string | null): string =>
  unit === null ? String(value) : `${value} ${spoken(unit)}${value === 1 ? '' : 's'}`

const spoken = (id: string): string => id.replaceAll('-', ' ')

const deadlineWords = ({value, unit, bound, iso, event}: Deadline): string => {
  const limit = unit === 'immediate' || unit === 'as-soon-as' ? spoken(unit) : `${spoken(bound)} ${amount(value, unit)}`
  return `${limit}${event === null ? '' : `, from: ${spoken(event)}`} (${iso})`
}

const triggerWords = ({of, op, count, window}: Trigger): string =>
  `${op} ${count} ${of}${window === null ? '' : ` in ${amount(window.value, window.unit)}`}`

const thresholdWords = ({of, op, value, unit}: Threshold): string => `${spoken(of)} ${op} ${amount(value, unit)}`

const findingFacts = (finding: Finding, name: Name): readonly Fact[] => [
  ['', `Finding ${finding.id}`],
  [
    'Class',
    `${finding.class}, ${classWords[finding.class]}${severityWords[finding.severity] && ` (${severityWords[finding.severity]})`}`,
  ],
  ['Summary', finding.summary],
  ['Who reads what', apparatus(finding.variants, name)],
  ['Direction', direction(finding, name)],
  ['Worst case', finding.gap],
  ['Standard', finding.standard],
  ['Agreed', finding.agreed && agreementWords(finding.agreed)],
  ['Fingerprint', finding.fingerprint],
]

const opportunityFacts = (each: Opportunity, topic: TopicAssessment, name: Name, asAt: string): readonly Fact[] => [
  ['Step', `${each.id}, of ${topic.title} (${topic.id})`],
  ['Title', each.title],
  ['Kind', opportunityWords[each.class]],
  ['Rank', String(each.rank)],
  ['Why', each.why],
  ['Impact', percent(each.impact)],
  ['Effort', percent(each.effort)],
  ['Rows', each.rows.join(', ')],
  ['Agencies', each.agencies.join(', ')],
  ['Most say', each.majority],
  ['Strictest', each.strictest],
  ['National', each.national],
  ['Decision', each.decision && decisionWords(each.decision, asAt)],
  ['Fingerprint', each.fingerprint],
  ...each.change.flatMap(({authority, words, from, to, source}): readonly Fact[] => [
    [
      '',
      `${name(authority)} would change ${words} ${words === 1 ? 'word' : 'words'}${source === null ? '' : `, ${placeOf(source)}`}`,
    ],
    ['From', from],
    ['To', to],
  ]),
]
