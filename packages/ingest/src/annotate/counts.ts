import type {Trigger} from '@hedgerow/ast'
import {type Lexicon, type PhraseMatch, phraseMatcher, type Token, perLexicon} from '@hedgerow/lexicon'
import {comparisonAround} from './absences.ts'
import {type Amount, numeral} from './amounts.ts'
import {type Count, inDays, windowAfter, windowBefore} from './count-windows.ts'
import {iso} from './duration.ts'
import {wordList, wordSet} from './word-lists.ts'
import {endsSentence, sentenceStart} from './tokens-between.ts'
import {isOccasion, isWindowedOccasion, unknownNoun, unknownPlural} from './unknown-nouns.ts'

/** A count that sets something off, with the tokens it was read from (inclusive) and the amount that is its window. */
export interface FoundCount extends Trigger {
  readonly first: number
  readonly last: number
  readonly amount: Amount | null
}

/** Lists of what is done a number of times, and what a count of it counts. */
const deeds = [
  ['contacting', 'contact'],
  ['referring', 'referral'],
  ['failing_to_attend', 'missed-appointment'],
  ['excluding', 'exclusion'],
  ['moving', 'placement-move'],
] as const

const grammar = perLexicon(
  ({triggers, durations}) => ({
    counted: phraseMatcher(
      triggers.counted.flatMap(({of, terms}) => terms.map((term) => [term, of] as const)),
      {exact: true},
    ),
    ordinals: new Map(triggers.ordinals.map(({word, value}) => [word, value])),
    adverbs: new Map(triggers.adverbs.map(({word, value}) => [word, value])),
    units: new Set(durations.units.map(({term}) => term)),
    inner: wordSet(triggers.lists, 'count_fillers'),
    conditions: wordSet(triggers.lists, 'conditions'),
    modals: wordSet(triggers.lists, 'modals'),
    rates: wordSet(triggers.lists, 'rates'),
    missing: wordSet(triggers.lists, 'missing'),
    starts: wordSet(triggers.lists, 'starts'),
    suffices: wordSet(triggers.lists, 'suffices'),
    numbered: wordSet(triggers.lists, 'numbered'),
    deeds: phraseMatcher(
      deeds.flatMap(([list, of]) => wordList(triggers.lists, list).map((phrase) => [phrase, of] as const)),
      {exact: true},
    ),
    happening: wordSet(triggers.lists, 'happening'),
    missed: wordSet(triggers.lists, 'missed'),
    appointments: wordSet(triggers.lists, 'appointments'),
  }),
  ({triggers}) => triggers,
)

/** The counts of episodes, contacts or indicators in tokens that set something off, in order. A bare count reads as at
 *  least, and so does an  ordinal ("the third episode"). A count is one only with a window, in a condition, or of going
 *  missing: "try the number three times" is none. `conditional`: the tokens stand in a condition that was opened before them. */
export const counts = (
  tokens: readonly Token[],
  given: readonly Amount[],
  lexicon: Lexicon,
  conditional = false,
): readonly FoundCount[] => {
  const nouns = grammar(lexicon).counted(tokens)
  const found: FoundCount[] = []
  for (let at = 0; at < tokens.length; at++) {
    const count = countAt(tokens, at, nouns, lexicon)
    if (!count || isRate(tokens, count, lexicon)) continue
    const amount = windowAfter(tokens, count, given, lexicon) ?? windowBefore(tokens, count, given, lexicon)
    if (!amount && (count.loose || !(conditional || setsOff(tokens, count, lexicon)))) continue
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
    const last = noun?.last ?? unknownNoun(tokens, at, ordinal, grammar(lexicon))
    return last === null
      ? null
      : {
          of: doneTo(tokens, at, noun, lexicon),
          op: '>=',
          count: ordinal,
          first: at,
          last,
          loose: false,
          heads: noun === null || isOccasion(tokens, at),
        }
  }
  return numberCount(tokens, at, nouns, lexicon)
}

/** "twice in 28 days", "more than once". */
const adverbCount = (tokens: readonly Token[], at: number, count: number, lexicon: Lexicon): Count | null => {
  const compared = comparisonAround(tokens, at, at, lexicon)
  if (count === 1 && compared?.op !== '>') return null
  const first = compared?.first ?? at
  const deed = deedBefore(tokens, at, lexicon)
  // "has said no twice", "have moved twice": what is counted must be going missing, or something happening.
  if (deed === null && !goesMissing(tokens, first, lexicon) && !isWindowedOccasion(tokens, at, grammar(lexicon)))
    return null
  return {of: deed ?? 'episode', op: compared?.op ?? '>=', count, first, last: compared?.last ?? at, loose: false}
}

