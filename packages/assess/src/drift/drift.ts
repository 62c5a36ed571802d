import {clauses, placedClauses} from '@hedgerow/ast'
import type {Lexicon, Severity} from '@hedgerow/lexicon'
import type {DifferenceName} from '../assessment.ts'
import {
  type Correspondence,
  findingFates,
  pairChanges,
  pairedRows,
  rowChanges,
  type RowPair,
  standardChanges,
  touchedRows,
  type TopicPair,
} from './alignment.ts'
import type {Drift, FindingChange, ProcedureDrift, TextChange, TextCounts, ToolDrift, TopicDrift} from './change.ts'
import {editionsCompared, type Editions, wholeProcedure} from './editions.ts'
import {withIgnores} from './ignores.ts'
import {type Matched, matchedProcedures, sameFiles} from './matching.ts'
import {inRow} from './closer.ts'
import type {Made, State, StatedProcedure, StatedTopic} from './state.ts'

/** What drift is told by. */
export interface DriftRules {
  readonly lexicon: Lexicon
  readonly severityOf: (name: DifferenceName) => Severity
  /** Topics of the earlier state assessed anew by what judges the later one, for those whose texts changed: without them a change of the tool would
   *  pass for one of the alignment. */
  readonly reassessed?: readonly StatedTopic[]
}

/** One procedure of both states with what became of its text. */
interface Followed extends Matched {
  readonly drift: ProcedureDrift
  readonly pairs: Editions['pairs']
}

/** How a region's later state differs from an earlier one: what its authorities changed in their texts, how that moved the alignment, and what only the
 *  tool, the day or the settings changed. Pure: the same states give the same drift. */
export const driftOf = (before: State, after: State, rules: DriftRules): Drift => {
  const followed = matchedProcedures(before, after, rules.lexicon).map((each) => followedIn(each, after, rules))
  const topics = topicIds(before, after).map((id) => topicMoved(id, before, after, followed, rules))
  const told: Drift = {
    schemaVersion: 1,
    asAt: after.made.asAt,
    region: after.region,
    before: {name: before.name, made: before.made, on: before.on},
    after: {name: after.name, made: after.made, on: after.on},
    authorities: [
      ...after.authorities,
      ...before.authorities.filter(({id}) => !after.authorities.some((each) => each.id === id)),
    ],
    titles: Object.fromEntries([...before.topics, ...after.topics].map(({id, title}) => [id, title])),
    text: followed.map(({drift}) => inTopic(drift, topics)),
    alignment: topics.map(({drift}) => drift),
    tool: toolMoved(before.made, after.made, topics),
    ignores: [],
    notCompared: after.notCompared,
  }
  return withIgnores(told, after.procedures, after.topics)
}

/** Ids of topics whose documents say something else now, under their present names. */
export const topicsWithTextDrift = (before: State, after: State, rules: DriftRules): readonly string[] => [
  ...new Set(
    matchedProcedures(before, after, rules.lexicon)
      .map((each) => followedIn(each, after, rules).drift)
      .filter(isDrift)
      .map(({topic}) => topic),
  ),
]

/** Whether anything but numbers changed. */
const isDrift = ({status, changes, headings}: ProcedureDrift): boolean =>
  ['added', 'removed', 'unread'].includes(status) ||
  headings.length > 0 ||
  changes.some(({classes}) => classes.some((each) => each.class !== 'renumbered'))

const topicIds = (before: State, after: State): readonly string[] =>
  [...new Set([...after.topics, ...before.topics].map(({id}) => id))].sort()

const none: TextCounts = {kept: 0, moved: 0, renumbered: 0, reworded: 0, changed: 0, added: 0, removed: 0, unsure: 0}

