import {type Definition, definition} from '@hedgerow/ast'
import type {Lexicon} from '@hedgerow/lexicon'
import type {Words} from '../blocks.ts'
import {part} from '../words.ts'
import {type Context, standing} from './context.ts'
import {sentences} from './sentences.ts'

const runIn = /^[“"'‘]?([^:.!?;]{1,90}?)[”"'’]?(?:\s*:|\s+[–—-]|\s*[–—](?=\s))\s+(?=\S)/u
const means =
  /^(?:the (?:terms?|phrase|words?|expression) )?[“"'‘]?((?:[^“”"‘:.;!?\s]+\s+){0,7}[^“”"‘:.;!?\s]+?)[”"'’]?\s+(?:\([^)]{1,30}\)\s+)?(?:means\b|is defined (?:as|in|by)\b|are defined as\b|is taken to mean\b|shall mean\b|(?:is|are) here used to mean\b|ha(?:s|ve) the (?:same )?meaning\b)/iu
const refers =
  /^(?:(?:an?|the)\s+)?[“"'‘]?((?:[^“”"‘:.;!?\s]+\s+){0,7}[^“”"‘:.;!?\s]+?)[”"'’]?\s+(?:refers to|includes|is|are|describes|consists of|comprises|is made up of)\b/iu
/** "An arrangement is one under which …", "a working day is any day that …": a kind of thing, and what marks it off from others of that kind. */
const marksOff =
  /^(?:an?|the (?:terms?|words?|phrase))\s+[“"'‘]?((?:[^“”"‘:.;,!?\s]+\s+){0,4}[^“”"‘:.;,!?\s]+?)[”"'’]?\s+is\s+(?:one|any|anyone|anybody|someone|somebody|an?)\b[^.;:]*?\b(?:who|which|whom|whose|that|where|under|made|aged)\b/iu
/** "A working day is Monday to Friday", in a section of definitions: what something is, and not what is done with it. */
const isKind =
  /^an?\s+((?:[^“”"‘:.;,!?\s]+\s+){0,3}[^“”"‘:.;,!?\s]+?)\s+is\s+(?!\S+ed\b|made\b|given\b|taken\b|held\b|sent\b|to\b|not\b|also\b|often\b|usually\b|likely\b|available\b|required\b|needed\b|at\b|in\b|on\b|for\b)\S/iu
const noTerm =
  /^(?:this|that|these|those|it|they|which|if|when|where|there|he|she|we|you|note|nb|example|e\.g|or|and|by|in practice|in this|for (?:the|these) purposes)\b/iu
const verbs = /\b(?:must|shall|should|may|will|can|cannot)\b/iu

/** The term a text defines, or null. In a section of definitions `Term: meaning`, `Term – meaning` and a term in bold do too. */
const termOf = (words: Words, inDefinitions: boolean): string | null => {
  const {text} = words
  const said = means.exec(text)?.[1]
  if (said && isTerm(said)) return bare(said)
  const marked = /\b(?:must|shall|should)\b/iu.test(text) ? undefined : marksOff.exec(text)?.[1]
  if (marked && isTerm(marked)) return bare(marked)
  if (!inDefinitions) return null
  const kind = verbs.test(text) ? undefined : isKind.exec(text)?.[1]
  if (kind && isTerm(kind)) return bare(kind)
  const bold = words.strong[0]
  if (bold?.[0] === 0 && bold[1] < text.length && isTerm(text.slice(0, bold[1]))) return bare(text.slice(0, bold[1]))
  const printed = runIn.exec(text)?.[1]
  if (printed && isTerm(printed)) return bare(printed)
  const quoted = /^(?:(?:an?|the)\s+)?[“"‘]/iu.test(text) ? refers.exec(text)?.[1] : undefined
  return quoted && isTerm(quoted) ? bare(quoted) : null
}

const isTerm = (text: string): boolean =>
  text.split(/\s+/u).length <= 12 && !noTerm.test(text) && !verbs.test(text) && /\p{L}/u.test(text)

const bare = (term: string): string => term.replace(/^[\s“”"'‘’*]+|[\s“”"'‘’*:–—-]+$/gu, '')

/** Words that define a term as a definition, or null. */
export const definitionOf = (
  words: Words,
  context: Context,
  given: {number: string | null; leadIn: string | null},
): Definition | null => {
  const term = termOf(words, context.setting === 'definitions')
  return term === null || term === '' ? null : definition(term, words.text, {...standing(words, context), ...given})
}

const shortTerm = /^[“"'‘]?([^:.!?;,]{1,70}?)[”"'’]?\s*:\s+(?=\S)/u
const stage =
  /^(?:stages?|steps?|level|tier|phase|part|section|question|note|nb|example|table|option|day|week|appendix|point)\b/iu
/** A clause, a time or a place before a colon is no term. */
const opener =
  /^(?:if|when|where|while|in|at|on|by|for|from|to|before|after|during|unless|until|within|how|what|why|who|please|include|including)\b/iu
const limit = /^(?:within|by|after|before|at|on|in|from|no later|not|immediately|daily|weekly)\b/iu
const duty = /\b(?:must|shall|should|will|may)\b/iu
const charge = /\bresponsible for\b/iu
/** "the authority which placed a child and is responsible for it": what marks a thing off is no duty of it. */
const relative = /^(?:the|an?|any)\s+(?:[^\s,;:.]+\s+){1,4}?(?:who|which|that|whose)\b/iu
const longestTerm = 6
const shortestMeaning = 5

/** The term of `Short term: what it means` outside a section of definitions, or null. One alone proves nothing: see definitionsBeside. */
export const meaningOf = (text: string, {wordClasses}: Lexicon): string | null => {
  const found = shortTerm.exec(text)
  const term = found?.[1]
  if (
    !found ||
    term === undefined ||
    term.split(/\s+/u).length > longestTerm ||
    stage.test(term) ||
    opener.test(term) ||
    verbs.test(term)
  )
    return null
  const meaning = text.slice(found[0].length)
  if (!/^(?:\p{Ll}|(?:The|A|An)\b)/u.test(meaning) || limit.test(meaning) || duty.test(meaning)) return null
  if (charge.test(meaning) && !relative.test(meaning)) return null
  const first = /^[\p{L}-]+/u.exec(meaning)?.[0].toLowerCase() ?? ''
  if (wordClasses.some((each) => each.class === 'imperative-verb' && each.words.includes(first))) return null
  return meaning.split(/\s+/u).length < shortestMeaning ? null : term
}

/** Which of some paragraphs or steps define a term: those that look so and stand beside another that does, or a remark away from it. */
export const definingRun = (all: readonly (Words | null)[], {lexicon, setting}: Context): readonly boolean[] => {
  const looks = all.map(
    (words) =>
      setting === 'body' && words !== null && !words.text.includes('\n') && meaningOf(words.text, lexicon) !== null,
  )
  return looks.map((look, at) => look && [-2, -1, 1, 2].some((step) => looks[at + step] === true))
}

/** A whole paragraph as the definition of the term it starts with; sentences at its end that bind somebody are left over. */
export const wholeDefinition = (
  words: Words,
  term: string,
  context: Context,
  given: {number: string | null; leadIn: string | null},
): {readonly definition: Definition; readonly rest: Words | null} => {
  const all = sentences(words.text)
  const bound = all.findIndex(
    ([from, to], n) => n > 0 && from >= term.length + 2 && /\b(?:must|shall)\b/iu.test(words.text.slice(from, to)),
  )
  const end = bound < 0 ? words.text.length : (all[bound]?.[0] ?? words.text.length)
  const own = part(words, 0, end)
  const rest = part(words, end)
  return {
    definition: definition(bare(term), own.text, {...standing(own, context), ...given}),
    rest: rest.text === '' ? null : rest,
  }
}

/** The term a paragraph among definitions runs in before its text (`**Missing.** Nobody can …`, `Missing: a child whose …`), or null. */
export const leadingTerm = (words: Words): string | null => {
  const bold = words.strong[0]
  if (bold?.[0] === 0 && bold[1] < words.text.length) {
    const term = words.text.slice(0, bold[1]).replace(/[\s.:–—-]+$/u, '')
    if (/[.:]$/u.test(words.text.slice(0, bold[1] + 1).trim()) && term !== '' && isTerm(term)) return term
  }
  return null
}
