import type {MergeField} from '@hedgerow/assess'
import type {Source} from '@hedgerow/ast'
import {listed} from '../wording.ts'

/** Where words of a draft come from. */
export interface Trace {
  readonly authority: string
  readonly source: Source
  /** Heading and number as printed. */
  readonly section: string
  readonly number: string | null
}

/** One way to say a provision: who says it so, in whose words, and where these stand. */
export interface DraftReading {
  /** What is chosen by it (`24 hours`); empty where only the words tell. */
  readonly label: string
  /** Names of those who say it so. */
  readonly holders: readonly string[]
  readonly leadIn: string | null
  readonly term: string | null
  readonly text: string
  readonly traces: readonly Trace[]
}

/** Why people must look at a provision before they adopt it. `confirm`: one reading is proposed, and somebody's standing text says something else on a point that no
 *  standard in force settles, such as an older edition. */
export type Doubt = 'choice' | 'unsure' | 'agreed' | 'confirm' | null

/** A provision of the draft: one reading where it is settled, several where people choose. */
export interface DraftProvision {
  /** In the draft: `3.4`. */
  readonly number: string
  /** Id of the row it stands for. */
  readonly row: string
  readonly kind: 'provision' | 'definition' | 'field'
  readonly doubt: Doubt
  /** What people should know before they decide; null where there is nothing to say. */
  readonly note: string | null
  readonly readings: readonly DraftReading[]
}

export interface DraftSection {
  readonly number: string
  readonly title: string
  readonly provisions: readonly DraftProvision[]
}

/** What somebody has and the draft has not, and why. */
export interface LeftOut {
  readonly row: string
  readonly why: string
  readonly readings: readonly DraftReading[]
}

/** A regional text assembled from the readings of a topic. */
export interface Draft {
  readonly title: string
  readonly region: string | null
  readonly asAt: string
  readonly version: string
  /** Names of the authorities it is assembled from. */
  readonly authorities: readonly string[]
  readonly sections: readonly DraftSection[]
  /** The merge fields that stand in it, with what each authority prints there, under its name. */
  readonly fields: readonly MergeField[]
  /** What a person must look at: references that lead out of the draft, words that point back, standards that nobody states. */
  readonly checks: readonly string[]
  readonly left: readonly LeftOut[]
}

/** What the region is called in a sentence. */
export function regionOf({region, authorities}: Pick<Draft, 'region' | 'authorities'>): string {
  return region ?? listed(authorities)
}
