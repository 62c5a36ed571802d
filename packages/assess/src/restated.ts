import {setting} from '@hedgerow/collate'
import type {Lexicon} from '@hedgerow/lexicon'
import {marks, wordCounts, wordingLikeness} from './marks.ts'
import type {Statement} from './statement.ts'

/** What every reason ends with that calls a row unsure because it is said in other words. */
const toCheck = ': check that the rule is the same'

/** As many words on each side are quoted. */
const mostQuoted = 3

/** Why a row is unsure whose statements say it in other words: throughout, in part, or by a word or two, which are quoted. `said with “kept” here and “placed” there:
 *  check that the rule is the same`. */
export const restatement = (statements: readonly Statement[], lexicon: Lexicon): string => {
  const texts = [...new Set(statements.map(({text}) => text))]
  // Each against one of them: of 150 authorities not every pair is looked at.
  const [first, ...others] = texts.map(wordCounts)
  const apart = setting(lexicon)('apart-likeness')
  const isThroughout = first !== undefined && others.some((other) => wordingLikeness(first, other) < apart)
  if (isThroughout) return `said in other words throughout${toCheck}`
  return `${fewWords(texts) ?? 'said in other words in part'}${toCheck}`
}

/** Whether a reason is one of these. */
export const isRestatement = (reason: string): boolean => reason.startsWith('said ') && reason.endsWith(toCheck)

/** The words in which two texts differ, where those are few. */
const fewWords = ([one, other, ...more]: readonly string[]): string | null => {
  if (one === undefined || other === undefined || more.length > 0) return null
  const [here, there] = [quoted(one, other), quoted(other, one)]
  if (here === null || there === null) return null
  return `said with ${here === '' ? `nothing here and ${there}` : `${here} here and ${there === '' ? 'nothing' : there}`} there`
}

const quoted = (text: string, reference: string): string | null => {
  const own = marks(text, reference).map(([start, end]) => text.slice(start, end))
  const count = own
    .join(' ')
    .split(/\s+/u)
    .filter((word) => word !== '').length
  return count > mostQuoted ? null : own.map((words) => `“${words}”`).join(' and ')
}
