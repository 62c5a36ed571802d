import type {Node, Parent, Point, Position} from 'unist'

/** The force of a provision. `null` on a clause means it binds nobody: a fact, a definition, a cross-reference, a prediction. */
export type Modality = 'obligation' | 'prohibition' | 'recommendation' | 'permission'

/** Units of time as printed; clock and calendar units are never converted into working days (law 5). */
export type TimeUnit =
  | 'minute'
  | 'hour'
  | 'day'
  | 'working-day'
  | 'week'
  | 'month'
  | 'year'
  | 'immediate'
  | 'as-soon-as'

/** How a limit bounds its action: no later than, not before, for no less than, once in each. */
export type Bound = 'within' | 'after' | 'at-least' | 'every'

export type Comparison = '>' | '>=' | '<' | '<=' | '='

/** An amount of time: `{value: 10, unit: 'working-day'}`. `value` is at least 0; 0 for `immediate` and `as-soon-as`. */
export interface Duration {
  readonly value: number
  readonly unit: TimeUnit
}

/** A limit on an action. `iso` records what is printed: PT72H, P5D, P3BD (working days), P2W, P6M, P0D (same day), immediate, as-soon-as.
 *  `event` is the lexicon's id of what the clock starts from (child-found), the printed words as a slug when the lexicon has no id, or null. */
export interface Deadline extends Duration {
  readonly bound: Bound
  readonly iso: string
  readonly event: string | null
}

/** A count of episodes, contacts or indicators that sets something off, with the window it is counted in. */
export interface Trigger {
  readonly of: string
  readonly op: Comparison
  readonly count: number
  readonly window: Duration | null
}

/** A condition on an amount that is no count of episodes: hours missing, age, grade. `unit` is a time unit, or null (a grade has none). */
export interface Threshold {
  readonly of: string
  readonly op: Comparison
  readonly value: number | string
  readonly unit: TimeUnit | null
}

/** A statute or a piece of guidance named by a clause, with the year if one is printed. */
export interface Citation {
  readonly id: string
  readonly title: string
  readonly year: number | null
}

/** What is to be done: the head verb's base form (`notify`), what it is done to, and whether the verb itself is negated. */
export interface Action {
  readonly verb: string
  readonly object: string | null
}

/** Which part of a clause a piece of evidence was read in. `lead-in` and `heading` are inherited text. */
export type EvidencePlace = 'text' | 'lead-in' | 'heading'

export type FactName =
  | 'modality'
  | 'actors'
  | 'recipients'
  | 'action'
  | 'deadlines'
  | 'trigger'
  | 'threshold'
  | 'condition'
  | 'citations'
  | 'local'
  | 'forms'

/** The span of text that justified one fact. `start` and `end` are offsets in UTF-16 units into the part named by `in`, end exclusive.
 *  `value` is what was read there: a role id, an ISO duration, a modality, the kind of a local particular. */
export interface Evidence {
  readonly of: FactName
  readonly in: EvidencePlace
  readonly start: number
  readonly end: number
  readonly value: string
}

/** What a clause says, as far as it was read. Lists are in order of appearance, without repeats. */
export interface Facts {
  readonly modality: Modality | null
  readonly actors: readonly string[]
  readonly recipients: readonly string[]
  readonly action: Action | null
  readonly deadlines: readonly Deadline[]
  readonly trigger: Trigger | null
  readonly threshold: Threshold | null
  /** The words of the condition as printed, or null. */
  readonly condition: string | null
  readonly citations: readonly Citation[]
  /** Local particulars as printed: team and panel names, telephone numbers, e-mail and web addresses, places. */
  readonly local: readonly string[]
  /** Ids or printed names of forms the clause names. */
  readonly forms: readonly string[]
  readonly evidence: readonly Evidence[]
}

/** Where a clause stands in its document. Line and column from 1 as in unist; what a format lacks is null. */
export interface Source {
  readonly path: string
  readonly line: number | null
  readonly page: number | null
  readonly paragraph: number | null
  readonly sheet: string | null
  readonly cell: string | null
}

/** One cell of the table row a clause was read from: its column's header and its span in the clause's text. */
export interface RowCell {
  readonly head: string
  readonly start: number
  readonly end: number
}

