import {type Lexicon, type PhraseMatch, phraseMatcher, type Token, perLexicon} from '@hedgerow/lexicon'
import type {Amount} from './amounts.ts'
import type {Limit} from './deadlines.ts'
import {isNegatedWait} from './waits.ts'
import {phrases, wordList, wordSet} from './word-lists.ts'
import {sentenceStart, wordAfter, wordBefore} from './tokens-between.ts'

type Fixed = Lexicon['durations']['fixed'][number]

const grammar = perLexicon(
  ({durations}) => ({
    fixed: phraseMatcher<Fixed>(
      durations.fixed.flatMap((entry) => [entry.phrase, ...entry.also].map((phrase) => [phrase, entry] as const)),
      {exact: true},
    ),
    leads: wordSet(durations.lists, 'fixed_leads'),
    negations: wordSet(durations.lists, 'negations'),
    conditions: wordSet(durations.lists, 'conditions'),
    modals: wordSet(durations.lists, 'modals'),
    objects: wordSet(durations.lists, 'frequency_objects'),
    nots: phraseMatcher(phrases(wordList(durations.lists, 'frequency_nots')), {exact: true}),
    followers: wordSet(durations.lists, 'frequency_followers'),
    open: wordSet(durations.lists, 'opening'),
    starting: wordSet(durations.lists, 'day_starting'),
    subjects: wordSet(durations.lists, 'day_subjects'),
  }),
  ({durations}) => durations,
)

/** The limits in tokens that need no number and unit: `immediately`, `same day`, `monthly`, `by the end of the next
 *  working day`, in order. */
export const fixedLimits = (tokens: readonly Token[], given: readonly Amount[], lexicon: Lexicon): readonly Limit[] => {
  const found = grammar(lexicon)
    .fixed(tokens)
    .filter((match) => !given.some(({first, last, article}) => !article && match.first <= last && match.last >= first))
    .filter((match) => stands(tokens, match, given, lexicon))
  return found
    .filter((match, index) => !isOpening(match, found[index + 1]))
    .map((match) => limit(tokens, match, lexicon))
}

/** "by close of business on the next working day" is one limit, of the next day. */
const isOpening = ({entry, last}: PhraseMatch<Fixed>, next: PhraseMatch<Fixed> | undefined): boolean =>
  entry.iso === 'P0D' &&
  next !== undefined &&
  next.first - last <= 4 &&
  next.entry.unit.endsWith('day') &&
  next.entry.bound === 'within'

const stands = (
  tokens: readonly Token[],
  match: PhraseMatch<Fixed>,
  given: readonly Amount[],
  lexicon: Lexicon,
): boolean => {
  if (match.entry.bound === 'every') return isFrequency(tokens, match, given, lexicon)
  if (match.entry.unit === 'immediate') return isImmediate(tokens, match, lexicon)
  if (isDay(tokens, match) && !isLimitingDay(tokens, match, lexicon)) return false
  return !isNegatedWait(tokens, match.first, lexicon)
}

const isDay = (tokens: readonly Token[], {first, last}: PhraseMatch<Fixed>): boolean =>
  /^(?:on the day|the day|that day)$/u.test(
    tokens
      .slice(first, last + 1)
      .map(({word}) => word)
      .join(' '),
  )

/** "Must be told the day a name comes off": not the day on which something begins ("the plan starts on the day"), nor one that only says when a condition
 *  holds ("if the child does not arrive on the day they should start, …"), nor any other day ("until the day after", "by the day the plan ends"). */
const isLimitingDay = (tokens: readonly Token[], {first, last}: PhraseMatch<Fixed>, lexicon: Lexicon): boolean => {
  const {conditions, modals, starting, subjects} = grammar(lexicon)
  const start = sentenceStart(tokens, first)
  const before = tokens.slice(start, first)
  const hasForce = before.some(({word}) => modals.has(word))
  if (!hasForce && starting.has(before.at(-1)?.word ?? '')) return false
  const opens = conditions.has(before[0]?.word ?? '') || before[0]?.word === 'should'
  if (opens && !before.some(({text}) => text === ',')) return false
  if (tokens[first]?.word !== 'the') return true
  return (
    before.length > 0 && !prepositions.test(before.at(-1)?.word ?? '') && subjects.has(tokens[last + 1]?.word ?? '')
  )
}

