import type {Assessment, TopicAssessment} from '@hedgerow/assess'
import {arrange, order} from './json-order.ts'

/** The items of an array, one a line, comma between: a piece each, so that no string holds a whole region. */
function* items(values: readonly unknown[], shape: string, indent: string): Iterable<string> {
  for (const [index, value] of values.entries())
    yield `${index === 0 ? '' : ','}\n${indent}${JSON.stringify(arrange(value, shape))}`
  if (values.length > 0) yield `\n${indent.slice(2)}`
}

function* member(key: string, value: unknown, shape: string, indent: string): Iterable<string> {
  if (!Array.isArray(value)) {
    yield `${JSON.stringify(key)}: ${JSON.stringify(arrange(value, shape))}`
    return
  }
  yield `${JSON.stringify(key)}: [`
  yield* items(value, shape, indent)
  yield ']'
}

function* object(
  value: object,
  shape: string,
  indent: string,
  special: Readonly<Record<string, () => Iterable<string>>> = {},
): Iterable<string> {
  yield '{'
  for (const [index, [key, part]] of order(value, shape).entries()) {
    yield `${index === 0 ? '' : ','}\n${indent}`
    yield* special[key]?.() ?? member(key, part, `${shape}.${key}`, `${indent}  `)
  }
  yield `\n${indent.slice(2)}}`
}

/** A topic as it stands in the analysis, without what parts it from the next. */
export function topicJson(topic: TopicAssessment): Iterable<string> {
  return object(topic, 'analysis.topics', '      ')
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
  yield* object({...assessment, topics: []}, 'analysis', '  ', {topics: () => topicsOf(printed)})
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
