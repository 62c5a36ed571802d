import type {AgencyWork} from '@hedgerow/assess'
import type {Context} from '../context.ts'
import type {Block, Chapter, Phrase} from '../nodes.ts'
import {code, heading, link, list, paragraph, phrases, strong} from '../nodes.ts'
import {rowAnchor} from '../rows.ts'
import {apparatus} from '../finding-words.ts'
import {counted} from '../wording.ts'

/** What is told of topics by their ids: their titles, and the ids of their rows. */
type Known = ReadonlyMap<string, {readonly title: string; readonly rows: ReadonlySet<string>}>

// Each topic once: of a large region only one is in memory.
function knownOf({assessment}: Context): Known {
  return new Map(
    assessment.topics.map(({id, title, rows}) => [id, {title, rows: new Set(rows.map((row) => row.id))}] as const),
  )
}

function work({title, rows}: AgencyWork, known: Known, context: Context): readonly Block[] {
  const lines = rows.map(({topic: id, row, section, class: name, acts, variants}): readonly Phrase[] => {
    const topic = known.get(id)
    const where = topic === undefined || known.size === 1 ? section : `${topic.title}, ${section}`
    return phrases(
      strong(`${context.classTitle(name)}`),
      ` (${where}, `,
      topic === undefined ? row : topic.rows.has(row) ? link(rowAnchor(id, row), row) : code(row),
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
  const known = knownOf(context)
  const opening =
    agencies.length === 0
      ? 'No rule was found that names an agency and differs from one authority to the next.'
      : 'Where an agency that serves several of these authorities acts, or is told, differently in each.'
  return {
    type: 'chapter',
    id: 'agencies',
    title: 'Work by agency',
    children: [paragraph(opening), ...agencies.flatMap((agency) => work(agency, known, context))],
  }
}
