import type {Clause, Edition, Procedure} from '@hedgerow/ast'
import type {Severity} from '@hedgerow/lexicon'
import type {RowKind} from '@hedgerow/collate'
import type {DifferenceName, Scores, Status, Variant, Verdict} from '../assessment.ts'
import type {Agreement} from '../recorded.ts'

/** What a state was made by: a change of any of these may change findings without a word of a document changing (law 7). */
export interface Made {
  /** ISO date it was judged on. */
  readonly asAt: string
  readonly version: string
  /** Hash of the lexicon. */
  readonly lexicon: string
  /** Hash of what the corpus itself says: local names, standards, pins, severities, weights. */
  readonly settings: string
}

/** A file a procedure was read from. */
export interface StatedFile {
  readonly path: string
  readonly sha256: string
}

/** `<!-- hedgerow-ignore class -- reason -->` in a document, with the provision it stands above or within. */
export interface Ignore {
  readonly path: string
  readonly line: number
  readonly class: string
  readonly reason: string
  /** Place of the provision it speaks of in its procedure, from 0; null where no provision follows. */
  readonly provision: number | null
}

/** One authority's procedure on one topic, and the files it was read from, sorted by path. */
export interface StatedProcedure {
  readonly procedure: Procedure
  readonly files: readonly StatedFile[]
  readonly ignores: readonly Ignore[]
}

/** One finding as it is kept. */
export interface StatedFinding {
  readonly fingerprint: string
  readonly class: DifferenceName
  readonly severity: Severity
  readonly standard: string | null
  readonly variants: readonly Variant[]
  readonly summary: string
  /** Only where people agreed about it. Not kept in a record: it says what holds on one day. */
  readonly agreed?: Agreement
}

/** One row as it is kept: which provisions of each authority stand together, as their places in their procedures, from 0. */
export interface StatedRow {
  /** For display; empty where it is not known. */
  readonly id: string
  readonly section: string
  readonly kind: RowKind
  readonly status: Status
  readonly facets: readonly DifferenceName[]
  /** Authorities with something there. */
  readonly readings: Readonly<Record<string, readonly number[]>>
  readonly findings: readonly StatedFinding[]
}

export interface StatedStandard {
  readonly id: string
  readonly tier: 'A' | 'B'
  readonly statement: string
  readonly met: Readonly<Record<string, Verdict>>
}

/** One topic as it is kept. */
export interface StatedTopic {
  readonly id: string
  readonly title: string
  readonly authorities: readonly string[]
  readonly scores: Scores
  readonly standards: readonly StatedStandard[]
  readonly rows: readonly StatedRow[]
}

export interface StatedAuthority {
  readonly id: string
  readonly name: string
  /** Names that are local to it wherever they stand. */
  readonly localNames: readonly string[]
  /** What it calls its roles. */
  readonly localRoles: Readonly<Record<string, readonly string[]>>
}

/** What is recorded of a region: what drift is measured between. */
export interface State {
  /** What a reader calls it: a file, a folder, a git reference. */
  readonly name: string
  readonly made: Made
  /** ISO date of the commit it was taken from; null where it is none. */
  readonly on: string | null
  readonly region: string | null
  readonly authorities: readonly StatedAuthority[]
  readonly procedures: readonly StatedProcedure[]
  readonly topics: readonly StatedTopic[]
  /** Documents that could not be read, with why. */
  readonly notCompared: readonly {readonly path: string; readonly reason: string}[]
}

/** Which authority's procedure on which topic. */
export const procedureKey = ({authority, topic}: Pick<Procedure, 'authority' | 'topic'>): string =>
  `${topic}/${authority}`

/** A clause as far as it is text: what must be equal for a document not to have changed. Of a field that is what may be answered, too. */
export const saidIn = (clause: Clause): string =>
  [clause.type, clause.leadIn ?? '', clause.text, ...answered(clause)].join('\n')

const answered = (clause: Clause): readonly string[] =>
  clause.type === 'field' ? [clause.control, String(clause.required), ...clause.options] : []

/** The edition as one line, or null where nothing is printed. */
export const editionWords = ({version, date}: Edition): string | null => {
  const words = [version === null ? '' : `version ${version}`, date ?? ''].filter((part) => part !== '')
  return words.length === 0 ? null : words.join(', ')
}
