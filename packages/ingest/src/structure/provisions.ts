import {type Clause, provision} from '@hedgerow/ast'
import type {Lexicon} from '@hedgerow/lexicon'
import type {Words} from '../blocks.ts'
import {lines, part} from '../words.ts'
import {contactLine} from './contacts.ts'
import {type Context, standing} from './context.ts'
import {definitionOf, leadingTerm, meaningOf, wholeDefinition} from './definitions.ts'
import {fieldsOfLine} from './forms.ts'
import {paragraphNumber} from './numbering.ts'
import {sentences} from './sentences.ts'

/** What a step takes from its list. */
export interface Step {
  readonly number: string | null
  readonly leadIn: string | null
}

const alone: Step = {number: null, leadIn: null}

/** The clauses of a paragraph or step: contact entries and form lines whole, everything else a sentence at a time. */
export const clausesOf = (words: Words, context: Context, step: Step = alone): readonly Clause[] =>
  paragraphs(words).flatMap((line, n) =>
    lineClauses(line, context, n === 0 ? step : {...step, leadIn: continued(line, step)}),
  )

const lineClauses = (line: Words, context: Context, step: Step): readonly Clause[] => {
  const printed = step.number === null ? paragraphNumber(line.text) : null
  const words = printed ? part(line, printed.at) : line
  const number = printed ? printed.number : step.number
  const fields = fieldsOfLine(words, context)
  if (fields.length > 0) return fields.map((each) => ({...each, number}))
  const reached = contactLine(words, context, {number})
  if (reached) return [reached]
  if (context.setting === 'definitions' && leadingTerm(words) !== null)
    return definitionsOf(words, context, {...step, number})
  return answeredQuestions(sentences(words.text), words.text, context).map(([start, end], n) => {
    const sentence = part(words, start, end)
    return clauseOf(sentence, context, {number, leadIn: n === 0 ? step.leadIn : continued(sentence, step)})
  })
}

type Span = readonly [start: number, end: number]

/** Sentences with a question that sets a condition joined to what is then to be done: `Do you disagree? Use the escalation policy.` */
const answeredQuestions = (spans: readonly Span[], text: string, {setting, lexicon}: Context): readonly Span[] => {
  if (setting !== 'body' || !text.includes('? ')) return spans
  const joined: Span[] = []
  for (const span of spans) {
    const last = joined.at(-1)
    if (last && isCircumstance(text.slice(...last)) && isInstruction(text.slice(...span), lexicon))
      joined[joined.length - 1] = [last[0], span[1]]
    else joined.push(span)
  }
  return joined
}

/** Whether a question asks for yes or no, in a few words: those that ask who, what or how set no condition. */
const isCircumstance = (sentence: string): boolean =>
  /^[^.!?;:]{3,90}\?$/u.test(sentence) && !/^(?:who|whom|whose|what|which|when|where|why|how)\b/iu.test(sentence)

const isInstruction = (sentence: string, {wordClasses}: Lexicon): boolean => {
  const first = /^\p{L}+/u.exec(sentence)?.[0].toLowerCase() ?? ''
  return wordClasses.some((each) => each.class === 'imperative-verb' && each.words.includes(first))
}

/** A paragraph that starts with the term it defines: the definition, then what is left of the paragraph. */
export const definitionsOf = (words: Words, context: Context, step: Step): readonly Clause[] => {
  const term = leadingTerm(words) ?? meaningOf(words.text, context.lexicon)
  if (term === null) return clausesOf(words, context, step)
  const {definition, rest} = wholeDefinition(words, term, context, step)
  return [definition, ...(rest ? clausesOf(rest, {...context, setting: 'body'}, {...step, leadIn: null}) : [])]
}

/** Later sentences of a step go on from the lead-in only where they read on from it. */
const continued = (words: Words, {leadIn}: Step): string | null => (/^\p{Ll}/u.test(words.text) ? leadIn : null)

const clauseOf = (words: Words, context: Context, step: Step): Clause =>
  definitionOf(words, context, step) ??
  contactLine(words, context, step) ??
  provision(words.text, {...standing(words, context), ...step})

/** Lines that are paragraphs of their own: a line break inside a sentence is only layout. */
const paragraphs = (words: Words): readonly Words[] => {
  if (!words.text.includes('\n')) return [words]
  const found: [number, number][] = []
  let from = 0
  for (const line of words.text.split('\n')) {
    const last = found.at(-1)
    const before = last ? words.text.slice(last[0], last[1]) : ''
    if (last && !/[.?!:;…_”"]\s*$/u.test(before) && /^[\p{Ll}(,;]/u.test(line.trimStart())) last[1] = from + line.length
    else found.push([from, from + line.length])
    from += line.length + 1
  }
  return found.map(([start, end]) => oneLine(part(words, start, end))).filter(({text}) => text !== '')
}

const oneLine = (words: Words): Words => ({...words, text: words.text.replaceAll('\n', ' ')})

/** A paragraph before a list, split into what stands complete and what leads into the list. */
export const leadInOf = (words: Words): {readonly before: Words | null; readonly leadIn: Words | null} => {
  const all = lines(words)
  const last = all.at(-1)
  if (!last) return {before: null, leadIn: null}
  const [start] = sentences(last.text).at(-1) ?? [0]
  const tail = part(last, start)
  if (!leads(tail.text)) return {before: words, leadIn: null}
  const at = words.text.length - (last.text.length - start)
  const before = part(words, 0, at)
  return {before: before.text === '' ? null : before, leadIn: tail}
}

/** Whether a sentence waits for what follows it. */
const leads = (sentence: string): boolean =>
  /[:;,–—-]$/u.test(sentence) ||
  !/[.?!][”"’')\]]*$/u.test(sentence) ||
  /\b(?:the following|as follows|listed below|set out below)\.$/iu.test(sentence)
