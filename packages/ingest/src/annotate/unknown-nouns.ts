import type {Token} from '@hedgerow/lexicon'
import {sentenceStart} from './tokens-between.ts'

/** "The third arrangement with one carer within a year must be reviewed": the place of a noun we do not know that is counted at the head of a sentence, before
 *  the duty its count sets off and with the window it is counted in; null where the sentence goes on otherwise ("the second visit must be within 10 days"). */
export const unknownNoun = (
  tokens: readonly Token[],
  at: number,
  ordinal: number,
  {modals, units}: {readonly modals: ReadonlySet<string>; readonly units: ReadonlySet<string>},
): number | null => {
  const start = sentenceStart(tokens, at)
  const next = tokens[at + 1]
  if (ordinal < 2 || next?.kind !== 'word' || units.has(next.word) || at - start > 2) return null
  const modal = tokens.findIndex(({word, text}, place) => place > at && (modals.has(word) || /^[.;:|]$/u.test(text)))
  if (modal < 0 || !modals.has(tokens[modal]?.word ?? '')) return null
  return isWindowed(tokens.slice(at + 2, modal), units) ? at + 1 : null
}

/** "Where three health appointments are missed in 3 months", "Two bruises in 12 months |": the place of a plural we do not know that is counted in a condition,
 *  or at the head of a cell that is one, with the window it is counted in, or one after the other (`in a row`), before any duty begins; null where it is nothing of the kind. */
export const unknownPlural = (
  tokens: readonly Token[],
  at: number,
  last: number,
  {modals, units, conditions}: {readonly [of in 'modals' | 'units' | 'conditions']: ReadonlySet<string>},
): number | null => {
  const start = sentenceStart(tokens, at)
  const end = tokens.findIndex(({word, text}, place) => place > last && (modals.has(word) || /^[.,;:|]$/u.test(text)))
  const isCell = at - start < (tokens[end]?.text === ':' ? 4 : 2) && /^[|:]$/u.test(tokens[end]?.text ?? '')
  const before = tokens.slice(start, at)
  const isOpened = openers.has(tokens[start]?.word ?? '')
  const isWindowedBefore = isOpened && before.length < mostBefore && isWindowed(before, units)
  const isCondition =
    (isOpened && !before.some(({text}) => text === ',')) || isWindowedBefore || isSetOff(tokens, at, end)
  if (end < 0 || !(isCell || isCondition)) return null
  const between = tokens.slice(last + 1, end)
  const noun = between.findIndex(({word, kind}) => kind === 'word' && /[^s'’]s$|^(?:children|people)$/u.test(word))
  if (noun < 0 || noun > 3 || units.has(between[noun]?.word ?? '') || between[noun]?.word === 'times') return null
  if (between.slice(0, noun).some(({word, kind}) => kind === 'number' || units.has(word) || conditions.has(word)))
    return null
  const isRun = between.some(({word}) => /^(?:consecutive|successive|row|running|succession)$/u.test(word))
  return isRun || isWindowedBefore || isWindowed(between.slice(noun + 1), units) ? last + 1 + noun : null
}

/** So many tokens may open a condition with the window of what it counts: "Where, within a period of 30 days, three pupils …". */
const mostBefore = 14

/** "Two breaches of the plan within 28 days oblige the worker to …", "must meet after two breaches in 28 days": whether a count heads a sentence whose verb says that
 *  it sets something off, or stands right behind a word that makes it the occasion. */
const isSetOff = (tokens: readonly Token[], at: number, end: number): boolean => {
  if (/^(?:after|upon|following)$/u.test(tokens[at - 1]?.word ?? '')) return true
  const isHead = at === sentenceStart(tokens, at)
  return isHead && tokens.slice(at, end).some(({word}) => /^(?:oblige|require|trigger|prompt|warrant)s?$/u.test(word))
}

/** Whether a count stands in the condition that opens its sentence, or right behind a word that makes it the occasion: `Upon the third referral within 12
 *  months, …`, `must refer upon three episodes within six months`. */
export const isOccasion = (tokens: readonly Token[], at: number): boolean => {
  const start = sentenceStart(tokens, at)
  const near = tokens.slice(Math.max(start, at - 2), at)
  const isOpened = openers.has(tokens[start]?.word ?? '') && !tokens.slice(start, at).some(({text}) => text === ',')
  return isOpened || near.some(({word}) => /^(?:upon|following)$/u.test(word))
}

/** "If the plan is broken twice in a month": in a condition that opens its sentence, with its window right behind it, whatever is done so often is counted. */
export const isWindowedOccasion = (
  tokens: readonly Token[],
  at: number,
  {units}: {readonly units: ReadonlySet<string>},
): boolean =>
  isOccasion(tokens, at) &&
  /^(?:in|within|over|during)$/u.test(tokens[at + 1]?.word ?? '') &&
  tokens.slice(at + 2, at + 6).some(({word}) => units.has(word))

const openers: ReadonlySet<string> = new Set([
  'if',
  'where',
  'when',
  'whenever',
  'once',
  'on',
  'upon',
  'after',
  'following',
])

/** Whether an amount of time that something is counted in stands among tokens. */
const isWindowed = (tokens: readonly Token[], units: ReadonlySet<string>): boolean =>
  tokens.some(
    ({word}, at) =>
      /^(?:in|within|over|during|across|inside)$/u.test(word) &&
      tokens.slice(at, at + 6).some((each) => units.has(each.word)),
  )
