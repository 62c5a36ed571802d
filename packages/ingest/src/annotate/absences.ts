import type {Comparison, Threshold} from '@hedgerow/ast'
import {type Lexicon, type PhraseMatch, phraseMatcher, type Token, perLexicon} from '@hedgerow/lexicon'
import type {Amount} from './amounts.ts'
import {wordSet} from './word-lists.ts'
import {runOf} from './runs.ts'
import {sentenceStart, wordAfter, wordBefore} from './tokens-between.ts'

/** A threshold with the tokens it was read from, inclusive. */
export interface FoundThreshold extends Threshold {
  readonly first: number
  readonly last: number
  /** "need not have been missing for 24 hours": named, but set as no condition. */
  readonly denied?: boolean
}

const grammar = perLexicon(
  ({triggers, durations}) => ({
    before: phraseMatcher(pick(triggers.comparisons, 'before'), {exact: true}),
    after: phraseMatcher(pick(triggers.comparisons, 'after'), {exact: true}),
    measures: phraseMatcher(
      triggers.measures
        .filter(({of, where}) => of !== 'age' && where === undefined)
        .flatMap(({of, terms}) => terms.map((term) => [term, of] as const)),
      {exact: true},
    ),
    trailing: phraseMatcher(
      triggers.measures
        .filter(({where}) => where === 'after')
        .flatMap(({of, terms}) => terms.map((term) => [term, of] as const)),
      {exact: true},
    ),
    modals: wordSet(triggers.lists, 'modals'),
    fillers: wordSet(triggers.lists, 'absence_fillers'),
    people: wordSet(triggers.lists, 'age_people'),
    conditions: wordSet(durations.lists, 'conditions'),
    returns: wordSet(durations.lists, 'returns'),
    negations: wordSet(durations.lists, 'negations'),
    strict: new Set(durations.bounds.filter(({strict}) => strict).map(({phrase}) => phrase.split(' ')[0])),
  }),
  ({triggers}) => triggers,
)

const pick = (comparisons: Lexicon['triggers']['comparisons'], where: 'before' | 'after') =>
  comparisons.filter((entry) => entry.where === where).map(({phrase, op}) => [phrase, op] as const)

// Tokens looked back over: more than any phrase of comparison holds, so that a long sentence is not read again for each number.
const longestComparison = 10

/** How an amount or count is compared, by the phrase directly before it or, failing that, directly after it. Null when
 *  neither is there. `first` and `last` take in the phrase. "+" after a number is `>=`. */
export const comparisonAround = (
  tokens: readonly Token[],
  first: number,
  last: number,
  lexicon: Lexicon,
): {readonly op: Comparison; readonly first: number; readonly last: number} | null => {
  const {before, after} = grammar(lexicon)
  const back = articleBefore(tokens, first)
  const from = Math.max(0, back - longestComparison)
  const leading = before(tokens.slice(from, back)).find((match) => from + match.last === wordBefore(tokens, back - 1))
  if (leading) return {op: leading.entry, first: from + leading.first, last}
  if (tokens[last + 1]?.text === '+') return {op: '>=', first, last: last + 1}
  const next = wordAfter(tokens, last + 1)
  const trailing = next < 0 ? undefined : after(tokens.slice(next, next + 4)).find((match) => match.first === 0)
  return trailing ? {op: trailing.entry, first, last: next + trailing.last} : null
}

/** "over a 48 hour", "more than the 3": an article or "period of" may stand between the phrase and the number. */
const articleBefore = (tokens: readonly Token[], first: number): number => {
  let at = first
  while (at > 0 && /^(?:a|an|the|any|period|of|about|around)$/u.test(tokens[at - 1]?.word ?? '') && at > first - 3) at--
  return hasComparisonWord(tokens[at - 1]) ? at : first
}

const hasComparisonWord = (token: Token | undefined): boolean =>
  token !== undefined && /^(?:than|over|of|exceeding|exceeds|least|to|under|beyond)$/u.test(token.word)

/** The amounts that measure how long a child is missing (or in care), each as a threshold: "missing for more than 48
 *  hours" → > 48 hour. A bare amount reads as at least; "still missing after" as more than. Such an amount is no limit
 *  on an action. */
export const absences = (
  tokens: readonly Token[],
  given: readonly Amount[],
  lexicon: Lexicon,
): readonly (FoundThreshold & {readonly amount: Amount})[] => {
  const measures = grammar(lexicon).measures(tokens)
  return given.flatMap((amount) => {
    if (amount.every) return []
    if (isStory(tokens, amount.first, lexicon)) return []
    const found =
      governed(tokens, amount, measures, lexicon) ??
      trailed(tokens, amount, lexicon) ??
      returned(tokens, amount, lexicon) ??
      runOf(tokens, amount, lexicon)
    return found ? [{...found, amount}] : []
  })
}

/** "Jade was away for 36 hours and was found": what once happened to somebody sets no condition. */
const isStory = (tokens: readonly Token[], first: number, lexicon: Lexicon): boolean => {
  const {conditions, modals} = grammar(lexicon)
  const start = sentenceStart(tokens, first)
  const before = tokens.slice(start, first)
  const past = before.some(({word}) => /^(?:was|were|went|ran|had)$/u.test(word))
  const rest = tokens.slice(start, start + 60)
  return past && !rest.some(({word}) => conditions.has(word) || modals.has(word) || /^(?:who|that|which)$/u.test(word))
}

