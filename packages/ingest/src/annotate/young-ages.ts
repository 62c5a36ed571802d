import {type Lexicon, perLexicon, type Token} from '@hedgerow/lexicon'
import {comparisonAround, type FoundThreshold} from './absences.ts'
import type {Amount} from './amounts.ts'
import {wordSet} from './word-lists.ts'

const grammar = perLexicon(
  ({triggers}) => ({
    people: wordSet(triggers.lists, 'age_people'),
    gestation: wordSet(triggers.lists, 'gestation'),
    bearing: wordSet(triggers.lists, 'bearing'),
    keeping: wordSet(triggers.lists, 'keeping'),
  }),
  ({triggers}) => triggers,
)

/** The conditions on an age that is not told in years, or on how far a pregnancy is: "a baby under 12 months" → < 12 month, "aged 6 weeks or over" →
 *  >= 6 week, "more than 20 weeks pregnant" → gestation > 20 week. What is compared must be somebody, or be called old: "a stay under 4 weeks" is no age. */
export const youngAges = (
  tokens: readonly Token[],
  given: readonly Amount[],
  lexicon: Lexicon,
): readonly FoundThreshold[] =>
  given.flatMap((amount) => {
    const isYoung = /^(?:day|week|month)$/u.test(amount.unit) && !amount.article && !amount.every
    return isYoung ? [gestationAt(tokens, amount, lexicon) ?? youngAgeAt(tokens, amount, lexicon) ?? []].flat() : []
  })

const youngAgeAt = (tokens: readonly Token[], amount: Amount, lexicon: Lexicon): FoundThreshold | null => {
  const {people, keeping} = grammar(lexicon)
  const aged = agedBefore(tokens, amount.first)
  const old = oldAfter(tokens, amount.last)
  const compared = comparisonAround(tokens, aged, old, lexicon) ?? comparisonAround(tokens, amount.first, old, lexicon)
  const opener = tokens[compared?.first ?? -1]?.word ?? ''
  if (/^(?:within|at|minimum|maximum|from|beyond)$/u.test(opener) && aged === amount.first && old === amount.last)
    return null
  const first = Math.min(aged, compared?.first ?? aged)
  const before = tokens[/^(?:is|are|was|were|who|of)$/u.test(tokens[first - 1]?.word ?? '') ? first - 2 : first - 1]
  const said = aged < amount.first || old > amount.last
  const isSomebody = compared !== null && first < amount.first && people.has(before?.word ?? '')
  if (!(said || isSomebody)) return null
  // "photographs less than three months old": only somebody has an age.
  if (aged === amount.first && !tokens.slice(Math.max(0, first - 6), first).some(({word}) => people.has(word)))
    return null
  // "kept until the child is 12 months old" is how long a record is held.
  if (tokens.slice(Math.max(0, first - 8), first).some(({word}) => keeping.has(word))) return null
  const last = Math.max(old, compared?.last ?? old)
  return {of: 'age', op: compared?.op ?? '=', ...yearsOf(amount), first, last}
}

/** Twelve months are a year, however they are printed. */
const yearsOf = ({value, unit}: Amount): Pick<Amount, 'value' | 'unit'> =>
  unit === 'month' && value % 12 === 0 ? {value: value / 12, unit: 'year'} : {value, unit}

/** Where "aged" or "the age of" begins before a number, or the number. */
const agedBefore = (tokens: readonly Token[], from: number): number => {
  const {word} = tokens[from - 1] ?? {word: ''}
  if (word === 'aged' || word === 'age') return from - 1
  return word === 'of' && tokens[from - 2]?.word === 'age' ? from - 2 : from
}

/** Where "old" or "of age" ends after an amount, or the amount. */
const oldAfter = (tokens: readonly Token[], last: number): number => {
  const next = tokens[last + 1]?.text === '-' || tokens[last + 1]?.text === '’' ? last + 2 : last + 1
  if (/^olds?$/u.test(tokens[next]?.word ?? '')) return next
  return tokens[next]?.word === 'of' && tokens[next + 1]?.word === 'age' ? next + 1 : last
}

/** "beyond 24 weeks of pregnancy", "more than 20 weeks pregnant", "the pregnancy is over 18 weeks": only with a comparison, since by a week of it is a limit. */
const gestationAt = (tokens: readonly Token[], amount: Amount, lexicon: Lexicon): FoundThreshold | null => {
  const {gestation, bearing} = grammar(lexicon)
  const after = tokens.findIndex(
    ({word, text}, at) => at > amount.last && at < amount.last + 4 && !/^(?:of|the|her|['’])$/u.test(word || text),
  )
  const end = gestation.has(tokens[after]?.word ?? '') ? after : amount.last
  const compared =
    comparisonAround(tokens, amount.first, amount.last, lexicon) ?? comparisonAround(tokens, amount.first, end, lexicon)
  const opener = tokens[compared?.first ?? -1]?.word ?? ''
  if (!compared || /^(?:within|at|from)$/u.test(opener)) return null
  const before = tokens.slice(Math.max(0, compared.first - 3), compared.first)
  if (end === amount.last && !before.some(({word}) => bearing.has(word))) return null
  const {value, unit} = amount
  return {of: 'gestation', op: compared.op, value, unit, first: compared.first, last: Math.max(end, compared.last)}
}
