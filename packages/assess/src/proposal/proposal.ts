import type {ProposedValue} from './values.ts'

/** How a wording came to be proposed. `shared`: nobody has another rule; `standard`: a standard in force settles what is said in different ways;
 *  `choice`: values conflict and nothing settles it, so people choose; `none`: nothing can be proposed. */
export type ProposalBasis = 'shared' | 'standard' | 'choice' | 'none'

/** A local particular of a proposed wording: what it stands for, and what each authority prints there. */
export interface MergeField {
  /** Without its marks: `front door`. */
  readonly name: string
  readonly values: Readonly<Record<string, string>>
}

/** A wording with its local particulars as merge fields (`the «front door»`), and whose it is. */
export interface Wording {
  readonly authority: string
  readonly leadIn: string | null
  /** What is defined, where the wording is a definition. */
  readonly term: string | null
  readonly text: string
}

/** One of the values people may choose. */
export interface Choice {
  /** What is chosen, as a person would say it: `72 hours`; empty where only the words tell. */
  readonly label: string
  readonly authorities: readonly string[]
  /** The reading of it that is nearest all others. */
  readonly wording: Wording
}

/** The words to adopt in a row, or the choice that people must make first. */
export interface Proposal {
  readonly basis: ProposalBasis
  /** One sentence: why this wording, or why none. */
  readonly reason: string
  /** The reading nearest all others among those that meet the standards; null for a choice and for none. */
  readonly wording: Wording | null
  /** Who falls below a standard in force here. */
  readonly below: readonly string[]
  /** Whose other words differ from these in a way that could not be told: they cannot simply be replaced. */
  readonly apart: readonly string[]
  /** For some of these, the words of another who says what is proposed, and whose other words do not differ from theirs. */
  readonly instead: readonly {readonly authority: string; readonly wording: Wording}[]
  /** Who has the wording word for word, local particulars apart. */
  readonly verbatim: readonly string[]
  /** Who else would change how many words. */
  readonly changes: readonly {readonly authority: string; readonly words: number}[]
  readonly fields: readonly MergeField[]
  /** What there is to choose from, most holders first, without values below a standard in force. Of a row that is not certain each wording is one. */
  readonly choices: readonly Choice[]
  /** Which of the choices, counted from 0, lowers nobody's protection: most say it, and all others say less. Null where none is known to. */
  readonly safest: number | null
  /** Single values that authorities could take over in their own sentences; only where there are some. */
  readonly values?: readonly ProposedValue[]
}
