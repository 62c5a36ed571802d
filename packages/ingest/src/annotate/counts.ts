import type {Comparison, Duration, Trigger} from '@hedgerow/ast'
import {type Lexicon, type PhraseMatch, phraseMatcher, type Token, perLexicon} from '@hedgerow/lexicon'
import {comparisonAround} from './absences.ts'
import {type Amount, numeral} from './amounts.ts'
import {iso} from './duration.ts'
import {wordSet} from './word-lists.ts'
import {endsSentence, sentenceStart} from './tokens-between.ts'

/** A count that sets something off, with the tokens it was read from (inclusive) and the amount that is its window. */
export interface FoundCount extends Trigger {
  readonly first: number
  readonly last: number
  readonly amount: Amount | null
}

const grammar = perLexicon(
  ({triggers, durations}) => ({
    counted: phraseMatcher(
      triggers.counted.flatMap(({of, terms}) => terms.map((term) => [term, of] as const)),
      {exact: true},
    ),
    ordinals: new Map(triggers.ordinals.map(({word, value}) => [word, value])),
    adverbs: new Map(triggers.adverbs.map(({word, value}) => [word, value])),
    days: new Map(triggers.windows.map(({unit, days}) => [unit, days])),
    units: new Set(durations.units.map(({term}) => term)),
    fillers: wordSet(triggers.lists, 'fillers'),
    inner: wordSet(triggers.lists, 'count_fillers'),
    openers: wordSet(triggers.lists, 'window_openers'),
    articles: wordSet(triggers.lists, 'window_fillers'),
    conditions: wordSet(triggers.lists, 'conditions'),
    modals: wordSet(triggers.lists, 'modals'),
    rates: wordSet(triggers.lists, 'rates'),
    missing: wordSet(triggers.lists, 'missing'),
    starts: wordSet(triggers.lists, 'starts'),
    suffices: wordSet(triggers.lists, 'suffices'),
    numbered: wordSet(triggers.lists, 'numbered'),
    contacting: wordSet(triggers.lists, 'contacting'),
    referring: wordSet(triggers.lists, 'referring'),
  }),
  ({triggers}) => triggers,
)

/** A number of things counted, before its window is looked for. `loose`: no noun says what is counted. */
interface Count {
  readonly of: string
  readonly op: Comparison
  readonly count: number
  readonly first: number
  readonly last: number
  readonly loose: boolean
}

/** The counts of episodes, contacts or indicators in tokens that set something off, in order. A bare count reads as at
 *  least, and so does an  ordinal ("the third episode"). A count is one only with a window, in a condition, or of going
 *  missing: "try the number three times" is none. */
export const counts = (tokens: readonly Token[], given: readonly Amount[], lexicon: Lexicon): readonly FoundCount[] => {
  const nouns = grammar(lexicon).counted(tokens)
  const found: FoundCount[] = []
  for (let at = 0; at < tokens.length; at++) {
    const count = countAt(tokens, at, nouns, lexicon)
    if (!count || isRate(tokens, count, lexicon)) continue
    const amount = windowAfter(tokens, count, given, lexicon) ?? windowBefore(tokens, count, given, lexicon)
    if (!amount && (count.loose || !setsOff(tokens, count, lexicon))) continue
    found.push(withWindow(count, amount, lexicon))
    at = Math.max(at, count.last)
  }
  return found
}

const countAt = (
  tokens: readonly Token[],
  at: number,
  nouns: readonly PhraseMatch<string>[],
  lexicon: Lexicon,
): Count | null => {
  const {ordinals, adverbs} = grammar(lexicon)
  const word = tokens[at]?.word ?? ''
  const adverb = adverbs.get(word)
  if (adverb !== undefined) return adverbCount(tokens, at, adverb, lexicon)
  const ordinal = ordinals.get(word)
  if (ordinal !== undefined) {
    const noun = nounAfter(tokens, at, nouns, lexicon)
    return noun
      ? {of: doneTo(tokens, at, noun, lexicon), op: '>=', count: ordinal, first: at, last: noun.last, loose: false}
      : null
  }
  return numberCount(tokens, at, nouns, lexicon)
}

/** "twice in 28 days", "more than once". */
const adverbCount = (tokens: readonly Token[], at: number, count: number, lexicon: Lexicon): Count | null => {
  const compared = comparisonAround(tokens, at, at, lexicon)
  if (count === 1 && compared?.op !== '>') return null
  return {
    of: 'episode',
    op: compared?.op ?? '>=',
    count,
    first: compared?.first ?? at,
    last: compared?.last ?? at,
    loose: false,
  }
}

const numberCount = (
  tokens: readonly Token[],
  at: number,
  nouns: readonly PhraseMatch<string>[],
  lexicon: Lexicon,
): Count | null => {
  const number = numeral(tokens, at, lexicon)
  if (
    !number ||
    number.article ||
    number.unit ||
    !Number.isInteger(number.value) ||
    /^[./:]$/u.test(tokens[at - 1]?.text ?? '')
  )
    return null
  if (grammar(lexicon).numbered.has(tokens[at - 1]?.word ?? '')) return null
  const glossed =
    tokens[number.last + 1]?.text === '(' && tokens[number.last + 3]?.text === ')' ? number.last + 3 : number.last
  const compared = comparisonAround(tokens, at, glossed, lexicon)
  const last = compared?.last ?? glossed
  const noun = nounAfter(tokens, last, nouns, lexicon)
  const late = noun && !compared ? comparisonAround(tokens, noun.first, noun.last, lexicon) : null
  const trailing = late && late.last > (noun?.last ?? 0) ? late : null
  // "decide on one of these": a choice, no count.
  if (tokens[noun?.first ?? -1]?.word === 'of' && tokens[at - 1]?.word === 'on') return null
  if (!noun && !compared && !followsMissing(tokens, at, lexicon)) return null
  return {
    of: doneTo(tokens, at, noun, lexicon),
    op: compared?.op ?? trailing?.op ?? '>=',
    count: number.value,
    first: compared?.first ?? at,
    last: trailing?.last ?? noun?.last ?? last,
    loose: noun === null,
  }
}

