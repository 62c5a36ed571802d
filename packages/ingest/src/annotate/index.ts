import {type Clause, mapClauses, type Procedure} from '@hedgerow/ast'
import {type Lexicon, type Token, tokens} from '@hedgerow/lexicon'
import type {Annotator} from './annotator.ts'

/** Every annotator, in the order they run: later ones see what earlier ones found. A new fact is a file beside this one and a name here. */
export const annotators: readonly Annotator[] = []

/** The procedure with every clause's facts read. */
export const annotated = (procedure: Procedure, lexicon: Lexicon, localNames: readonly string[] = []): Procedure => {
  const leadIns = new Map<string, readonly Token[]>()
  const leadInTokens = (leadIn: string | null): readonly Token[] => {
    if (leadIn === null) return []
    const known = leadIns.get(leadIn) ?? tokens(leadIn)
    leadIns.set(leadIn, known)
    return known
  }
  return mapClauses(procedure, (clause, sections) =>
    facts(clause, {lexicon, localNames, sections, tokens: tokens(clause.text), leadInTokens: leadInTokens(clause.leadIn)}),
  )
}

const facts = (clause: Clause, context: Parameters<Annotator>[1]): Clause =>
  annotators.reduce<Clause>((known, annotator) => {
    const {evidence = [], ...found} = annotator(known, context)
    return {...known, ...found, evidence: [...known.evidence, ...evidence]}
  }, clause)
