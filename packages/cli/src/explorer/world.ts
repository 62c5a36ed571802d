import type {
  AgencyWork,
  AssessedRow,
  Authority,
  DocumentRecord,
  NotCompared,
  Opportunity,
  Status,
} from '@hedgerow/assess'
import type {Likeness, TopicSummary} from '@hedgerow/report'
import type {Catalogue, OpportunityEntry, RowEntry} from '../shelf/catalogue.ts'
import type {Judgements} from './judgements.ts'
import {rowsById} from './rows-by.ts'

/** One line of a procedure's outline. */
export interface OutlineEntry {
  /** Depth of the heading, or of the heading it stands under plus one; from 0. */
  readonly depth: number
  readonly kind: 'section' | 'provision' | 'definition' | 'field' | 'contact'
  readonly number: string | null
  readonly text: string
  readonly fingerprint: string | null
  readonly path: string
  readonly line: number | null
  readonly place: string
}

/** A topic as the explorer holds it: what is small at once, its catalogue when it was looked up. */
export interface TopicFacts {
  readonly summary: TopicSummary
  readonly likenesses: readonly Likeness[]
  readonly opportunities: number
  readonly catalogue: Catalogue | null
}

/** Everything at hand to be shown. What was not looked up yet is not there: see `Need`. */
export interface World {
  readonly region: string | null
  /** The region in sentences. */
  readonly headline: readonly string[]
  readonly folder: string
  readonly asAt: string
  readonly version: string
  readonly authorities: readonly Authority[]
  /** An authority's short name. */
  readonly name: (id: string) => string
  /** A sentence with the authorities' short names. */
  readonly short: (words: string) => string
  readonly documents: readonly DocumentRecord[]
  readonly notCompared: readonly NotCompared[]
  /** Why nothing was compared and what to do, in a sentence; null where something was. */
  readonly nothing: string | null
  readonly agencies: readonly AgencyWork[]
  /** Judgements that name what is no longer there, in words. */
  readonly lost: readonly string[]
  readonly topics: readonly TopicFacts[]
  /** Rows in full, by `TOPIC/ID`. */
  readonly rows: ReadonlyMap<string, AssessedRow>
  /** Opportunities in full, by `TOPIC/ID`. */
  readonly details: ReadonlyMap<string, Opportunity>
  /** Outlines by `TOPIC/AUTHORITY`; null where the document could not be read. */
  readonly outlines: ReadonlyMap<string, readonly OutlineEntry[] | null>
  readonly judgements: Judgements
  /** Below this confidence in [0, 1] a row says unsure; the analysis's own unless moved. */
  readonly threshold: number
  /** The analysis's own. */
  readonly ownThreshold: number
}

/** What a view shows and must be looked up first. */
export type Need =
  | {readonly of: 'catalogue'; readonly topic: string}
  | {readonly of: 'row' | 'opportunity'; readonly topic: string; readonly id: string}
  | {readonly of: 'outline'; readonly topic: string; readonly authority: string}

export const needKey = (need: Need): string =>
  need.of === 'catalogue' ? need.topic : `${need.topic}/${need.of === 'outline' ? need.authority : need.id}`

/** Whether a need is met. */
export const isMet = (world: World, need: Need): boolean => {
  const key = needKey(need)
  switch (need.of) {
    case 'catalogue':
      return topicOf(world, need.topic)?.catalogue !== null
    case 'row':
      return world.rows.has(key)
    case 'opportunity':
      return world.details.has(key)
    case 'outline':
      return world.outlines.has(key)
  }
}

export const topicOf = ({topics}: World, id: string): TopicFacts | undefined =>
  topics.find(({summary}) => summary.id === id)

export const catalogueOf = (world: World, id: string): Catalogue | null => topicOf(world, id)?.catalogue ?? null

export const rowEntry = (world: World, topic: string, id: string): RowEntry | undefined => {
  const catalogue = catalogueOf(world, topic)
  return catalogue === null ? undefined : rowsById(catalogue).get(id)
}

/** An opportunity with the topic it is of. */
export interface Step extends OpportunityEntry {
  readonly topic: string
  /** Its place among the steps of all topics, from 1. */
  readonly place: number
}

/** A topic's row in full, where it was looked up. */
export const rowOf = (world: World, topic: string, id: string): AssessedRow | undefined =>
  world.rows.get(`${topic}/${id}`)

/** Heaviest first, as the contract has it; what a weak match alone left unsure. */
const byFacets: readonly (readonly [Status, (facet: string) => boolean])[] = [
  ['below-standard', (facet) => facet === 'below-standard'],
  ['absent', (facet) => facet === 'absent'],
  ['extra', (facet) => facet === 'extra'],
  ['currency', (facet) => facet === 'currency'],
  ['local', (facet) => facet === 'local'],
  ['wording', (facet) => facet === 'wording'],
]

const light = new Set(byFacets.map(([status]) => status as string))

const statusWithout = ({facets}: Pick<RowEntry, 'facets'>): Status => {
  if (facets.includes('below-standard')) return 'below-standard'
  if (facets.some((facet) => !light.has(facet))) return 'differs'
  return byFacets.find(([, holds]) => facets.some(holds))?.[0] ?? 'same'
}

/** A row's status were the match threshold `threshold`: below it a row of several holders is unsure, above it only what something else makes so. */
export const statusAt = (
  row: Pick<RowEntry, 'status' | 'facets' | 'confidence' | 'doubted' | 'standings'>,
  threshold: number,
): Status => {
  if (row.doubted) return 'unsure'
  const holders = [...row.standings].filter((letter) => letter !== 'n').length
  if (holders > 1 && row.confidence < threshold) return 'unsure'
  return row.status === 'unsure' ? statusWithout(row) : row.status
}
