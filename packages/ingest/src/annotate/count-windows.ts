import type {Comparison, Duration} from '@hedgerow/ast'
import {type Lexicon, perLexicon, type Token} from '@hedgerow/lexicon'
import type {Amount} from './amounts.ts'
import {sentenceStart} from './tokens-between.ts'
import {wordSet} from './word-lists.ts'

/** A number of things counted, before its window is looked for. `loose`: no noun says what is counted. */
export interface Count {
  readonly of: string
  readonly op: Comparison
  readonly count: number
  readonly first: number
  readonly last: number
  readonly loose: boolean
  /** It stands at the head of its sentence, with its window before the duty that it sets off. */
  readonly heads?: boolean
}

const grammar = perLexicon(
  ({triggers, durations}) => ({
    days: new Map(triggers.windows.map(({unit, days}) => [unit, days])),
    units: new Set(durations.units.map(({term}) => term)),
    fillers: wordSet(triggers.lists, 'fillers'),
    openers: wordSet(triggers.lists, 'window_openers'),
    articles: wordSet(triggers.lists, 'window_fillers'),
    modals: wordSet(triggers.lists, 'modals'),
    starts: wordSet(triggers.lists, 'starts'),
    deeds: wordSet(triggers.lists, 'counted_deeds'),
  }),
  ({triggers}) => triggers,
)

/** The amount of time after a count within which it is counted; null when there is none. */
export const windowAfter = (
  tokens: readonly Token[],
  count: Count,
  given: readonly Amount[],
  lexicon: Lexicon,
): Amount | null => {
  const {fillers, openers, articles} = grammar(lexicon)
  const amount = given.find(({first, every}) => first > count.last && !every)
  if (!amount) return windowUnit(tokens, count, lexicon)
  const between = withoutAsides(tokens.slice(count.last + 1, amount.first))
  const opening = between.findLastIndex(({word}) => openers.has(word))
  if (opening < 0 || between.length > 14) return null
  if (count.loose && between.some(({kind, text}) => kind === 'mark' && text !== '-')) return null
  const near = between
    .slice(opening + 1)
    .every(({word, text}) => text === '-' || articles.has(word) || openers.has(word))
  const quiet = between
    .slice(0, opening)
    .every(({word, text}) => /^[-,/]$/u.test(text) || fillers.has(word) || openers.has(word))
  return near && (quiet || ((!count.loose || isOfDeeds(between, lexicon)) && spans(between, opening, count, lexicon)))
    ? amount
    : null
}

/** "a fourth contact about the same household is logged in any period of six months": whatever stands between, "in", "inside", "over" or
 *  "during" opens a window while no duty has begun; "within" and "every" as often bound the action. */
const spans = (between: readonly Token[], opening: number, {heads}: Count, lexicon: Lexicon): boolean => {
  const {articles, modals} = grammar(lexicon)
  const first = between.findLastIndex(
    ({word}, at) =>
      at <= opening && (/^(?:in|inside|over|during|across)$/u.test(word) || (heads === true && word === 'within')),
  )
  const bridge = between.slice(first + 1, opening + 1)
  if (first < 0 || !bridge.every(({word}) => articles.has(word))) return false
  return !between.slice(0, first).some(({word, kind, text}) => modals.has(word) || (kind === 'mark' && text !== '-'))
}

/** "three or more private fostering arrangements are made in 12 months": of a noun we do not know, what was done so often tells that it is counted. */
const isOfDeeds = (between: readonly Token[], lexicon: Lexicon): boolean =>
  between.some(
    ({word}, at) => grammar(lexicon).deeds.has(word) && /^(?:is|are|was|were|been)$/u.test(between[at - 1]?.word ?? ''),
  )

/** Tokens without what stands in brackets. */
const withoutAsides = (given: readonly Token[]): readonly Token[] => {
  const opening = given.findIndex(({text}) => text === '(')
  const closing = given.findIndex(({text}, at) => at > opening && text === ')')
  return opening < 0 || closing < 0 ? given : [...given.slice(0, opening), ...withoutAsides(given.slice(closing + 1))]
}

/** "in any quarter", "in a calendar month", "in the same week": one of the unit, though no number is printed. */
const windowUnit = (tokens: readonly Token[], count: Count, lexicon: Lexicon): Amount | null => {
  const {openers, articles, units} = grammar(lexicon)
  let at = count.last + 1
  if (!openers.has(tokens[at]?.word ?? '')) return null
  while (at < tokens.length && (openers.has(tokens[at]?.word ?? '') || articles.has(tokens[at]?.word ?? ''))) at++
  const token = tokens[at]
  if (!token || !units.has(token.word)) return null
  const unit = lexicon.durations.units.find(({term}) => term === token.word)
  if (!unit) return null
  const {start, end} = token
  return {value: unit.times, unit: unit.unit, first: at, last: at, start, end, article: true, every: false}
}

/** "Where in a 90 day period a child goes missing three times": an amount opened by "in" earlier in the same condition. */
export const windowBefore = (
  tokens: readonly Token[],
  count: Count,
  given: readonly Amount[],
  lexicon: Lexicon,
): Amount | null => {
  const {openers, articles, modals, starts} = grammar(lexicon)
  const amount = given.findLast(({last, every}) => last < count.first && !every)
  if (!amount || count.loose || amount.first < sentenceStart(tokens, count.first)) return null
  const between = tokens.slice(amount.last + 1, count.first)
  if (between.some(({word, text}) => modals.has(word) || /^[;:|()]$/u.test(text)) || between.length > 14) return null
  // "within 10 working days of the third episode" is a limit that starts at the count.
  if (starts.has(between[0]?.word ?? '')) return null
  let at = amount.first - 1
  while (at >= 0 && articles.has(tokens[at]?.word ?? '')) at--
  return openers.has(tokens[at]?.word ?? '') ? amount : null
}

/** A window in days: a week is 7, a month 30, a quarter 90, twelve months a year of 365; hours and working days stay as
 *  they are.  Convention of the contract, so that "three months" and "90 days" compare. */
export const inDays = ({value, unit}: Duration, lexicon: Lexicon): Duration => {
  const {days} = grammar(lexicon)
  const each = days.get(unit)
  if (each === undefined) return {value, unit}
  const year = days.get('year')
  if (unit !== 'month' || year === undefined) return {value: value * each, unit: 'day'}
  const whole = Math.floor(value / 12)
  return {value: whole * year + (value - whole * 12) * each, unit: 'day'}
}
