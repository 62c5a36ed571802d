import {type Document, isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument} from 'yaml'
import {UsageError} from './errors.ts'
import {isDay} from './day.ts'
import {didYouMean} from './suggest.ts'

/** Where a file's faults are gathered; `line` of a node is from 1. */
export interface Reading {
  readonly file: string
  readonly document: Document
  readonly lines: LineCounter
  readonly faults: string[]
}

/** Reads one value of a YAML file, noting a fault where it has another form. The value returned after a fault is never used. */
export type Shape<Value> = (node: Node | null, reading: Reading) => Value

/** The value a YAML text holds, checked. Throws a UsageError naming file, line, what was found and what was expected, for every fault. */
export const checkedYaml = <Value>(text: string, file: string, shape: Shape<Value>): Value => {
  const lines = new LineCounter()
  const document = parseDocument(text.replace(/^\uFEFF/u, ''), {lineCounter: lines, prettyErrors: false})
  const broken = document.errors.map(({pos, message}) => {
    const {line, col} = lines.linePos(pos[0])
    return `${file}:${line}:${col}: This is not YAML: ${message}. Check the indentation, and put quotes round words that hold a colon.`
  })
  if (broken.length > 0) throw new UsageError(broken.join('\n'))
  const reading: Reading = {file, document, lines, faults: []}
  const value = shape(document.contents as Node | null, reading)
  if (reading.faults.length > 0) throw new UsageError(reading.faults.join('\n'))
  return value
}

/** Notes a fault at a node. */
const fault = ({file, lines, faults}: Reading, node: Node | null, words: string): void => {
  const line = node?.range ? lines.linePos(node.range[0]).line : 1
  faults.push(`${file}:${line}: ${words}`)
}

const plain = (node: Node | null, {document}: Reading): Node | null =>
  isAlias(node) ? (node.resolve(document) ?? null) : node

const shown = (node: Node | null): string => {
  if (isMap(node)) return 'keys with values'
  if (isSeq(node)) return 'a list'
  return isScalar(node) && node.value !== null ? JSON.stringify(node.value) : 'nothing'
}

const scalar =
  <Value>(expected: string, read: (value: unknown) => Value | undefined): Shape<Value> =>
  (given, reading) => {
    const node = plain(given, reading)
    const value = isScalar(node) ? read(node.value) : undefined
    if (value === undefined) fault(reading, node, `Unexpected ${shown(node)}, expected ${expected}.`)
    return value as Value
  }

/** Words; a bare number counts as words. */
export const text: Shape<string> = scalar('words', (value) =>
  typeof value === 'string' && value.trim() !== ''
    ? value.trim()
    : typeof value === 'number'
      ? String(value)
      : undefined,
)

/** Words as they are written: of a fingerprint without a letter neither zeros nor digits are lost. */
export const digits: Shape<string> = (given, reading) => {
  const node = plain(given, reading)
  return isScalar(node) && typeof node.value === 'number' && node.source ? node.source : text(given, reading)
}

/** A day of the calendar, `2026-11-23`. */
export const day: Shape<string> = scalar('a day as YEAR-MONTH-DAY', (value) =>
  typeof value === 'string' && isDay(value.trim()) ? value.trim() : undefined,
)

/** A number of at least `least`. */
export const numberFrom = (least: number): Shape<number> =>
  scalar(`a number of at least ${least}`, (value) => (typeof value === 'number' && value >= least ? value : undefined))

/** A number, whatever its sign. */
export const anyNumber: Shape<number> = scalar('a number', (value) =>
  Number.isFinite(value) ? (value as number) : undefined,
)

export const truth: Shape<boolean> = scalar('true or false', (value) =>
  typeof value === 'boolean' ? value : undefined,
)

/** One of some words. YAML of old reads a bare `off` as false; here `off` stays a word. */
export const oneOf = <Word extends string>(words: readonly Word[]): Shape<Word> => {
  const expected = `one of ${words.join(', ')}`
  return (given, reading) => {
    const node = plain(given, reading)
    const value = isScalar(node) ? node.value : undefined
    const word = words.find((each) => each === value)
    if (word === undefined)
      fault(reading, node, `Unexpected ${shown(node)}, expected ${expected}.${didYouMean(String(value), words)}`)
    return word as Word
  }
}

