import type {Lexicon} from '@hedgerow/lexicon'

/** Who acts or is told, in the words of the text where it holds a name the lexicon knows for the role, else by the role's title; a role the lexicon does not know
 *  by its own words. */
export function roleWords(roles: readonly string[], text: string, lexicon: Lexicon): string {
  return roles.map((role) => named(role, text, lexicon)).join(', ')
}

function named(role: string, text: string, lexicon: Lexicon): string {
  const entry = lexicon.roles.find((each) => each.role === role)
  if (entry === undefined) return role.replaceAll('-', ' ')
  const longestFirst = [...entry.terms].sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
  for (const term of longestFirst) {
    const own = new RegExp(`(?<![\\p{L}\\p{N}])${escaped(term)}s?(?![\\p{L}\\p{N}])`, 'iu').exec(text)
    if (own) return own[0]
  }
  return entry.title
}

const escaped = (term: string): string => term.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')
