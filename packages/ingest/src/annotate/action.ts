import type {Action} from '@hedgerow/ast'
import {amounts} from './amounts.ts'
import type {Annotator} from './annotator.ts'
import {type Binding, type Part, readingOf, strongest} from './binding.ts'
import type {Grammar} from './grammar.ts'
import {subjectPlaces} from './subject.ts'
import {skipAdverbs, verbGroup} from './verb-group.ts'

const longestObject = 6

/** What is to be done: the head verb's base form and its object, at most six words in lower case without determiners; a passive's subject is
 *  its object. Null when nothing binds or no verb is found. */
export const action: Annotator = (clause, context) => {
  const reading = readingOf(clause, context)
  const {from, grammar, modality, text} = reading
  if (!from || modality === null) return {action: null}
  const binding = strongest(from.bindings.filter((found) => found.modality === modality)) ?? strongest(from.bindings)
  if (!binding) return {action: null}
  const step = from.place === 'lead-in' && (binding.group === null || binding.after >= binding.sentence.last)
  const part = step ? text : from
  // When or how often it is to be done is no object: "wait at least 24 hours", "meet every six weeks".
  const timed = new Set(amounts(part.tokens, context.lexicon).map(({first}) => first))
  return step ? stepAction(part, grammar, timed) : boundAction(part, grammar, binding, timed)
}

/** Places at which an amount of time begins. */
type Timed = ReadonlySet<number>

const found = (part: Part, at: number, made: Action): ReturnType<Annotator> => {
  const token = part.tokens[at]
  return token
    ? {action: made, evidence: [{of: 'action', in: part.place, start: token.start, end: token.end, value: made.verb}]}
    : {action: null}
}

const stepAction = (text: Part, grammar: Grammar, timed: Timed): ReturnType<Annotator> => {
  const [sentence] = text.sentences
  const first = skipAdverbs(text.tokens, grammar, sentence?.first ?? 0, sentence?.last ?? 0)
  const group = sentence ? verbGroup(text.tokens, grammar, first, sentence.last) : null
  const word = text.tokens[group?.at ?? -1]?.word ?? ''
  if (!group || !sentence || (!grammar.isVerb(group.base) && !group.passive) || grammar.is('determiner', word))
    return {action: null}
  return found(text, group.at, {
    verb: group.base,
    object: objectAfter(text.tokens, grammar, group.at + 1, sentence.last, timed),
  })
}

const boundAction = (part: Part, grammar: Grammar, binding: Binding, timed: Timed): ReturnType<Annotator> => {
  const {tokens} = part
  const {marker, sentence} = binding
  const to =
    / (?:of|with|for)$/u.test(marker) && /(?:it |lies|rests|the (?:duty|responsibility))/u.test(marker)
      ? toVerb(tokens, binding)
      : binding.after
  const that = marker.endsWith(' that') ? sentence.verbs.find(({first}) => first >= binding.after) : undefined
  const group = that
    ? verbGroup(tokens, grammar, that.first, sentence.last)
    : to === binding.after
      ? binding.group
      : verbGroup(tokens, grammar, to, sentence.last)
  if (!group || !/^\p{L}/u.test(group.base) || isNoVerb(grammar, group.base)) return {action: null}
  const subject = that
    ? that.subject.filter((place) => place >= binding.after)
    : subjectPlaces(tokens, grammar, binding.subject)
  const object = group.passive
    ? nounPhrase(tokens, grammar, subject)
    : objectAfter(tokens, grammar, group.at + 1, sentence.last, timed)
  return found(part, group.at, {verb: group.base, object})
}

/** "Consent is required if …", "visits are allowed at weekends": what follows such a marker need be no verb. */
const isNoVerb = (grammar: Grammar, word: string): boolean =>
  !grammar.isVerb(word) && ['preposition', 'condition-opener', 'time-opener'].some((name) => grammar.is(name, word))

const toVerb = (tokens: Part['tokens'], {after, sentence}: Binding): number => {
  const to = tokens.findIndex(({word}, at) => at >= after && at < sentence.last && word === 'to')
  return to < 0 ? after : to + 1
}

const objectAfter = (
  tokens: Part['tokens'],
  grammar: Grammar,
  from: number,
  last: number,
  timed: Timed,
): string | null => {
  let at = skipAdverbs(tokens, grammar, from, last)
  if (['out', 'up', 'that', 'with', 'to'].includes(tokens[at]?.word ?? '')) at++
  const end = Array.from({length: Math.max(0, last - at)}, (_, place) => at + place).find((place) => timed.has(place))
  const places = Array.from({length: Math.max(0, (end ?? last) - at)}, (_, place) => at + place)
  return nounPhrase(tokens, grammar, end === undefined ? places : withoutBound(tokens, places))
}

/** Places without the words before an amount that only say how it counts: `at least`, `every`. */
const withoutBound = (tokens: Part['tokens'], places: readonly number[]): readonly number[] =>
  places.slice(
    0,
    places.findLastIndex(
      (place) => !/^(?:at|least|most|every|once|another|further|than|more|less|up)$/u.test(tokens[place]?.word ?? ''),
    ) + 1,
  )

/** The words of a noun phrase up to a preposition, verb, opener or mark; null when it has none. */
const nounPhrase = (tokens: Part['tokens'], grammar: Grammar, places: readonly number[]): string | null => {
  const words: string[] = []
  for (const [n, place] of places.entries()) {
    const token = tokens[place]
    if (!token || (token.kind === 'mark' && token.text !== '-')) break
    if (token.kind === 'mark') continue
    const {word} = token
    if (opens(grammar, word) && !(words.length === 0 && ['this', 'that'].includes(word))) break
    // "Notify the police immediately": how soon is no part of who. "The first review" goes on.
    const next = tokens[places[n + 1] ?? -1]
    const ends = next === undefined || next.kind === 'mark' || opens(grammar, next.word)
    if (words.length > 0 && ends && grammar.is('free-adverb', word)) break
    if (!grammar.is('determiner', word)) words.push(word)
  }
  return words.length > 0 ? words.slice(0, longestObject).join(' ') : null
}

const opens = (grammar: Grammar, word: string): boolean =>
  ['preposition', 'relative-opener', 'condition-opener', 'time-opener', 'finite', 'coordinator'].some((name) =>
    grammar.is(name, word),
  )
