import type {Clause, Evidence, Facts, Section} from '@hedgerow/ast'
import type {Lexicon, Token} from '@hedgerow/lexicon'

/** What an annotator may know beside the clause. */
export interface AnnotationContext {
  readonly lexicon: Lexicon
  /** Names of the publishing authority and its places, partnership and teams as configured: local wherever they stand. */
  readonly localNames: readonly string[]
  /** Sections above the clause, outermost first. */
  readonly sections: readonly Section[]
  /** Tokens of the clause's text and of its lead-in (empty when it has none). */
  readonly tokens: readonly Token[]
  readonly leadInTokens: readonly Token[]
}

/** Reads one fact of a clause. Gets the clause with the facts read before it; returns only what it found. Never throws for what a council wrote. */
export type Annotator = (
  clause: Clause,
  context: AnnotationContext,
) => Partial<Omit<Facts, 'evidence'>> & {readonly evidence?: readonly Evidence[]}