const goesMissing = (tokens: readonly Token[], first: number, lexicon: Lexicon): boolean => {
  const {missing, happening} = grammar(lexicon)
  const before = tokens.slice(sentenceStart(tokens, first), first)
  return before.length === 0 || before.some(({word}) => missing.has(word) || happening.has(word))
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
  if (grammar(lexicon).numbered.has(tokens[at - 1]?.word ?? '') || isWhole(tokens, at)) return null
  const glossed =
    tokens[number.last + 1]?.text === '(' && tokens[number.last + 3]?.text === ')' ? number.last + 3 : number.last
  const compared = comparisonAround(tokens, at, glossed, lexicon)
  const last = compared?.last ?? glossed
  const noun = nounAfter(tokens, last, nouns, lexicon)
  const kept = noun ? null : appointmentsAfter(tokens, at, last, lexicon)
  if (kept !== null)
    return {
      of: 'missed-appointment',
      op: compared?.op ?? '>=',
      count: number.value,
      first: compared?.first ?? at,
      last: kept,
      loose: false,
    }
  const late = noun && !compared ? comparisonAround(tokens, noun.first, noun.last, lexicon) : null
  const trailing = late && late.last > (noun?.last ?? 0) ? late : null
  // "decide on one of these": a choice, no count.
  if (tokens[noun?.first ?? -1]?.word === 'of' && tokens[at - 1]?.word === 'on') return null
  const same = noun ? null : countedBefore(tokens, at, number.last, nouns, lexicon)
  const plural = noun || same ? null : unknownPlural(tokens, at, last, grammar(lexicon))
  if (!noun && !compared && !same && plural === null && !followsMissing(tokens, at, lexicon)) return null
  return {
    of: same ?? doneTo(tokens, at, noun, lexicon),
    op: compared?.op ?? trailing?.op ?? '>=',
    count: number.value,
    first: compared?.first ?? at,
    last: trailing?.last ?? noun?.last ?? plural ?? last,
    // "One or more" is any: without a window it counts nothing.
    loose: (noun === null && plural === null) || (number.value === 1 && compared?.op === '>='),
    heads: plural !== null || isOccasion(tokens, at),
  }
}

/** "Any of the four criteria", "the three signs": how many there are in all, and not how many it takes. */
const isWhole = (tokens: readonly Token[], at: number): boolean =>
  /^(?:the|these|those|its|our|following)$/u.test(tokens[at - 1]?.word ?? '') ||
  (tokens[at - 1]?.word === 'all' && tokens[at + 1]?.word !== 'or')

/** "One episode is not enough, whereas three in 30 days is": a number with a window and no noun counts what was counted before it in the sentence. */
const countedBefore = (
  tokens: readonly Token[],
  at: number,
  last: number,
  nouns: readonly PhraseMatch<string>[],
  lexicon: Lexicon,
): string | null => {
  if (!/^(?:in|within|over|inside)$/u.test(tokens[last + 1]?.word ?? '')) return null
  if (numeral(tokens, last + 2, lexicon) === null && !/^(?:a|an|any)$/u.test(tokens[last + 2]?.word ?? '')) return null
  const start = sentenceStart(tokens, at)
  const earlier = nouns.findLast(
    ({first}) => first > start && first < at && numeral(tokens, first - 1, lexicon) !== null,
  )
  return earlier?.entry ?? null
}

/** "missed two consecutive appointments": the place of a noun for what was to be attended, after a verb of missing it; null when there is none. */
const appointmentsAfter = (tokens: readonly Token[], at: number, last: number, lexicon: Lexicon): number | null => {
  const {appointments, inner, missed} = grammar(lexicon)
  if (!tokens.slice(Math.max(0, at - 4), at).some(({word}) => missed.has(word))) return null
  const end = tokens.findIndex(({word}, place) => place > last && !inner.has(word))
  if (appointments.has(tokens[end]?.word ?? '')) return end
  const next = tokens[end]
  return next && isDescribing(next, lexicon) && appointments.has(tokens[end + 1]?.word ?? '') ? end + 1 : null
}

/** "contacted about the same child three times": what happens so many times is said by the verb before. */
const doneTo = (tokens: readonly Token[], at: number, noun: PhraseMatch<string> | null, lexicon: Lexicon): string =>
  /^(?:times?|occasions?)$/u.test(tokens[noun?.first ?? -1]?.word ?? '')
    ? (deedBefore(tokens, at, lexicon) ?? 'episode')
    : (noun?.entry ?? 'episode')

/** What the nearest verb or noun before a count says was done so often ("an allegation is made for the third time"); null when it is none we know. */
const deedBefore = (tokens: readonly Token[], at: number, lexicon: Lexicon): string | null => {
  const {counted, deeds: done, missing} = grammar(lexicon)
  const before = tokens.slice(Math.max(sentenceStart(tokens, at), at - 8), at)
  const gone = before.findLastIndex(({word}) => missing.has(word))
  const nouns = counted(before).filter(({entry, last}) => last > gone && !['episode', 'indicator'].includes(entry))
  return [...done(before), ...nouns].sort((a, b) => a.last - b.last).at(-1)?.entry ?? null
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
    const describing = steps === 0 && isDescribing(token, lexicon) && nouns.some(({first}) => first === at + 1)
    if (token.text !== '-' && token.text !== '/' && !inner.has(token.word) && !describing) return null
  }
  return null
}

/** "three strong indicators", "two health contacts": one word we do not know may tell of what kind they are, unless it is itself measured or
 *  belongs to another clause. */
const isDescribing = ({kind, word}: Token, lexicon: Lexicon): boolean => {
  const {units, conditions, modals, rates} = grammar(lexicon)
  return kind === 'word' && !/(?:s|ly)$/u.test(word) && ![units, conditions, modals, rates].some((set) => set.has(word))
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
  window: amount && inDays(amount, lexicon),
  first: amount ? Math.min(count.first, amount.first) : count.first,
  last: amount ? Math.max(count.last, amount.last) : count.last,
  amount,
})

/** What a count reads as, for evidence: `>=3 P90D`. */
export const countLabel = ({op, count, window}: Trigger): string => `${op}${count}${window ? ` ${iso(window)}` : ''}`
