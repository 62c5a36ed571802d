import {type Placed, placedClauses} from '@hedgerow/ast'
import type {Severity} from '@hedgerow/lexicon'
import type {PairScore, Verdict} from '../assessment.ts'
import {agreedShortfall, agreedSuppression} from './agreements.ts'
import type {FindingChange, PairChange, RowChange, Said, StandardChange, TopicDrift} from './change.ts'
import {said} from './editions.ts'
import type {StatedFinding, StatedProcedure, StatedRow, StatedStandard, StatedTopic} from './state.ts'

/** Where an authority's earlier provisions are now. */
export interface Correspondence {
  /** What the authority was called. */
  readonly formerly: string
  /** Of each place in the later edition, the places in the earlier one. */
  readonly places: ReadonlyMap<number, readonly number[]>
}

/** A topic before and after, with what its rows are told by. */
export interface TopicPair {
  readonly before: StatedTopic | null
  readonly after: StatedTopic | null
  /** By the authority as it is called now. */
  readonly correspondences: ReadonlyMap<string, Correspondence>
  /** The procedures that the rows of each state name places in. */
  readonly procedures: {readonly before: readonly StatedProcedure[]; readonly after: readonly StatedProcedure[]}
  readonly shortfall: Severity
}

/** An earlier row with the later one that holds most of its provisions; null where it came or went. */
export interface RowPair {
  readonly before: StatedRow | null
  readonly after: StatedRow | null
}

/** Pairs the rows of two states of a topic by the provisions they hold. */
export const pairedRows = ({before, after, correspondences}: TopicPair): readonly RowPair[] => {
  const earlier = before?.rows ?? []
  const rowOf = new Map(
    earlier.flatMap((row, at) =>
      Object.entries(row.readings).flatMap(([authority, own]) =>
        own.map((place) => [`${authority}\n${place}`, at] as const),
      ),
    ),
  )
  const votes = (after?.rows ?? []).flatMap((row, at) =>
    [...votesOf(row, rowOf, correspondences)].map(([from, count]) => ({from, at, count})),
  )
  const [partner, taken] = [new Map<number, number>(), new Set<number>()]
  for (const {from, at} of votes.sort((x, y) => y.count - x.count || x.at - y.at || x.from - y.from)) {
    if (partner.has(at) || taken.has(from)) continue
    partner.set(at, from)
    taken.add(from)
  }
  return [
    ...(after?.rows ?? []).map((row, at) => ({before: earlier[partner.get(at) ?? -1] ?? null, after: row})),
    ...earlier.filter((_, at) => !taken.has(at)).map((row) => ({before: row, after: null})),
  ]
}

const votesOf = (
  {readings}: StatedRow,
  rowOf: ReadonlyMap<string, number>,
  correspondences: TopicPair['correspondences'],
): ReadonlyMap<number, number> => {
  const votes = new Map<number, number>()
  for (const [authority, own] of Object.entries(readings)) {
    const known = correspondences.get(authority)
    for (const former of new Set(own.flatMap((place) => known?.places.get(place) ?? []))) {
      const row = rowOf.get(`${known?.formerly}\n${former}`)
      if (row !== undefined) votes.set(row, (votes.get(row) ?? 0) + 1)
    }
  }
  return votes
}

/** The findings of a topic by what became of them. */
export type FindingFates = Pick<TopicDrift, 'found' | 'updated' | 'gone' | 'unchanged'>

/** What became of each finding: the same by fingerprint, or by row, class and values, is unchanged; the same row and class with other values is
 *  updated. */
export const findingFates = (topic: TopicPair, rows: readonly RowPair[]): FindingFates => {
  const quoted = {before: quoting(topic.procedures.before), after: quoting(topic.procedures.after)}
  const fates = rows.map((pair) => rowFates(pair, topic, quoted))
  const all = (fate: keyof FindingFates): readonly FindingChange[] => fates.flatMap((each) => each[fate])
  const [found, gone] = [all('found'), all('gone')]
  const back = new Set(gone.map(({finding}) => finding.fingerprint))
  const same = found.filter(({finding}) => back.has(finding.fingerprint))
  const kept = new Set(same.map(({finding}) => finding.fingerprint))
  return {
    found: found.filter((each) => !same.includes(each)),
    updated: all('updated'),
    gone: gone.filter(({finding}) => !kept.has(finding.fingerprint)),
    unchanged: [...all('unchanged'), ...same],
  }
}

