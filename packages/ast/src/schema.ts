/** A JSON Schema, or a part of one. */
export interface JsonSchema {
  readonly [keyword: string]: unknown
}

const text: JsonSchema = {type: 'string'}
const whole: JsonSchema = {type: 'integer', minimum: 0}
const ref = (name: string): JsonSchema => ({$ref: `#/$defs/${name}`})
const listOf = (items: JsonSchema): JsonSchema => ({type: 'array', items})
const orNull = (schema: JsonSchema): JsonSchema => ({anyOf: [schema, {type: 'null'}]})
const oneOf = (...values: readonly string[]): JsonSchema => ({enum: values})

/** Every key is required but those in `optional`; keys may be added by later versions. */
const record = (properties: Readonly<Record<string, JsonSchema>>, optional: readonly string[] = []): JsonSchema => ({
  type: 'object',
  required: Object.keys(properties).filter((name) => !optional.includes(name)),
  properties,
})

const unit = oneOf('minute', 'hour', 'day', 'working-day', 'week', 'month', 'year', 'immediate', 'as-soon-as')
const comparison = oneOf('>', '>=', '<', '<=', '=')

const values: Readonly<Record<string, JsonSchema>> = {
  point: record({line: {type: 'integer', minimum: 1}, column: {type: 'integer', minimum: 1}, offset: whole}, [
    'offset',
  ]),
  position: record({start: ref('point'), end: ref('point')}),
  source: record({
    path: text,
    line: orNull({type: 'integer', minimum: 1}),
    page: orNull({type: 'integer', minimum: 1}),
    paragraph: orNull(whole),
    sheet: orNull(text),
    cell: orNull(text),
  }),
  duration: record({value: {type: 'number', minimum: 0}, unit}),
  deadline: record({
    value: {type: 'number', minimum: 0},
    unit,
    bound: oneOf('within', 'after', 'at-least', 'every'),
    iso: text,
    event: orNull(text),
  }),
  trigger: record({of: text, op: comparison, count: {type: 'number', minimum: 0}, window: orNull(ref('duration'))}),
  threshold: record({of: text, op: comparison, value: {type: ['number', 'string']}, unit: orNull(unit)}),
  citation: record({id: text, title: text, year: orNull({type: 'integer'})}),
  action: record({verb: text, object: orNull(text)}),
  evidence: record({
    of: oneOf(
      'modality',
      'actors',
      'recipients',
      'action',
      'deadlines',
      'trigger',
      'threshold',
      'condition',
      'citations',
      'local',
      'forms',
    ),
    in: oneOf('text', 'lead-in', 'heading'),
    start: whole,
    end: whole,
    value: text,
  }),
  cell: record({head: text, start: whole, end: whole}),
  edition: record({version: orNull(text), date: orNull(text), review: orNull(text), owner: orNull(text)}),
}

const clause = (type: string, own: Readonly<Record<string, JsonSchema>> = {}): JsonSchema =>
  record(
    {
      type: {const: type},
      id: text,
      fingerprint: {type: 'string', pattern: '^(?:[0-9a-f]{16})?$'},
      text,
      number: orNull(text),
      leadIn: orNull(text),
      source: ref('source'),
      modality: orNull(oneOf('obligation', 'prohibition', 'recommendation', 'permission')),
      actors: listOf(text),
      recipients: listOf(text),
      action: orNull(ref('action')),
      deadlines: listOf(ref('deadline')),
      trigger: orNull(ref('trigger')),
      threshold: orNull(ref('threshold')),
      condition: orNull(text),
      citations: listOf(ref('citation')),
      local: listOf(text),
      forms: listOf(text),
      evidence: listOf(ref('evidence')),
      ...own,
      cells: listOf(ref('cell')),
      position: ref('position'),
    },
    ['cells', 'position', 'role'],
  )

const clauseTypes = ['provision', 'definition', 'field', 'contact'].map(ref)
const contentTypes = [...clauseTypes, ...['section', 'list', 'table', 'form', 'notice'].map(ref)]

const parent = (type: string, own: Readonly<Record<string, JsonSchema>>): JsonSchema =>
  record({type: {const: type}, ...own, children: listOf({anyOf: contentTypes}), position: ref('position')}, [
    'position',
  ])

const nodes: Readonly<Record<string, JsonSchema>> = {
  provision: clause('provision'),
  definition: clause('definition', {term: text}),
  field: clause('field', {
    item: orNull(text),
    control: oneOf('text', 'date', 'time', 'number', 'tick', 'choice', 'signature', 'unknown'),
    required: {type: 'boolean'},
    options: listOf(text),
  }),
  contact: clause('contact', {who: text, role: text}),
  section: parent('section', {
    title: text,
    number: orNull(text),
    kind: orNull(text),
    depth: {type: 'integer', minimum: 1},
  }),
  list: parent('list', {leadIn: orNull(text), ordered: {type: 'boolean'}}),
  table: record(
    {
      type: {const: 'table'},
      use: oneOf('contacts', 'indicators', 'steps', 'form', 'definitions', 'plain'),
      caption: orNull(text),
      head: listOf(text),
      children: listOf({anyOf: clauseTypes}),
      position: ref('position'),
    },
    ['position'],
  ),
  form: parent('form', {title: orNull(text)}),
  notice: parent('notice', {
    kind: oneOf(
      'scope',
      'amendment',
      'related-guidance',
      'related-chapters',
      'version-control',
      'legislation',
      'contents',
      'note',
    ),
    title: text,
    text,
    citations: listOf(ref('citation')),
  }),
}

/** The JSON Schema (draft 2020-12) of a procedure tree, as nodes.ts types it. `schema/procedure.schema.json` is its copy for those who
 *  read no TypeScript. */
export const procedureSchema: JsonSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Hedgerow procedure tree, version 1',
  ...parent('procedure', {authority: text, topic: text, title: text, edition: ref('edition'), unread: listOf(text)}),
  $defs: {...values, ...nodes},
}
