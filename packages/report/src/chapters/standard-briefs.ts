import type {StandardVerdict, TopicAssessment} from '@hedgerow/assess'
import {standardTitle} from '@hedgerow/assess'
import type {Context} from '../context.ts'
import {joined, rowReference} from '../context.ts'
import type {Block, Chapter, Phrase} from '../nodes.ts'
import {heading, list, paragraph, phrases, strong, table} from '../nodes.ts'
import {sentence} from '../wording.ts'
import {sourceOf, standardsOpening, verdicts} from './standards.ts'

/** Where the standards of a topic are from, each source once, numbered as the table names them. */
function sourcesOf({standards}: TopicAssessment): readonly string[] {
  return [...new Set(standards.map(sourceOf))]
}

function line(standard: StandardVerdict, topic: TopicAssessment, sources: readonly string[]): readonly Cell[] {
  return [
    standardTitle(standard),
    sentence(standard.statement),
    String(sources.indexOf(sourceOf(standard)) + 1),
    standard.rows.length === 0 ? '–' : joined(standard.rows.map((id) => rowReference(topic, id))),
  ]
}

type Cell = string | readonly Phrase[]

function topicBlocks(topic: TopicAssessment, context: Context): readonly Block[] {
  const sources = sourcesOf(topic)
  return [
    ...(context.assessment.topics.length === 1 ? [] : [heading(3, topic.title)]),
    ...verdicts(topic, context),
    table(
      `${topic.title}: what each standard asks`,
      ['Standard', 'It asks', 'Source', 'Rows'],
      topic.standards.map((standard) => line(standard, topic, sources)),
    ),
    list(sources.map((source, at) => phrases(strong(`Source ${at + 1}: `), source))),
  ]
}

/** Each topic held against its standards: who stands how in one table, what each asks in another, and every source once. */
export function standardBriefsChapter(context: Context): Chapter {
  const topics = context.assessment.topics.filter(({standards}) => standards.length > 0)
  return {
    type: 'chapter',
    id: 'standards',
    title: 'National and regional standards',
    children: [paragraph(standardsOpening(topics.length)), ...topics.flatMap((topic) => topicBlocks(topic, context))],
  }
}
