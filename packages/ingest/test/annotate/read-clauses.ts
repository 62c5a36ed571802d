import {readFileSync} from 'node:fs'
import {type Clause, type Facts, noFacts, provision, type RowCell, section} from '@hedgerow/ast'
import {lexicon} from '@hedgerow/lexicon'
import {parse} from 'yaml'
import {spokenTokens} from '../../src/annotate/contractions.ts'
import {action} from '../../src/annotate/action.ts'
import {actors} from '../../src/annotate/actors.ts'
import type {AnnotationContext} from '../../src/annotate/annotator.ts'
import {condition} from '../../src/annotate/condition.ts'
import {forms} from '../../src/annotate/forms.ts'
import {modality} from '../../src/annotate/modality.ts'
import {recipients} from '../../src/annotate/recipients.ts'

/** A labelled sentence: what is left out is none, but `verb` and `object`, which are then not checked. */
export interface Labelled {
  readonly text: string
  readonly leadIn?: string
  readonly head?: readonly string[]
  readonly section?: string
  readonly modality: Facts['modality']
  readonly actors?: readonly string[]
  readonly recipients?: readonly string[]
  readonly verb?: string
  readonly object?: string
  readonly condition?: string
  readonly forms?: readonly string[]
  /** Facts on which two careful people might differ: not counted. */
  readonly skip?: readonly string[]
}

/** The labelled sentences of a file beside this one. */
export const labelled = (name: string): readonly Labelled[] =>
  parse(readFileSync(new URL(name, import.meta.url), 'utf8')) as readonly Labelled[]

const cells = (text: string, head: readonly string[]): readonly RowCell[] => {
  const parts = text.split(' | ')
  return parts.map((part, at) => {
    const start = parts.slice(0, at).reduce((sum, before) => sum + before.length + 3, 0)
    return {head: head[at] ?? '', start, end: start + part.length}
  })
}

/** The facts read of a labelled sentence, with the clause they were read from. */
export const read = ({
  text,
  leadIn,
  head,
  section: title,
}: Labelled): {readonly clause: Clause; readonly facts: Facts} => {
  const clause = provision(text, {leadIn: leadIn ?? null, ...(head ? {cells: cells(text, head)} : {})})
  const context: AnnotationContext = {
    lexicon,
    localNames: [],
    sections: title === undefined ? [] : [section(title, [])],
    tokens: spokenTokens(text),
    leadInTokens: leadIn === undefined ? [] : spokenTokens(leadIn),
  }
  const read = [modality, actors, recipients, action, condition, forms].map((annotator) => annotator(clause, context))
  const evidence = read.flatMap((found) => found.evidence ?? [])
  return {clause, facts: {...noFacts, ...Object.assign({}, ...read), evidence}}
}
