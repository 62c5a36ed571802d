import type {Duration, TimeUnit} from '@hedgerow/ast'
import {type Lexicon, type Token, perLexicon} from '@hedgerow/lexicon'
import {wordSet} from './word-lists.ts'

/** An amount of time as printed: `48 hours`, `five (5) working days`, `24 to 48 hours` (the outer end counts), `six-
 *  weekly`.  `first` and `last` index the tokens, inclusive; `article`: the number is only "a"; `every`: the unit
 *  itself is a frequency. */
export interface Amount extends Duration {
  readonly first: number
  readonly last: number
  readonly start: number
  readonly end: number
  readonly article: boolean
  readonly every: boolean
}

interface Vocabulary {
  readonly units: ReadonlyMap<string, {readonly unit: TimeUnit; readonly times: number; readonly every?: boolean}>
  readonly numbers: ReadonlyMap<string, number>
  readonly working: ReadonlySet<string>
  readonly qualifiers: ReadonlySet<string>
}

const vocabulary = perLexicon(
  ({durations}): Vocabulary => ({
    units: new Map(durations.units.map((unit) => [unit.term, unit])),
    numbers: new Map(durations.numbers.map(({word, value}) => [word, value])),
    working: wordSet(durations.lists, 'working'),
    qualifiers: wordSet(durations.lists, 'qualifiers'),
  }),
  ({durations}) => durations,
)

/** The amounts of time in tokens, in order, not overlapping. */
export const amounts = (tokens: readonly Token[], lexicon: Lexicon): readonly Amount[] => {
  const known = vocabulary(lexicon)
  const found: Amount[] = []
  for (let at = 0; at < tokens.length; ) {
    const amount = half(tokens, at, known) ?? amountAt(tokens, at, known)
    if (amount) found.push(amount)
    at = amount ? amount.last + 1 : at + 1
  }
  return found
}

interface Numeral {
  readonly value: number
  readonly last: number
  readonly article: boolean
  /** A unit glued to the digits: 72hrs. */
  readonly unit?: string
}

/** A number at `at`: digits, a word, two words ("twenty-four"), or digits with a glued unit; null when there is none.
 *  */
export const numeral = (tokens: readonly Token[], at: number, lexicon: Lexicon): Numeral | null =>
  numeralAt(tokens, at, vocabulary(lexicon))

const numeralAt = (tokens: readonly Token[], at: number, known: Vocabulary): Numeral | null => {
  const token = tokens[at]
  if (!token) return null
  const digits = /^(\d+(?:,\d{3})*(?:\.\d+)?)([a-z]*)$/u.exec(token.word)
  if (digits) {
    const unit = digits[2] ?? ''
    if (unit && !known.units.has(unit)) return null
    return {value: Number((digits[1] as string).replaceAll(',', '')), last: at, article: false, ...(unit && {unit})}
  }
  const value = known.numbers.get(token.word)
  if (value === undefined) return null
  const next = tokens[at + 1]?.text === '-' ? at + 2 : at + 1
  const ones = known.numbers.get(tokens[next]?.word ?? '')
  if (value >= 20 && value % 10 === 0 && ones !== undefined && ones < 10)
    return {value: value + ones, last: next, article: false}
  return {value, last: at, article: token.word === 'a' || token.word === 'an'}
}

const amountAt = (tokens: readonly Token[], first: number, known: Vocabulary): Amount | null => {
  const opening = numeralAt(tokens, first, known)
  if (!opening) return null
  const outer = rangeEnd(tokens, opening, known) ?? opening
  const number = afterGloss(tokens, outer, known)
  const found = unitAfter(tokens, number, known)
  if (!found) return null
  // "Three pupils in one year group": who is taught together, and no time.
  if (/^groups?$/u.test(tokens[found.last + 1]?.word ?? '') && /^years?$/u.test(tokens[found.last]?.word ?? ''))
    return null
  const {unit, working} = found
  const kind: TimeUnit = working && unit.unit === 'day' ? 'working-day' : unit.unit
  const parts = withHalf(tokens, number.value * unit.times, kind, found.last)
  return finished(tokens, first, parts.last, parts, opening.article, unit.every === true)
}

