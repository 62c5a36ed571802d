import type {Citation, Control, Deadline, Modality, Source, Threshold, Trigger} from '@hedgerow/ast'
import type {Severity} from '@hedgerow/lexicon'
import type {Link, RowKind} from '@hedgerow/collate'
import type {Proposal} from './proposal/proposal.ts'
import type {Agreement, Decision, JudgementFault} from './recorded.ts'

/** Classes of difference, in the contract's words. Each has its entry in `differences.yaml`. */
export const differenceNames = [
  'deadline',
  'trigger',
  'threshold',
  'modality',
  'actor',
  'recipient',
  'condition',
  'scope',
  'action',
  'definition',
  'citation',
  'form-field',
  'other',
  'currency',
  'local',
  'wording',
  'absent',
  'extra',
  'below-standard',
  'unsure',
] as const

/** The name of a class of difference. */
export type DifferenceName = (typeof differenceNames)[number]

/** Statuses of a row, heaviest first. */
export const statuses = [
  'unsure',
  'below-standard',
  'differs',
  'absent',
  'extra',
  'currency',
  'local',
  'wording',
  'same',
] as const

/** The weightiest that holds of a row. */
export type Status = (typeof statuses)[number]

export interface Message {
  readonly ruleId: string
  readonly reason: string
  readonly line: number | null
  readonly page: number | null
  readonly severity: 'info' | 'warning'
}

export interface Authority {
  readonly id: string
  readonly name: string
  readonly partnership: string | null
  readonly police: string | null
  readonly icb: string | null
  readonly neighbours: readonly string[]
  /** What it calls things that have a name everywhere (`front-door`), as printed; only where its authority.yaml says so. */
  readonly local?: Readonly<Record<string, readonly string[]>>
}

export interface DocumentRecord {
  readonly authority: string
  readonly topic: string
  readonly path: string
  readonly sha256: string
  readonly title: string
  readonly edition: {
    readonly version: string | null
    readonly date: string | null
    readonly review: string | null
    readonly owner: string | null
  }
  readonly messages: readonly Message[]
}

export interface NotCompared {
  readonly path: string
  readonly reason: string
  readonly remedy: string
}

/** One authority's provision in a row, flattened for output. */
export interface AssessedReading {
  readonly id: string
  readonly fingerprint: string
  readonly text: string
  readonly leadIn: string | null
  readonly section: string
  readonly number: string | null
  readonly source: Source
  readonly modality: Modality | null
  readonly actors: readonly string[]
  readonly recipients: readonly string[]
  readonly deadlines: readonly Deadline[]
  readonly deadline: Deadline | null
  readonly trigger: Trigger | null
  readonly threshold: Threshold | null
  readonly condition: string | null
  readonly citations: readonly Citation[]
  readonly local: readonly string[]
  readonly item?: string | null
  readonly control?: Control
  readonly required?: boolean
  readonly options?: readonly string[]
  readonly term?: string
  /** Spans of `text` that differ from the row's reference reading: [start, end) pairs in order. */
  readonly marks: readonly (readonly [number, number])[]
}

/** What one value of a differing facet is, and who reads it: one side of the apparatus. */
export interface Variant {
  /** As compared: an ISO duration, a modality, role ids joined by ` + `, or the words. */
  readonly value: string
  /** As a person would say it: `72 hours`, `must`, `Team Manager`. */
  readonly label: string
  readonly authorities: readonly string[]
}

/** One classified difference in a row. */
export interface Finding {
  readonly id: string
  readonly fingerprint: string
  readonly class: DifferenceName
  readonly severity: Severity
  readonly variants: readonly Variant[]
  /** Per authority, against the row's reference value: weaker, stricter or different. */
  readonly direction: Readonly<Record<string, 'weaker' | 'stricter' | 'different'>>
  /** The worst-case gap in words, or null. */
  readonly gap: string | null
  readonly standard: string | null
  /** One sentence a person reads. */
  readonly summary: string
  /** Only where people agreed about it. */
  readonly agreed?: Agreement
}

export interface AssessedRow {
  readonly id: string
  readonly kind: RowKind
  readonly section: string
  readonly sectionTitle: string
  readonly confidence: number
  readonly status: Status
  readonly facets: readonly DifferenceName[]
  readonly moved: readonly string[]
  readonly readings: Readonly<Record<string, readonly AssessedReading[] | null>>
  readonly links: readonly Link[]
  readonly findings: readonly Finding[]
  /** Why a person should look: that the row is unsure or, where its status says what differs, that somebody may have it who seems to lack it. */
  readonly unsure: readonly string[]
  /** Authorities that seem to have nothing there and may after all, for one of the reasons in `unsure`. */
  readonly doubtful: readonly string[]
}

