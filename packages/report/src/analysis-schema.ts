import {differenceNames, statuses} from '@hedgerow/assess'

/** A JSON Schema as plain JSON. */
export type Schema = {
  readonly [key: string]: Schema | readonly (Schema | string | number | null)[] | string | number | boolean | null
}

/** Any text. */
export const text = {type: 'string'} as const
/** A whole number from 0. */
export const count = {type: 'integer', minimum: 0} as const
/** A number in [0, 1]. */
export const share = {type: 'number', minimum: 0, maximum: 1} as const
/** True or false. */
export const flag = {type: 'boolean'} as const

/** A part of the same schema. */
export function ref(name: string): Schema {
  return {$ref: `#/$defs/${name}`}
}

/** That or null. */
export function orNull(schema: Schema): Schema {
  return {anyOf: [schema, {type: 'null'}]}
}

/** A list of that. */
export function listOf(items: Schema): Schema {
  return {type: 'array', items}
}

/** One of these words. */
export function oneOf(...values: readonly string[]): Schema {
  return {enum: values}
}

/** Every member is required: a field that may be missing goes into `optional`. Fields we add later are allowed
 *  (contract). */
export function record(
  properties: {readonly [key: string]: Schema},
  optional: {readonly [key: string]: Schema} = {},
): Schema {
  return {
    type: 'object',
    required: Object.keys(properties),
    properties: {...properties, ...optional},
    additionalProperties: true,
  }
}

/** An object with any keys. */
export function keyed(values: Schema): Schema {
  return {type: 'object', additionalProperties: values}
}

