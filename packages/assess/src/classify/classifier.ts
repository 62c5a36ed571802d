import type {Row} from '@hedgerow/collate'
import {type Lexicon, perLexicon} from '@hedgerow/lexicon'
import type {DifferenceName} from '../assessment.ts'
import type {Protection} from '../protection.ts'
import type {Residue} from '../residue.ts'
import type {Statement} from '../statement.ts'

/** A value as compared (`key`) and as a person would say it (`label`). `rank` says how a value protects where that makes sense.
 *  `terms` are there when the value is nothing but words: whether they differ in meaning cannot be told when they were written anew. */
export interface Value {
  readonly key: string
  readonly label: string
  readonly rank?: Protection
  readonly terms?: readonly string[]
  /** Those of the terms that the class compares, where they are not all of them. */
  readonly own?: readonly string[]
  /** What stands around the statement, as terms: a word of its heading or lead-in may be left unsaid in it. */
  readonly said?: ReadonlySet<string>
  /** Who acts under which condition, as one string, and the terms of what is to be done, the verb first. */
  readonly act?: {readonly frame: string; readonly terms: readonly string[]}
  /** What no other class compares of a provision: where another class differs it is not told beside it. */
  readonly isRest?: boolean
  /** In this row one actor is to do, under one condition, quite another thing here than there. */
  readonly isOtherAct?: boolean
  /** Told beside any other class: a number is a number, whatever else differs. */
  readonly isSure?: boolean
  /** Told from plain words, and so open to whoever has read them and says that the rule is the same. */
  readonly isWorded?: boolean
  /** A head verb stands first among the terms. */
  readonly hasVerb?: boolean
  /** Those of the terms that say by what means: by post, through a portal. */
  readonly means?: readonly string[]
  /** The terms say whom a document covers: a number more covers others. */
  readonly isCohort?: boolean
  /** How many of the terms at the head name what is defined. */
  readonly named?: number
  /** The statement forbids. */
  readonly forbids?: boolean
  /** The statement begins by pointing back to another (`That interview`). */
  readonly pointsBack?: boolean
  /** The terms label a field: their order says nothing. */
  readonly isLabel?: boolean
  /** The posts that a label names, by role. */
  readonly posts?: readonly string[]
  /** A condition in the passive that does not say who acts (`if a check is refused`). */
  readonly namesNoAgent?: boolean
  /** The terms are the only condition of a statement that binds. */
  readonly isLone?: boolean
  /** What else the statement says, in order: where that is equal on both sides the difference lies in the terms alone, however few. */
  readonly rest?: string
  /** The whole statement as printed, where the terms are all of it. */
  readonly text?: string
}

/** One row as the classifiers see it. */
export interface Evidence {
  readonly row: Row
  readonly statements: readonly Statement[]
  readonly residues: ReadonlyMap<Statement, Residue>
  readonly lexicon: Lexicon
  /** The class of what the words that remain differ in, if they do. */
  readonly remainder: DifferenceName
}

/** A class of difference. `value` says what a statement has of it, or null when it states nothing that could differ; two statements
 *  differ in the class when both have a value and the keys differ. It is asked once for all statements of a row that say the same, so who says it and where
 *  must not matter. A new class is one file and one line in the registry. */
export interface Classifier {
  readonly class: DifferenceName
  readonly value: (statement: Statement, evidence: Evidence) => Value | null
}

/** What is printed for a statement that says nothing of a class whose silence is a difference. `rank` says how silence protects: no time limit
 *  protects least, no trigger protects most. */
export const silent = (label: string, rank?: Protection): Value =>
  rank === undefined ? {key: '', label} : {key: '', label, rank}

/** A function of a row's statements that works its value out once for each row: a classifier asks with every statement. */
export const perRow = <Value>(
  build: (statements: readonly Statement[], lexicon: Lexicon) => Value,
): ((statements: readonly Statement[], lexicon: Lexicon) => Value) => {
  const kept = new WeakMap<readonly Statement[], {readonly lexicon: Lexicon; readonly value: Value}>()
  return (statements, lexicon) => {
    const known = kept.get(statements)
    if (known?.lexicon === lexicon) return known.value
    const value = build(statements, lexicon)
    kept.set(statements, {lexicon, value})
    return value
  }
}

/** A function of what a statement says that works its value out once, for all of a row that say the same. */
export const perStatement = <Value>(
  build: (statement: Statement, lexicon: Lexicon) => Value,
): ((statement: Statement, lexicon: Lexicon) => Value) => {
  const kept = perLexicon(() => new WeakMap<object, Value>())
  return (statement, lexicon) => {
    const own = kept(lexicon)
    const known = own.get(statement.said)
    if (known !== undefined) return known
    const value = build(statement, lexicon)
    own.set(statement.said, value)
    return value
  }
}

/** Whether a row says whom the procedure covers: statements of fact in sections about scope. An age there is a cohort, not a threshold. */
export const isScope = ({row, statements, lexicon}: Pick<Evidence, 'row' | 'statements' | 'lexicon'>): boolean =>
  row.kind === 'provision' && isMostlyScope(statements, lexicon)

const isMostlyScope = perRow((statements): boolean => {
  const inScope = statements.filter(
    ({modality, readings, text}) =>
      modality === null && (coverage.test(text) || readings.some(({heading}) => heading.kind === 'scope')),
  )
  return inScope.length * 2 > statements.length
})

/** What a document says of itself where it says whom or what it covers. */
export const coverage =
  /^(?:it|this \p{L}+|these \p{L}+) (?:also )?(?:(?:does not |do not )?(?:appl(?:y|ies) (?:to|in)|covers?|is for|is about|are for|extends? to|relates? to)|has effect in relation to)\b|^(?:who|whom|which \p{L}+)\b[^.:|]{0,40}:|\b(?:is|are) (?:not )?covered(?: by (?:it|this \p{L}+))?\b|\bfalls? within (?:it|this \p{L}+)\b/iu
