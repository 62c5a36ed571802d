import type {Assessment, TopicAssessment} from '@hedgerow/assess'
import {arrange, order} from './json-order.ts'

/** A piece of JSON. `item` is the array whose item the piece is, whole and nothing but it; null for what stands around items. */
export interface Piece {
  readonly text: string
  readonly item: string | null
}

const around = (text: string): Piece => ({text, item: null})

/** The items of an array, one a line, comma between: a piece each, so that no string holds a whole region. */
function* items(key: string, values: readonly unknown[], shape: string, indent: string): Iterable<Piece> {
  for (const [index, value] of values.entries()) {
    yield around(`${index === 0 ? '' : ','}\n${indent}`)
    yield {text: JSON.stringify(arrange(value, shape)), item: key}
  }
  if (values.length > 0) yield around(`\n${indent.slice(2)}`)
}

function* member(key: string, value: unknown, shape: string, indent: string): Iterable<Piece> {
  if (!Array.isArray(value)) {
    yield around(`${JSON.stringify(key)}: ${JSON.stringify(arrange(value, shape))}`)
    return
  }
  yield around(`${JSON.stringify(key)}: [`)
  yield* items(key, value, shape, indent)
  yield around(']')
}

function* object(
  value: object,
  shape: string,
  indent: string,
  special: Readonly<Record<string, () => Iterable<string>>> = {},
): Iterable<Piece> {
  yield around('{')
  for (const [index, [key, part]] of order(value, shape).entries()) {
    yield around(`${index === 0 ? '' : ','}\n${indent}`)
    const own = special[key]
    yield* own ? mapped(own(), around) : member(key, part, `${shape}.${key}`, `${indent}  `)
  }
  yield around(`\n${indent.slice(2)}}`)
}

/** A topic as it stands in the analysis, without what parts it from the next; in pieces that tell its rows and opportunities apart, so that one can be
 *  found again in what was written. */
export function topicPieces(topic: TopicAssessment): Iterable<Piece> {
  return object(topic, 'analysis.topics', '      ')
}

/** The same as text. */
export function topicJson(topic: TopicAssessment): Iterable<string> {
  return mapped(topicPieces(topic), ({text}) => text)
}

function* topicsOf(printed: Iterable<Iterable<string>>): Iterable<string> {
  yield '"topics": ['
  let isFirst = true
  for (const topic of printed) {
    yield isFirst ? '\n    ' : ',\n    '
    yield* topic
    isFirst = false
  }
  yield isFirst ? ']' : '\n  ]'
}

/** The analysis as JSON with its topics as `topicJson` printed them, here or elsewhere, in their order. */
export function* jsonAround(
  assessment: Omit<Assessment, 'topics'>,
  printed: Iterable<Iterable<string>>,
): Iterable<string> {
  const pieces = object({...assessment, topics: []}, 'analysis', '  ', {topics: () => topicsOf(printed)})
  yield* mapped(pieces, ({text}) => text)
  yield '\n'
}

/** The analysis as JSON, version 1: keys in the contract's order and what was added after them, rows and other
 *  records one a line. */
export function json(assessment: Assessment): Iterable<string> {
  return jsonAround(assessment, mapped(assessment.topics, topicJson))
}

function* mapped<From, To>(values: Iterable<From>, of: (value: From) => To): Iterable<To> {
  for (const value of values) yield of(value)
}
