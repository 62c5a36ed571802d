import type {Lexicon} from '@hedgerow/lexicon'
import type {Link, Pin} from './collation.ts'
import type {Mentioned} from './mentions.ts'
import type {Partners} from './partners.ts'
import type {Part} from './parts.ts'
import type {Profile, Profiles} from './profile.ts'
import type {Scoring} from './scoring.ts'

/** A group of clauses that correspond, before it is given its place. */
export interface Draft {
  readonly members: readonly number[]
  /** Index of its section group. */
  readonly group: number
}

/** What a row is built from. */
export interface RowMaterial {
  readonly known: Profiles
  readonly partners: Partners
  readonly scoring: Scoring
  readonly lexicon: Lexicon
  readonly authorities: readonly string[]
  /** What of each authority's documents could not be read. */
  readonly unread: readonly (readonly string[])[]
  /** Who of the procedures without a clause's row has its words elsewhere, and where. */
  readonly mentioned: (clause: Profile, lacking: ReadonlySet<number>) => readonly Mentioned[]
  /** Sets of clauses that are one provision by law (identical text) or by a person's pin. */
  readonly certain: readonly (readonly number[])[]
  /** Pairs of clauses that a person's pin says are not one provision. */
  readonly apart: readonly (readonly [number, number])[]
  readonly parts: readonly Part[]
  readonly pins: readonly Pin[]
  /** All drafts, to see what stands elsewhere. */
  readonly drafts: readonly Draft[]
}

/** Two clauses of a row with the probability that they correspond. */
export interface Supported {
  readonly x: Profile
  readonly y: Profile
  readonly probability: number
}

/** A pair as a link of its row. */
export const linkOf = ({x, y, probability}: Supported): Link => [x.clause.id, y.clause.id, rounded(probability)]

/** How many procedures some clauses are of. */
export const holders = (members: readonly Profile[]): number => new Set(members.map(({procedure}) => procedure)).size

/** The first of those that say the same. */
export const onePerText = (members: readonly Profile[]): readonly Profile[] => [
  ...new Map(members.map((member) => [member.key, member] as const).reverse()).values(),
]

/** A probability to three places. */
export const rounded = (value: number): number => Math.round(value * 1000) / 1000
