import type {Bound} from '@hedgerow/ast'
import {type Lexicon, type PhraseMatch, phraseMatcher, type Token, perLexicon} from '@hedgerow/lexicon'
import type {Amount} from './amounts.ts'
import {phrases, wordList, wordSet} from './word-lists.ts'
import {endsSentence, sentenceStart, wordAfter, wordBefore} from './tokens-between.ts'
import {isLength, isTally} from './tallies.ts'
import {isNegatedWait, isWait} from './waits.ts'

/** How an amount bounds an action, with the tokens of amount and bound, inclusive. `strict`: the bound is one that only
 *  a limit has. */
export interface Bounded {
  readonly bound: Bound
  readonly first: number
  readonly last: number
}

type Phrase = Lexicon['durations']['bounds'][number]

const grammar = perLexicon(
  ({durations, triggers}) => {
    const not = (where: 'before' | 'after' | 'governs') =>
      phraseMatcher(
        phrases(durations.notDeadlines.filter((entry) => entry.where === where).map(({phrase}) => phrase)),
        {
          exact: true,
        },
      )
    return {
      bounds: phraseMatcher<Phrase>(
        durations.bounds.map((bound) => [bound.phrase, bound] as const),
        {exact: true},
      ),
      after: phraseMatcher<Bound>(
        durations.afterBounds.map(({phrase, bound}) => [phrase, bound] as const),
        {exact: true},
      ),
      events: phraseMatcher(
        durations.events.flatMap(({event, phrases}) => phrases.map((phrase) => [phrase, event] as const)),
        {exact: true},
      ),
      notBefore: not('before'),
      notAfter: not('after'),
      governs: not('governs'),
      exceed: phraseMatcher(phrases(wordList(durations.lists, 'exceed')), {exact: true}),
      fillers: wordSet(durations.lists, 'fillers'),
      modals: wordSet(durations.lists, 'modals'),
      negations: wordSet(durations.lists, 'negations'),
      conditions: wordSet(durations.lists, 'conditions'),
      missing: wordSet(triggers.lists, 'missing'),
      returns: wordSet(durations.lists, 'returns'),
      reports: wordSet(durations.lists, 'reports'),
      givers: wordSet(durations.lists, 'givers'),
    }
  },
  ({durations}) => durations,
)

/** How an amount of time bounds an action, by the words around it; null when it does not: an age, a look-back,
 *  retention, validity, opening  hours, a negated waiting ("must not wait 24 hours"), or no bound at all. */
export const boundOf = (tokens: readonly Token[], amount: Amount, lexicon: Lexicon): Bounded | null => {
  if (amount.every) return {bound: 'every', first: amount.first, last: amount.last}
  if (isLength(tokens, amount)) return null
  if (isFollowedAway(tokens, amount, lexicon) || isRecurrence(tokens, amount, lexicon)) return null
  if (isInRelative(tokens, amount, lexicon) || isReturn(tokens, amount, lexicon)) return null
  if (isWait(tokens, amount, lexicon) && !isNegatedWait(tokens, amount.first, lexicon))
    return {bound: 'after', first: amount.first, last: amount.last}
  const exceeded = notExceeding(tokens, amount, lexicon)
  if (exceeded) return exceeded
  const before = boundBefore(tokens, amount, lexicon)
  if (isPrecededAway(tokens, amount, before, lexicon)) return null
  if (!before?.strict && (isGoverned(tokens, amount.first, lexicon) || isTally(tokens, before, lexicon))) return null
  if (isNegatedWait(tokens, before?.first ?? amount.first, lexicon)) return null
  return before ? adjusted(tokens, amount, before, lexicon) : boundAfter(tokens, amount, lexicon)
}

/** "if the child goes missing again within 28 days": a window for what may happen, and no limit on anybody's action. */
const isRecurrence = (tokens: readonly Token[], amount: Amount, lexicon: Lexicon): boolean => {
  const {conditions, missing, modals, reports} = grammar(lexicon)
  const before = tokens.slice(sentenceStart(tokens, amount.first), amount.first - 1)
  const last = before.at(-1)?.word ?? ''
  if (tokens[amount.first - 1]?.word !== 'within' || !(last === 'again' || missing.has(last))) return false
  const condition = before.findLastIndex(({word}) => conditions.has(word))
  const since = before.slice(condition + 1)
  return condition >= 0 && !since.some(({word, text}) => text === ',' || modals.has(word) || reports.has(word))
}

/** "The child is back within 16 hours", "most are closed in a day": what usually happens binds nobody. */
const isReturn = (tokens: readonly Token[], {first}: Amount, lexicon: Lexicon): boolean => {
  const {returns, modals} = grammar(lexicon)
  const before = tokens.slice(sentenceStart(tokens, first), first - 1)
  const many = /^(?:most|many|some|few)$/u.test(before[0]?.word ?? '')
  const said = many || (/^(?:are|is)$/u.test(before.at(-2)?.word ?? '') && returns.has(before.at(-1)?.word ?? ''))
  return said && !before.some(({word, text}) => modals.has(word) || text === ',')
}

