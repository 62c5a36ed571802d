import type {AssessedRow, TopicAssessment} from '@hedgerow/assess'
import type {Context} from '../context.ts'
import {joined, rowReference} from '../context.ts'
import type {Block, Chapter} from '../nodes.ts'
import {heading, paragraph, table} from '../nodes.ts'
import {rowCard} from '../row-card.ts'
import {anchor, isSubstantive} from '../rows.ts'
import {comparedWithNothing, counted} from '../wording.ts'

function matters(row: AssessedRow): boolean {
  return row.status === 'below-standard' || row.status === 'differs' || row.status === 'currency'
}

/** The classes a row is filed under; the first decides where it is quoted. */
function classes(row: AssessedRow, context: Context): readonly string[] {
  const weighty = row.facets.filter(
    (facet) => facet === 'below-standard' || facet === 'currency' || isSubstantive(facet),
  )
  const ordered = context.classOrder(weighty)
  const first = row.status === 'below-standard' ? 'below-standard' : row.status === 'currency' ? 'currency' : null
  return first === null
    ? ordered.length > 0
      ? ordered
      : ['other']
    : [first, ...ordered.filter((each) => each !== first)]
}

function classSection(
  name: string,
  rows: readonly AssessedRow[],
  topic: TopicAssessment,
  context: Context,
): readonly Block[] {
  const quoted = rows.filter((row) => classes(row, context)[0] === name)
  const elsewhere = rows.filter((row) => !quoted.includes(row))
  const entry = context.classEntry(name)
  return [
    heading(4, `${context.classTitle(name)}: ${counted(rows.length, 'row')}`, anchor('class', topic.id, name)),
    ...(entry === null ? [] : [paragraph(entry.meaning)]),
    ...(elsewhere.length === 0
      ? []
      : [
          paragraph(
            'Also, quoted under another class: ',
            ...joined(elsewhere.map((row) => rowReference(topic, row.id))),
          ),
        ]),
    ...quoted.map((row) => rowCard(row, topic, context)),
  ]
}

function topicSection(topic: TopicAssessment, context: Context): readonly Block[] {
  if (topic.authorities.length < 2) return [heading(3, topic.title), paragraph(comparedWithNothing)]
  const rows = topic.rows.filter(matters)
  if (rows.length === 0) return [heading(3, topic.title), paragraph('No difference that matters was found.')]
  const filed = rows.map((row) => ({row, under: classes(row, context)}))
  const names = context.classOrder(filed.flatMap(({under}) => under))
  return [
    heading(3, topic.title),
    ...names.flatMap((name) =>
      classSection(
        name,
        filed.filter(({under}) => under.includes(name)).map(({row}) => row),
        topic,
        context,
      ),
    ),
  ]
}

function counts(context: Context): readonly Block[] {
  const {assessment, classTitle, classOrder} = context
  const found = assessment.topics.map((topic) => topic.rows.filter(matters).flatMap((row) => classes(row, context)))
  const names = classOrder(found.flat())
  if (names.length === 0) return []
  const differing = assessment.topics.filter((_, at) => (found[at] ?? []).length > 0)
  const rows = names.map((name) => [
    classTitle(name),
    ...found.filter((each) => each.length > 0).map((each) => String(each.filter((one) => one === name).length)),
  ])
  return [
    table(
      'Rows by class of difference; a row can be in several',
      ['Class', ...differing.map(({title}) => title)],
      rows,
    ),
  ]
}

/** The differences that change what somebody must do, by class, in each authority's own words. */
export function differencesChapter(context: Context): Chapter {
  const {topics} = context.assessment
  const opening = topics.length === 0 ? [paragraph('Nothing was compared.')] : []
  return {
    type: 'chapter',
    id: 'differences',
    title: 'Differences that matter',
    children: [...opening, ...counts(context), ...topics.flatMap((topic) => topicSection(topic, context))],
  }
}