const followedIn = (matched: Matched, state: State, rules: DriftRules): Followed => {
  const {before, after} = matched
  const found = textOf(matched, state, rules)
  const {authority, topic, title} = (after ?? (before as StatedProcedure)).procedure
  const was = before?.procedure
  const isRenamed = was !== undefined && after !== null && (was.authority !== authority || was.topic !== topic)
  const paths = (each: StatedProcedure | null): readonly string[] => (each?.files ?? []).map(({path}) => path)
  return {
    ...matched,
    pairs: found.pairs,
    drift: {
      authority,
      topic,
      status: found.status,
      renamedFrom: isRenamed ? {authority: was.authority, topic: was.topic} : null,
      title,
      formerTitle: was !== undefined && was.title !== title ? was.title : null,
      isOtherFile: before !== null && after !== null && !sameFiles(before, after),
      paths: {before: paths(before), after: paths(after)},
      edition: {before: was?.edition ?? null, after: after?.procedure.edition ?? null},
      counts: found.counts,
      changes: found.changes,
      headings: found.headings,
    },
  }
}

const textOf = (
  {before, after}: Matched,
  state: State,
  rules: DriftRules,
): Editions & Pick<ProcedureDrift, 'status'> => {
  const nothing = {changes: [], headings: [], pairs: []}
  if (before !== null && after !== null) {
    const found = editionsCompared(before.procedure, after.procedure, rules)
    // The same bytes read otherwise: the tool changed, not the text.
    if (sameFiles(before, after))
      return {
        ...found,
        changes: [],
        headings: [],
        counts: {...none, kept: clauses(after.procedure).length},
        status: 'same',
      }
    return {...found, status: found.changes.length + found.headings.length > 0 ? 'changed' : 'same'}
  }
  const [lost, own] = [before, (before ?? after) as StatedProcedure]
  const isUnread = lost?.files.some(({path}) => state.notCompared.some((each) => each.path === path)) ?? false
  if (isUnread) return {...nothing, counts: none, status: 'unread'}
  const status = after === null ? 'removed' : 'added'
  const count = clauses(own.procedure).length
  return {
    ...nothing,
    changes: [wholeProcedure(own.procedure, status, rules)],
    counts: {...none, [status]: count},
    status,
  }
}

/** A topic with its rows paired. */
interface Moved {
  readonly drift: TopicDrift
  readonly rows: readonly RowPair[]
  readonly tool: Pick<ToolDrift, 'found' | 'gone'>
}

const topicMoved = (
  id: string,
  before: State,
  after: State,
  followed: readonly Followed[],
  rules: DriftRules,
): Moved => {
  const own = followed.filter(({drift}) => drift.topic === id || drift.renamedFrom?.topic === id)
  const recorded = before.topics.find((each) => each.id === id) ?? null
  const anew = rules.reassessed?.find((each) => each.id === id) ?? null
  const pair: TopicPair = {
    before: anew ?? recorded,
    after: after.topics.find((each) => each.id === id) ?? null,
    correspondences: new Map(own.flatMap(correspondence)),
    procedures: {before: onTopic(before, id), after: onTopic(after, id)},
    shortfall: rules.severityOf('below-standard'),
  }
  const rows = pairedRows(pair)
  const hasText = own.some(({drift}) => isDrift(drift) || drift.renamedFrom !== null)
  const isTouched = hasText ? touchedRows(pair, changedPlaces(own)) : () => false
  const touched = rows.filter(isTouched)
  const [fates, elsewhere] = [
    findingFates(pair, touched),
    findingFates(
      pair,
      rows.filter((each) => !isTouched(each)),
    ),
  ]
  const movers = new Set(own.filter(({drift}) => isDrift(drift)).map(({drift}) => drift.authority))
  const unread = new Set(own.filter(({drift}) => drift.status === 'unread').map(({drift}) => drift.authority))
  const standards = hasText ? standardChanges(pair, unread) : []
  const drift: TopicDrift = {
    topic: id,
    title: (pair.after ?? (pair.before as StatedTopic)).title,
    scores: {before: pair.before?.scores ?? null, after: pair.after?.scores ?? null},
    tendency: hasText && unread.size === 0 ? tendency(pair, standards) : 'level',
    pairs: pairChanges(pair).filter(({a, b}) => movers.has(a) || movers.has(b)),
    rows: rowChanges(touched),
    standards,
    ...fates,
    unchanged: [...fates.unchanged, ...elsewhere.unchanged, ...elsewhere.updated],
  }
  const judged = judgedAnew(pair, recorded, anew)
  return {
    drift,
    rows,
    tool: {found: [...elsewhere.found, ...judged.found], gone: [...elsewhere.gone, ...judged.gone]},
  }
}