/** Governed: a word for an absence before the amount, with nothing in between that starts something else. */
const governed = (
  tokens: readonly Token[],
  amount: Amount,
  measures: readonly PhraseMatch<string>[],
  lexicon: Lexicon,
): FoundThreshold | null => {
  const known = grammar(lexicon)
  const measure = measures.findLast(({last}) => last < amount.first)
  if (!measure || amount.first - measure.last > 9) return null
  const between = tokens.slice(measure.last + 1, amount.first)
  if (
    between.some(
      ({text, word}) =>
        /^[.;:!?|()]$/u.test(text) || known.modals.has(word) || known.strict.has(word) || word === 'every',
    )
  )
    return null
  if (
    !between.every(
      ({word, kind}, at) =>
        kind === 'mark' || known.fillers.has(word) || (word === 'in' && between[at + 1]?.word === 'excess'),
    )
  )
    return null
  const compared = comparisonAround(tokens, amount.first, amount.last, lexicon)
  const denied = isDenied(tokens, measure.first, lexicon)
  if (tokens[measure.last]?.word === 'by' && isOfThing(tokens, measure.first, lexicon)) return null
  if (measure.entry !== 'hours-missing' && !compared) return null
  const late = between.some(({word}) => word === 'after' || word === 'beyond')
  return {
    of: measure.entry,
    op: compared?.op ?? (late ? '>' : '>='),
    value: amount.value,
    unit: amount.unit,
    first: measure.first,
    last: compared?.last ?? amount.last,
    ...(denied && {denied}),
  }
}

const isDenied = (tokens: readonly Token[], first: number, lexicon: Lexicon): boolean => {
  const before = tokens.slice(Math.max(sentenceStart(tokens, first), first - 5), first)
  return (
    before.some(({word}) => /^(?:need|needs|have|has|necessary|require|required|requirement)$/u.test(word)) &&
    before.some(
      ({word}, at) =>
        grammar(lexicon).negations.has(word) &&
        before
          .slice(at - 1 < 0 ? 0 : at - 1, at + 2)
          .some((near) => /^(?:need|needs|have|necessary|required|requirement|do|does)$/u.test(near.word)),
    )
  )
}

/** "a dose is two hours late": said of a thing, which goes missing from nobody's care. */
const isOfThing = (tokens: readonly Token[], first: number, lexicon: Lexicon): boolean => {
  const from = Math.max(sentenceStart(tokens, first), first - 6)
  const verb = tokens.slice(from, first).findLastIndex(({word}) => /^(?:is|are|was|were|be|been)$/u.test(word))
  const subject = tokens.slice(from, from + verb).findLast(({word}) => !/^(?:has|have|had|not|still|also)$/u.test(word))
  const modal = subject !== undefined && grammar(lexicon).modals.has(subject.word)
  return verb > 0 && subject?.kind === 'word' && !modal && !grammar(lexicon).people.has(subject.word)
}

/** Trailed: "more than two hours overdue". */
const trailed = (tokens: readonly Token[], amount: Amount, lexicon: Lexicon): FoundThreshold | null => {
  const next = wordAfter(tokens, amount.last + 1)
  if (next < 0) return null
  const measure = grammar(lexicon)
    .trailing(tokens.slice(next, next + 4))
    .find(({first}) => first === 0)
  if (!measure) return null
  if (isOfThing(tokens, amount.first, lexicon)) return null
  const compared = comparisonAround(tokens, amount.first, amount.last, lexicon)
  const {first, last} = compared ?? {first: amount.first, last: amount.last}
  return {
    of: measure.entry,
    op: compared?.op ?? '>=',
    value: amount.value,
    unit: amount.unit,
    first,
    last: Math.max(last, next + measure.last),
  }
}

/** Returned: "if the child returns within 24 hours" tells how long the absence was; "is not found within" that it was
 *  longer. */
const returned = (tokens: readonly Token[], amount: Amount, lexicon: Lexicon): FoundThreshold | null => {
  const {conditions, modals, negations, people, returns} = grammar(lexicon)
  const bound = amount.first - 1
  if (!/^(?:within|after|inside)$/u.test(tokens[bound]?.word ?? '')) return null
  const verb = [bound - 1, bound - 2, bound - 3].find((at) => returns.has(tokens[at]?.word ?? ''))
  if (verb === undefined) return null
  const opening = tokens.slice(sentenceStart(tokens, verb), verb)
  const condition = opening.findLastIndex(({word}) => conditions.has(word))
  if (condition < 0) return null
  const inside = opening.slice(condition)
  if (inside.some(({word, text}) => modals.has(word) || text === ',')) return null
  if (!inside.some(({word}) => people.has(word))) return null
  const negated = inside.some(({word}) => negations.has(word))
  const op = negated || tokens[bound]?.word === 'after' ? '>' : '<='
  return {of: 'hours-missing', op, value: amount.value, unit: amount.unit, first: verb, last: amount.last}
}
