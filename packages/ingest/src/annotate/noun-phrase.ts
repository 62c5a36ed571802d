import type {Token} from '@hedgerow/lexicon'
import {withoutExamples} from './examples.ts'
import type {Grammar} from './grammar.ts'
import {bySetting} from './role-setting.ts'
import {isParticiple} from './verb-group.ts'

/** Somebody named by a noun phrase: a role id, or the phrase as a slug; the offsets of the words; `known` when it is a role of the lexicon. */
export interface Party {
  readonly id: string
  readonly start: number
  readonly end: number
  readonly known: boolean
}

/** Where a coordinate noun phrase is read: its tokens as `places`, in order. */
export interface Region {
  readonly tokens: readonly Token[]
  readonly grammar: Grammar
  readonly places: readonly number[]
}

/** The parties named by the heads of a noun phrase: "the social worker and the police" → two. Pronouns and things name none. */
export const parties = (tokens: readonly Token[], grammar: Grammar, places: readonly number[]): readonly Party[] => {
  const isPractitioner = (part: readonly number[]): boolean =>
    head({tokens, grammar, places: part})?.id === 'practitioner'
  const found: Party[] = []
  for (const part of withoutExamples(tokens, conjuncts({tokens, grammar, places}), isPractitioner)) {
    const party = head({tokens, grammar, places: part})
    if (party && !found.some(({id, start}) => id === party.id && start === party.start)) found.push(party)
  }
  return found
}

/** The roles among the places, with possessives read as their nouns. First and last index `places`. */
const rolesIn = ({tokens, grammar, places}: Region) => grammar.roles(places.map((place) => tokens[place] as Token))

/** Coordinate parts at head level. A role's own "and" or "or" does not divide; nor does one inside a prepositional phrase, unless a role or determiner follows. */
const conjuncts = (region: Region): readonly (readonly number[])[] => {
  const {tokens, grammar, places} = region
  const inside = new Set(
    rolesIn(region).flatMap(({first, last}) => Array.from({length: last - first}, (_, at) => first + at + 1)),
  )
  const parts: number[][] = [[]]
  places.forEach((place, at) => {
    const {word} = tokens[place] as Token
    const divides = [',', 'and', 'or', '/', '&', 'nor', '+'].includes(word) && !inside.has(at)
    if (divides) parts.push([])
    else (parts.at(-1) as number[]).push(place)
  })
  const filled = parts.filter((part) => part.length > 0)
  return filled.filter(
    (part, at) => !startsAside(grammar, tokens, part) && (at === 0 || !qualifies(region, filled, at)),
  )
}

// "in all cases", "following a meeting", "once a month": a phrase set off by a comma that names nobody.
const startsAside = (grammar: Grammar, tokens: readonly Token[], part: readonly number[]): boolean => {
  const word = (tokens[part[0] as number] as Token).word
  return (
    word === 'not' ||
    word === 'given' ||
    word === 'once' ||
    word === 'twice' ||
    grammar.is('preposition', word) ||
    (/(?:ing)$/u.test(word) && part.length > 1 && rolesIn({tokens, grammar, places: part})[0]?.first !== 0)
  )
}

const qualifies = (region: Region, parts: readonly (readonly number[])[], at: number): boolean => {
  const {tokens, grammar} = region
  const part = parts[at] as readonly number[]
  const first = tokens[part[0] as number] as Token
  if (
    grammar.is('determiner', first.word) ||
    rolesIn({tokens, grammar, places: part}).some((role) => role.first === 0 || role.last === part.length - 1)
  )
    return false
  return (parts[at - 1] as readonly number[]).some((place, index) => {
    const {word} = tokens[place] as Token
    return grammar.is('preposition', word) || (index > 0 && isParticiple(grammar, word))
  })
}

const head = (region: Region): Party | null => {
  const {tokens, grammar} = region
  const places = trimmed(region)
  if (places.length === 0 || isReduced(tokens, grammar, places)) return null
  const roles = rolesIn({tokens, grammar, places})
  const end = headEnd({tokens, grammar, places}, roles)
  const role = roles.findLast((match) => match.last === end && !possessed(tokens, places, match.last, end))
  if (role && !isQualified(tokens, grammar, places, role)) {
    const id = bySetting({tokens, grammar, places}, role, byPlacement(region, places[role.last] as number, role.entry))
    return party(tokens, places, role.first, role.last, id, true)
  }
  // "(more) than two episodes": nobody's name begins with a preposition.
  const named = grammar.is('preposition', tokens[places[0] as number]?.word)
    ? null
    : slug({tokens, grammar, places}, end)
  // "calls between the social worker and the officer": whoever they are between.
  const between =
    tokens[places[end + 1] ?? -1]?.word === 'between' && grammar.is('joint-deed', tokens[places[end] as number]?.word)
  // "a handful of schools": whoever they are.
  const rest = places.slice(end + 2)
  const collected =
    tokens[places[end + 1] ?? -1]?.word === 'of' && grammar.is('collective-noun', tokens[places[end] as number]?.word)
  if (collected && rest.length > 0) return head({tokens, grammar, places: rest})
  return !named && between ? head({tokens, grammar, places: rest}) : named
}

