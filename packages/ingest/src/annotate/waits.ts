import {type Lexicon, perLexicon, type Token} from '@hedgerow/lexicon'
import type {Amount} from './amounts.ts'
import {sentenceStart} from './tokens-between.ts'
import {wordSet} from './word-lists.ts'

const grammar = perLexicon(
  ({durations}) => ({
    negations: wordSet(durations.lists, 'negations'),
    waits: wordSet(durations.lists, 'waits'),
    searches: wordSet(durations.lists, 'searches'),
  }),
  ({durations}) => durations,
)

/** "must not wait 24 hours", "there is no need to wait until 48 hours have passed", "without waiting". */
export const isNegatedWait = (tokens: readonly Token[], first: number, lexicon: Lexicon): boolean => {
  const {negations, waits} = grammar(lexicon)
  const start = sentenceStart(tokens, first)
  const reach = Math.max(start, first - 8)
  const wait = tokens.slice(reach, first + 2).findLastIndex(({word}) => waits.has(word))
  if (wait < 0 || isWithoutDelay(tokens, reach + wait)) return false
  if (tokens.slice(reach + wait + 1, first).some(({word, text}) => text === ',' || word === 'and' || word === 'but'))
    return false
  const before = tokens.slice(Math.max(start, reach + wait - 8), reach + wait)
  const stop = before.findLastIndex(({word, text}) => text === ',' || word === 'but')
  return before.slice(stop + 1).some(({word}) => negations.has(word))
}

/** "wait at home for one hour", "search for 30 minutes before ringing". */
export const isWait = (tokens: readonly Token[], {first, last}: Amount, lexicon: Lexicon): boolean => {
  if (tokens[first - 1]?.word !== 'for') return false
  const {searches, waits} = grammar(lexicon)
  const near = tokens.slice(Math.max(sentenceStart(tokens, first), first - 8), first - 1)
  const delays = tokens[last + 1]?.word === 'before'
  const wait = near.findLastIndex(
    ({word}) => (waits.has(word) && word.startsWith('wait')) || (delays && searches.has(word)),
  )
  return wait >= 0 && !near.slice(wait).some(({kind}) => kind === 'mark')
}

/** "without (undue) delay" is itself a limit, and denies no waiting. */
const isWithoutDelay = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.word === 'delay' && tokens.slice(Math.max(0, at - 2), at).some(({word}) => word === 'without')
