import {type Lexicon, perLexicon} from '@hedgerow/lexicon'
import {wordClass} from '../plain-verbs.ts'
import {namedRole} from '../roles.ts'
import {type Statement, unranked} from '../statement.ts'
import {type Evidence, perRow, type Value} from './classifier.ts'

/** The roles of a statement as a value, or null when they cannot be told apart from the others': a side that names nobody (a passive), or one that names
 *  only a local team where the others name teams too (law 4: a team's name is not its rank). */
export const rolesValue = (
  of: 'actors' | 'recipients',
  statement: Statement,
  {statements, lexicon}: Evidence,
): Value | null => {
  const own = statement[of]
  if (own.length === 0) return null
  if (own.every((role) => role === '@')) {
    const teams = teamRoles(lexicon)
    if (statements.every((each) => each[of].every((role) => role === '@' || teams.has(role)))) return null
  }
  if (
    isUntold(
      own,
      statements.map((each) => each[of]),
      lexicon,
    )
  )
    return null
  const key = keyOf(own, lexicon)
  return {key, label: labels(statements, lexicon)[of].get(key) ?? key}
}

const keyOf = (roles: readonly string[], lexicon: Lexicon): string =>
  [...new Set(roles.map((role) => oneRole(role, lexicon)))].sort().join(' + ')

/** The first of the roles that are one by two names: the safeguarding lead is the designated safeguarding lead. */
const oneRole = (role: string, lexicon: Lexicon): string =>
  wordClass(lexicon, 'one-role').find((names) => names.includes(role))?.[0] ?? role

/** What the statements of a row call the roles they name, by their key: worked out once for each row. */
const labels = perRow((statements: readonly Statement[], lexicon: Lexicon) => {
  const byKey = (of: 'actors' | 'recipients'): ReadonlyMap<string, string> => {
    const alike = new Map<string, Statement[]>()
    for (const each of statements) {
      const key = keyOf(each[of], lexicon)
      const known = alike.get(key)
      if (known) known.push(each)
      else alike.set(key, [each])
    }
    return new Map(
      [...alike].map(([key, own]) => [
        key,
        (own[0]?.[of] ?? []).map((role) => namedRole(role, of, own, lexicon)).join(' and '),
      ]),
    )
  }
  return {actors: byKey('actors'), recipients: byKey('recipients')}
})

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
