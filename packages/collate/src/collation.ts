import type {Clause, Procedure} from '@hedgerow/ast'

/** The section a clause stands in, as printed, and the lexicon's kind for it. */
export interface Heading {
  readonly title: string
  readonly number: string | null
  readonly kind: string | null
}

/** One provision of one authority in a row. */
export interface Reading {
  readonly clause: Clause
  readonly heading: Heading
}

/** A pair of clause ids the row rests on, the first of the authority that sorts first, with the probability in [0, 1] that they correspond. */
export type Link = readonly [from: string, to: string, probability: number]

export type RowKind = 'provision' | 'definition' | 'field' | 'contact'

/** That an authority which holds nothing of a row may have it after all. */
export interface DoubtfulAbsence {
  /** In words; they stand in the row's `unsure` too. */
  readonly reasons: readonly string[]
  /** Whether something was found that probably says it, or could not be read; false where only too little speaks for the absence. */
  readonly isFound: boolean
}

/** What corresponds across the authorities. */
export interface Row {
  /** `section-kind-n`, for display. */
  readonly id: string
  readonly kind: RowKind
  /** Id of the section group it stands in. */
  readonly section: string
  /** Probability in [0, 1] that every reading of the row is the same provision; of a row with one holder, that nobody else has it. */
  readonly confidence: number
  /** Why a person should look before trusting the row; empty when it can be trusted. */
  readonly unsure: readonly string[]
  /** Of the authorities that hold nothing those that may after all. */
  readonly doubtful: Readonly<Record<string, DoubtfulAbsence>>
  /** Authorities whose reading stands out of order against the others. */
  readonly moved: readonly string[]
  /** For each authority with this topic, its readings in its own order (several = split over provisions), or null = nothing there. */
  readonly readings: Readonly<Record<string, readonly Reading[] | null>>
  readonly links: readonly Link[]
  /** What a person who read all its readings said of their rule; null where nobody did. */
  readonly rule: RuleJudgement | null
}

/** Sections of different authorities that cover the same ground. */
export interface SectionGroup {
  /** The kind where one is known, else a slug of the commonest title; unique in the collation. */
  readonly id: string
  readonly title: string
  readonly kind: string | null
  /** Headings as printed, per authority that has the section. */
  readonly headings: Readonly<Record<string, readonly Heading[]>>
}

/** Every procedure on one topic, aligned. */
export interface Collation {
  readonly topic: string
  /** Ids of the authorities that have the topic, sorted. */
  readonly authorities: readonly string[]
  readonly procedures: readonly Procedure[]
  /** In the consensus order. */
  readonly sections: readonly SectionGroup[]
  /** In the consensus order: every clause of every procedure stands in exactly one row. */
  readonly rows: readonly Row[]
}

/** A person's word on provisions that correspond: they ask the same, or they do not. */
export type RuleJudgement = 'same' | 'differs'

/** A person's judgement that clauses are, or are not, the same provision. */
export interface Pin {
  readonly same: boolean
  /** Ids of the clauses it names. */
  readonly clauses: readonly string[]
  /** What the person said of the rule of provisions that are the same. */
  readonly rule?: RuleJudgement
}
