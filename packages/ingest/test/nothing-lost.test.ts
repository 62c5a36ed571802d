import fc from 'fast-check'
import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {lexicon} from '@hedgerow/lexicon'
import {expect, test} from 'vitest'
import type {HedgerowNode} from '@hedgerow/ast'
import {ingest} from '../src/index.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

const words = (text: string): readonly string[] => text.normalize('NFKC').match(/[\p{L}\p{N}]+/gu) ?? []

const counted = (list: readonly string[]): Map<string, number> => {
  const counts = new Map<string, number>()
  for (const word of list) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}

/** Everything a tree says, each word where it stands: inherited lead-ins are left out of the clauses. */
const said = (node: HedgerowNode): string => {
  const own = [
    'title' in node ? node.title : '',
    'number' in node ? node.number : '',
    node.type === 'list' ? node.leadIn : '',
    'text' in node && !(node.type === 'notice' && node.children.length > 0) ? node.text : '',
    node.type === 'table' ? [node.caption, ...node.head].join(' ') : '',
    node.type === 'field' ? node.options.join(' ') : '',
  ]
  const below = 'children' in node ? node.children.map(said) : []
  return [...own, ...below].join(' ')
}

const missing = async (text: string): Promise<readonly string[]> => {
  const {procedure} = await ingest(
    {path: 'x.md', bytes: bytes(text), authority: 'a', topic: 'missing-children'},
    {lexicon},
  )
  const have = counted(words(said(procedure)))
  return [...counted(words(text))].filter(([word, count]) => (have.get(word) ?? 0) < count).map(([word]) => word)
}

let n = 0
/** Words that occur once, so that none can stand in for another. */
const word = fc
  .constantFrom('worker', 'child', 'must', 'Police', 'should', 'Form', 'e.g.', 'means', 'Tel', 'record')
  .map((each) => `${each} w${++n}x`)
const sentence = fc
  .tuple(fc.array(word, {minLength: 1, maxLength: 6}), fc.constantFrom('.', ':', '', '?', ';', ': ____', ' – done.'))
  .map(([all, end]) => all.join(' ') + end)
const paragraph = fc.array(sentence, {minLength: 1, maxLength: 3}).map((all) => all.join(' '))
const prefix = fc.constantFrom('', '4.1 ', '(a) ', '**', '> ', '☐ ')
const bold = fc.tuple(prefix, paragraph).map(([mark, text]) => (mark === '**' ? `**${text}**` : mark + text))
const item = fc.tuple(fc.constantFrom('- ', '  - ', '- [ ] ', '* '), paragraph).map(([mark, text]) => mark + text)
const steps = fc.array(item, {minLength: 1, maxLength: 5}).map((all) => all.join('\n'))
const heading = fc
  .tuple(fc.integer({min: 1, max: 6}), fc.array(word, {minLength: 1, maxLength: 4}))
  .map(([level, all]) => `${'#'.repeat(level)} ${all.join(' ')}`)
const row = fc.array(sentence, {minLength: 3, maxLength: 3}).map((cells) => `| ${cells.join(' | ')} |`)
const grid = fc
  .tuple(row, fc.array(row, {maxLength: 3}))
  .map(([head, rows]) => [head, '| --- | --- | --- |', ...rows].join('\n'))
const title = fc.constantFrom(
  '## Definitions',
  '## Contacts',
  '## Referral form',
  '## Scope of this chapter',
  '## Amendment',
  '## Contents',
)
const document = fc
  .array(fc.oneof(bold, steps, heading, grid, title), {minLength: 1, maxLength: 12})
  .map((all) => all.join('\n\n'))

test('every word of any Markdown lands in the tree', async () => {
  await fc.assert(
    fc.asyncProperty(document, async (text) => {
      expect(await missing(text)).toEqual([])
    }),
    {numRuns: 200, seed: 7},
  )
}, 60_000)

const home = fileURLToPath(new URL('fixtures/', import.meta.url))
// Marks of what is required and hints how to write a date become what they say, not words.
const furnished: ReadonlySet<string> = new Set([
  'furniture-and-leftovers',
  'front-matter-box-and-edition',
  'required-column',
  'required-marks',
])
for (const behaviour of readdirSync(home).sort()) {
  const path = join(home, behaviour, 'input.md')
  if (!readdirSync(join(home, behaviour)).includes('input.md') || furnished.has(behaviour)) continue
  test(`nothing of ${behaviour} is lost`, async () => {
    expect((await missing(readFileSync(path, 'utf8'))).filter((each) => !/^(?:x|2|4)$/u.test(each))).toEqual([])
  })
}
