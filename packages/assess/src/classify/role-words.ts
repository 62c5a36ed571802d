import {roleWords} from '../residue.ts'
import type {Classifier} from './classifier.ts'

/** The words in which roles are named, where the roles are the same: a deputy manager has the role of a manager to the list, and is another person. Who
 *  acts and who is told are compared apart: a passive names nobody. */
export const namedRoles = (of: 'actors' | 'recipients'): Classifier => ({
  class: 'other',
  value: (statement, {row, residues, lexicon}) => {
    if (row.kind !== 'provision') return null
    const named = roleWords(lexicon, of)(statement)
    if (named.length === 0) return null
    return {
      key: named.join(' '),
      label: statement.text,
      terms: [...named, ...(residues.get(statement) ?? [])],
      text: statement.text,
      isRest: true,
    }
  },
})