const prepositions =
  /^(?:on|of|until|till|by|from|before|after|in|to|for|during|at|since|and|or|all|is|was|be|throughout)$/u

/** "8am to 6pm daily": hours of opening. Not "by 4pm each day", which limits what is done, nor the year of an Act. */
const isHours = (tokens: readonly Token[], at: number): boolean => {
  const word = tokens[at]?.word ?? ''
  if (!/^(?:\d*[ap]m|\d+)$/u.test(word) || /^(?:19|20)\d\d$/u.test(word)) return false
  const clock = tokens[at - 1]?.text === '.' ? at - 2 : at
  return !/^(?:by|before|at)$/u.test(tokens[clock - 1]?.word ?? '')
}

/** How often something is done, not what a thing is called: "meets monthly", "a quarterly report", but not "to the
 *  monthly panel", "daily life". */
const isFrequency = (
  tokens: readonly Token[],
  {first, last}: PhraseMatch<Fixed>,
  given: readonly Amount[],
  lexicon: Lexicon,
): boolean => {
  const {objects, nots, open, followers} = grammar(lexicon)
  const previous = wordBefore(tokens, first - 1)
  const before = tokens[previous]?.word ?? ''
  if (given.some((amount) => amount.last === previous) || isHours(tokens, previous)) return false
  if (open.has(before)) return false
  const next = wordAfter(tokens, last + 1)
  if (next >= 0 && nots(tokens.slice(next, next + 2)).some((match) => match.first === 0)) return false
  if (last > first || next < 0) return true
  if (followers.has(tokens[next]?.word ?? '')) return true
  return !(
    before === 'the' ||
    (/^(?:an?|its|their|our|this|that)$/u.test(before) && objects.has(tokens[previous - 1]?.word ?? '')) ||
    objects.has(before)
  )
}

/** Not "cannot be contacted immediately", "immediately before", nor "if immediate action is needed". */
const isImmediate = (tokens: readonly Token[], {first, last}: PhraseMatch<Fixed>, lexicon: Lexicon): boolean => {
  const {negations, conditions, modals, nots} = grammar(lexicon)
  const start = sentenceStart(tokens, first)
  const before = tokens.slice(Math.max(start, first - 4), first)
  const stop = before.findLastIndex(({word, text}) => text === ',' || /^(?:and|but|or)$/u.test(word))
  if (
    tokens[first]?.word !== 'without' &&
    before.slice(stop + 1).some(({word}) => negations.has(word) || word === 'unable')
  )
    return false
  const next = wordAfter(tokens, last + 1)
  if (next >= 0 && nots(tokens.slice(next, next + 2)).some((match) => match.first === 0)) return false
  if (tokens[first]?.word === 'the') return opensClause(tokens, first, next)
  if (tokens[first]?.word !== 'immediate') return true
  const opening = tokens.slice(start, first)
  const condition = opening.findLastIndex(({word}) => conditions.has(word))
  return condition < 0 || opening.slice(condition).some(({word, text}) => text === ',' || modals.has(word))
}

/** "the moment thunder is heard", but not "at the moment" or "the moment of arrest". */
const opensClause = (tokens: readonly Token[], first: number, next: number): boolean =>
  next >= 0 &&
  !/^(?:at|for|of|in|from|until|by|to|on|that|all)$/u.test(tokens[first - 1]?.word ?? '') &&
  !/^(?:of|in|when|at|for|is|was)$/u.test(tokens[next]?.word ?? '')

const limit = (tokens: readonly Token[], {entry, first, last}: PhraseMatch<Fixed>, lexicon: Lexicon): Limit => {
  const {leads} = grammar(lexicon)
  let from = first
  if (entry.unit !== 'immediate' && entry.unit !== 'as-soon-as' && entry.bound === 'within')
    while (from > 0 && leads.has(tokens[from - 1]?.word ?? '')) from--
  const {value, unit, bound, iso} = entry
  return {value, unit, bound, iso, first: from, last}
}
