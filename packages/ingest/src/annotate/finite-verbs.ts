import type {ModalityMarker, Token} from '@hedgerow/lexicon'
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
  for (let at = from; at < to; at++) if (!adverb[at]) places.push(at)
  const events = new Map<number, VerbEvent>()
  for (let at = from; at < to; at++)
    if (!adverb[at] && grammar.is('finite', wordAt(reading, at)) && isFinite(reading, at))
      events.set(at, {first: at, last: at, marker: null})
  for (const match of grammar.markers(places.map((place) => tokens[place] as Token))) {
    const [first, last] = [places[match.first] as number, places[match.last] as number]
    if (match.entry.place === 'start' || !isMarker(reading, first)) continue
    // "the right to an advocate": before a noun it is no duty to do anything.
    if (
      match.entry.marker.endsWith(' to') &&
      ['a', 'an', 'the', 'any', 'their', 'his', 'her', 'this'].includes(wordAt(reading, last + 1))
    )
      continue
    for (let at = first; at <= last; at++) events.delete(at)
    events.set(first, {first, last, marker: match.entry})
  }
  return events
}

// "May 2024", "against her will", "the need to": words that only look like markers.
const isMarker = (reading: Scope, at: number): boolean => {
  const word = wordAt(reading, at)
  const previous = wordAt(reading, before(reading, at))
  if (word === 'may' && reading.tokens[at]?.text === 'May' && at > reading.from) return false
  if (word === 'should' && at === reading.from) return false
  if (['will', 'need', 'can', 'must'].includes(word))
    return (
      !reading.grammar.is('determiner', previous) ||
      ['this', 'that', 'these', 'those', 'all', 'each', 'both', 'one', 'some', 'others', 'many', 'most'].includes(
        previous,
      )
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

const isFinite = (reading: Scope, at: number): boolean => {
  const previous = wordAt(reading, before(reading, at))
  if (['have', 'do'].includes(wordAt(reading, at)) && auxiliaries.has(previous)) return false
  if (at === reading.from || reading.tokens[at - 1]?.text === '-' || reading.tokens[at + 1]?.text === '-') return false
  return (
    !(
      reading.grammar.is('determiner', previous) &&
      !['this', 'that', 'these', 'those', 'no', 'each', 'all', 'one'].includes(previous)
    ) &&
    !(
      reading.grammar.is('preposition', previous) &&
      /s$/u.test(wordAt(reading, at)) &&
      !['is', 'was', 'has'].includes(wordAt(reading, at))
    )
  )
}
