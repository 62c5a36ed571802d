import type {AgencyWork} from '@hedgerow/assess'
import type {Context} from '../context.ts'
import {rowReference} from '../context.ts'
import type {Block, Chapter, Phrase} from '../nodes.ts'
import {heading, list, paragraph, phrases, strong} from '../nodes.ts'
import {apparatus} from '../finding-words.ts'
import {counted} from '../wording.ts'

function work({title, rows}: AgencyWork, context: Context): readonly Block[] {
  const lines = rows.map(({topic: id, row, section, class: name, acts, variants}): readonly Phrase[] => {
    const topic = context.assessment.topics.find((each) => each.id === id)
    const reference = topic === undefined ? row : rowReference(topic, row)
    const where = topic === undefined || context.assessment.topics.length === 1 ? section : `${topic.title}, ${section}`
    return phrases(
      strong(`${context.classTitle(name)}`),
      ` (${where}, `,
      reference,
      `, ${acts ? 'acts' : 'is told or named'}): ${apparatus(variants, context.name)}`,
    )
  })
  return [
    heading(3, title),
    paragraph(`${counted(rows.length, 'rule')} that name it and differ from one authority to the next.`),
    list(lines),
  ]
}

/** What a police force, an NHS body or another agency that serves several of these authorities must do differently
 *  in each. */
export function agenciesChapter(context: Context): Chapter {
  const {agencies} = context.assessment
  const opening =
    agencies.length === 0
      ? 'No rule was found that names an agency and differs from one authority to the next.'
      : 'Where an agency that serves several of these authorities acts, or is told, differently in each.'
  return {
    type: 'chapter',
    id: 'agencies',
    title: 'Work by agency',
    children: [paragraph(opening), ...agencies.flatMap((agency) => work(agency, context))],
  }
}