/** "A referrer who has heard nothing after 3 working days should …": an amount that tells of whom the duty speaks. */
const isInRelative = (tokens: readonly Token[], {first, last}: Amount, lexicon: Lexicon): boolean => {
  const {modals} = grammar(lexicon)
  const start = sentenceStart(tokens, first)
  const before = tokens.slice(start, first)
  const relative = before.findLastIndex(({word}) => /^(?:who|which|that)$/u.test(word))
  const since = before.slice(relative + 1)
  if (relative < 1 || before.slice(0, relative).some(({word}) => modals.has(word))) return false
  if (since.some(({word, text}) => modals.has(word) || text === ',' || text === '(')) return false
  const rest = tokens.slice(last + 1)
  const end = rest.findIndex((token) => endsSentence(token))
  return rest.slice(0, end < 0 ? rest.length : end).some(({word}) => modals.has(word))
}

interface Before {
  readonly bound: Bound
  readonly strict: boolean
  readonly first: number
  readonly last: number
}

/** The bound phrases that stand before the amount with only fillers between; adjacent ones count as one ("within a
 *  maximum of"). */
const boundBefore = (tokens: readonly Token[], amount: Amount, lexicon: Lexicon): Before | null => {
  const {bounds, fillers} = grammar(lexicon)
  const start = sentenceStart(tokens, amount.first)
  const found = bounds(tokens.slice(start, amount.first)).map((match) => ({
    ...match,
    first: match.first + start,
    last: match.last + start,
  }))
  let near: Before | null = null
  for (const match of found.toReversed()) {
    const until = near?.first ?? amount.first
    const between = tokens.slice(match.last + 1, until)
    if (between.length > 4 || !between.every(({word, text}) => text === '-' || text === '(' || fillers.has(word))) break
    near = joined(match, near)
  }
  return near
}

const joined = ({entry, first, last}: PhraseMatch<Phrase>, near: Before | null): Before => {
  const strict = entry.strict === true
  if (!near) return {bound: entry.bound, strict, first, last}
  const bound = entry.bound === 'every' || near.bound === 'every' ? 'every' : strict ? entry.bound : near.bound
  return {bound, strict: strict || near.strict, first, last: near.last}
}

/** What stands after the amount can turn its bound: "at least 24 hours after" waits, "six week intervals" recur. */
const adjusted = (tokens: readonly Token[], amount: Amount, before: Before, lexicon: Lexicon): Bounded | null => {
  const next = afterPhrase(tokens, amount.last, lexicon)
  const bounded = (bound: Bound, last = amount.last): Bounded => ({bound, first: before.first, last})
  if (next?.entry === 'every' && !spans(tokens, next, lexicon)) return bounded('every', next.last)
  if (before.bound !== 'at-least') return bounded(before.bound)
  if (next?.entry === 'after') return bounded('after')
  if (next && tokens[next.first]?.word === 'of' && !namesEvent(tokens, next.last + 1, lexicon)) return null
  return bounded('at-least')
}

/** "between the report and the meeting" is one stretch of time; "between visits" recurs. */
const spans = (tokens: readonly Token[], {first, last}: PhraseMatch<Bound>, lexicon: Lexicon): boolean => {
  if (tokens[first]?.word !== 'between') return false
  const {modals} = grammar(lexicon)
  const near = tokens.slice(last + 1, last + 8)
  const joint = near.findIndex(({word}) => word === 'and')
  return joint > 0 && !near.slice(0, joint).some((token) => token.kind === 'mark' || modals.has(token.word))
}

const afterPhrase = (tokens: readonly Token[], last: number, lexicon: Lexicon): PhraseMatch<Bound> | undefined => {
  let next = wordAfter(tokens, last + 1)
  if (tokens[next]?.word === 's') next = wordAfter(tokens, next + 1)
  if (next < 0) return undefined
  const match = grammar(lexicon)
    .after(tokens.slice(next, next + 5))
    .find(({first}) => first === 0)
  return match && {...match, first: match.first + next, last: match.last + next}
}

const namesEvent = (tokens: readonly Token[], from: number, lexicon: Lexicon): boolean =>
  grammar(lexicon).events(tokens.slice(from, from + 8)).length > 0

/** No bound before: "two working days before the meeting", "24 hours' notice", "48 hours at the latest", "10 days from
 *  receipt". */
