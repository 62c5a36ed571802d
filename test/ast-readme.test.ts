import {readFileSync} from 'node:fs'
import {type HedgerowNode, isClause} from '../packages/ast/src/index.ts'
import {ingest} from '../packages/ingest/src/index.ts'
import {lexicon} from '../packages/lexicon/src/index.ts'
import {describe, expect, test} from 'vitest'

const read = (path: string): string => readFileSync(new URL(`../packages/ast/${path}`, import.meta.url), 'utf8')
const readme = read('readme.md')
const nodes = read('src/nodes.ts')

/** A document and the part of its tree that the page shows, with the line it stands on. */
interface Example {
  readonly line: number
  readonly markdown: string
  readonly shown: string
}

const examples: readonly Example[] = [...readme.matchAll(/^```markdown\n([^]*?)^```\n\n```json\n([^]*?)^```$/gmu)].map(
  (found) => ({
    line: readme.slice(0, found.index).split('\n').length,
    markdown: found[1] as string,
    shown: found[2] as string,
  }),
)

const tree = async (markdown: string): Promise<HedgerowNode> => {
  const document = {
    path: 'ashby/missing-children.md',
    bytes: new TextEncoder().encode(markdown),
    authority: 'ashby',
    topic: 'missing-children',
  }
  return (await ingest(document, {lexicon})).procedure
}

const withAllBelow = (node: HedgerowNode): readonly HedgerowNode[] =>
  isClause(node) ? [node] : [node, ...node.children.flatMap((child) => withAllBelow(child))]

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

/** Whether `whole` has all that `part` has: fewer keys will do, fewer elements will not. */
const holds = (whole: unknown, part: unknown): boolean => {
  if (!isRecord(part) || !isRecord(whole)) return whole === part
  if (Array.isArray(part) && (!Array.isArray(whole) || whole.length !== part.length)) return false
  return Object.keys(part).every((key) => holds(whole[key], part[key]))
}

/** A value and every object within it. */
const records = (value: unknown): readonly Readonly<Record<string, unknown>>[] => {
  if (!isRecord(value)) return []
  const below = Object.values(value).flatMap(records)
  return Array.isArray(value) ? below : [value, ...below]
}

/** Interfaces and types by name, without comments, `readonly` and layout. */
const declarations = (source: string): ReadonlyMap<string, string> => {
  const bare = source.replace(/\/\*\*[^]*?\*\//gu, '')
  const found = bare.matchAll(/^(?:export )?((?:interface (\w+)[^{]*\{[^}]*\})|(?:type (\w+) =.*(?:\n +\|.*)*))/gmu)
  return new Map(
    [...found].map(([, whole = '', asInterface, asType]) => [
      asInterface ?? asType ?? '',
      whole
        .replace(/\breadonly (?=\w+\??:)/gu, '')
        .replace(/=\s*\|/u, '=')
        .replace(/\s+/gu, ''),
    ]),
  )
}

const shownTypes = declarations(
  [...readme.matchAll(/^```ts\n([^]*?)^```$/gmu)].map(([, block]) => `${block}\n`).join('\n'),
)
const shownRecords = examples.flatMap(({shown}) => records(JSON.parse(shown)))
const namesIn = (type: string): readonly string[] =>
  [...(declarations(nodes).get(type) ?? '').matchAll(/'([\w-]+)'/gu)].map(([, name]) => name as string)

describe('every example on the page is what is read', () => {
  test.each(examples)('line $line', async ({markdown, shown}) => {
    const expected: unknown = JSON.parse(shown)
    const all = withAllBelow(await tree(markdown))
    if (all.some((node) => holds(node, expected))) return
    // None fits: show how the nearest of the same type differs.
    const type = isRecord(expected) ? expected['type'] : null
    expect(all.find((node) => node.type === type) ?? all[0]).toMatchObject(isRecord(expected) ? expected : {})
    expect.unreachable('a node matched field by field that does not hold the example')
  })
})

test('every Markdown block on the page is followed by its tree', () => {
  expect(examples.length).toBeGreaterThan(0)
  expect(readme.match(/^```markdown$/gmu)).toHaveLength(examples.length)
  expect(readme.match(/^```json$/gmu)).toHaveLength(examples.length)
})

test('the page declares the types of nodes.ts, all of them and as they are', () => {
  const real = declarations(nodes)
  expect(real.size).toBeGreaterThan(30)
  expect(Object.fromEntries([...shownTypes].sort())).toEqual(Object.fromEntries([...real].sort()))
})

const types = [...nodes.matchAll(/readonly type: '(\w+)'/gu)].map(([, type]) => type as string)
test.each(types)('%s has its own heading and an example', (type) => {
  expect(readme).toContain(`\n### \`${type}\`\n`)
  expect(shownRecords.filter((each) => each['type'] === type)).not.toEqual([])
})

const facts = [
  ...(/interface Facts \{([^}]*)\}/u.exec(nodes.replace(/\/\*\*[^]*?\*\//gu, ''))?.[1] ?? '').matchAll(
    /readonly (\w+):/gu,
  ),
].map(([, name]) => name as string)
test.each([...facts, 'number', 'leadIn', 'source', 'position', 'cells', 'id', 'fingerprint'])(
  '%s is shown with a value in an example',
  (name) => {
    const isStated = (value: unknown): boolean =>
      value !== undefined && value !== null && !(Array.isArray(value) && value.length === 0)
    expect(shownRecords.some((each) => isStated(each[name]))).toBe(true)
  },
)

test('the facts were found in nodes.ts', () => expect(facts).toHaveLength(namesIn('FactName').length + 1))

test.each([
  ['TableUse', 'use'],
  ['NoticeKind', 'kind'],
  ['Modality', 'modality'],
  ['Bound', 'bound'],
])('every %s has an example', (type, key) => {
  const shown = new Set(shownRecords.map((each) => each[key]))
  expect(namesIn(type).filter((name) => !shown.has(name))).toEqual([])
})
