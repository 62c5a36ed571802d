import {readFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {type Clause, type Facts, contact, definition, field, provision} from '@hedgerow/ast'
import {lexicon, tokens} from '@hedgerow/lexicon'
import {parse} from 'yaml'
import type {Annotator} from '../../src/annotate/annotator.ts'
import {citations} from '../../src/annotate/citations.ts'
import {deadlines} from '../../src/annotate/deadlines.ts'
import {local} from '../../src/annotate/local.ts'
import {threshold} from '../../src/annotate/threshold.ts'
import {trigger} from '../../src/annotate/trigger.ts'

/** One labelled sentence. A fact that is not given is labelled empty. `names`: the configured local names; `heads`: column
 *  headers of a row whose cells the text joins with ` | `. Deadlines: `PT24H within child-found`, or without an event
 *  where the event was not labelled. */
export interface Labelled {
  readonly text: string
  readonly leadIn?: string
  readonly type?: 'definition' | 'field' | 'contact'
  readonly heads?: readonly string[]
  readonly names?: readonly string[]
  readonly deadlines?: readonly string[]
  readonly trigger?: string
  readonly threshold?: string
  readonly citations?: readonly string[]
  readonly local?: readonly string[]
}

export type Measured = 'deadlines' | 'trigger' | 'threshold' | 'citations' | 'local'

const home = dirname(fileURLToPath(import.meta.url))

/** The labelled sentences of one file of this folder. */
export const labelled = (file: string): readonly Labelled[] => parse(readFileSync(join(home, file), 'utf8'))

const annotators: readonly Annotator[] = [deadlines, trigger, threshold, citations, local]

const cellsOf = ({text, heads}: Labelled) => {
  if (!heads) return undefined
  let at = 0
  return text.split(' | ').map((cell, column) => {
    const start = at
    at += cell.length + 3
    return {head: heads[column] ?? '', start, end: start + cell.length}
  })
}

const clauseOf = (given: Labelled): Clause => {
  const cells = cellsOf(given)
  const more = {leadIn: given.leadIn ?? null, ...(cells && {cells})}
  if (given.type === 'definition') return definition('term', given.text, more)
  if (given.type === 'field') return field(given.text, more)
  if (given.type === 'contact') return contact('who', given.text, more)
  return provision(given.text, more)
}

/** What the annotators read in a labelled sentence. */
export const reading = (given: Labelled): Partial<Facts> => {
  const clause = clauseOf(given)
  const context = {
    lexicon,
    localNames: given.names ?? [],
    sections: [],
    tokens: tokens(given.text),
    leadInTokens: tokens(given.leadIn ?? ''),
  }
  const found = annotators.map((annotate) => annotate(clause, context))
  return {...Object.assign({}, ...found), evidence: found.flatMap(({evidence}) => evidence ?? [])}
}

/** The labels of one fact of a reading, in the form the YAML uses. */
const labels = (facts: Partial<Facts>, fact: Measured): readonly string[] => {
  const {trigger: count, threshold: limit} = facts
  if (fact === 'deadlines') return (facts.deadlines ?? []).map(({iso, bound, event}) => `${iso} ${bound} ${event}`)
  if (fact === 'trigger')
    return count
      ? [
          `${count.of} ${count.op}${count.count} ${count.window ? `${count.window.value} ${count.window.unit}` : ''}`.trim(),
        ]
      : []
  if (fact === 'threshold') return limit ? [`${limit.of} ${limit.op} ${limit.value} ${limit.unit ?? ''}`.trim()] : []
  if (fact === 'citations') return (facts.citations ?? []).map(({id, year}) => `${id} ${year}`)
  return facts.local ?? []
}

const expected = (given: Labelled, fact: Measured): readonly string[] => {
  const label = given[fact]
  return label === undefined ? [] : typeof label === 'string' ? [label] : label
}

/** A label without an event agrees with any event. */
const agrees = (label: string, read: string): boolean =>
  label === read || (label.split(' ').length === 2 && read.startsWith(`${label} `))

export interface Score {
  readonly precision: number
  readonly recall: number
  readonly f1: number
  /** Share of sentences whose list for the fact is exactly as labelled, in order. */
  readonly exact: number
  readonly wrong: readonly string[]
}

/** How well one fact is read over labelled sentences; `wrong` names each sentence read otherwise than labelled. */
export const score = (sentences: readonly Labelled[], fact: Measured): Score => {
  let right = 0
  let read = 0
  let wanted = 0
  const wrong: string[] = []
  for (const sentence of sentences) {
    const want = expected(sentence, fact)
    const got = labels(reading(sentence), fact)
    const loose = fact === 'deadlines' ? agrees : (a: string, b: string) => a === b
    right += want.filter((label) => got.some((value) => loose(label, value))).length
    read += got.length
    wanted += want.length
    const same = want.length === got.length && want.every((label, at) => loose(label, got[at] ?? ''))
    if (!same) wrong.push(`${sentence.text}\n    want ${JSON.stringify(want)}\n    got  ${JSON.stringify(got)}`)
  }
  const precision = read === 0 ? 1 : right / read
  const recall = wanted === 0 ? 1 : right / wanted
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall)
  return {precision, recall, f1, exact: 1 - wrong.length / sentences.length, wrong}
}