// "The authority that placed the child" is the placing one, "the council in whose area the child is living" the host.
const byPlacement = ({tokens, grammar}: Region, last: number, role: string): string => {
  if (role !== 'local-authority') return role
  const words = tokens.slice(last + 1, last + 9).map(({word}) => word)
  const owner = words[0] === 'of' ? grammar.roles(tokens.slice(last + 1, last + 6)).find(({first}) => first <= 2) : null
  if (owner && /^(?:host|placing)-authority$/u.test(owner.entry)) return owner.entry
  const verb = words.slice(1).find((word) => !['has', 'have', 'had', 'is', 'first', 'originally'].includes(word)) ?? ''
  if (['that', 'which', 'who'].includes(words[0] ?? '') && grammar.is('placing-verb', verb)) return 'placing-authority'
  // "Where a child is missing" is when to turn to the authority, not which one.
  const lives = words.some((word) => grammar.is('placing-verb', word) || grammar.is('dwelling-verb', word))
  const area = (words[0] === 'where' && lives) || (words[0] === 'in' && ['which', 'whose'].includes(words[1] ?? ''))
  return area && words.some((word) => grammar.is('vulnerable', word)) ? 'host-authority' : role
}

// "Hotel managers", "prison officers": a general word for staff, made particular by a noun we do not know, is nobody of ours.
const isQualified = (
  tokens: readonly Token[],
  grammar: Grammar,
  places: readonly number[],
  {first, last}: {readonly first: number; readonly last: number},
): boolean => {
  if (first !== last || first === 0 || !grammar.is('generic-role', tokens[places[last] as number]?.word)) return false
  // "the fostering duty worker": what stands before a word that leaves the role the same may still make it another's.
  const duty = tokens[places[first - 1] as number]?.word === 'duty' && first > 1
  const before = tokens[places[duty ? first - 2 : first - 1] as number]?.word ?? ''
  if (grammar.is('agent-noun', before)) return duty
  return (
    /^\p{L}+$/u.test(before) &&
    !/(?:ed|ing|al|ly|'s|nt|ic|ible|able)$/u.test(before) &&
    !['determiner', 'idle-adjective', 'role-adjective', 'preposition', 'coordinator', 'free-adverb'].some((name) =>
      grammar.is(name, before),
    )
  )
}

const possessed = (tokens: readonly Token[], places: readonly number[], last: number, end: number): boolean =>
  last !== end || (tokens[places[last] as number] as Token).word.endsWith("'s")

// "those graded as high": a participle in a noun's stead names nobody.
const isReduced = (tokens: readonly Token[], grammar: Grammar, places: readonly number[]): boolean =>
  /^\p{Ll}/u.test(tokens[places[0] as number]?.text ?? '') &&
  isParticiple(grammar, tokens[places[0] as number]?.word ?? '') &&
  (places.length === 1 || grammar.is('preposition', tokens[places[1] as number]?.word))

const isAdverb = (word: string): boolean => word.endsWith('ly') && word !== 'family'

/** The places without determiners, adverbs and idle adjectives before the head, unless a role begins there. */
const trimmed = (region: Region): readonly number[] => {
  const {tokens, grammar, places} = region
  const roles = rolesIn(region)
  let at = 0
  while (at < places.length && !roles.some(({first}) => first === at)) {
    const {word} = tokens[places[at] as number] as Token
    const next = tokens[places[at + 1] as number]?.word
    const empty =
      grammar.is('determiner', word) ||
      isAdverb(word) ||
      grammar.is('idle-adjective', word) ||
      (['as', 'of'].includes(word) && next !== undefined) ||
      ['(', '"', '“', '‘', '-', '*'].includes(word) ||
      /^\d+$/u.test(word)
    if (!empty) break
    at++
  }
  return places.slice(at)
}

/** The index of the head: the last word before a preposition, a participle with its complement, or the end; a role that runs over a preposition counts whole. */
const headEnd = (region: Region, roles: readonly {readonly first: number; readonly last: number}[]): number => {
  const {tokens, grammar, places} = region
  let end = places.length - 1
  for (let at = 0; at < places.length; at++) {
    const over = roles.find(({first, last}) => first <= at && at <= last)
    if (over) {
      at = over.last
      continue
    }
    const {word, text, kind} = tokens[places[at] as number] as Token
    const stops =
      at > 0 &&
      (grammar.is('preposition', word) ||
        grammar.is('determiner', word) ||
        (isParticiple(grammar, word) &&
          (afterPerson(region, roles, at) || !nounFollows(tokens, grammar, places, at))) ||
        (text.endsWith('ing') && /^\p{Ll}/u.test(text)) ||
        (kind === 'mark' && word !== '-'))
    if (stops) {
      end = at - 1
      break
    }
  }
  end = beforeAdverbs(region, end)
  while (
    end > 0 &&
    (isAdverb((tokens[places[end] as number] as Token).word) ||
      grammar.is('free-adverb', (tokens[places[end] as number] as Token).word) ||
      ['in', ','].includes((tokens[places[end] as number] as Token).word))
  )
    end--
  return end
}

// "every child graded amber": after somebody a participle tells about them, whatever follows it.
const afterPerson = (
  {tokens, grammar, places}: Region,
  roles: readonly {readonly last: number}[],
  at: number,
): boolean =>
  roles.some(({last}) => last === at - 1) || grammar.is('vulnerable', tokens[places[at - 1] as number]?.word)

// "the social worker straight away": a phrase that tells when or how is no part of a name.
const beforeAdverbs = ({tokens, grammar, places}: Region, end: number): number => {
  const phrases = grammar.adverbs(places.slice(0, end + 1).map((place) => tokens[place] as Token))
  const phrase = phrases.findLast(({last}) => last === end)
  return phrase && phrase.first > 0 ? phrase.first - 1 : end
}

const nounFollows = (tokens: readonly Token[], grammar: Grammar, places: readonly number[], at: number): boolean => {
  const next = tokens[places[at + 1] as number]
  return next !== undefined && next.kind === 'word' && !grammar.is('preposition', next.word)
}

const slug = ({tokens, grammar, places}: Region, end: number): Party | null => {
  const words = places
    .slice(0, end + 1)
    .map((place) => tokens[place] as Token)
    .filter(({kind}) => kind !== 'mark')
  const cut = words.findLastIndex(({word}, at) => at < words.length - 1 && /'s?$/u.test(word))
  const named = words.slice(cut + 1).slice(-4)
  const last = named.at(-1)
  const first = named[0]
  if (!last || !first || last.kind !== 'word' || last.word === 'else' || !actsAtAll(grammar, last.word, named))
    return null
  const id = named
    .map(({word, text}, at) =>
      (at === named.length - 1 && !isNamePart(named[at - 1], text) ? singular(word) : word).replace(
        /[^\p{L}\p{N}]/gu,
        '',
      ),
    )
    .join('-')
  return {id, start: first.start, end: last.end, known: false}
}

// "Larkbridge Homes": a name keeps its plural.
const isNamePart = (before: Token | undefined, text: string): boolean =>
  /^\p{Lu}\p{Ll}/u.test(text) && /^\p{Lu}\p{Ll}/u.test(before?.text ?? '')

// One paramedic or paramedics: the same party.
const singular = (word: string): string =>
  /[^aeiou]ies$/u.test(word)
    ? `${word.slice(0, -3)}y`
    : /[^suia]s$/u.test(word) && word.length > 3
      ? word.slice(0, -1)
      : word

const actsAtAll = (grammar: Grammar, word: string, named: readonly Token[]): boolean => {
  if (grammar.is('agent-noun', word)) return true
  if (
    grammar.is('thing', word) &&
    !(/^(?:person|people)$/u.test(word) && named.length > 1 && named[0]?.word !== 'young')
  )
    return false
  if (
    grammar.is('pronoun', word) ||
    grammar.is('sign', word) ||
    grammar.is('document', word) ||
    grammar.is('purpose', word)
  )
    return ['anyone', 'everyone', 'everybody', 'anybody'].includes(word)
  return !['tion', 'sion', 'ment', 'ness', 'ance', 'ence', 'ship', 'ing', 'ism', 'tions', 'ments', 'ances'].some(
    (ending) => grammar.is('thing-ending', ending.replace(/s$/u, '')) && word.endsWith(ending),
  )
}

const party = (
  tokens: readonly Token[],
  places: readonly number[],
  first: number,
  last: number,
  id: string,
  known: boolean,
): Party => ({
  id,
  start: (tokens[places[first] as number] as Token).start,
  end: (tokens[places[last] as number] as Token).end,
  known,
})
