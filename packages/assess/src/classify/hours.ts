import {words} from '@hedgerow/lexicon'
import type {Statement} from '../statement.ts'
import type {Classifier} from './classifier.ts'

/** Numbers of a contact that stand outside its local particulars: opening hours. */
const hoursOf = ({clauses}: Statement): readonly string[] =>
  clauses.flatMap((clause) => {
    const local = clause.evidence.filter((each) => each.of === 'local' && each.in === 'text')
    return words(clause.text)
      .filter(({kind, start, end}) => kind === 'number' && !local.some((span) => span.start < end && start < span.end))
      .map(({word}) => word)
  })

/** When a service can be reached. A name or number is local, opening hours are not: who calls at seven must know whom. */
export const hours: Classifier = {
  class: 'other',
  value: (statement, {row}) => {
    if (row.kind !== 'contact') return null
    const found = hoursOf(statement)
    return found.length === 0 ? null : {key: found.join(' '), label: statement.text}
  },
}
