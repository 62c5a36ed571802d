import {type Definition, definition} from '@hedgerow/ast'
import type {Words} from '../blocks.ts'
import {type Context, standing} from './context.ts'

const runIn = /^[“"'‘]?([^:.!?;]{1,90}?)[”"'’]?(?:\s*:|\s+[–—-]|\s*[–—](?=\s))\s+(?=\S)/u
const means = /^(?:the (?:terms?|phrase|words?|expression) )?[“"'‘]?((?:[^“”"‘:.;!?\s]+\s+){0,7}[^“”"‘:.;!?\s]+?)[”"'’]?\s+(?:\([^)]{1,30}\)\s+)?(?:means\b|is defined (?:as|in|by)\b|are defined as\b|is taken to mean\b|shall mean\b|(?:is|are) here used to mean\b)/iu
const refers = /^[“"'‘]?((?:[^“”"‘:.;!?\s]+\s+){0,7}[^“”"‘:.;!?\s]+?)[”"'’]?\s+(?:refers to|includes|is|are|describes)\b/iu
const noTerm = /^(?:this|that|these|those|it|they|which|if|when|where|there|he|she|we|you|note|nb|example|e\.g|or|and|by|in practice|in this|for (?:the|these) purposes)\b/iu
const verbs = /\b(?:must|shall|should|may|will|can|cannot)\b/iu

/** The term a text defines, or null. In a section of definitions `Term: meaning`, `Term – meaning` and a term in bold do too. */
export const termOf = (words: Words, inDefinitions: boolean): string | null => {
  const {text} = words
  const said = means.exec(text)?.[1]
  if (said && isTerm(said)) return bare(said)
  if (!inDefinitions) return null
  const bold = words.strong[0]
  if (bold?.[0] === 0 && bold[1] < text.length && isTerm(text.slice(0, bold[1]))) return bare(text.slice(0, bold[1]))
  const printed = runIn.exec(text)?.[1]
  if (printed && isTerm(printed)) return bare(printed)
  const quoted = /^[“"‘]/u.test(text) ? refers.exec(text)?.[1] : undefined
  return quoted && isTerm(quoted) ? bare(quoted) : null
}

const isTerm = (text: string): boolean => text.split(/\s+/u).length <= 12 && !noTerm.test(text) && !verbs.test(text) && /\p{L}/u.test(text)

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
