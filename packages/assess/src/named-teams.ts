import type {Clause, Evidence} from '@hedgerow/ast'
import {type Lexicon, perLexicon} from '@hedgerow/lexicon'
import {wordClass} from './plain-verbs.ts'

/** Whether who acts or is told is called by three capitalised words or more that end in a noun for a team (`the Education Tracking Team`), and is no role of the
 *  lexicon: that is what one council calls its team, each of whose words is ordinary. Two words are as often what a team does (`the Attendance Team`). */
export const isNamedTeam = (clause: Clause, {in: place, start, end, value}: Evidence, lexicon: Lexicon): boolean => {
  if (place !== 'text' || vocabulary(lexicon).roles.has(value)) return false
  const printed = clause.text.slice(start, end).split(' ')
  return (
    printed.length > 2 &&
    printed.every((word) => /^(?:\p{Lu}|and$|of$|&$)/u.test(word)) &&
    vocabulary(lexicon).heads.has((printed.at(-1) ?? '').toLowerCase())
  )
}

/** The names of such teams that a clause prints, each once. */
export const namedTeams = (clause: Clause, lexicon: Lexicon): readonly string[] => [
  ...new Set(
    clause.evidence
      .filter((each) => (each.of === 'actors' || each.of === 'recipients') && isNamedTeam(clause, each, lexicon))
      .map(({start, end}) => clause.text.slice(start, end)),
  ),
]

const vocabulary = perLexicon((lexicon) => ({
  heads: new Set(wordClass(lexicon, 'team-head').flat()),
  roles: new Set(lexicon.roles.map(({role}) => role)),
}))
