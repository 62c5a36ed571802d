import type {FrameKind, Grammar} from './grammar.ts'
import {before, type Scope, wordAt} from './scope.ts'

/** Does the word at an index open a clause there? "That" may be a determiner, and "once a month" opens none. */
export const isOpener = (reading: Scope, at: number): boolean => {
  const word = wordAt(reading, at)
  const [previous, next] = [wordAt(reading, at - 1), wordAt(reading, at + 1)]
  if (word === 'that')
    return !(
      at === reading.from ||
      reading.grammar.is('preposition', previous) ||
      // "If that fails": it points as well.
      (['if', 'where', 'when', 'unless', 'once', 'whenever'].includes(previous) &&
        !reading.grammar.is('determiner', next)) ||
      // ", that authority must": after a comma it points, unless its verb or a determiner follows.
      (previous === ',' &&
        !['is', 'are', 'was', 'were', 'has', 'have'].includes(next) &&
        !reading.grammar.is('determiner', next)) ||
      (previous === '' && at > reading.from)
    )
  // "is looked after, …": no clause follows.
  if (word === 'after' && (/^look/u.test(previous) || next === ',')) return false
  // "must be provided with a copy": a participle.
  if (word === 'provided' && /^(?:be|been|being|is|are|was|were)$/u.test(previous)) return false
  // "The education provided at home": so is what stands right behind its noun.
  if (word === 'provided' && at > reading.from && previous !== ',' && reading.grammar.is('preposition', next))
    return false
  const often =
    ['a', 'per', 'every', 'each', 'in'].includes(next) && reading.grammar.is('unit-of-time', wordAt(reading, at + 2))
  if (word === 'once')
    return (
      !often &&
      !['per', 'every', 'again', 'or', 'in'].includes(next) &&
      !['least', 'at', 'than', 'only', 'all'].includes(previous)
    )
  return true
}

/** Does "should" at the start of a sentence stand for "if" ("Should the child return")? Before its verb it is the modal of a subject that
 *  stands elsewhere: the lead-in's, for a step. */
export const isInverted = (reading: Scope): boolean => {
  const {tokens, grammar, from, to} = reading
  if (wordAt(reading, from) !== 'should') return false
  let at = from + 1
  while (at < to && (reading.adverb[at] || grammar.is('negation', wordAt(reading, at)))) at++
  const word = wordAt(reading, at)
  if (at > from + 1 && grammar.is('negation', wordAt(reading, from + 1))) return false
  return !grammar.isVerb(word) || (grammar.is('noun-too', word) && tokens[from]?.text !== 'should')
}

/** The kind of clause opened: "when" after a time is what a clock starts from; after "record" or "ask", when, where and if ask. */
export const frameKind = (reading: Scope, at: number, kind: FrameKind): FrameKind => {
  const {grammar} = reading
  const word = wordAt(reading, at)
  const previous = wordAt(reading, before(reading, at))
  if (kind !== 'condition' || at === reading.from) return kind
  if (word === 'when' && grammar.is('unit-of-time', previous)) return 'time'
  const asks = reading.tokens
    .slice(Math.max(reading.from, at - 5), at)
    .some((token) => grammar.base(token.word) === 'ask')
  if (asks && ['where', 'when', 'if'].includes(word)) return 'relative'
  const isBare = ['and', 'or', ','].includes(previous)
  return ['where', 'when', 'if'].includes(word) && !isBare && isAskedBy(grammar, previous, word) ? 'relative' : kind
}

/** Does a word ask or point to what follows its opener ("decide if", "the place where")? "Within two days if" and "the same day where" say under what condition. */
export const isAskedBy = (grammar: Grammar, word: string, opener: string): boolean => {
  const isA = (name: string): boolean => grammar.is(name, word) || grammar.is(name, grammar.base(word))
  const isWhere = opener === 'where' && grammar.is('unit-of-time', word) && grammar.is('time-or-place', word)
  return isA('asking-verb') && !isWhere && !(opener === 'if' && isA('time-or-place'))
}

/** Whether a pronoun says something of a time right before it, without "on which": "the day they should start". */
export const isSaidOfTime = (reading: Scope, at: number): boolean =>
  /^(?:they|he|she|it|we|you)$/u.test(wordAt(reading, at)) &&
  /^(?:day|date|time|moment|week|month|hour)$/u.test(wordAt(reading, at - 1))
