import type {Lexicon} from '@hedgerow/lexicon'
import type {Statement} from './statement.ts'

/** A role as a person would say it: the lexicon's title, `a local team` for a local name, else the slug with spaces. */
const roleLabel = (role: string, lexicon: Lexicon): string =>
  role === '@' ? 'a local team' : (lexicon.roles.find((each) => each.role === role)?.title ?? role.replaceAll('-', ' '))

/** A role as statements that share it name it: in their own words where all name it alike (`School nurse`), by the role's title where they do not, since
 *  then only the group is one. */
export const namedRole = (
  role: string,
  of: 'actors' | 'recipients',
  statements: readonly Statement[],
  lexicon: Lexicon,
): string => {
  const title = roleLabel(role, lexicon)
  if (role === '@') return title
  const names = new Map(
    statements.flatMap(({clauses}) =>
      clauses.flatMap((clause) => namesIn(clause, role, of)).map((name) => [plainName(name), name]),
    ),
  )
  const [only] = names.size === 1 ? names : []
  return only === undefined || only[0] === plainName(title) ? title : capital(only[1])
}

const namesIn = (
  {evidence, text, leadIn}: Statement['clauses'][number],
  role: string,
  of: 'actors' | 'recipients',
): readonly string[] =>
  evidence
    .filter((each) => each.of === of && each.value === role && each.in !== 'heading')
    .map(({in: place, start, end}) =>
      (place === 'text' ? text : (leadIn ?? '')).slice(start, end).replace(/\s+/gu, ' '),
    )
    .filter((name) => name.trim() !== '')

/** A name without case and number, as far as two of them must be told to be one. */
const plainName = (name: string): string => name.toLowerCase().replace(/s\b/gu, '')

const capital = (name: string): string => `${name.charAt(0).toUpperCase()}${name.slice(1)}`