/** `null` where nothing stands. */
export const orNull =
  <Value>(shape: Shape<Value>): Shape<Value | null> =>
  (given, reading) => {
    const node = plain(given, reading)
    return node === null || (isScalar(node) && node.value === null) ? null : shape(node, reading)
  }

/** A list; nothing at all is an empty one, and so that `also: runaways` works, a single value is a list of one. */
export const listOf =
  <Value>(shape: Shape<Value>): Shape<readonly Value[]> =>
  (given, reading) => {
    const node = plain(given, reading)
    if (isSeq(node)) return node.items.map((item) => shape(item as Node, reading))
    return node === null || (isScalar(node) && node.value === null) ? [] : [shape(node, reading)]
  }

/** A list of which no two have the same name. */
export const listOnce =
  <Value>(shape: Shape<Value>, nameOf: (value: Value) => string): Shape<readonly Value[]> =>
  (given, reading) => {
    const values = listOf(shape)(given, reading)
    const node = plain(given, reading)
    const names = values.map((value) => (typeof value === 'object' && value !== null ? nameOf(value) : ''))
    names.forEach((name, at) => {
      if (name && names.indexOf(name) < at)
        fault(
          reading,
          isSeq(node) ? (node.items[at] as Node) : node,
          `Found a second entry for ${name}, expected one. Take one of them out.`,
        )
    })
    return values
  }

/** A value that is more than its shape says: `check` tells what is wrong with it, or null. */
export const checkedBy =
  <Value>(shape: Shape<Value>, check: (value: Value) => string | null): Shape<Value> =>
  (given, reading) => {
    const before = reading.faults.length
    const value = shape(given, reading)
    const wrong = reading.faults.length === before ? check(value) : null
    if (wrong !== null) fault(reading, given, wrong)
    return value
  }

/** Keys of the user's own with values of one shape. `key` may refuse a key by returning why. */
export const recordOf =
  <Value>(
    shape: Shape<Value>,
    key: (name: string) => string | null = () => null,
  ): Shape<Readonly<Record<string, Value>>> =>
  (given, reading) => {
    const found: Record<string, Value> = Object.create(null)
    for (const [name, keyNode, value] of entries(given, reading)) {
      const why = key(name)
      if (why !== null) fault(reading, keyNode, why)
      else found[name] = shape(value, reading)
    }
    return {...found}
  }

type Fields<Value> = {readonly [Key in keyof Value]-?: Shape<NonNullable<Value[Key]> | Value[Key]>}

/** Known keys, all of which may be left out but those in `required`. An unknown key is a fault with a suggestion. */
export const keys =
  <Value extends object>(fields: Fields<Value>, required: readonly (keyof Value & string)[] = []): Shape<Value> =>
  (given, reading) => {
    const known = Object.keys(fields)
    const found: Record<string, unknown> = {}
    for (const [name, keyNode, value] of entries(given, reading)) {
      if (Object.hasOwn(fields, name)) found[name] = fields[name as keyof Value](value, reading)
      else
        fault(
          reading,
          keyNode,
          `Unexpected key ${name}, expected one of ${known.join(', ')}.${didYouMean(name, known)}`,
        )
    }
    const missing = required.filter((name) => !(name in found))
    if (missing.length > 0)
      fault(
        reading,
        given,
        `Expected ${missing.length === 1 ? 'the key' : 'the keys'} ${missing.join(', ')}, found none.`,
      )
    return found as Value
  }

const entries = (given: Node | null, reading: Reading): readonly (readonly [string, Node, Node | null])[] => {
  const node = plain(given, reading)
  if (node === null || (isScalar(node) && node.value === null)) return []
  if (!isMap(node)) {
    fault(reading, node, `Unexpected ${shown(node)}, expected keys with values (\`name: …\`).`)
    return []
  }
  return node.items.map(({key, value}) => {
    const name = plain(key as Node, reading)
    return [isScalar(name) ? String(name.value) : '', key as Node, value as Node | null]
  })
}
