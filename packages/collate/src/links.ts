import type {Clause} from '@hedgerow/ast'
import type {Lexicon} from '@hedgerow/lexicon'
import {mayCorrespond} from './candidates.ts'
import {advanced, keptAbove, proposedPairs} from './likeness.ts'
import type {Partners} from './partners.ts'
import {adjacency, columnOf, pairAt, sortedPairs} from './pairs.ts'
import type {Outline, Profile, Profiles} from './profile.ts'
import type {RelationalMeasure, Scoring} from './scoring.ts'
import {setting} from './setting.ts'
import {besides} from './similarity/beside.ts'
import {thirdDenials, thirdDocuments} from './similarity/consensus.ts'
import {areOtherDuties} from './similarity/facts.ts'
import {neighbourhoods} from './similarity/order.ts'
import {partOfWhole} from './similarity/split.ts'

/** Scores pairs once more now that rows stand: every pair within a row, what is still likely across rows, and, of a clause that has nothing of a procedure in its row,
 *  the rows of the clauses beside it. What comes out is the probability that is printed. */
export const linkedPairs = (
  known: Profiles,
  scoring: Scoring,
  groups: readonly (readonly number[])[],
  partners: Partners,
  lexicon: Lexicon,
): Scoring => {
  const kept = keptAbove(scoring, setting(lexicon)('linked-least'))
  const rows = rowIndex(known, groups, partners)
  const more = rowPairs(known, kept, groups, rows, partners, setting(lexicon)('part-reach'))
  const measures = {
    order: neighbourhoods,
    beside: besides,
    ...partOfWhole,
    third: thirdDocuments,
    denied: thirdDenials,
    ...rowMeasures(rows, partners, setting(lexicon)('part-reach')),
  }
  const linked = advanced(known, proposedPairs(known, kept, more, lexicon), measures, lexicon, 'linked')
  return withStrangers(known, withOtherDuties(known, linked, setting(lexicon)('other-duty')), lexicon)
}

/** The scoring with pairs that state different duties held less likely by so many log odds: a common section, its order and third documents must not
 *  join limits of different duties. Only here, where it is the last word: earlier it moves what pairs nearby are told. The models learn no such
 *  measure, for labelled pairs of that kind are too few. */
const withOtherDuties = ({clauses}: Profiles, scoring: Scoring, doubt: number): Scoring => {
  const {a, b} = scoring.pairs
  const clauseAt = (index: number): Clause => (clauses[index] as Profile).clause
  const probability = scoring.probability.map((likely, at) => {
    if (!areOtherDuties(clauseAt(a[at] as number), clauseAt(b[at] as number))) return likely
    return likely / (likely + (1 - likely) * Math.exp(doubt))
  })
  return {...scoring, probability}
}

/** The scoring with pairs of provisions held less likely of which hardly a word, nor a word near it, and no fact is shared, or little of either where every
 *  fact that both state is another: that two stand at one place between provisions that correspond is no reason to read them side by side. */
const withStrangers = ({clauses, outlines}: Profiles, scoring: Scoring, lexicon: Lexicon): Scoring => {
  const set = setting(lexicon)
  const [least, doubt] = [set('stranger-likeness'), set('stranger-doubt')]
  const [mean, none] = [set('stranger-mean'), set('stranger-none')]
  const [near, whole, facts] = ['near', 'whole', 'facts'].map((name) => scoring.measures[name]) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ]
  const defines = ({clause, outline}: Profile): boolean =>
    clause.modality === null && (outlines[outline] as Outline).section?.kind === 'definitions'
  /** Whether one clause says in a section of definitions what a word means, and the other, elsewhere, what somebody is to do. */
  const isOnlyMeaning = (at: number): boolean => {
    const [one, two] = [
      clauses[scoring.pairs.a[at] as number] as Profile,
      clauses[scoring.pairs.b[at] as number] as Profile,
    ]
    return (defines(one) && two.clause.modality !== null) || (defines(two) && one.clause.modality !== null)
  }
  const strangeness = (at: number): number => {
    const [meant, said, stated] = [near[at] as number, whole[at] as number, facts[at] as number]
    if (isOnlyMeaning(at)) return 1
    if (stated > 0.5) return 0
    if (Math.max(meant, said) < least) return 1
    return stated < noFact ? Math.max(0, Math.min(1, (none - (meant + said) / 2) / (none - mean))) : 0
  }
  const probability = scoring.probability.map((likely, at) =>
    clauses[scoring.pairs.a[at] as number]?.kind === 'provision'
      ? likely / (likely + (1 - likely) * Math.exp(doubt * strangeness(at)))
      : likely,
  )
  return {...scoring, probability}
}

/** A likeness of facts below this is of facts that both state and none of which is the same. */
const noFact = 0.1

interface RowIndex {
  readonly rowOf: Int32Array
  /** For each row and procedure its first clause there, -1 for none. */
  readonly member: Int32Array
  /** For each row and procedure how many of the row's clauses were compared with that procedure. */
  readonly compared: Int32Array
  readonly rows: number
}

const rowIndex = (
  {clauses}: Profiles,
  groups: readonly (readonly number[])[],
  {procedures, of}: Partners,
): RowIndex => {
  const rowOf = new Int32Array(clauses.length)
  const member = new Int32Array(groups.length * procedures).fill(-1)
  const compared = new Int32Array(groups.length * procedures)
  groups.forEach((group, row) => {
    for (const index of group) {
      const {procedure} = clauses[index] as Profile
      rowOf[index] = row
      const key = row * procedures + procedure
      if (member[key] === -1) member[key] = index
      for (const other of of(procedure)) {
        const at = row * procedures + other
        compared[at] = (compared[at] as number) + 1
      }
    }
  })
  return {rowOf, member, compared, rows: groups.length}
}

