import type {TopicAssessment} from '@hedgerow/assess'
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

/** Differences of wording and of local particulars, in counts only. */
export function wordingChapter({assessment}: Context): Chapter {
  const tables = assessment.topics.flatMap(counts)
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
