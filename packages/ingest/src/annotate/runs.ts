import {type Lexicon, perLexicon, phraseMatcher, type Token} from '@hedgerow/lexicon'
import type {FoundThreshold} from './absences.ts'
import type {Amount} from './amounts.ts'
import {endsSentence, sentenceStart, wordAfter} from './tokens-between.ts'
import {wordSet} from './word-lists.ts'

const grammar = perLexicon(
  ({triggers}) => ({
    trailing: phraseMatcher(
      triggers.measures
        .filter(({where}) => where === 'run')
        .flatMap(({of, terms}) => terms.map((term) => [term, of] as const)),
      {exact: true},
    ),
    openers: wordSet(triggers.lists, 'run_openers'),
    words: wordSet(triggers.lists, 'run_words'),
    absences: wordSet(triggers.lists, 'run_absences'),
  }),
  ({triggers}) => triggers,
)

/** "After ten school days of absence", "upon five days in a row", "after 20 school days if the absence was not authorised": an absence that has run on for so long
 *  sets something off, and nobody waits. Null for any other amount. */
export const runOf = (tokens: readonly Token[], amount: Amount, lexicon: Lexicon): FoundThreshold | null => {
  const {trailing, openers} = grammar(lexicon)
  const {first, last, value, unit} = amount
  if (!/^(?:day|working-day|week)$/u.test(unit) || amount.article) return null
  if (!openers.has(tokens[first - 1]?.word ?? '')) return null
  const next = wordAfter(tokens, last + 1)
  const found = next < 0 ? undefined : trailing(tokens.slice(next, next + 4)).find((match) => match.first === 0)
  if (!found && !isRun(tokens, amount, lexicon)) return null
  return {of: 'hours-missing', op: '>=', value, unit, first, last: found ? next + found.last : last}
}

/** So many words behind an amount may say what runs on. */
const reach = 30

/** Whether a run of days, or a number of school days, stands in a sentence that speaks of absence. */
const isRun = (tokens: readonly Token[], {first, last}: Amount, lexicon: Lexicon): boolean => {
  const {words, absences} = grammar(lexicon)
  const own = tokens.slice(first, last + 1)
  if (!own.some(({word}) => word === 'school' || words.has(word))) return false
  const rest = tokens.slice(last + 1, last + 1 + reach)
  const end = rest.findIndex((token) => endsSentence(token))
  const before = tokens.slice(Math.max(sentenceStart(tokens, first), first - reach), first)
  return [...before, ...rest.slice(0, end < 0 ? rest.length : end)].some(({word}) => absences.has(word))
}
