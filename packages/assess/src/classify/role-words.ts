import {isSpoken, roleWords} from '../residue.ts'
import {isSomeTeam, type Statement} from '../statement.ts'
import {type Classifier, perRow} from './classifier.ts'

/** Whether any statement of a row names who acts, or who is told, by nothing but `the team`, or who acts by `we` or `you`. */
const namesSomeTeam = perRow((statements: readonly Statement[]) => {
  const names = (of: 'actors' | 'recipients'): boolean =>
    statements.some(({clauses}) => clauses.some((clause) => clause[of].some(isSomeTeam)))
  return {actors: names('actors') || statements.some(isSpoken), recipients: names('recipients')}
})

/** The words in which roles are named, where the roles are the same: a deputy manager has the role of a manager to the list, and is another person. Who
 *  acts and who is told are compared apart: a passive names nobody. */
export const namedRoles = (of: 'actors' | 'recipients'): Classifier => ({
  class: 'other',
  value: (statement, {row, statements, residues, remainder, lexicon}) => {
    if (row.kind !== 'provision' || (of === 'actors' && remainder === 'actor')) return null
    const named = roleWords(lexicon, of)(statement)
    // Beside `the team` a team with a name is not known to be another, nor the same.
    const isBesideSomeTeam = statement[of].length > 0 && namesSomeTeam(statements, lexicon)[of]
    if (named.length === 0 && !isBesideSomeTeam) return null
    return {
      key: named.join(' '),
      label: statement.text,
      terms: [...named, ...(residues.get(statement) ?? [])],
      text: statement.text,
      isRest: true,
      pointsBack: of === 'actors' && isSpoken(statement),
    }
  },
})
