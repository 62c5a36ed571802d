import {type Lexicon, perLexicon} from '@hedgerow/lexicon'
import {wordClass} from '../plain-verbs.ts'
import {namedRole} from '../roles.ts'
import {type Statement, someOfficer, unranked} from '../statement.ts'
import {type Evidence, perRow, type Value} from './classifier.ts'

/** The roles of a statement as a value, or null when they cannot be told apart from the others': a side that names nobody (a passive), or one that names
 *  only a local team where the others name teams too (law 4: a team's name is not its rank). */
export const rolesValue = (
  of: 'actors' | 'recipients',
  statement: Statement,
  {statements, lexicon}: Evidence,
): Value | null => {
  const own = asPolice(statement[of], statements, of)
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
  const posts = comparedPosts(statements, lexicon)[of].get(statement.said) ?? ''
  const isPost = posts !== '' && own.every((role) => role === wideRole)
  return {
    key: `${key}${posts}`,
    label: isPost ? capitalised(posts.trim()) : (labels(statements, lexicon)[of].get(key) ?? key),
  }
}

/** Roles with an officer of no name as police; but as nobody where the others of the row name only teams, whose officer it may be. */
const asPolice = (
  roles: readonly string[],
  statements: readonly Statement[],
  of: 'actors' | 'recipients',
): readonly string[] => {
  if (!roles.includes(someOfficer)) return roles
  const others = statements.flatMap((each) => each[of]).filter((role) => role !== someOfficer)
  const rest = roles.filter((role) => role !== someOfficer)
  return others.length > 0 && others.every((role) => role === '@') ? rest : [...rest, 'police']
}

const capitalised = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`

/** The posts that statements name by words that one role covers, where all who name the role name a post: a midwife is not a paediatrician, though both are
 *  health. None where only some do. */
const postsOf = (
  of: 'actors' | 'recipients',
  statements: readonly Statement[],
  lexicon: Lexicon,
): ReadonlyMap<object, string> => {
  const named = statements.flatMap((each) => {
    const texts = each.clauses.flatMap((clause) =>
      clause.evidence
        .filter((span) => span.of === of && span.value === wideRole && span.in !== 'heading')
        .map(
          ({in: place, start, end}) =>
            ` ${(place === 'text' ? clause.text : (clause.leadIn ?? '')).slice(start, end)} `,
        ),
    )
    return texts.length === 0 ? [] : [{each, posts: postsIn(texts.join(' ').toLowerCase(), lexicon)}]
  })
  return named.every(({posts}) => posts !== '') ? new Map(named.map(({each, posts}) => [each.said, posts])) : new Map()
}

const comparedPosts = perRow((statements: readonly Statement[], lexicon: Lexicon) => ({
  actors: postsOf('actors', statements, lexicon),
  recipients: postsOf('recipients', statements, lexicon),
}))

/** The role that covers posts of many kinds. */
const wideRole = 'health'

const postsIn = (text: string, lexicon: Lexicon): string =>
  wordClass(lexicon, 'health-post')
    .filter((terms) => terms.some((term) => says(text, term.replaceAll('-', ' '))))
    .map(([first = '']) => ` ${first.replaceAll('-', ' ')}`)
    .sort()
    .join(',')

/** Whether a text in small letters, with a space at both ends, holds a term or its plural. */
const says = (text: string, term: string): boolean => text.includes(` ${term} `) || text.includes(` ${term}s `)

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
