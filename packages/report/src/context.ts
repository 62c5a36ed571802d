import type {Assessment, AssessedRow, TopicAssessment} from '@hedgerow/assess'
import type {DifferenceClass, Lexicon} from '@hedgerow/lexicon'
import {namesOf, shortened} from './names.ts'
import {code, link, type Phrase} from './nodes.ts'
import {rowAnchor} from './rows.ts'
import {summary, type Summary} from './summary.ts'
import {capital} from './wording.ts'

/** What every chapter is given: the assessment, its facts counted once, and how to name things. */
export interface Context {
  readonly assessment: Assessment
  readonly lexicon: Lexicon
  readonly facts: Summary
  /** An authority's short name by its id. */
  readonly name: (id: string) => string
  /** A sentence with the authorities' short names in place of their full ones. */
  readonly short: (words: string) => string
  /** What a class of difference is called, in the lexicon's words; the class itself where the lexicon has none. */
  readonly classTitle: (name: string) => string
  /** The lexicon's entry for a class, or null. */
  readonly classEntry: (name: string) => DifferenceClass | null
  /** Classes in the lexicon's order; those it does not know come last, by name. */
  readonly classOrder: (names: readonly string[]) => readonly string[]
}

/** The context all chapters share. */
export function contextOf(assessment: Assessment, lexicon: Lexicon): Context {
  const known = new Map((lexicon.differences ?? []).map((entry) => [entry.class, entry]))
  const places = [...known.keys()]
  const place = (name: string): number => (known.has(name) ? places.indexOf(name) : places.length)
  return {
    assessment,
    lexicon,
    facts: summary(assessment, lexicon),
    short: shortened(assessment.authorities),
    name: namesOf(assessment.authorities),
    classTitle: (name) => known.get(name)?.title ?? capital(name.replaceAll('-', ' ')),
    classEntry: (name) => known.get(name) ?? null,
    classOrder: (names) => [...new Set(names)].sort((a, b) => place(a) - place(b) || (a < b ? -1 : a > b ? 1 : 0)),
  }
}

/** A link to a row, which stands in the report once: quoted in full, or in the table of rows that need nothing done. Its id as plain code where the topic has
 *  no such row. */
export function rowReference(topic: TopicAssessment, id: string): Phrase {
  return topic.rows.some((each) => each.id === id) ? link(rowAnchor(topic.id, id), id) : code(id)
}

/** Phrases joined by commas. */
export function joined(parts: readonly Phrase[]): readonly Phrase[] {
  return parts.flatMap((part, index): readonly Phrase[] => (index === 0 ? [part] : [{type: 'text', value: ', '}, part]))
}

/** A row's title: its section and its id. */
export function rowTitle(row: AssessedRow): string {
  return `${row.sectionTitle} (${row.id})`
}
