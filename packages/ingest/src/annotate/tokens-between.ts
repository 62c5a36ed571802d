import type {Token} from '@hedgerow/lexicon'

/** Whether a token is a word or a number. */
const isWord = (token: Token | undefined): token is Token => token !== undefined && token.kind !== 'mark'

/** The index of the nearest word or number at or before `at`, stepping over hyphens and apostrophes only; -1 where
 *  another mark or the start is in the way. */
export const wordBefore = (tokens: readonly Token[], at: number): number => {
  let index = at
  while (index >= 0 && /^[-'’]$/u.test(tokens[index]?.text ?? '')) index--
  return isWord(tokens[index]) ? index : -1
}

/** The index of the nearest word or number at or after `at`, stepping over hyphens and apostrophes only; -1 where
 *  another mark or the end is in the way. */
export const wordAfter = (tokens: readonly Token[], at: number): number => {
  let index = at
  while (index < tokens.length && /^[-'’]$/u.test(tokens[index]?.text ?? '')) index++
  return isWord(tokens[index]) ? index : -1
}

const enders: ReadonlySet<string> = new Set(['.', ';', '!', '?', '|', '•'])

/** Whether a token ends the sentence, item or cell it stands in. */
export const endsSentence = (token: Token | undefined): boolean => token !== undefined && enders.has(token.text)

/** Index of the first token of the sentence that `at` stands in. */
export const sentenceStart = (tokens: readonly Token[], at: number): number => {
  let index = at
  while (index > 0 && !endsSentence(tokens[index - 1])) index--
  return index
}