const halves: ReadonlyMap<TimeUnit, Duration> = new Map([
  ['hour', {value: 30, unit: 'minute'}],
  ['day', {value: 12, unit: 'hour'}],
  ['year', {value: 6, unit: 'month'}],
])

/** "half an hour", "half a day", "half a year"; "every half hour". */
const half = (tokens: readonly Token[], first: number, known: Vocabulary): Amount | null => {
  if (tokens[first]?.word !== 'half') return null
  const words = [1, 2, 3, 4].map((step) => first + step).filter((at) => tokens[at]?.kind === 'word')
  const [article, next] = words
  const bare = /^hours?$/u.test(tokens[article ?? -1]?.word ?? '')
  const unitAt = bare ? article : next
  if (article === undefined || unitAt === undefined || !(bare || /^an?$/u.test(tokens[article]?.word ?? '')))
    return null
  const unit = known.units.get(tokens[unitAt]?.word ?? '')
  const parts = unit && unit.times === 1 ? halves.get(unit.unit) : undefined
  if (!parts) return null
  return finished(tokens, first, unitAt, parts, false, false)
}

/** "24 to 48", "24-48", "between 24 and 48", "two or three": the outer end is the limit. */
const rangeEnd = (tokens: readonly Token[], from: Numeral, known: Vocabulary): Numeral | null => {
  const joint = tokens[from.last + 1]
  if (!joint || from.unit || from.article) return null
  if (!/^(?:to|or|and|-|–|—|\/)$/u.test(joint.word)) return null
  const upper = numeralAt(tokens, from.last + 2, known)
  return upper && !upper.article && upper.value > from.value ? upper : null
}

/** "five (5)", "72 (seventy-two)": the same number said twice is one number. */
const afterGloss = (tokens: readonly Token[], number: Numeral, known: Vocabulary): Numeral => {
  if (tokens[number.last + 1]?.text !== '(') return number
  const again = numeralAt(tokens, number.last + 2, known)
  if (!again || again.unit || again.value !== number.value || tokens[again.last + 1]?.text !== ')') return number
  return {...number, last: again.last + 1}
}

const unitAfter = (tokens: readonly Token[], number: Numeral, known: Vocabulary) => {
  const glued = number.unit === undefined ? undefined : known.units.get(number.unit)
  if (glued) return {unit: glued, working: false, last: number.last}
  let working = false
  let qualified = 0
  for (let at = number.last + 1; at < tokens.length; at++) {
    const {word, text} = tokens[at] as Token
    if (text === '-') continue
    const unit = known.units.get(word)
    if (unit) return {unit, working, last: afterPlural(tokens, at)}
    if (known.working.has(word)) working = true
    else if (!known.qualifiers.has(word)) return null
    if (++qualified > 2) return null
  }
  return null
}

/** "day(s)" is one word to its reader. */
const afterPlural = (tokens: readonly Token[], at: number): number =>
  tokens[at + 1]?.text === '(' && tokens[at + 2]?.word === 's' && tokens[at + 3]?.text === ')' ? at + 3 : at

/** "an hour and a half", "1.5 hours": said in minutes, since a half is no count of hours. */
const withHalf = (tokens: readonly Token[], value: number, unit: TimeUnit, last: number) => {
  const more = ['and', 'a', 'half'].every((word, step) => tokens[last + 1 + step]?.word === word)
  const total = more ? value + 0.5 : value
  if (unit === 'hour' && !Number.isInteger(total))
    return {value: total * 60, unit: 'minute' as const, last: more ? last + 3 : last}
  return {value, unit, last}
}

const finished = (
  tokens: readonly Token[],
  first: number,
  last: number,
  {value, unit}: Duration,
  article: boolean,
  every: boolean,
): Amount => ({
  value,
  unit,
  first,
  last,
  start: (tokens[first] as Token).start,
  end: (tokens[last] as Token).end,
  article,
  every,
})
