import {type Lexicon, type Role, perLexicon} from '@hedgerow/lexicon'

/** What an authority calls a role: names by the role's id or one of its `local` keys (`{front-door: ['First Contact Team']}`). */
export type LocalRoles = Readonly<Record<string, readonly string[]>>

const spoken = perLexicon((_lexicon) => new Map<string, Lexicon>())

/** The lexicon as one authority speaks it: its own names are terms of the roles they stand for. The lexicon itself when there are none. Remembered, so
 *  that the grammars built on a lexicon are built once for an authority. */
export const localised = (lexicon: Lexicon, local: LocalRoles): Lexicon => {
  const keys = Object.keys(local).sort()
  if (keys.length === 0) return lexicon
  const known = spoken(lexicon)
  const code = JSON.stringify(keys.map((key) => [key, local[key]]))
  const own = known.get(code) ?? withNames(lexicon, keys, local)
  known.set(code, own)
  return own
}

const withNames = (lexicon: Lexicon, keys: readonly string[], local: LocalRoles): Lexicon => {
  const namesOf = ({role, local: others = []}: Role): readonly string[] =>
    keys.filter((key) => key === role || others.includes(key)).flatMap((key) => (local[key] ?? []).flatMap(variants))
  return {...lexicon, roles: lexicon.roles.map((role) => ({...role, terms: [...role.terms, ...namesOf(role)]}))}
}

/** A name as it may stand in a text: without what is in brackets, what is in brackets alone, and without a closing common noun (`MET panel` → `MET`). */
const variants = (name: string): readonly string[] => {
  const short = /\(([^)]+)\)/u.exec(name)?.[1]
  const plain = name.replace(/\s*\([^)]*\)/gu, '').trim()
  const bare = /^([A-Z]{3,})\s+(?:panel|group|meeting)$/u.exec(plain)?.[1]
  return [plain, short, bare].filter((each): each is string => each !== undefined && each.length > 0)
}
