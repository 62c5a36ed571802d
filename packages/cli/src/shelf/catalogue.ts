import type {
  AssessedRow,
  Cluster,
  DifferenceName,
  Opportunity,
  OpportunityClass,
  PairScore,
  StandardVerdict,
  Status,
  TopicAssessment,
} from '@hedgerow/assess'
import {readingsOf, standingInRow} from '@hedgerow/report'

/** A row in short: what a list shows and filters by. */
export interface RowEntry {
  readonly id: string
  readonly kind: AssessedRow['kind']
  readonly section: string
  readonly status: Status
  readonly facets: readonly DifferenceName[]
  /** [0, 1]. */
  readonly confidence: number
  /** Whether something beside a weak match makes it unsure: that stays whatever the threshold. */
  readonly doubted: boolean
  /** Ids of the authorities it is moved in. */
  readonly moved: readonly string[]
  /** How each authority stands in it, a letter each in the topic's order: see `standingLetters`. */
  readonly standings: string
  /** The opening words of its first reading. */
  readonly words: string
  /** Its provisions' fingerprints: by them it is found again when rows are made anew. */
  readonly fingerprints: readonly string[]
}

/** An opportunity in short. */
export interface OpportunityEntry {
  readonly id: string
  readonly fingerprint: string
  /** What it rests on, as `Opportunity.restsOn` says it; null where that is nothing, or other steps rest on the same. */
  readonly restsOn: string | null
  readonly rows: readonly string[]
  readonly rank: number
  readonly class: OpportunityClass
  /** [0, 1]. */
  readonly impact: number
  readonly effort: number
  readonly title: string
  readonly why: string
  readonly agencies: readonly string[]
  /** Ids of the authorities that would change. */
  readonly authorities: readonly string[]
  /** Classes of difference of its rows. */
  readonly facets: readonly DifferenceName[]
  /** The weightiest tier of the standards its rows are held against; null where there is none. */
  readonly tier: 'A' | 'B' | null
  /** Words that would change, all authorities together. */
  readonly words: number
}

/** A topic in short: what an explorer holds in memory of it. */
export interface Catalogue {
  readonly id: string
  readonly title: string
  readonly authorities: readonly string[]
  readonly sections: readonly {readonly id: string; readonly title: string}[]
  readonly clusters: readonly Cluster[]
  readonly standards: readonly StandardVerdict[]
  readonly pairs: readonly PairScore[]
  readonly rows: readonly RowEntry[]
  readonly opportunities: readonly OpportunityEntry[]
}

/** The letter of each standing in `RowEntry.standings`. */
export const standingLetters = {same: 's', only: 'o', nothing: 'n', differs: 'd', below: 'b', unsure: 'u'} as const

/** The catalogue of a topic. */
export const catalogueOf = (topic: TopicAssessment): Catalogue => {
  const rows = topic.rows.map((row) => rowEntry(topic, row))
  const known = new Map(rows.map((row) => [row.id, row]))
  const {id, title, authorities, clusters, standards} = topic
  return {
    id,
    title,
    authorities,
    sections: topic.sections.map((section) => ({id: section.id, title: section.title})),
    clusters,
    standards,
    pairs: topic.scores.pairs,
    rows,
    opportunities: topic.opportunities.map((each) => opportunityEntry(topic, each, known)),
  }
}

/** How a weak match is told: by that alone a row is sure again when the threshold falls. */
const weak = /^the match is weak /u

/** So many signs of a reading are listed. */
const opening = 200

const rowEntry = (topic: TopicAssessment, row: AssessedRow): RowEntry => {
  const {id, kind, section, status, facets, confidence, moved, unsure} = row
  const readings = topic.authorities.flatMap((authority) => readingsOf(row, authority))
  return {
    id,
    kind,
    section,
    status,
    facets,
    confidence,
    doubted: status === 'unsure' && unsure.some((why) => !weak.test(why)),
    moved,
    standings: topic.authorities.map((each) => standingLetters[standingInRow(topic, row, each)]).join(''),
    words: readings[0]?.text.slice(0, opening) ?? '',
    fingerprints: [...new Set(readings.map(({fingerprint}) => fingerprint))],
  }
}

const isAlone = ({restsOn}: Opportunity, all: readonly Opportunity[]): boolean =>
  all.filter((each) => each.restsOn === restsOn).length === 1

const opportunityEntry = (
  {standards, opportunities}: TopicAssessment,
  opportunity: Opportunity,
  known: ReadonlyMap<string, RowEntry>,
): OpportunityEntry => {
  const {id, fingerprint, rows, rank, impact, effort, title, why, agencies, change} = opportunity
  const tiers = standards
    .filter((each) => each.rows.some((row) => rows.includes(row)) || id === `standard-${each.id}`)
    .map(({tier}) => tier)
  return {
    id,
    fingerprint,
    restsOn: isAlone(opportunity, opportunities) ? (opportunity.restsOn ?? null) : null,
    rows,
    rank,
    class: opportunity.class,
    impact,
    effort,
    title,
    why,
    agencies,
    authorities: [...new Set(change.map(({authority}) => authority))],
    facets: [...new Set(rows.flatMap((row) => known.get(row)?.facets ?? []))],
    tier: tiers.includes('A') ? 'A' : (tiers[0] ?? null),
    words: change.reduce((sum, {words}) => sum + words, 0),
  }
}