type Quoting = (row: StatedRow) => Readonly<Record<string, readonly Said[]>>

const quoting = (procedures: readonly StatedProcedure[]): Quoting => {
  const placed = new Map(procedures.map(({procedure}) => [procedure.authority, placedClauses(procedure)]))
  return ({readings}) =>
    Object.fromEntries(
      Object.entries(readings).map(([authority, own]) => [
        authority,
        own.flatMap((place) => {
          const found: Placed | undefined = placed.get(authority)?.[place]
          return found ? [said(found, place)] : []
        }),
      ]),
    )
}

const rowFates = (
  {before, after}: RowPair,
  {correspondences}: TopicPair,
  quoted: {readonly before: Quoting; readonly after: Quoting},
): FindingFates => {
  const was = [...(before?.findings ?? [])]
  const fates: {-readonly [Fate in keyof FindingFates]: FindingChange[]} = {
    found: [],
    updated: [],
    gone: [],
    unchanged: [],
  }
  const kept = (
    finding: StatedFinding,
    former: StatedFinding | null,
    row: StatedRow,
    quote: Quoting,
  ): FindingChange => ({
    finding,
    was: former,
    row: row.id,
    section: row.section,
    readings: quote(row),
    suppressed: agreedSuppression(finding),
  })
  for (const finding of after?.findings ?? []) {
    const at = was.findIndex((each) => each.class === finding.class && each.standard === finding.standard)
    const [former] = at < 0 ? [] : was.splice(at, 1)
    const fate = former === undefined ? 'found' : isSame(former, finding, correspondences) ? 'unchanged' : 'updated'
    fates[fate].push(kept(finding, fate === 'updated' ? (former ?? null) : null, after as StatedRow, quoted.after))
  }
  for (const finding of was) fates.gone.push(kept(finding, null, before as StatedRow, quoted.before))
  return fates
}

/** Whether a finding says the same of the same authorities, however the provisions are worded now. */
const isSame = (was: StatedFinding, is: StatedFinding, correspondences: TopicPair['correspondences']): boolean => {
  if (was.fingerprint === is.fingerprint) return true
  const nowCalled = new Map([...correspondences].map(([now, {formerly}]) => [formerly, now]))
  const values = ({variants}: StatedFinding, named: (id: string) => string): string =>
    variants
      .map(({value, authorities}) => `${authorities.map(named).sort().join('+')}=${value}`)
      .sort()
      .join('\n')
  return values(was, (id) => nowCalled.get(id) ?? id) === values(is, (id) => id)
}

/** Which rows of a topic hold a provision whose words changed, came or went, or stood with one that did. What becomes of any other row is the doing of the
 *  alignment, which weighs every word of a topic, and of no author. */
export const touchedRows = (
  {before, after, correspondences}: TopicPair,
  changed: {readonly before: ReadonlySet<string>; readonly after: ReadonlySet<string>},
): ((pair: RowPair) => boolean) => {
  const own = (row: StatedRow, places: ReadonlySet<string>): boolean => placesOf(row).some((place) => places.has(place))
  const former = new Map<string, readonly string[]>(
    [...correspondences].flatMap(([authority, {formerly, places}]) =>
      [...places].map(([place, all]) => [`${authority}/${place}`, all.map((each) => `${formerly}/${each}`)] as const),
    ),
  )
  const direct = new Set([
    ...(before?.rows ?? []).filter((row) => own(row, changed.before)),
    ...(after?.rows ?? []).filter((row) => own(row, changed.after)),
  ])
  const rowAt = new Map((before?.rows ?? []).flatMap((row) => placesOf(row).map((place) => [place, row] as const)))
  const formerRows = (row: StatedRow): readonly StatedRow[] =>
    placesOf(row).flatMap((place) => (former.get(place) ?? []).flatMap((each) => rowAt.get(each) ?? []))
  const all = new Set(direct)
  for (const row of after?.rows ?? [])
    for (const each of formerRows(row)) {
      if (direct.has(each)) all.add(row)
      if (direct.has(row)) all.add(each)
    }
  return (pair) => [pair.before, pair.after].some((row) => row !== null && all.has(row))
}

