import type {Token} from '@hedgerow/lexicon'
import type {Grammar} from './grammar.ts'

/** One sentence's tokens while it is read: indexes `from` to `to` (exclusive) of `tokens`; `adverb` marks free adverbs. */
export interface Scope {
  readonly tokens: readonly Token[]
  readonly grammar: Grammar
  readonly from: number
  readonly to: number
  readonly adverb: readonly boolean[]
}

/** Which tokens are adverbs that stand freely between subject and verb. */
export const adverbs = (tokens: readonly Token[], grammar: Grammar): readonly boolean[] => {
  const found = tokens.map(
    ({word}) =>
      word.endsWith('ly') &&
      !/^(?:family|supply|reply|apply|comply|rely|early|daily|july|assembly|likely|monthly|weekly|quarterly|fully)$/u.test(
        word,
      ),
  )
  for (const {first, last} of grammar.adverbs(tokens)) found.fill(true, first, last + 1)
  return found.map((is, at) => is && !grammar.is('prediction-adverb', tokens[at]?.word))
}

/** The lower-case word at an index; empty outside the sentence. */
export const wordAt = ({tokens, from, to}: Scope, at: number): string =>
  at >= from && at < to ? (tokens[at] as Token).word : ''

/** The index of the last token before `at` that is no free adverb; one less than `from` when there is none. */
export const before = (reading: Scope, at: number): number => {
  let place = at - 1
  while (place >= reading.from && reading.adverb[place]) place--
  return place
}