export type Verdict = 'met' | 'below' | 'not-stated' | 'unsure'

export interface StandardVerdict {
  readonly id: string
  readonly tier: 'A' | 'B'
  readonly statement: string
  readonly citation: string
  readonly from: string
  readonly to: string | null
  readonly verified: boolean
  readonly knownTo: string
  readonly rows: readonly string[]
  readonly met: Readonly<Record<string, Verdict>>
}

export interface PairScore {
  readonly a: string
  readonly b: string
  readonly wording: number
  readonly rule: number
  /** Share in [0, 1] of the rows of this pair left out of `rule` because they, or what parts these two in them, are unsure. */
  readonly unsure: number
}

/** Both scores in [0, 1], or null with one holder. */
export interface Scores {
  readonly wording: number | null
  readonly rule: number | null
  readonly unsure: number | null
  readonly pairs: readonly PairScore[]
}

export type OpportunityClass = 'fix-now' | 'agree-value' | 'design-work' | 'leave-local' | 'check'

export interface Change {
  readonly authority: string
  /** How many words would change. */
  readonly words: number
  readonly from: string
  readonly to: string
  readonly source: Source | null
}

export interface Opportunity {
  readonly id: string
  readonly fingerprint: string
  readonly rows: readonly string[]
  readonly rank: number
  readonly class: OpportunityClass
  /** [0, 1]. */
  readonly impact: number
  readonly effort: number
  /** What to do, as a heading: `Return interviews: agree the deadline`. */
  readonly title: string
  /** One sentence a board member understands. */
  readonly why: string
  readonly agencies: readonly string[]
  readonly change: readonly Change[]
  /** The values side by side (law 3); null where there is none. */
  readonly majority: string | null
  readonly strictest: string | null
  readonly national: string | null
  /** A digest of the provisions it rests on, by their words: by that a decision finds it again where another version of the program tells it otherwise. Not
   *  there where it rests on no row. */
  readonly restsOn?: string
  readonly decision: Decision | null
  /** The words to adopt, or the choice to make; only of a row. */
  readonly proposal?: Proposal
}

/** Authorities that already share a text: pairs whose wording likeness is at least the weight `cluster-wording`. */
export interface Cluster {
  readonly authorities: readonly string[]
  readonly wording: number
}

/** What an agency that works across the boundary must do differently in each authority. */
export interface AgencyWork {
  readonly agency: string
  readonly title: string
  readonly rows: readonly {
    readonly topic: string
    readonly row: string
    readonly section: string
    readonly class: DifferenceName
    /** Whether it acts in one of the readings, or is only told or named there. */
    readonly acts: boolean
    readonly variants: readonly Variant[]
  }[]
}

export interface TopicAssessment {
  readonly id: string
  readonly title: string
  readonly authorities: readonly string[]
  readonly without: readonly string[]
  readonly scores: Scores
  readonly standards: readonly StandardVerdict[]
  /** Section groups in consensus order, with the headings as printed. */
  readonly sections: readonly {
    readonly id: string
    readonly title: string
    readonly kind: string | null
    readonly headings: Readonly<Record<string, readonly string[]>>
  }[]
  readonly rows: readonly AssessedRow[]
  readonly opportunities: readonly Opportunity[]
  readonly clusters: readonly Cluster[]
  /** Notes about the topic a reader must know: no standard applies to it, one holder only. */
  readonly notes: readonly string[]
}

/** Which part of a region's topics an analysis holds: the `index`-th of `of` parts, from 1. */
export interface ShardOf {
  readonly index: number
  readonly of: number
  /** Entries of judgement that name nothing in this part: they name nothing at all where no part has what they name. */
  readonly elsewhere: readonly JudgementFault[]
}

/** The whole analysis: what `report --format json` prints, version 1. */
export interface Assessment {
  readonly schemaVersion: 1
  readonly asAt: string
  readonly tool: {readonly name: 'hedgerow'; readonly version: string; readonly lexicon: string}
  readonly region: string | null
  /** Only in a part of an analysis, made with `--shard`. */
  readonly shard?: ShardOf
  readonly authorities: readonly Authority[]
  readonly documents: readonly DocumentRecord[]
  readonly notCompared: readonly NotCompared[]
  /** Entries of judgement that do not hold; only where there are some. */
  readonly judgementFaults?: readonly JudgementFault[]
  readonly topics: readonly TopicAssessment[]
  readonly agencies: readonly AgencyWork[]
}