const placesOf = ({readings}: StatedRow): readonly string[] =>
  Object.entries(readings).flatMap(([authority, own]) => own.map((place) => `${authority}/${place}`))

/** Rows whose status is another now, and rows that came or went. */
export const rowChanges = (rows: readonly RowPair[]): readonly RowChange[] =>
  rows
    .filter(({before, after}) => before?.status !== after?.status)
    .map(({before, after}) => ({
      row: after?.id ?? before?.id ?? '',
      section: after?.section ?? before?.section ?? '',
      before: before?.status ?? null,
      after: after?.status ?? null,
    }))

/** Pairs of authorities whose scores moved. */
export const pairChanges = ({before, after, correspondences}: TopicPair): readonly PairChange[] => {
  const formerly = (id: string): string => correspondences.get(id)?.formerly ?? id
  const was = (before?.scores.pairs ?? []).map((pair) => ({pair, key: pairKey(pair.a, pair.b)}))
  const is = (after?.scores.pairs ?? []).map((pair) => ({pair, key: pairKey(formerly(pair.a), formerly(pair.b))}))
  return [
    ...is.map(({pair, key}) => ({pair, former: was.find((each) => each.key === key)?.pair ?? null})),
    ...was.filter(({key}) => !is.some((each) => each.key === key)).map(({pair}) => ({pair: null, former: pair})),
  ]
    .map(({pair, former}) => {
      const {a, b} = (pair ?? former) as PairScore
      return {a, b, before: scored(former), after: scored(pair)}
    })
    .filter((each) => each.before?.rule !== each.after?.rule || each.before?.wording !== each.after?.wording)
}

const pairKey = (a: string, b: string): string => [a, b].sort().join('\n')

const scored = (pair: PairScore | null): PairChange['before'] => pair && {wording: pair.wording, rule: pair.rule}

/** Standards that an authority stands to otherwise than before. `unread`: authorities whose document could not be read now, of whom nothing is known. */
export const standardChanges = (topic: TopicPair, unread: ReadonlySet<string>): readonly StandardChange[] => {
  const [was, is] = [standardsById(topic.before), standardsById(topic.after)]
  return [...new Set([...is.keys(), ...was.keys()])].sort().flatMap((id) => {
    const [before, after] = [was.get(id), is.get(id)]
    const {tier, statement} = (after ?? before) as StatedStandard
    const holders = new Set([...Object.keys(after?.met ?? {}), ...formerHolders(before, topic)])
    return [...holders].sort().flatMap((authority): readonly StandardChange[] => {
      const former = before?.met[topic.correspondences.get(authority)?.formerly ?? authority] ?? null
      const now = after?.met[authority] ?? (unread.has(authority) ? 'unsure' : null)
      if (former === now || (former === null && now === 'not-stated')) return []
      const outcome = outcomeOf(former, now)
      const severity = outcome === 'unmet' ? topic.shortfall : 'note'
      const change = {id, tier, statement, authority, before: former, after: now, outcome, severity, suppressed: null}
      return [agreedShortfall(change, topic.after)]
    })
  })
}

const standardsById = (topic: StatedTopic | null): ReadonlyMap<string, StatedStandard> =>
  new Map((topic?.standards ?? []).map((each) => [each.id, each]))

/** Holders of the earlier state under their present names. */
const formerHolders = (standard: StatedStandard | undefined, {correspondences}: TopicPair): readonly string[] => {
  const now = new Map([...correspondences].map(([id, {formerly}]) => [formerly, id]))
  return Object.keys(standard?.met ?? {}).map((id) => now.get(id) ?? id)
}

/** Below is unmet, and so is saying nothing where something that met it was said. */
const outcomeOf = (before: Verdict | null, after: Verdict | null): StandardChange['outcome'] => {
  if (after === 'met') return 'met'
  return after === 'below' || (before === 'met' && after !== 'unsure') ? 'unmet' : 'other'
}
