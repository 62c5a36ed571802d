import type {TopicAssessment} from '@hedgerow/assess'
import {capital, counted, statusWords} from '../wording.ts'
import {holders, isQuoted, rowAnchor} from '../rows.ts'
import type {Context} from '../context.ts'
import type {Block, Chapter} from '../nodes.ts'
import {paragraph, table} from '../nodes.ts'

/** Per section, how many rows are the same, differ in wording only, in local particulars only, or hold local
 *  particulars beside more. */
function counts(topic: TopicAssessment): readonly Block[] {
  const sections = topic.sections.flatMap(({id, title}) => {
    const rows = topic.rows.filter(({section}) => section === id)
    const having = (status: string): number => rows.filter((row) => row.status === status).length
    const beside = rows.filter(({status, facets}) => status !== 'local' && facets.includes('local')).length
    const found = [having('same'), having('wording'), having('local'), beside]
    return found.every((count) => count === 0) ? [] : [[title, ...found.map(String)]]
  })
  const head = ['Section', 'Same', 'Wording only', 'Local only', 'Local beside more']
  return sections.length === 0 ? [] : [table(`${topic.title}: rows that need nothing done, by section`, head, sections)]
}

/** How many words of a provision tell which it is. */
const openingWords = 14

function beginning(text: string): string {
  const all = text.replace(/\s+/g, ' ').trim().split(' ')
  return `${all.slice(0, openingWords).join(' ')}${all.length > openingWords ? ' …' : ''}`
}

/** The rows that are quoted nowhere else, each by the first authority's words. */
function rowsTable(topic: TopicAssessment, {name}: Context): readonly Block[] {
  const rows = topic.rows.filter((row) => !isQuoted(row))
  if (rows.length === 0) return []
  const cells = rows.map((row) => {
    const [first = ''] = holders(row)
    return [
      row.id,
      row.sectionTitle,
      capital(statusWords[row.status]),
      counted(holders(row).length, 'authority', 'authorities'),
      `${name(first)}: ${(row.readings[first] ?? []).map(({text}) => beginning(text)).join(' / ')}`,
    ]
  })
  const head = ['Row', 'Section', 'Status', 'Held by', 'Begins']
  return [
    {
      ...table(`${topic.title}: rows that need nothing done`, head, cells),
      ids: rows.map(({id}) => rowAnchor(topic.id, id)),
    },
  ]
}

/** Differences of wording and of local particulars, counted, and the rows that need nothing done. */
export function wordingChapter(context: Context): Chapter {
  const tables = context.assessment.topics.flatMap((topic) => [...counts(topic), ...rowsTable(topic, context)])
  const opening =
    tables.length === 0
      ? 'No row is the same, or differs in wording or local particulars only.'
      : 'Names, numbers and addresses that are rightly local, and words that say the same thing in another way, are counted here; the JSON and CSV outputs list them.'
  return {
    type: 'chapter',
    id: 'wording',
    title: 'Wording and local particulars',
    children: [paragraph(opening), ...tables],
  }
}
