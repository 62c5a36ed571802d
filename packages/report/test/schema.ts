import type {Schema} from '../src/analysis-schema.ts'

type Part = Readonly<Record<string, unknown>>

function isObject(value: unknown): value is Part {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function hasType(value: unknown, type: unknown): boolean {
  if (Array.isArray(type)) return type.some((each) => hasType(value, each))
  if (type === 'null') return value === null
  if (type === 'array') return Array.isArray(value)
  if (type === 'object') return isObject(value)
  if (type === 'integer') return Number.isInteger(value)
  return typeof value === type
}

/** `#/$defs/row` or `#/definitions/run` in the schema that holds it. */
function referred(pointer: string, root: Schema): Schema {
  const [, group = '', name = ''] = pointer.split('/')
  const found = (root[group] as Schema | undefined)?.[name]
  if (found === undefined) throw new Error(`Expected ${pointer} in the schema`)
  return found as Schema
}

const formats: Readonly<Record<string, RegExp>> = {
  uri: /^[a-z][a-z0-9+.-]*:\S+$/iu,
  'uri-reference': /^(?:[\w\-.~!$&'()*+,;=:@/?#]|%[0-9a-f]{2})*$/iu,
  uuid: /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/iu,
  'date-time': /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/u,
}

function hasFormat(value: string, name: string): boolean {
  const pattern = formats[name]
  if (pattern === undefined) throw new Error(`Expected a format this check knows, got ${name}`)
  return pattern.test(value)
}

/** What breaks a schema, as `path: reason`. Knows the keywords the analysis schema uses and throws at any other. */
export function faults(value: unknown, schema: Schema, root: Schema, path = '$'): readonly string[] {
  return Object.entries(schema).flatMap(([keyword, rule]) => check(keyword, rule, value, schema, root, path))
}

function check(
  keyword: string,
  rule: unknown,
  value: unknown,
  schema: Schema,
  root: Schema,
  path: string,
): readonly string[] {
  const bad = (fault: boolean): readonly string[] =>
    fault ? [`${path}: ${keyword} ${JSON.stringify(rule)}, got ${JSON.stringify(value)?.slice(0, 60)}`] : []
  const inner = (part: unknown, each: unknown, name: string): readonly string[] =>
    faults(part, each as Schema, root, `${path}.${name}`)
  switch (keyword) {
    case '$schema':
    case 'title':
    case 'description':
    case 'default':
    case 'definitions':
    case '$defs':
      return []
    case '$ref':
      return faults(value, referred(String(rule), root), root, path)
    case 'minLength':
      return bad(typeof value === 'string' && value.length < Number(rule))
    case 'uniqueItems':
      return bad(
        Array.isArray(value) && rule === true && new Set(value.map((each) => JSON.stringify(each))).size < value.length,
      )
    case 'format':
      return bad(typeof value === 'string' && !hasFormat(value, String(rule)))
    case 'oneOf':
      return bad((rule as Schema[]).filter((each) => faults(value, each, root, path).length === 0).length !== 1)
    case 'type':
      return bad(!hasType(value, rule))
    case 'const':
      return bad(value !== rule)
    case 'enum':
      return bad(!(rule as unknown[]).includes(value))
    case 'pattern':
      return bad(typeof value === 'string' && !new RegExp(String(rule), 'u').test(value))
    case 'minimum':
      return bad(typeof value === 'number' && value < Number(rule))
    case 'maximum':
      return bad(typeof value === 'number' && value > Number(rule))
    case 'minItems':
      return bad(Array.isArray(value) && value.length < Number(rule))
    case 'maxItems':
      return bad(Array.isArray(value) && value.length > Number(rule))
    case 'anyOf':
      return bad(!(rule as Schema[]).some((each) => faults(value, each, root, path).length === 0))
    case 'required':
      return bad(isObject(value) && (rule as string[]).some((key) => !(key in value)))
    case 'properties':
      return isObject(value)
        ? Object.entries(rule as Part).flatMap(([key, each]) => (key in value ? inner(value[key], each, key) : []))
        : []
    case 'additionalProperties':
      return rule === true || !isObject(value)
        ? []
        : Object.entries(value)
            .filter(([key]) => !(key in ((schema.properties as Schema | undefined) ?? {})))
            .flatMap(([key, part]) => (rule === false ? [`${path}.${key}: unexpected`] : inner(part, rule, key)))
    case 'items':
      return Array.isArray(value) ? value.flatMap((part, at) => inner(part, rule, String(at))) : []
    case 'prefixItems':
      return Array.isArray(value) ? (rule as Schema[]).flatMap((each, at) => inner(value[at], each, String(at))) : []
    default:
      throw new Error(`Expected a keyword this check knows, got ${keyword}`)
  }
}
