import {type Lexicon, perLexicon} from '@hedgerow/lexicon'
import {wordClass} from '../plain-verbs.ts'
import {roleLabel} from '../roles.ts'
import {type Statement, unranked} from '../statement.ts'
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
  if (own.every((role) => role === '@')) {
    const teams = teamRoles(lexicon)
    if (statements.every((each) => of(each).every((role) => role === '@' || teams.has(role)))) return null
  }
  if (isUntold(own, statements.map(of), lexicon)) return null
  return {
    key: [...new Set(own.map((role) => oneRole(role, lexicon)))].sort().join(' + '),
    label: own.map((each) => roleLabel(each, lexicon)).join(' and '),
  }
}

/** The first of the roles that are one by two names: the safeguarding lead is the designated safeguarding lead. */
const oneRole = (role: string, lexicon: Lexicon): string =>
  wordClass(lexicon, 'one-role').find((names) => names.includes(role))?.[0] ?? role

/** Whether roles tell nobody apart among those of a row: a practitioner beside a referrer is whoever does the work, and `a manager` beside managers of a
 *  rank has none. */
const isUntold = (own: readonly string[], all: readonly (readonly string[])[], lexicon: Lexicon): boolean => {
  const open = new Set(wordClass(lexicon, 'open-role').flat())
  if (own.every((role) => open.has(role))) return all.every((roles) => roles.every((role) => open.has(role)))
  return (
    own.every((role) => role === unranked) &&
    all.every((roles) => roles.every((role) => role === unranked || /(?:^|-)manager$/u.test(role)))
  )
}

const teamRoles = perLexicon(
  ({roles}): ReadonlySet<string> => new Set(roles.filter(({team}) => team).map(({role}) => role)),
  ({roles}) => roles,
)
