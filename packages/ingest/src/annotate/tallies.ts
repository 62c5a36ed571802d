import {type Lexicon, perLexicon, type Token} from '@hedgerow/lexicon'
import {type Amount, numeral} from './amounts.ts'
import {sentenceStart} from './tokens-between.ts'
import {wordSet} from './word-lists.ts'

const grammar = perLexicon(
  ({durations, triggers}) => ({
    modals: wordSet(durations.lists, 'modals'),
    conditions: wordSet(durations.lists, 'conditions'),
    ordinals: new Set(triggers.ordinals.map(({word}) => word)),
  }),
  ({durations}) => durations,
)

/** "each 45-minute session": how long something is, not how often. */
export const isLength = (tokens: readonly Token[], {first, last, unit}: Amount): boolean =>
  (unit === 'minute' || unit === 'hour') &&
  tokens[last - 1]?.text === '-' &&
  /^(?:each|every|an?|the)$/u.test(tokens[first - 1]?.word ?? '') &&
  /^(?:session|shift|visit|call|slot|appointment|interview|meeting|lesson|class|stay|window)s?$/u.test(
    tokens[last + 1]?.word ?? '',
  )

/** "three meetings in a year" counts within a window: a number shortly before a bare "in" makes it no limit. */
export const isTally = (
  tokens: readonly Token[],
  before: {readonly first: number; readonly last: number} | null,
  lexicon: Lexicon,
): boolean => {
  if (!before || before.first !== before.last || tokens[before.first]?.word !== 'in') return false
  const {modals, conditions, ordinals} = grammar(lexicon)
  const start = sentenceStart(tokens, before.first)
  // "If the call is the second in 24 hours".
  if (ordinals.has(tokens[before.first - 1]?.word ?? '')) return true
  // "after each second call to the home in 14 days".
  const far = tokens.slice(Math.max(start, before.first - 8), before.first)
  const each = far.findLastIndex(
    ({word}, at) => ordinals.has(word) && /^(?:each|every|any)$/u.test(far[at - 1]?.word ?? ''),
  )
  if (each >= 0 && !far.slice(each).some(({word, text}) => modals.has(word) || text === ',')) return true
  // In a condition a count may stand further off: "when five calls have been logged about one address in a year".
  const reach = conditions.has(tokens[start]?.word ?? '') ? 12 : 5
  const all = tokens.slice(Math.max(start, before.first - reach), before.first)
  const near = all.slice(all.findLastIndex(({text}) => text === ',') + 1)
  const modal = near.findLastIndex(({word}) => modals.has(word))
  return near.slice(modal + 1).some((_, at, all) => {
    const number = numeral(all, at, lexicon)
    return number !== null && !number.article && number.value > 1
  })
}
