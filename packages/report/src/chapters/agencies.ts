import type {AgencyWork} from '@hedgerow/assess'
import type {Context} from '../context.ts'
import type {Block, Chapter, Phrase} from '../nodes.ts'
import {code, heading, link, list, paragraph, phrases, strong, table} from '../nodes.ts'
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

type Rule = AgencyWork['rows'][number]

function place({topic: id, section}: Rule, known: Known): string {
  const topic = known.get(id)
  return topic === undefined || known.size === 1 ? section : `${topic.title}, ${section}`
}

function reference({topic: id, row}: Rule, known: Known): Phrase {
  return known.get(id)?.rows.has(row) ? link(rowAnchor(id, row), row) : code(row)
}

const part = ({acts}: Rule): string => (acts ? 'acts' : 'is told or named')

function workTable({title, rows}: AgencyWork, known: Known, context: Context): readonly Block[] {
  const lines = rows.map((rule): readonly (string | readonly Phrase[])[] => [
    context.classTitle(rule.class),
    phrases(`${place(rule, known)}, `, reference(rule, known)),
    part(rule),
    apparatus(rule.variants, context.name),
  ])
  const caption = `${title}: ${counted(rows.length, 'rule')} that name it and differ from one authority to the next`
  return [table(caption, ['What differs', 'Where', 'The agency', 'Who says what'], lines)]
}

function work({title, rows}: AgencyWork, known: Known, context: Context): readonly Block[] {
  const lines = rows.map((rule): readonly Phrase[] =>
    phrases(
      strong(context.classTitle(rule.class)),
      ` (${place(rule, known)}, `,
      reference(rule, known),
      `, ${part(rule)}): ${apparatus(rule.variants, context.name)}`,
    ),
  )
  return [
    heading(3, title),
    paragraph(`${counted(rows.length, 'rule')} that name it and differ from one authority to the next.`),
    list(lines),
  ]
}

/** What a police force, an NHS body or another agency that serves several of these authorities must do differently
 *  in each; `asTable` for where there is little room. */
export function agenciesChapter(context: Context, asTable = false): Chapter {
  const {agencies} = context.assessment
  const known = knownOf(context)
  const opening =
    agencies.length === 0
      ? 'No rule was found that names an agency and differs from one authority to the next.'
      : `Where an agency that serves several of these authorities acts, or is told, differently in each.${asTable ? ' Everybody’s words stand in the web page of this report.' : ''}`
  return {
    type: 'chapter',
    id: 'agencies',
    title: 'Work by agency',
    children: [
      paragraph(opening),
      ...agencies.flatMap((agency) => (asTable ? workTable : work)(agency, known, context)),
    ],
  }
}
