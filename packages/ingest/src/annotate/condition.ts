import type {Token} from '@hedgerow/lexicon'
import type {Annotator} from './annotator.ts'
import {type Part, type Reading, readingOf} from './binding.ts'
import {isAskedBy} from './clause-openers.ts'
import type {Grammar} from './grammar.ts'
import type {Frame, Sentence} from './sentence.ts'
import {isParticiple as isPastParticiple} from './verb-group.ts'

interface Span {
  readonly in: 'text' | 'lead-in'
  readonly start: number
  readonly end: number
}

/** The words of the first clause of condition or exception (if, where, when, unless, once, provided that, except …) as printed, without the
 *  main clause; a step under "if:" is one itself. Null when there is none, and for a definition. */
export const condition: Annotator = (clause, context) => {
  const reading = readingOf(clause, context)
  const span =
    clause.type === 'provision'
      ? (conditionIn(reading.text, reading.grammar, asksFor(reading)) ??
        occasion(reading) ??
        hanging(reading) ??
        conditionIn(reading.leadIn, reading.grammar, false))
      : null
  if (!span) return {condition: null}
  const source = span.in === 'text' ? clause.text : (clause.leadIn ?? '')
  const words = source.slice(span.start, span.end)
  return {condition: words, evidence: [{of: 'condition', in: span.in, start: span.start, end: span.end, value: words}]}
}

/** "Plan agreed: the social worker must send it", "Family moves away: tell the school": a few words with a verb before a colon, or a question, and behind it
 *  what is then to be done. A name, a label or a duty of its own before the colon is none. */
const occasion = ({text: {place, tokens, sentences, bindings}, grammar}: Reading): Span | null => {
  const [head, next] = sentences
  if (!head || !next || !/^[:?]$/u.test(head.end) || head.first !== 0 || head.last - head.first > mostWords) return null
  const isBound = (sentence: Sentence): boolean => bindings.some((each) => each.sentence === sentence)
  if (isBound(head) || !isBound(next) || head.frames.some(({kind}) => kind === 'condition')) return null
  const words = tokens.slice(head.first, head.last)
  if (words.length < 2 || words.some(({word}) => grammar.is('steps-noun', word))) return null
  // What is asked before an instruction needs no verb: "Still worried? Ring the hub."
  if (head.end === '?') return span(place, tokens, head.first, head.last - 1)
  return words.some((_, at) => at > 0 && isVerbHere(words, at, grammar))
    ? span(place, tokens, head.first, head.last - 1)
    : null
}

/** So many words tell an occasion before a colon; a longer run is a sentence of its own. */
const mostWords = 14

/** Whether a word behind others is a verb by its form and place: "agreed", "is found", "moves", "miss two". */
const isVerbHere = (words: readonly Token[], at: number, grammar: Grammar): boolean => {
  const {word, kind} = words[at] as Token
  if (kind !== 'word') return false
  if (grammar.is('finite', word) || isPastParticiple(grammar, word)) return true
  const base = grammar.base(word)
  const isInflected = word.endsWith('s') && base !== word && grammar.isVerb(base) && !grammar.is('noun-too', base)
  const [previous] = words.slice(at - 1)
  const isPlain = grammar.isVerb(word) && !grammar.is('noun-too', word) && /[^s]s$/u.test(previous?.word ?? '')
  return isInflected || isPlain
}

/** Under "must ask:" or "should record:" a step that begins with when, where or if is what is asked. */
const asksFor = ({leadIn, grammar}: Reading): boolean => {
  const last = leadIn.tokens.filter(({kind}) => kind === 'word').at(-1)?.word ?? ''
  return grammar.is('asking-verb', grammar.base(last))
}

const conditionIn = ({place, tokens, sentences}: Part, grammar: Grammar, asked: boolean): Span | null => {
  for (const {frames} of sentences) {
    const frame = frames.find(
      (found) =>
        found.kind === 'condition' &&
        !isConcession(tokens, found) &&
        !(asked && found.first === 0) &&
        !insideRelative(frames, found) &&
        !isAsked(tokens, found.first, grammar) &&
        !isParticiple(tokens, found.first) &&
        lastWord(tokens, found) > found.content - 1,
    )
    if (frame) return span(place, tokens, frame.first, lastWord(tokens, withJoined(tokens, frames, frame)))
  }
  return null
}

