import {type Scope, wordAt} from './scope.ts'

/** The places that stand inside a marker of force and divide it: an amount of time ("has 24 hours to"), or whoever has the duty ("it is the
 *  manager's job to"). Without them it reads as the lexicon has it. */
export const insideMarkers = (reading: Scope): ReadonlySet<number> =>
  new Set([...timeAllowed(reading), ...dutyHolders(reading), ...expected(reading), ...charged(reading)])

/** Markers that name whoever is to act between their verb and "to". */
export const namesHolder = (marker: string): boolean =>
  /^(?:(?:would )?expect|oblige|allow|permit|entitle)s? to$/u.test(marker)

/** "Two breaches oblige the social worker to …", "the Act allows information to be shared": the words between the verb and "to". What a law, a page or an event does
 *  to nobody named is no duty, and only what rules allows anything: "this allows staff to talk" tells why. That guidance requires somebody to act is told as a
 *  fact of the guidance. */
const charged = (reading: Scope): readonly number[] => {
  const {from, to} = reading
  const found: number[] = []
  for (let at = from + 1; at < to; at++) {
    const [, verb] = /^(oblige|allow|permit|entitle)s?$/u.exec(wordAt(reading, at)) ?? []
    if (verb === undefined || !charges(reading, verb, at)) continue
    const last = phraseEnd(reading, at + 1)
    if (last > at) for (let place = at + 1; place <= last; place++) found.push(place)
  }
  return found
}

const charges = (reading: Scope, verb: string, at: number): boolean => {
  const {grammar, from, tokens} = reading
  const before = tokens.slice(from, at)
  const last = wordAt(reading, at - 1)
  if (['to', 'not', 'this', 'that', 'which', 'it', 'who', 'and', 'or'].includes(last)) return false
  return !/^(?:allow|permit)$/u.test(verb) || before.some(({word}) => grammar.is('document', word))
}

/** The last place of a short noun phrase that begins at a place and has "to" and a verb behind it; the place before where there is none. */
const phraseEnd = (reading: Scope, first: number): number => {
  const {grammar, tokens, to} = reading
  for (let at = first; at < Math.min(first + 7, to); at++) {
    const word = wordAt(reading, at)
    if (word === 'to')
      return grammar.isVerb(wordAt(reading, at + 1)) || wordAt(reading, at + 1) === 'be' ? at - 1 : first - 1
    const isOpen =
      grammar.is('finite', word) || grammar.is('condition-opener', word) || grammar.is('relative-opener', word)
    if (tokens[at]?.kind === 'mark' || isOpen) return first - 1
  }
  return first - 1
}

/** "The standards expect carers to …", "the code expects every officer to …": whoever stands between the verb and "to". */
const expected = (reading: Scope): readonly number[] => {
  const {grammar, tokens, from, to} = reading
  const found: number[] = []
  for (let at = from + 1; at < to; at++) {
    if (!/^expects?$/u.test(wordAt(reading, at))) continue
    const role = grammar.roles(tokens.slice(at + 1, Math.min(at + 7, to)))[0]
    const last = at + 1 + (role?.last ?? 0)
    if (!role || role.first > 2 || wordAt(reading, last + 1) !== 'to') continue
    for (let place = at + 1; place <= last; place++) found.push(place)
  }
  return found
}

/** "It is the manager's job to …": the words between "it is" and "job to". */
const dutyHolders = (reading: Scope): readonly number[] => {
  const {grammar, tokens, from, to} = reading
  const found: number[] = []
  for (let at = from; at < to; at++) {
    if (wordAt(reading, at) !== 'it' || !['is', 'remains'].includes(wordAt(reading, at + 1))) continue
    const owner = tokens.slice(at + 2, Math.min(at + 8, to)).findIndex(({word}) => word.endsWith("'s"))
    const last = at + 2 + owner
    if (owner < 0 || !grammar.is('duty-noun', wordAt(reading, last + 1))) continue
    if (wordAt(reading, last + 2) === 'to') for (let place = at + 2; place <= last; place++) found.push(place)
  }
  return found
}

/** The places of an amount of time between "has" and "to": "has 24 hours to reply" binds as "has to reply" does. */
const timeAllowed = (reading: Scope): readonly number[] => {
  const {grammar, from, to} = reading
  const found: number[] = []
  for (let at = from; at < to; at++) {
    if (!['has', 'have'].includes(wordAt(reading, at))) continue
    const unit = [2, 3, 4].map((step) => at + step).find((place) => grammar.is('unit-of-time', wordAt(reading, place)))
    if (unit === undefined || !isNumber(reading, at + 1)) continue
    const end = wordAt(reading, unit + 1) === 'in' && wordAt(reading, unit + 2) === 'which' ? unit + 2 : unit
    if (wordAt(reading, end + 1) === 'to') for (let place = at + 1; place <= end; place++) found.push(place)
  }
  return found
}

const isNumber = ({tokens, grammar}: Scope, at: number): boolean =>
  tokens[at]?.kind === 'number' || grammar.is('number-word', tokens[at]?.word)
