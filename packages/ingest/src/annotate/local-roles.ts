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
  const bare = bareNames(
    lexicon,
    keys.flatMap((key) => local[key] ?? []),
  )
  const namesOf = ({role, local: others = []}: Role): readonly string[] =>
    keys
      .filter((key) => key === role || others.includes(key))
      .flatMap((key) => (local[key] ?? []).flatMap((name) => [...variants(name), ...bare(name)]))
  const named = lexicon.roles.map((role) => ({role, names: namesOf(role)}))
  const parts = named.flatMap(({role, names}) => (names.length > 0 ? [{own: role.terms, names}] : []))
  return {
    ...lexicon,
    roles: named.map(({role, names}) => ({
      ...role,
      terms: [...role.terms, ...names, ...role.terms.flatMap((term) => parts.flatMap((part) => placed(term, part)))],
    })),
  }
}

/** A term that begins with a role's usual name, with the local one in its place: `MASH manager` is the `Gateway manager` where the MASH is the Gateway. A
 *  name that ends in what follows is not said twice: `First Contact Team manager` is a `MASH team manager`. */
const placed = (
  term: string,
  {own, names}: {readonly own: readonly string[]; readonly names: readonly string[]},
): readonly string[] =>
  own
    .filter((usual) => /^\p{Lu}+$/u.test(usual) && term.startsWith(`${usual} `))
    .flatMap((usual) => {
      const rest = term.slice(usual.length + 1)
      const first = rest.split(' ')[0] as string
      return names.flatMap((name) => {
        const isTeam = /\bteam$/iu.test(name)
        if (first === 'team' && isTeam) return [`${name}${rest.slice(first.length)}`]
        return isTeam ? [] : [`${name} ${rest}`]
      })
    })

/** The last word of a name, where it may stand alone for whoever has the name (`the hub`) and no other name of the authority ends in it. */
const bareNames = (lexicon: Lexicon, all: readonly string[]): ((name: string) => readonly string[]) => {
  const alone = new Set(lexicon.wordClasses.filter((each) => each.class === 'name-noun').flatMap(({words}) => words))
  // With its capital, since a term in small letters is nobody's name.
  const lastWord = (name: string): string => (variants(name)[0] ?? '').split(' ').at(-1) ?? ''
  return (name) => {
    const word = lastWord(name)
    return alone.has(word.toLowerCase()) && all.filter((other) => lastWord(other) === word).length === 1 ? [word] : []
  }
}

/** A name as it may stand in a text: without what is in brackets, what is in brackets alone, and without a closing common noun (`MET panel` → `MET`). */
const variants = (name: string): readonly string[] => {
  const short = /\(([^)]+)\)/u.exec(name)?.[1]
  const plain = name.replace(/\s*\([^)]*\)/gu, '').trim()
  const bare = /^([A-Z]{3,})\s+(?:panel|group|meeting)$/u.exec(plain)?.[1]
  return [plain, short, bare].filter((each): each is string => each !== undefined && each.length > 0)
}
