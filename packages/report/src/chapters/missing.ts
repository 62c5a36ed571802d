import type {AssessedRow, Status, TopicAssessment} from '@hedgerow/assess'
import type {Context} from '../context.ts'
import type {Block, Chapter} from '../nodes.ts'
import {heading, paragraph, table} from '../nodes.ts'
import {rowCard} from '../row-card.ts'
import {readingsOf} from '../rows.ts'
import {comparedWithNothing, counted} from '../wording.ts'

function byStatus(topic: TopicAssessment, status: Status): readonly AssessedRow[] {
  return topic.rows.filter((row) => row.status === status)
}

function lacking(rows: readonly AssessedRow[], authority: string): number {
  return rows.filter((row) => readingsOf(row, authority).length === 0 && !row.doubtful.includes(authority)).length
}

/** Counts over every row that can be trusted: a row that differs may also be missing from somebody, where nothing makes that doubtful. */
function counts(topic: TopicAssessment, {name}: Context): Block {
  const trusted = topic.rows.filter(({status}) => status !== 'unsure' && status !== 'extra')
  const extra = byStatus(topic, 'extra')
  const rows = topic.authorities.map((id) => [
    name(id),
    String(lacking(trusted, id)),
    String(extra.filter((row) => readingsOf(row, id).length > 0).length),
  ])
  return table(
    `${topic.title}: provisions missing and extra`,
    ['Authority', 'Missing here, held by others', 'Only here'],
    rows,
  )
}

function section(
  title: string,
  rows: readonly AssessedRow[],
  topic: TopicAssessment,
  context: Context,
): readonly Block[] {
  return rows.length === 0
    ? []
    : [heading(4, `${title}: ${counted(rows.length, 'row')}`), ...rows.map((row) => rowCard(row, topic, context))]
}

function topicSection(topic: TopicAssessment, context: Context): readonly Block[] {
  if (topic.authorities.length < 2) return [heading(3, topic.title), paragraph(comparedWithNothing)]
  const absent = byStatus(topic, 'absent')
  const extra = byStatus(topic, 'extra')
  const none = absent.length + extra.length === 0
  return [
    heading(3, topic.title),
    counts(topic, context),
    ...(none ? [paragraph('Nothing else is missing or extra.')] : []),
    ...section('Missing somewhere', absent, topic, context),
    ...section('In one authority only', extra, topic, context),
  ]
}

/** What somebody has and somebody lacks. A provision that was moved is not here. */
export function missingChapter(context: Context): Chapter {
  const {topics} = context.assessment
  const opening =
    topics.length === 0
      ? 'Nothing was compared.'
      : 'A provision that stands elsewhere in the document is moved, not missing, and is not listed here. Where a text says nothing, practice may still do it.'
  return {
    type: 'chapter',
    id: 'missing',
    title: 'Missing and extra',
    children: [paragraph(opening), ...topics.flatMap((topic) => topicSection(topic, context))],
  }
}