const boundAfter = (tokens: readonly Token[], amount: Amount, lexicon: Lexicon): Bounded | null => {
  const next = afterPhrase(tokens, amount.last, lexicon)
  if (!next || amount.article) return null
  const {first, last} = amount
  const word = tokens[next.first]?.word
  if (word === 'between') return null
  const bounded: Bounded = {bound: next.entry, first, last: isPart(word) ? next.last : last}
  if (word === 'to' || (word === 'in' && tokens[next.last]?.word === 'to') || tokens[next.first + 1]?.word === 'which')
    return grammar(lexicon).givers.has(tokens[wordBefore(tokens, first - 1)]?.word ?? '') ? bounded : null
  if (word === 'of') return namesEvent(tokens, next.last + 1, lexicon) ? bounded : null
  return bounded
}

/** Words that belong to the limit itself, not to its event. */
const isPart = (word: string | undefined): boolean =>
  word !== undefined && !/^(?:of|from|after|following|before|prior|to|ahead|in)$/u.test(word)

/** "must not exceed 45 working days", "should not take longer than 2 hours". */
const notExceeding = (tokens: readonly Token[], amount: Amount, lexicon: Lexicon): Bounded | null => {
  const {exceed, negations} = grammar(lexicon)
  const from = Math.max(sentenceStart(tokens, amount.first), amount.first - 8)
  const phrase = exceed(tokens.slice(from, amount.first)).at(-1)
  if (
    !phrase ||
    tokens.slice(from + phrase.last + 1, amount.first).some(({word}) => !/^(?:an?|the|by|for)$/u.test(word))
  )
    return null
  const first = from + phrase.first
  const negated = tokens.slice(Math.max(0, first - 4), first).some(({word}) => negations.has(word))
  return negated ? {bound: 'within', first, last: amount.last} : null
}

/** "the last 28 days", "aged 3 years": unless the words are part of the bound itself ("wait for 24 hours"). */
const isPrecededAway = (tokens: readonly Token[], amount: Amount, before: Before | null, lexicon: Lexicon): boolean => {
  const from = Math.max(sentenceStart(tokens, amount.first), amount.first - 6)
  let until = amount.first
  while (until > from && /^(?:an?|the|-)$/u.test(tokens[until - 1]?.word ?? '')) until--
  for (const end of [amount.first, until]) {
    const phrase = grammar(lexicon)
      .notBefore(tokens.slice(from, end))
      .find(({last}) => from + last === end - 1)
    if (phrase && !(before && before.first <= from + phrase.first && before.last >= from + phrase.last)) return true
  }
  return false
}

const isFollowedAway = (tokens: readonly Token[], amount: Amount, lexicon: Lexicon): boolean => {
  let next = wordAfter(tokens, amount.last + 1)
  if (tokens[next]?.word === 's') next = wordAfter(tokens, next + 1)
  return (
    next >= 0 &&
    grammar(lexicon)
      .notAfter(tokens.slice(next, next + 4))
      .some(({first}) => first === 0)
  )
}

/** A word of keeping, lasting or opening before the amount, with no modal verb, comma or clause of another kind
 *  between. */
const isGoverned = (tokens: readonly Token[], first: number, lexicon: Lexicon): boolean => {
  const {governs, modals} = grammar(lexicon)
  const start = sentenceStart(tokens, first)
  const before = tokens.slice(start, first)
  const governor = governs(before).at(-1)
  if (!governor) return false
  const between = before.slice(governor.last + 1)
  return (
    between.length <= 12 &&
    !between.some(({word, text}) => modals.has(word) || /^[,:()]$/u.test(text) || word === 'and')
  )
}

/** Whether an amount goes on from a limit before it: "(two working days)", ", 1 working day for amber", "or 5 days". */
export const continues = (tokens: readonly Token[], amount: Amount, lexicon: Lexicon): boolean => {
  const previous = tokens[amount.first - 1]
  if (!previous || amount.article || endsSentence(previous)) return false
  if (isFollowedAway(tokens, amount, lexicon)) return false
  return /^(?:[,(/=–—:-]|or|and|but|ie|i\.e|to)$/u.test(previous.word)
}

/** Whether nothing but a label and a mark stands before an amount and nothing after it: "Red: 4 hours". */
export const isLabelled = (tokens: readonly Token[], amount: Amount, lexicon: Lexicon): boolean => {
  const previous = tokens[amount.first - 1]
  const next = tokens[amount.last + 1]
  if (!previous || !/^[:–—-]$/u.test(previous.text) || isFollowedAway(tokens, amount, lexicon)) return false
  return (next === undefined || endsSentence(next) || /^[,()]$/u.test(next.text)) && tokens.length <= amount.last + 12
}

/** Whether tokens end in words that bound what follows them: "must be completed within:". */
export const endsBounding = (tokens: readonly Token[], lexicon: Lexicon): Bound | null => {
  const words = tokens.at(-1)?.kind === 'mark' ? tokens.slice(0, -1) : tokens
  const match = grammar(lexicon).bounds(words).at(-1)
  return match && match.last === words.length - 1 && match.entry.strict ? match.entry.bound : null
}
