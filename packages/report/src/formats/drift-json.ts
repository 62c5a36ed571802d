import type {Drift} from '@hedgerow/assess'

/** A drift as JSON, version 1: what `hedgerow schema drift` describes. Records stand one a line. */
export function* driftJson(drift: Drift): Iterable<string> {
  yield '{'
  for (const [at, [key, value]] of Object.entries(drift).entries()) {
    yield `${at === 0 ? '' : ','}\n  ${JSON.stringify(key)}: `
    if (!Array.isArray(value) || value.length === 0) {
      yield JSON.stringify(value)
      continue
    }
    for (const [nth, item] of value.entries()) yield `${nth === 0 ? '[' : ','}\n    ${JSON.stringify(item)}`
    yield '\n  ]'
  }
  yield '\n}\n'
}
