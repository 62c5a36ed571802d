import type {Context} from '../context.ts'
import type {Chapter} from '../nodes.ts'
import {heading, paragraph} from '../nodes.ts'
import {rowCard} from '../row-card.ts'
import {counted} from '../wording.ts'

/** The rows a person must look at before anything is said of them, each with its reasons. */
export function unsureChapter(context: Context): Chapter {
  const {assessment, facts} = context
  const opening =
    facts.unsure === 0
      ? 'No row was left unsure.'
      : `${counted(facts.unsure, 'row')} could not be decided. ${facts.unsure === 1 ? 'It counts' : 'They count'} in no score. A pin (same, or not the same) settles one for good.`
  const topics = assessment.topics.map((topic) => ({topic, rows: topic.rows.filter(({status}) => status === 'unsure')}))
  return {
    type: 'chapter',
    id: 'unsure',
    title: 'Unsure: please check',
    children: [
      paragraph(opening),
      ...topics.flatMap(({topic, rows}) =>
        rows.length === 0 ? [] : [heading(3, topic.title), ...rows.map((row) => rowCard(row, topic, context, 4))],
      ),
    ],
  }
}
