import {type Lexicon, perLexicon, type Token} from '@hedgerow/lexicon'
import {type Amount, numeral} from './amounts.ts'
import {wordSet} from './word-lists.ts'

const grammar = perLexicon(
  ({durations, triggers}) => ({
    ordinals: new Map(triggers.ordinals.map(({word, value}) => [word, value])),
    units: new Map(durations.units.filter(({every}) => !every).map((unit) => [unit.term, unit])),
    working: wordSet(durations.lists, 'working'),
    leads: wordSet(durations.lists, 'ordinal_leads'),
    recurs: wordSet(durations.lists, 'ordinal_recurs'),
  }),
  ({durations}) => durations,
)

/** "by the 28th day", "no later than the fifth working day": the day counted to, as the amount of days until then. Only after words that
 *  bound it, since "on the third day of the course" counts nothing from anybody's duty; "the second Tuesday of each month" recurs. */
export const ordinalDays = (tokens: readonly Token[], lexicon: Lexicon): readonly Amount[] =>
  tokens.flatMap((_, at) => ordinalDay(tokens, at, lexicon) ?? [])

const ordinalDay = (tokens: readonly Token[], first: number, lexicon: Lexicon): Amount | null => {
  const {units, working, leads, recurs} = grammar(lexicon)
  const number = ordinalAt(tokens, first, lexicon)
  if (number === null || tokens[first - 1]?.word !== 'the' || !leads.has(tokens[first - 2]?.word ?? '')) return null
  const {value, last: at} = number
  const works = working.has(tokens[at + 1]?.word ?? '')
  const last = works || tokens[at + 1]?.word === 'calendar' ? at + 2 : at + 1
  const unit = units.get(tokens[last]?.word ?? '')
  if (!unit || tokens[last]?.word.endsWith('s') || unit.unit === 'year') return null
  if (tokens[last + 1]?.word === 'of' && recurs.has(tokens[last + 2]?.word ?? '')) return null
  const {start} = tokens[first] as Token
  const {end} = tokens[last] as Token
  const kind = works && unit.unit === 'day' ? 'working-day' : unit.unit
  return {value: value * unit.times, unit: kind, first, last, start, end, article: false, every: false}
}

/** "24th", "fifth", "twenty-fourth": its value and its last token. */
const ordinalAt = (tokens: readonly Token[], first: number, lexicon: Lexicon) => {
  const tens = /^(?:twenty|thirty|forty)$/u.test(tokens[first]?.word ?? '') ? numeral(tokens, first, lexicon) : null
  const next = tokens[first + 1]?.text === '-' ? first + 2 : first + 1
  const ones = tens ? ordinal(tokens[next]?.word ?? '', lexicon) : null
  if (tens && ones !== null && ones < 10) return {value: tens.value + ones, last: next}
  const value = ordinal(tokens[first]?.word ?? '', lexicon)
  return value === null ? null : {value, last: first}
}

const ordinal = (word: string, lexicon: Lexicon): number | null => {
  const digits = /^(\d{1,2})(?:st|nd|rd|th)$/u.exec(word)
  return digits ? Number(digits[1]) : (grammar(lexicon).ordinals.get(word) ?? null)
}
