import type {Edition, Source} from '@hedgerow/ast'
import type {Severity} from '@hedgerow/lexicon'
import type {DifferenceName, PairScore, Scores, Status, Verdict} from '../assessment.ts'
import type {Made, StatedAuthority, StatedFinding} from './state.ts'

/** What a change of a text is called: a class of difference, or what became of the whole provision. */
export type ChangeClass = DifferenceName | 'added' | 'removed' | 'moved' | 'renumbered'

export type Direction = 'weaker' | 'stricter' | 'different'

/** A provision as it is quoted. */
export interface Said {
  readonly text: string
  readonly leadIn: string | null
  readonly number: string | null
  /** The heading it stands under, as printed. */
  readonly section: string
  readonly source: Source
  /** Who must, should or may act, as ids of roles. */
  readonly actors: readonly string[]
  /** Place in its procedure, from 0. */
  readonly place: number
}

/** One class of a change, with the value before and after as a person would say it. */
export interface ClassedChange {
  readonly class: ChangeClass
  readonly severity: Severity
  readonly before: string | null
  readonly after: string | null
  /** Whether the later value protects less or more, where the class has such an order; null where there is no value. */
  readonly direction: Direction | null
}

/** What suppresses a change or a finding, and why. */
export interface Suppression {
  /** `inline`: a comment in the document; `agreed`: an agreed difference. */
  readonly by: 'inline' | 'agreed'
  readonly reason: string
  /** Where that is written: `path:line`, or the file of agreed differences. */
  readonly at: string
}

/** One change of one authority's text. */
export interface TextChange {
  /** 16 hex digits of what was said before and after: no line, no order. */
  readonly fingerprint: string
  readonly kind: 'changed' | 'added' | 'removed'
  /** The heaviest of its classes; `note` where it only brings the region closer and is known to weaken nothing. */
  readonly severity: Severity
  /** Heaviest first. */
  readonly classes: readonly ClassedChange[]
  /** What stood there; empty where it was added. Several where a provision was split or joined. */
  readonly before: readonly Said[]
  readonly after: readonly Said[]
  /** Why a person should look before trusting it; empty when it can be trusted. */
  readonly unsure: readonly string[]
  /** Whether it does away with a difference between authorities, without weakening what is asked. */
  readonly closer: boolean
  /** The row it stands in now, for display; null where it is not known. */
  readonly row: string | null
  readonly suppressed: Suppression | null
}

/** What became of the words of a procedure: each provision of either edition is counted once. */
export interface TextCounts {
  readonly kept: number
  readonly moved: number
  readonly renumbered: number
  /** Other words, other local particulars: the same rule. */
  readonly reworded: number
  readonly changed: number
  readonly added: number
  readonly removed: number
  readonly unsure: number
}

/** What became of one authority's procedure on one topic. */
export interface ProcedureDrift {
  readonly authority: string
  readonly topic: string
  /** `same`: no provision changed, though the file may have; `unread`: it is there and could not be read. */
  readonly status: 'same' | 'changed' | 'added' | 'removed' | 'unread'
  /** The authority and topic it was known under, where that was another. */
  readonly renamedFrom: {readonly authority: string; readonly topic: string} | null
  readonly title: string
  /** Its title before, where that was another. */
  readonly formerTitle: string | null
  /** Whether any of its files holds other bytes, whatever that changed. */
  readonly isOtherFile: boolean
  readonly paths: {readonly before: readonly string[]; readonly after: readonly string[]}
  readonly edition: {readonly before: Edition | null; readonly after: Edition | null}
  readonly counts: TextCounts
  /** In the order of the later edition; what was removed stands last. */
  readonly changes: readonly TextChange[]
  /** Headings that are called otherwise now. */
  readonly headings: readonly {readonly before: string; readonly after: string}[]
}

/** A finding that came, went or changed, with the row it stands in. */
export interface FindingChange {
  readonly finding: StatedFinding
  /** Of an updated one, what it was. */
  readonly was: StatedFinding | null
  readonly row: string
  readonly section: string
  /** What each authority has in the row. */
  readonly readings: Readonly<Record<string, readonly Said[]>>
  readonly suppressed: Suppression | null
}

export interface StandardChange {
  readonly id: string
  readonly tier: 'A' | 'B'
  readonly statement: string
  readonly authority: string
  readonly before: Verdict | null
  readonly after: Verdict | null
  /** `unmet`: it was not below the standard and is now, or no longer states it; `met`: the other way; `other`: nobody can tell. */
  readonly outcome: 'unmet' | 'met' | 'other'
  readonly severity: Severity
  readonly suppressed: Suppression | null
}

export interface RowChange {
  readonly row: string
  readonly section: string
  /** Null where there was, or is, no such row. */
  readonly before: Status | null
  readonly after: Status | null
}

export interface PairChange {
  readonly a: string
  readonly b: string
  readonly before: Pick<PairScore, 'wording' | 'rule'> | null
  readonly after: Pick<PairScore, 'wording' | 'rule'> | null
}

/** How one topic's alignment moved, for reasons that stand in the documents. */
export interface TopicDrift {
  readonly topic: string
  readonly title: string
  readonly scores: {readonly before: Scores | null; readonly after: Scores | null}
  readonly tendency: 'closer' | 'apart' | 'level'
  readonly pairs: readonly PairChange[]
  readonly rows: readonly RowChange[]
  readonly standards: readonly StandardChange[]
  readonly found: readonly FindingChange[]
  readonly updated: readonly FindingChange[]
  readonly gone: readonly FindingChange[]
  readonly unchanged: readonly FindingChange[]
}

/** What changed though no word of the provisions did: because what judges changed, or because the alignment, which weighs every word of a topic, put
 *  unchanged provisions together otherwise. */
export interface ToolDrift {
  /** Which of what a state is made by changed. */
  readonly changed: readonly (keyof Made)[]
  readonly found: readonly FindingChange[]
  readonly gone: readonly FindingChange[]
}

/** A comment in a document that asks for a change or finding to be left alone, and how often it did so. */
export interface IgnoreUse {
  readonly authority: string
  readonly topic: string
  readonly path: string
  readonly line: number
  readonly class: string
  readonly reason: string
  readonly uses: number
}

/** A state as a reader is told of it. */
export interface StateName {
  readonly name: string
  readonly made: Made
  /** ISO date of the commit it was taken from; null where it is none. */
  readonly on: string | null
}

/** How one state differs from another, by kind: texts, alignment, tool. */
export interface Drift {
  readonly schemaVersion: 1
  readonly asAt: string
  readonly region: string | null
  readonly before: StateName
  readonly after: StateName
  readonly authorities: readonly StatedAuthority[]
  /** Topics by id with their titles. */
  readonly titles: Readonly<Record<string, string>>
  /** Every procedure of either state, sorted by topic and authority. */
  readonly text: readonly ProcedureDrift[]
  /** Topics that moved, or that have findings. */
  readonly alignment: readonly TopicDrift[]
  readonly tool: ToolDrift
  readonly ignores: readonly IgnoreUse[]
  readonly notCompared: readonly {readonly path: string; readonly reason: string}[]
}