interface ClauseFields extends Node, Facts {
  /** Unique in a corpus: `authority/topic/n`, n counting clauses from 1. Empty until `identified`. For display, not for keeping. */
  readonly id: string
  /** 16 hex digits of the normalised words with local particulars masked. What pins and baselines hold. Empty until `identified`. */
  readonly fingerprint: string
  /** The authority's own words, exactly. A table row's cells are joined by ` | `. */
  readonly text: string
  /** The number as printed (`4.1`, `(b)`, `iv.`), or null. */
  readonly number: string | null
  /** The words of the list lead-in whose duty this step inherits (`The social worker must:`), or null. */
  readonly leadIn: string | null
  readonly source: Source
  /** Present on clauses read from table rows, left to right. */
  readonly cells?: readonly RowCell[]
  readonly position?: Position
}

/** A duty, a step, a permission or a statement of fact: usually one sentence. */
export interface Provision extends ClauseFields {
  readonly type: 'provision'
}

/** What a term means here. */
export interface Definition extends ClauseFields {
  readonly type: 'definition'
  readonly term: string
}

export type Control = 'text' | 'date' | 'time' | 'number' | 'tick' | 'choice' | 'signature' | 'unknown'

/** One item a form asks for. `text` is the label as printed. */
export interface Field extends ClauseFields {
  readonly type: 'field'
  /** The lexicon's data item (`child.date-of-birth`), or null when it is not known. */
  readonly item: string | null
  readonly control: Control
  readonly required: boolean
  readonly options: readonly string[]
}

/** Whom to reach and how: one entry of a contacts list or table. */
export interface Contact extends ClauseFields {
  readonly type: 'contact'
  /** Who or what is reached, as printed (`Missing Coordinator`). */
  readonly who: string
  /** The role that is reached, as an id, where the name is known to be one's: the front door under its local name. */
  readonly role?: string
}

/** Any node that is collated. */
export type Clause = Provision | Definition | Field | Contact

/** A list of steps under its lead-in. Each step is a provision that carries the lead-in too. */
export interface List extends Parent {
  readonly type: 'list'
  readonly leadIn: string | null
  readonly ordered: boolean
  readonly children: Content[]
}

export type TableUse = 'contacts' | 'indicators' | 'steps' | 'form' | 'definitions' | 'plain'

export interface Table extends Parent {
  readonly type: 'table'
  readonly use: TableUse
  readonly caption: string | null
  /** Header cells as printed, left to right. */
  readonly head: readonly string[]
  readonly children: Clause[]
}

export interface Form extends Parent {
  readonly type: 'form'
  readonly title: string | null
  readonly children: Content[]
}

export type NoticeKind =
  | 'scope'
  | 'amendment'
  | 'related-guidance'
  | 'related-chapters'
  | 'version-control'
  | 'legislation'
  | 'contents'
  | 'note'

/** A box that is about the document rather than of it: kept, typed, not collated. Only a scope notice has clauses that bind. */
export interface Notice extends Parent {
  readonly type: 'notice'
  readonly kind: NoticeKind
  readonly title: string
  /** The notice's words, paragraphs joined by a line feed. */
  readonly text: string
  readonly citations: readonly Citation[]
  readonly children: Content[]
}

export interface Section extends Parent {
  readonly type: 'section'
  readonly title: string
  readonly number: string | null
  /** The lexicon's section kind (`return-interview`), or null when the heading and the contents say nothing known. */
  readonly kind: string | null
  /** 1 for a section directly under the procedure. */
  readonly depth: number
  readonly children: Content[]
}

export interface Edition {
  readonly version: string | null
  /** ISO dates as far as they are printed: 2024-05-01, or 2024-05, or null. */
  readonly date: string | null
  readonly review: string | null
  readonly owner: string | null
}

/** The root: what one authority publishes on one topic, from one document or several parts. */
export interface Procedure extends Parent {
  readonly type: 'procedure'
  readonly authority: string
  readonly topic: string
  readonly title: string
  readonly edition: Edition
  /** What of the document could not be read, each as `page 4`: what is not in the tree may stand there. Empty for a whole document. */
  readonly unread: readonly string[]
  readonly children: Content[]
}

export type Content = Section | Provision | Definition | List | Table | Form | Field | Notice | Contact

export type HedgerowNode = Procedure | Content

export type {Node, Parent, Point, Position}