/** "if the child is hurt, or if somebody moves in": a second condition joined to the first belongs to it. */
const withJoined = (tokens: readonly Token[], frames: readonly Frame[], frame: Frame): Frame => {
  const next = frames.find(
    ({kind, first}) =>
      kind === 'condition' &&
      first > frame.content &&
      first <= frame.last + 2 &&
      /^(?:and|or)$/u.test(tokens[first - 1]?.word ?? ''),
  )
  return next && next.last > frame.last ? withJoined(tokens, frames, {...next, content: next.content}) : frame
}

/** "even if a parent says no": it holds whatever happens, and so depends on nothing. */
const isConcession = (tokens: readonly Token[], {opener, first}: Frame): boolean =>
  opener.startsWith('even ') || tokens[first - 1]?.word === 'even'

/** "find out if the child is hurt", "choose where the interview takes place": what is asked or chosen is no condition. */
const isAsked = (tokens: readonly Token[], first: number, grammar: Grammar): boolean => {
  const before = tokens.slice(Math.max(0, first - 2), first).map(({word}) => word)
  return before.some(
    (word, at) =>
      isAskedBy(grammar, word, tokens[first]?.word ?? '') && (at === before.length - 1 || before[at + 1] === 'out'),
  )
}

/** "must be provided to the police": a participle, not `provided that`. */
const isParticiple = (tokens: readonly Token[], first: number): boolean =>
  tokens[first]?.word === 'provided' &&
  tokens[first + 1]?.word !== 'that' &&
  first > 0 &&
  !/^[,.;:]$/u.test(tokens[first - 1]?.text ?? '')

// A condition inside "what staff must do when …" is part of a description, not of a duty. An exception seldom is: "must not tell what the child said unless …".
const insideRelative = (frames: readonly Frame[], frame: Frame): boolean =>
  frame.opener !== 'unless' &&
  frames.some(
    ({kind, opener, first, last}) =>
      kind === 'relative' && ['what', 'how'].includes(opener) && first < frame.first && frame.last <= last,
  )

const lastWord = (tokens: readonly Token[], {content, last}: Frame): number => {
  let at = last - 1
  while (at >= content && tokens[at]?.kind === 'mark' && !/[)"”’%]/u.test(tokens[at]?.text ?? '')) at--
  return at
}

const span = (place: Part['place'], tokens: readonly Token[], first: number, last: number): Span => ({
  in: place === 'lead-in' ? 'lead-in' : 'text',
  start: (tokens[first] as Token).start,
  end: (tokens[last] as Token).end,
})

/** Under "You must notify the police if:" the step is the condition. */
const hanging = ({leadIn, text, hangs}: Reading): Span | null => {
  const sentence = text.sentences[0]
  if (!sentence || !((hangs && endsOpen(leadIn)) || namesCircumstances(leadIn))) return null
  let last = sentence.last - 1
  while (
    last > sentence.first &&
    (['or', 'and'].includes(text.tokens[last]?.word ?? '') || text.tokens[last]?.kind === 'mark')
  )
    last--
  return span('text', text.tokens, sentence.first, last)
}

const endsOpen = ({sentences}: Part): boolean => {
  const frame = sentences.at(-1)?.frames.at(-1)
  return frame?.kind === 'condition' && frame.content >= (sentences.at(-1)?.last ?? 0)
}

/** "A referral must be made in each of the following circumstances:" says when as "A referral must be made when:" does. */
const namesCircumstances = ({tokens, bindings}: Part): boolean => {
  const [of, what] = tokens.filter(({kind}) => kind === 'word').slice(-2)
  return (
    bindings.length > 0 &&
    /^(?:following|these)$/u.test(of?.word ?? '') &&
    /^(?:circumstances|cases|situations|instances|events)$/u.test(what?.word ?? '')
  )
}