/** The provisions of each state, as `authority/place`, whose words changed, came or went, or whose heading is called otherwise. */
const changedPlaces = (
  own: readonly Followed[],
): {readonly before: ReadonlySet<string>; readonly after: ReadonlySet<string>} => {
  const side = (which: 'before' | 'after'): ReadonlySet<string> =>
    new Set(
      own.flatMap((each) => [...changedIn(each, which)].map((place) => `${each[which]?.procedure.authority}/${place}`)),
    )
  return {before: side('before'), after: side('after')}
}

const changedIn = (followed: Followed, which: 'before' | 'after'): readonly number[] => {
  const {drift} = followed
  const stated = followed[which]
  if (stated === null) return []
  const places = placedClauses(stated.procedure)
  if (['added', 'removed', 'unread'].includes(drift.status)) return places.map((_, place) => place)
  const renamed = new Set(drift.headings.flatMap((heading) => heading[which].split(' / ')))
  const changed = drift.changes
    .filter(({classes}) => classes.some((each) => each.class !== 'renumbered'))
    .flatMap((change) => change[which].map(({place}) => place))
  const under = places.flatMap(({sections}, place) => (renamed.has(sections.at(-1)?.title ?? '') ? [place] : []))
  return [...changed, ...under]
}

const onTopic = ({procedures}: State, id: string): readonly StatedProcedure[] =>
  procedures.filter(({procedure}) => procedure.topic === id)

const correspondence = ({before, after, pairs}: Followed): readonly (readonly [string, Correspondence])[] => {
  if (before === null || after === null) return []
  const places = new Map(pairs.flatMap(([former, now]) => now.map((place) => [place, former] as const)))
  return [[after.procedure.authority, {formerly: before.procedure.authority, places}]]
}

/** Closer or apart where the share that agrees is another per cent; never closer where somebody fell below a standard. */
const tendency = ({before, after}: TopicPair, standards: TopicDrift['standards']): TopicDrift['tendency'] => {
  const [was, is] = [before, after].map((state) => Math.round((state?.scores.rule ?? Number.NaN) * 100)) as [
    number,
    number,
  ]
  if (is < was) return 'apart'
  return is > was && !standards.some(({outcome}) => outcome === 'unmet') ? 'closer' : 'level'
}

/** How the earlier state's own findings differ from those that are made of it today: the tool's doing. */
const judgedAnew = (
  pair: TopicPair,
  recorded: StatedTopic | null,
  anew: StatedTopic | null,
): Pick<ToolDrift, 'found' | 'gone'> => {
  if (recorded === null || anew === null) return {found: [], gone: []}
  const former = pair.procedures.before
  const still = new Map(
    former.map(({procedure}) => [
      procedure.authority,
      {formerly: procedure.authority, places: new Map(clauses(procedure).map((_, at) => [at, [at]] as const))},
    ]),
  )
  const own: TopicPair = {
    ...pair,
    before: recorded,
    after: anew,
    correspondences: still,
    procedures: {before: former, after: former},
  }
  const {found, gone} = findingFates(own, pairedRows(own))
  return {found, gone}
}

const toolMoved = (before: Made, after: Made, topics: readonly Moved[]): ToolDrift => ({
  changed: (['version', 'lexicon', 'settings', 'asAt'] as const).filter((part) => before[part] !== after[part]),
  found: topics.flatMap(({tool}) => tool.found).filter(counts),
  gone: topics.flatMap(({tool}) => tool.gone).filter(counts),
})

const counts = ({finding}: FindingChange): boolean => finding.severity !== 'off'

/** A procedure's changes with the row each stands in, and whether it brings the region closer. */
const inTopic = (drift: ProcedureDrift, topics: readonly Moved[]): ProcedureDrift => {
  const own = topics.find((each) => each.drift.topic === drift.topic)
  if (own === undefined) return drift
  const former = drift.renamedFrom?.authority ?? drift.authority
  const placed = (change: TextChange): TextChange => inRow(change, {now: drift.authority, former}, own.rows)
  return {...drift, changes: drift.changes.map(placed)}
}