/** "contacted about the same child three times": what happens so many times is said by the verb before. */
const doneTo = (tokens: readonly Token[], at: number, noun: PhraseMatch<string> | null, lexicon: Lexicon): string => {
  const {contacting, referring} = grammar(lexicon)
  if (!/^times?$/u.test(tokens[noun?.first ?? -1]?.word ?? '')) return noun?.entry ?? 'episode'
  const before = tokens.slice(Math.max(sentenceStart(tokens, at), at - 8), at)
  if (before.some(({word}) => contacting.has(word))) return 'contact'
  return before.some(({word}) => referring.has(word)) ? 'referral' : 'episode'
}

const followsMissing = (tokens: readonly Token[], at: number, lexicon: Lexicon): boolean =>
  grammar(lexicon).missing.has(tokens[at - 1]?.word ?? '')

/** The counted noun after a number: directly for "times", else with a few describing words between ("three or more
 *  missing from home episodes"). */
const nounAfter = (
  tokens: readonly Token[],
  last: number,
  nouns: readonly PhraseMatch<string>[],
  lexicon: Lexicon,
): PhraseMatch<string> | null => {
  const {inner} = grammar(lexicon)
  for (let at = last + 1, steps = 0; at < tokens.length && steps < 7; at++, steps++) {
    const noun = nouns.find(({first}) => first === at)
    if (noun) return compound(tokens, noun, nouns)
    const token = tokens[at] as Token
    if (token.text !== '-' && token.text !== '/' && !inner.has(token.word)) return null
  }
  return null
}

/** "missing episode reports" counts its last noun's place but keeps its first meaning. */
const compound = (
  tokens: readonly Token[],
  noun: PhraseMatch<string>,
  nouns: readonly PhraseMatch<string>[],
): PhraseMatch<string> => {
  const next = nouns.find(({first}) => first === noun.last + 1)
  return next && !endsSentence(tokens[noun.last + 1]) ? {...noun, last: next.last} : noun
}

/** "three times a week" is how often something is done. */
const isRate = (tokens: readonly Token[], {last}: Count, lexicon: Lexicon): boolean => {
  const {rates, units} = grammar(lexicon)
  return rates.has(tokens[last + 1]?.word ?? '') && units.has(tokens[last + 2]?.word ?? '')
}

const windowAfter = (
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
  return near && quiet ? amount : null
}

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

/** "Where in a 90 day period a child goes missing three times": an amount opened by "in" earlier in the same condition.
 *  */
const windowBefore = (
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

/** In a condition with no modal verb in between, or said of going missing. */
const setsOff = (tokens: readonly Token[], count: Count, lexicon: Lexicon): boolean => {
  const {conditions, modals, missing, ordinals, starts, suffices} = grammar(lexicon)
  if (tokens.slice(count.last + 1, count.last + 3).some(({word}) => suffices.has(word))) return true
  const start = sentenceStart(tokens, count.first)
  const before = tokens.slice(start, count.first)
  const third = ordinals.has(tokens[count.first]?.word ?? '')
  const limited = /^(?:a|an|the|any|each|every|their)$/u.test(before.at(-1)?.word ?? '') ? before.at(-2) : before.at(-1)
  // "within 7 days of the third episode": the clock of a limit, which sets nothing off.
  if (third && starts.has(limited?.word ?? '') && endsAmount(before, lexicon)) return false
  if (third && starts.has(before.at(-2)?.word ?? '')) return true
  const modal = before.findLastIndex(({word}) => modals.has(word))
  const condition = before.findLastIndex(({word}) => conditions.has(word))
  if (condition > modal) return true
  if (before.slice(-4).some(({word}) => missing.has(word))) return true
  return (
    modal < 0 &&
    tokens.slice(count.last + 1, count.last + 12).some(({word}) => modals.has(word) || /^trigger/u.test(word))
  )
}

/** Does an amount of time stand right before the last word or two? */
const endsAmount = (before: readonly Token[], lexicon: Lexicon): boolean =>
  before.slice(-4, -1).some(({word}) => grammar(lexicon).units.has(word))

const withWindow = (count: Count, amount: Amount | null, lexicon: Lexicon): FoundCount => ({
  ...count,
  window: amount && inDays(amount, grammar(lexicon).days),
  first: amount ? Math.min(count.first, amount.first) : count.first,
  last: amount ? Math.max(count.last, amount.last) : count.last,
  amount,
})

/** A window in days: a week is 7, a month 30, a quarter 90, twelve months a year of 365; hours and working days stay as
 *  they are.  Convention of the contract, so that "three months" and "90 days" compare. */
const inDays = ({value, unit}: Duration, days: ReadonlyMap<string, number>): Duration => {
  const each = days.get(unit)
  if (each === undefined) return {value, unit}
  const year = days.get('year')
  if (unit !== 'month' || year === undefined) return {value: value * each, unit: 'day'}
  const whole = Math.floor(value / 12)
  return {value: whole * year + (value - whole * 12) * each, unit: 'day'}
}

/** What a count reads as, for evidence: `>=3 P90D`. */
export const countLabel = ({op, count, window}: Trigger): string => `${op}${count}${window ? ` ${iso(window)}` : ''}`
