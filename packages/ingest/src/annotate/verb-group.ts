import type {Token} from '@hedgerow/lexicon'
import type {Grammar} from './grammar.ts'

/** What is done, after a marker: the token of the head verb, its base form, and whether it is passive. `be` with an adjective or noun is active. */
export interface VerbGroup {
  readonly at: number
  readonly base: string
  readonly passive: boolean
}

/** The verb group that begins at token `from` and ends before `to`, adverbs, negation and commas passed over; null when no word is left. */
export const verbGroup = (tokens: readonly Token[], grammar: Grammar, from: number, to: number): VerbGroup | null => {
  let at = skipAdverbs(tokens, grammar, from, to)
  if (at >= to) return null
  const word = (tokens[at] as Token).word
  if (word === 'have' && ['been', 'had'].includes(tokens[at + 1]?.word ?? '')) at += 1
  const be = ['be', 'been', 'being', 'is', 'are', 'was', 'were', 'get', 'getting'].includes((tokens[at] as Token).word)
  const next = be ? skipAdverbs(tokens, grammar, at + 1, to) : to
  const told = tokens[next]?.word ?? ''
  // "involved in": said of somebody who takes part.
  const adjective = grammar.is('adjective-participle', `${told} ${tokens[next + 1]?.word ?? ''}`)
  const participle = next < to && !adjective && isParticiple(grammar, told)
  if (participle) return {at: next, base: grammar.base((tokens[next] as Token).word), passive: true}
  return {
    at,
    base: be && !/^get/u.test((tokens[at] as Token).word) ? 'be' : grammar.base((tokens[at] as Token).word),
    passive: false,
  }
}

/** Is the lower-case word a past participle by form? "concerned" and the like, which tell how somebody is, are none. */
export const isParticiple = (grammar: Grammar, word: string): boolean =>
  !grammar.is('adjective-participle', word) &&
  (grammar.is('participle', word) || (/..ed$/u.test(word) && !grammar.is('not-participle', word)))

/** The first token from `from` that is no adverb, negation or comma; `to` when there is none. */
export const skipAdverbs = (tokens: readonly Token[], grammar: Grammar, from: number, to: number): number => {
  for (let at = from; at < to; ) {
    const [phrase] = grammar.adverbs(tokens.slice(at, Math.min(at + 6, to)))
    const word = (tokens[at] as Token).word
    if (phrase?.first === 0) at += phrase.last + 1
    else if (
      grammar.is('negation', word) ||
      grammar.is('prediction-adverb', word) ||
      word === ',' ||
      (word.endsWith('ly') && !grammar.isVerb(word))
    )
      at++
    else return at
  }
  return to
}