const units = ['minute', 'hour', 'day', 'working-day', 'week', 'month', 'year', 'immediate', 'as-soon-as']
const comparison = oneOf('>', '>=', '<', '<=', '=')
const day: Schema = {type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$'}
const date: Schema = {type: 'string', pattern: '^\\d{4}(-\\d{2}(-\\d{2})?)?$'}

const documents: {readonly [key: string]: Schema} = {
  authority: record({id: text, name: text}, {local: keyed(listOf(text))}),
  edition: record({version: orNull(text), date: orNull(text), review: orNull(text)}),
  message: record({
    ruleId: text,
    reason: text,
    line: orNull(count),
    page: orNull(count),
    severity: oneOf('info', 'warning'),
  }),
  document: record({
    authority: text,
    topic: text,
    path: text,
    sha256: {type: 'string', pattern: '^[0-9a-f]{64}$'},
    title: text,
    edition: ref('edition'),
    messages: listOf(ref('message')),
  }),
  notCompared: record({path: text, reason: text, remedy: text}),
  judgementFault: record({
    file: oneOf('pins.yaml', 'agreed.yaml', 'decisions.yaml'),
    entry: text,
    reason: text,
    remedy: text,
  }),
}

const facts: {readonly [key: string]: Schema} = {
  source: record({
    path: text,
    line: orNull(count),
    page: orNull(count),
    paragraph: orNull(count),
    sheet: orNull(text),
    cell: orNull(text),
  }),
  duration: record({value: {type: 'number', minimum: 0}, unit: oneOf(...units)}),
  deadline: record({
    value: {type: 'number', minimum: 0},
    unit: oneOf(...units),
    bound: oneOf('within', 'after', 'at-least', 'every'),
    iso: text,
    event: orNull(text),
  }),
  trigger: record({count: {type: 'number'}, op: comparison, window: orNull(ref('duration'))}),
  threshold: record({of: text, op: comparison, value: {type: ['number', 'string']}, unit: orNull(oneOf(...units))}),
  citation: record({id: text, title: text, year: orNull({type: 'integer'})}),
  reading: record(
    {
      id: text,
      fingerprint: text,
      text,
      section: text,
      number: orNull(text),
      source: ref('source'),
      modality: orNull(oneOf('obligation', 'prohibition', 'recommendation', 'permission')),
      actors: listOf(text),
      recipients: listOf(text),
      deadlines: listOf(ref('deadline')),
      deadline: orNull(ref('deadline')),
      trigger: orNull(ref('trigger')),
      threshold: orNull(ref('threshold')),
      condition: orNull(text),
      citations: listOf(ref('citation')),
      local: listOf(text),
    },
    {
      item: orNull(text),
      control: oneOf('text', 'date', 'time', 'number', 'tick', 'choice', 'signature', 'unknown'),
      required: flag,
      options: listOf(text),
    },
  ),
}

const comparisonParts: {readonly [key: string]: Schema} = {
  link: {type: 'array', prefixItems: [text, text, share], minItems: 3, maxItems: 3},
  variant: record({value: text, authorities: listOf(text)}),
  agreement: record({
    reason: text,
    owner: orNull(text),
    agreed: orNull(day),
    reviewBy: day,
    state: oneOf('live', 'expired', 'refused'),
  }),
  finding: record(
    {
      id: text,
      fingerprint: text,
      class: oneOf(...differenceNames),
      severity: oneOf('error', 'warning', 'note', 'off'),
      variants: listOf(ref('variant')),
      direction: keyed(oneOf('weaker', 'stricter', 'different')),
      gap: orNull(text),
      standard: orNull(text),
    },
    {agreed: ref('agreement')},
  ),
  row: record({
    id: text,
    kind: oneOf('provision', 'definition', 'field', 'contact'),
    section: text,
    confidence: share,
    status: oneOf(...statuses),
    facets: listOf(oneOf(...differenceNames)),
    moved: listOf(text),
    readings: keyed(orNull({type: 'array', items: ref('reading'), minItems: 1})),
    links: listOf(ref('link')),
    findings: listOf(ref('finding')),
  }),
  pair: record({a: text, b: text, wording: share, rule: share}),
  scores: record({wording: orNull(share), rule: orNull(share), pairs: listOf(ref('pair'))}),
  standard: record({
    id: text,
    tier: oneOf('A', 'B'),
    citation: text,
    from: date,
    to: orNull(date),
    verified: flag,
    rows: listOf(text),
    met: keyed(oneOf('met', 'below', 'not-stated', 'unsure')),
  }),
  change: record({authority: text, words: count, from: text, to: text}),
  decision: record({
    decision: oneOf('take-up', 'park', 'keep-local'),
    owner: orNull(text),
    due: orNull(day),
    status: oneOf('open', 'done'),
    note: orNull(text),
    by: orNull(text),
    on: orNull(day),
  }),
  wording: record({authority: text, leadIn: orNull(text), term: orNull(text), text}),
  proposedValue: record({
    authority: text,
    class: oneOf('deadline', 'modality', 'citation'),
    from: text,
    to: text,
    words: text,
  }),
  proposal: record(
    {
      basis: oneOf('shared', 'standard', 'choice', 'none'),
      reason: text,
      wording: orNull(ref('wording')),
      below: listOf(text),
      apart: listOf(text),
      instead: listOf(record({authority: text, wording: ref('wording')})),
      verbatim: listOf(text),
      changes: listOf(record({authority: text, words: count})),
      fields: listOf(record({name: text, values: keyed(text)})),
      choices: listOf(record({label: text, authorities: listOf(text), wording: ref('wording')})),
      safest: orNull({type: 'integer', minimum: 0}),
    },
    {values: listOf(ref('proposedValue'))},
  ),
  opportunity: record(
    {
      id: text,
      fingerprint: text,
      rows: listOf(text),
      rank: {type: 'integer', minimum: 1},
      class: oneOf('fix-now', 'agree-value', 'design-work', 'leave-local', 'check'),
      impact: share,
      effort: share,
      why: text,
      agencies: listOf(text),
      change: listOf(ref('change')),
      decision: orNull(ref('decision')),
    },
    {proposal: ref('proposal'), restsOn: text},
  ),
  topic: record({
    id: text,
    authorities: listOf(text),
    without: listOf(text),
    scores: ref('scores'),
    standards: listOf(ref('standard')),
    rows: listOf(ref('row')),
    opportunities: listOf(ref('opportunity')),
  }),
}

/** The JSON Schema (draft 2020-12) of the analysis, version 1. `schema/analysis.schema.json` is its copy for those
 *  who read no TypeScript. */
export const analysisSchema: Schema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Hedgerow analysis, version 1',
  ...record(
    {
      schemaVersion: {const: 1},
      asAt: day,
      tool: record({name: {const: 'hedgerow'}, version: text, lexicon: text}),
      authorities: listOf(ref('authority')),
      documents: listOf(ref('document')),
      notCompared: listOf(ref('notCompared')),
      topics: listOf(ref('topic')),
    },
    {judgementFaults: listOf(ref('judgementFault'))},
  ),
  $defs: {...documents, ...facts, ...comparisonParts},
}