const rowPairs = (
  {clauses}: Profiles,
  {pairs}: Scoring,
  groups: readonly (readonly number[])[],
  {rowOf, member}: RowIndex,
  partners: Partners,
  reach: number,
): ReturnType<typeof sortedPairs> => {
  const there = adjacency(pairs, clauses.length)
  const found: number[] = []
  const add = (one: Profile, two: Profile): void => {
    if (!mayCorrespond(one, two) || !partners.compared(one.procedure, two.procedure)) return
    const [a, b] = one.index < two.index ? [one.index, two.index] : [two.index, one.index]
    if (pairAt(there, a, b) < 0) found.push(a * clauses.length + b)
  }
  for (const group of groups)
    group.forEach((a, at) => {
      for (let nth = at + 1; nth < group.length; nth++)
        add(clauses[a] as Profile, clauses[group[nth] as number] as Profile)
    })
  for (const clause of clauses) {
    const {index, procedure, outline} = clause
    const own = (rowOf[index] as number) * partners.procedures
    for (let step = -reach; step <= reach; step++) {
      const beside = clauses[index + step]
      if (step === 0 || !beside || beside.procedure !== procedure || beside.outline !== outline) continue
      for (const other of groups[rowOf[beside.index] as number] as readonly number[]) {
        const whole = clauses[other] as Profile
        if (member[own + whole.procedure] === -1) add(clause, whole)
      }
    }
  }
  return sortedPairs(found, clauses.length)
}

/** What rows say of a pair. `row`: 1 where it shares one. `mates`: the mean probability of either clause with the other's row, the pair itself apart; the pair's own where there is nobody to ask.
 *  `taken`: how well either is matched already in the other's procedure by another clause of its own row. */
const rowMeasures = (
  {rowOf, member, compared, rows}: RowIndex,
  {procedures}: Partners,
  reach: number,
): Readonly<Record<string, RelationalMeasure>> => ({
  row: (_known, {pairs}) => columnOf(pairs, (a, b) => (rowOf[a] === rowOf[b] ? 1 : 0)),
  mates: ({clauses}, {pairs, probability}) => {
    const known = adjacency(pairs, clauses.length)
    const sums = new Float64Array(rows)
    const [sum, count] = [new Float64Array(pairs.a.length), new Float64Array(pairs.a.length)]
    for (const {index, procedure} of clauses) {
      const [first, end] = [known.start[index] as number, known.start[index + 1] as number]
      for (let place = first; place < end; place++) {
        const row = rowOf[known.other[place] as number] as number
        sums[row] = (sums[row] as number) + (probability[known.pair[place] as number] as number)
      }
      for (let place = first; place < end; place++) {
        const [at, row] = [known.pair[place] as number, rowOf[known.other[place] as number] as number]
        sum[at] = (sum[at] as number) + (sums[row] as number) - (probability[at] as number)
        count[at] = (count[at] as number) + (compared[row * procedures + procedure] as number) - 1
      }
      for (let place = first; place < end; place++) sums[rowOf[known.other[place] as number] as number] = 0
    }
    return columnOf(pairs, (_a, _b, at) =>
      count[at] === 0 ? (probability[at] as number) : (sum[at] as number) / (count[at] as number),
    )
  },
  kin: ({clauses}, {pairs, measures}) => {
    const known = adjacency(pairs, clauses.length)
    const likeness = measures['whole'] as Float64Array
    const best = new Float64Array(rows)
    const least = new Float64Array(pairs.a.length).fill(1)
    for (const {index} of clauses) {
      const [first, end] = [known.start[index] as number, known.start[index + 1] as number]
      for (let place = first; place < end; place++) {
        const row = rowOf[known.other[place] as number] as number
        best[row] = Math.max(best[row] as number, likeness[known.pair[place] as number] as number)
      }
      for (let place = first; place < end; place++) {
        const at = known.pair[place] as number
        least[at] = Math.min(least[at] as number, best[rowOf[known.other[place] as number] as number] as number)
      }
      for (let place = first; place < end; place++) best[rowOf[known.other[place] as number] as number] = 0
    }
    return least
  },
  taken: matesElsewhere(rowOf, member, procedures, reach, false),
  halved: matesElsewhere(rowOf, member, procedures, reach, true),
})

/** How well either clause of a pair is matched already, in the other's procedure, by another clause of its own row: one near the other clause, or one far from it. */
const matesElsewhere =
  (rowOf: Int32Array, member: Int32Array, procedures: number, reach: number, near: boolean): RelationalMeasure =>
  ({clauses}, {pairs, probability}) => {
    const known = adjacency(pairs, clauses.length)
    const of = (own: number, other: number): number => {
      const mate = member[(rowOf[own] as number) * procedures + (clauses[other] as Profile).procedure] as number
      if (mate === -1 || mate === other || Math.abs(mate - other) <= reach !== near) return 0
      const at = pairAt(known, own, mate)
      return at < 0 ? 0 : (probability[at] as number)
    }
    return columnOf(pairs, (a, b) => Math.max(of(a, b), of(b, a)))
  }
