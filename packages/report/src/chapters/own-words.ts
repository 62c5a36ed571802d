import type {AssessedRow, TopicAssessment} from '@hedgerow/assess'
import {type Context, rowTitle} from '../context.ts'
import type {Block, Chapter} from '../nodes.ts'
import {heading, paragraph} from '../nodes.ts'
import {readingsBlock} from '../quotes.ts'
import {rowAnchor} from '../rows.ts'

/** The rows that the first steps and the standards rest on, in the topic's order. */
function restedOn(topic: TopicAssessment, {facts}: Context): readonly AssessedRow[] {
  const ids = new Set([
    ...facts.steps.filter((step) => step.topic === topic.id).flatMap(({rows}) => rows),
    ...topic.standards.flatMap(({rows}) => rows),
  ])
  return topic.rows.filter(({id}) => ids.has(id))
}

function topicBlocks(topic: TopicAssessment, context: Context): readonly Block[] {
  const rows = restedOn(topic, context)
  if (rows.length === 0) return []
  return [
    heading(3, topic.title),
    ...rows.map((row) => ({...readingsBlock(row, context, rowTitle(row)), id: rowAnchor(topic.id, row.id)})),
  ]
}

/** Everybody's own words, with their places, in every row that the first steps and the standards rest on: the evidence of a brief report. */
export function ownWordsChapter(context: Context): Chapter {
  const blocks = context.assessment.topics.flatMap((topic) => topicBlocks(topic, context))
  return {
    type: 'chapter',
    id: 'own-words',
    title: 'Annex: everybody’s own words',
    children: [
      paragraph(
        blocks.length === 0
          ? 'No step and no standard rests on a provision.'
          : 'Every provision that the first steps and the standards rest on, as printed, with its place. Words that differ are underlined.',
      ),
      ...blocks,
    ],
  }
}
