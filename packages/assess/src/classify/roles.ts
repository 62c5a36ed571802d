import {roleLabel} from '../roles.ts'
import type {Statement} from '../statement.ts'
import type {Evidence, Value} from './classifier.ts'

/** The roles of a statement as a value, or null when they cannot be told apart from the others': a side that names nobody (a passive), or one that names
 *  only a local team where the others name teams too (law 4: a team's name is not its rank). */
export const rolesValue = (
  of: (statement: Statement) => readonly string[],
  statement: Statement,
  {statements, lexicon}: Evidence,
): Value | null => {
  const own = of(statement)
  if (own.length === 0) return null
  const teams = new Set(lexicon.roles.filter(({team}) => team).map(({role}) => role))
  const isTeam = (role: string): boolean => role === '@' || teams.has(role)
  const others = statements.flatMap(of)
  if (own.every((role) => role === '@') && others.every(isTeam)) return null
  return {key: [...own].sort().join(' + '), label: own.map((each) => roleLabel(each, lexicon)).join(' and ')}
}
