import type {ModalityMarker, Token} from '@hedgerow/lexicon'
import {isInverted} from './clause-openers.ts'
import {insideMarkers, namesHolder} from './inside-markers.ts'
import {before, type Scope, wordAt} from './scope.ts'

/** A marker of force, or (marker null) a plain verb such as `is`, where it stands: token indexes, inclusive. */
export interface VerbEvent {
  readonly first: number
  readonly last: number
  readonly marker: ModalityMarker | null
}

/** Markers and plain finite verbs by the token they begin at. Free adverbs are left out so that "must immediately not" is still one marker. */
export const verbEvents = (reading: Scope): ReadonlyMap<number, VerbEvent> => {
  const {tokens, grammar, from, to, adverb} = reading
  const places: number[] = []
  const inside = insideMarkers(reading)
  for (let at = from; at < to; at++) if (!adverb[at] && !inside.has(at)) places.push(at)
  const events = new Map<number, VerbEvent>()
  for (let at = from; at < to; at++)
    if (!adverb[at] && grammar.is('finite', wordAt(reading, at)) && isFinite(reading, at))
      events.set(at, {first: at, last: at, marker: null})
  for (const match of grammar.markers(places.map((place) => tokens[place] as Token))) {
    const [first, last] = [places[match.first] as number, places[match.last] as number]
    const never = match.entry.marker === 'never' && isAlways(reading, first)
    if ((match.entry.place === 'start' && !never) || !isMarker(reading, first)) continue
    // "expects carers to": only with whoever is expected in between.
    if (namesHolder(match.entry.marker) && last === first + match.entry.marker.split(' ').length - 1) continue
    // "the right to an advocate": before a noun it is no duty to do anything.
    if (
      match.entry.marker.endsWith(' to') &&
      !/^(?:falls|it is open) to$/u.test(match.entry.marker) &&
      (['a', 'an', 'the', 'any', 'their', 'his', 'her', 'this'].includes(wordAt(reading, last + 1)) ||
        isParty(reading, last + 1))
    )
      continue
    for (let at = first; at <= last; at++) events.delete(at)
    events.set(first, {first, last, marker: match.entry})
  }
  return events
}

// "is free to volunteers": a party after "to" is for whom, unless the word is a verb as well ("to chair").
const isParty = ({tokens, grammar, to}: Scope, at: number): boolean =>
  !grammar.isVerb(tokens[at]?.word ?? '') && grammar.roles(tokens.slice(at, to)).some(({first}) => first === 0)

// "Home carers never accept gifts": of many who act, before a verb's base form, a rule; said of some of them, a fact.
const isAlways = (reading: Scope, at: number): boolean => {
  const {grammar, from} = reading
  const previous = wordAt(reading, before(reading, at))
  const some = ['some', 'many', 'most', 'few'].includes(wordAt(reading, from))
  const many = /[^s]s$|^(?:staff|police)$/u.test(previous) && !grammar.is('vulnerable', previous)
  return !some && many && grammar.isVerb(wordAt(reading, at + 1)) && !grammar.is('mental-verb', wordAt(reading, at + 1))
}

// "May 2024", "against her will", "the need to": words that only look like markers.
const isMarker = (reading: Scope, at: number): boolean => {
  const word = wordAt(reading, at)
  const previous = wordAt(reading, before(reading, at))
  if (word === 'may' && reading.tokens[at]?.text === 'May' && at > reading.from) return false
  if (at === reading.from && isInverted(reading)) return false
  if (['will', 'need', 'can', 'must'].includes(word))
    return (
      !reading.grammar.is('determiner', previous) ||
      [
        'this',
        'that',
        'these',
        'those',
        'all',
        'each',
        'both',
        'one',
        'two',
        'three',
        'some',
        'other',
        'others',
        'many',
        'most',
      ].includes(previous)
    )
  return true
}

const auxiliaries = new Set([
  'must',
  'shall',
  'will',
  'should',
  'may',
  'can',
  'could',
  'would',
  'might',
  'to',
  'cannot',
  'not',
])

const perfect = new Set(['has', 'have', 'having', 'had', 'be', 'been'])

const pointing = ['this', 'that', 'these', 'those', 'no', 'each', 'all', 'one']

const isFinite = (scope: Scope, at: number): boolean => {
  const {grammar, tokens, from} = scope
  const word = wordAt(scope, at)
  const previous = wordAt(scope, before(scope, at))
  if (['have', 'do'].includes(word) && auxiliaries.has(previous)) return false
  // "has left", "have had": behind it the form is a participle.
  if (!/^(?:is|are|was|were|has|have|do|does)$/u.test(word) && perfect.has(previous)) return false
  if (at === from || tokens[at - 1]?.text === '-' || tokens[at + 1]?.text === '-') return false
  if (previous === 'who') return true
  if (grammar.is('finite-or-noun', word) && isNounHere(scope, at, previous)) return false
  if (grammar.is('determiner', previous)) return pointing.includes(previous)
  return !grammar.is('preposition', previous) || !word.endsWith('s') || ['is', 'was', 'has'].includes(word)
}

// "views and wishes shall", "share details", "lists of": forms that are nouns beside another verb, or before "of", "and" or a comma.
const isNounHere = (scope: Scope, at: number, previous: string): boolean => {
  const {grammar} = scope
  const next = wordAt(scope, at + 1)
  const beforeVerb =
    (auxiliaries.has(next) && next !== 'to' && next !== 'not') ||
    ['is', 'are', 'was', 'were', 'has', 'have', 'of', 'and', 'or', ',', ''].includes(next)
  const place = before(scope, at)
  // "If that fails, …": what a pronoun does after a condition's opener is no noun.
  if (['that', 'this', 'it'].includes(previous) && grammar.is('condition-opener', wordAt(scope, place - 1)))
    return false
  // "A meeting needs four agencies": before a number it is the verb of a noun in -ing.
  if (previous.endsWith('ing') && (grammar.is('determiner', next) || grammar.is('number-word', next))) return false
  const object =
    grammar.isVerb(previous) && (place === scope.from || auxiliaries.has(wordAt(scope, before(scope, place))))
  return beforeVerb || object || /(?:al|ing|ed|ive)$/u.test(previous) || ['and', 'or'].includes(previous)
}
