import type {Bound, Deadline, Duration, Evidence, EvidencePlace, RowCell} from '@hedgerow/ast'
import {type Lexicon, phraseMatcher, type Token, words, perLexicon} from '@hedgerow/lexicon'
import {absences} from './absences.ts'
import {ages} from './ages.ts'
import {type Amount, amounts} from './amounts.ts'
import type {Annotator} from './annotator.ts'
import {type Bounded, boundOf, continues, endsBounding, isLabelled} from './bounds.ts'
import {counts} from './counts.ts'
import {iso} from './duration.ts'
import {ellipticLimits} from './elliptic-limits.ts'
import {eventOf} from './events.ts'
import {fixedLimits} from './fixed-limits.ts'
import {ordinalDays} from './ordinal-days.ts'
import {sentenceStart} from './tokens-between.ts'
import {wordSet} from './word-lists.ts'

/** A limit before its event is read, with its tokens, inclusive. */
export interface Limit extends Duration {
  readonly bound: Bound
  readonly iso: string
  readonly first: number
  readonly last: number
}

/** Reads every limit on the action in the order printed, then those of the lead-in the step inherits. What measures an
 *  absence, an age, a  look-back, retention or opening hours is no limit; definitions, fields and contacts have none.
 *  */
export const deadlines: Annotator = (clause, {lexicon, tokens, leadInTokens}) => {
  if (clause.type !== 'provision') return {}
  const leading = endsBounding(leadInTokens, lexicon)
  const own = read(tokens, 'text', lexicon, clause.cells ?? [], leading)
  const inherited = read(leadInTokens, 'lead-in', lexicon, [], null)
  const found = distinct([...own, ...inherited])
  if (found.length === 0) return {}
  return {deadlines: found.map(({deadline}) => deadline), evidence: found.map(({evidence}) => evidence)}
}

interface Read {
  readonly deadline: Deadline
  readonly evidence: Evidence
}

const read = (
  tokens: readonly Token[],
  place: EvidencePlace,
  lexicon: Lexicon,
  cells: readonly RowCell[],
  leading: Bound | null,
): readonly Read[] =>
  limits(tokens, lexicon, cells, leading).map(({value, unit, bound, iso, first, last}) => ({
    deadline: {value, unit, bound, iso, event: eventOf(tokens, {first, last, bound}, lexicon)},
    evidence: {
      of: 'deadlines',
      in: place,
      start: (tokens[first] as Token).start,
      end: (tokens[last] as Token).end,
      value: iso,
    },
  }))

/** Every limit in tokens, in the order printed. `leading` bounds an amount the tokens begin with. */
const limits = (
  tokens: readonly Token[],
  lexicon: Lexicon,
  cells: readonly RowCell[],
  leading: Bound | null,
): readonly Limit[] => {
  const given = [...amounts(tokens, lexicon), ...ordinalDays(tokens, lexicon)].sort((a, b) => a.first - b.first)
  const taken = new Set<Amount>([
    ...absences(tokens, given, lexicon).map(({amount}) => amount),
    ...counts(tokens, given, lexicon).flatMap(({amount}) => amount ?? []),
    ...ofAge(tokens, given, lexicon),
  ])
  const fixed = fixedLimits(tokens, given, lexicon)
  const found: Limit[] = []
  for (const amount of given) {
    if (taken.has(amount) || fixed.some(({first, last}) => amount.first >= first && amount.last <= last)) continue
    const bounded = boundOf(tokens, amount, lexicon) ?? bare(tokens, amount, found.at(-1), lexicon, cells, leading)
    if (bounded) found.push({...bounded, value: amount.value, unit: amount.unit, iso: iso(amount)})
  }
  return [...found, ...ellipticLimits(tokens, found, lexicon), ...fixed]
    .map((limit) => (limit.bound === 'every' ? {...limit, last: leastEnd(tokens, limit.last)} : limit))
    .sort((a, b) => a.first - b.first)
}

/** The last token of a frequency with `or more often` behind it, which says no more than that it is the least. */
const leastEnd = (tokens: readonly Token[], last: number): number =>
  tokens[last + 1]?.word === 'or' &&
  tokens[last + 2]?.word === 'more' &&
  /^(?:often|frequently)$/u.test(tokens[last + 3]?.word ?? '')
    ? last + 3
    : last

const ofAge = (tokens: readonly Token[], given: readonly Amount[], lexicon: Lexicon): readonly Amount[] => {
  const found = ages(tokens, lexicon)
  return given.filter(
    ({unit, first, last}) => unit === 'year' && found.some((age) => age.first <= last && age.last >= first),
  )
}

/** An amount with no bound of its own: going on from the limit before it, under a header of limits, after a label or
 *  after a bounding lead-in. */
const bare = (
  tokens: readonly Token[],
  amount: Amount,
  previous: Limit | undefined,
  lexicon: Lexicon,
  cells: readonly RowCell[],
  leading: Bound | null,
): Bounded | null => {
  const {first, last} = amount
  if (previous && sentenceStart(tokens, first) <= previous.first && continues(tokens, amount, lexicon))
    return {bound: previous.bound, first, last}
  if (leading && first === 0) return {bound: leading, first, last}
  const cell = cells.find(({start, end}) => amount.start >= start && amount.end <= end)
  const headed = cell ? headBound(cell.head, lexicon) : null
  if (headed && !amount.article) return {bound: headed, first, last}
  return isLabelled(tokens, amount, lexicon) ? {bound: 'within', first, last} : null
}

const heads = perLexicon(
  ({durations, triggers}) => ({
    match: phraseMatcher(
      durations.heads.map(({head, bound}) => [head, bound] as const),
      {exact: true},
    ),
    lengths: wordSet(triggers.lists, 'length_heads'),
  }),
  ({durations}) => durations,
)

/** The bound a column's header gives to bare amounts, or null: the header is a known one, or begins or ends with one.
 *  */
const headBound = (head: string, lexicon: Lexicon): Bound | null => {
  if (heads(lexicon).lengths.has(head.toLowerCase().trim())) return null
  const printed = words(head)
  const found = heads(lexicon)
    .match(printed)
    .find(({first, last}) => first === 0 || last === printed.length - 1)
  return found?.entry ?? null
}

const distinct = (found: readonly Read[]): readonly Read[] => {
  const seen = new Set<string>()
  return found.filter(({deadline: {iso, bound, event}}) => {
    const key = `${iso} ${bound} ${event}`
    return !seen.has(key) && seen.add(key)
  })
}
