import {lexicon} from '@hedgerow/lexicon'
import {clauses} from '@hedgerow/ast'
import {expect, test} from 'vitest'
import {ingest, type IngestOptions, mergedParts, Unreadable} from '../src/index.ts'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const read = (path: string, bytes: Uint8Array, options: Partial<IngestOptions> = {}) =>
  ingest({path, bytes, authority: 'ashby', topic: 'missing-children'}, {lexicon, ...options})
const texts = async (path: string, bytes: Uint8Array): Promise<readonly string[]> =>
  clauses((await read(path, bytes)).procedure).map(({text}) => text)

const refused: readonly (readonly [string, string, Uint8Array, string])[] = [
  ['an empty file', 'a.md', utf8(''), 'it is empty'],
  ['a file without words', 'a.md', utf8('---\n\n* * *\n'), 'it is empty'],
  ['front matter alone', 'a.md', utf8('---\ntitle: x\n---\n'), 'it is empty'],
  ['NUL bytes', 'a.md', Uint8Array.from([65, 66, 0, 67]), 'it is not text: it holds NUL bytes'],
  ['no UTF-8', 'a.md', Uint8Array.from([65, 0xe9, 66]), 'it is not UTF-8 text'],
  ['a zip', 'a.md', Uint8Array.from([0x50, 0x4b, 3, 4, 0]), 'it is a zip or Office file under another name'],
  ['a PDF', 'a.html', utf8('%PDF-1.7'), 'it is a PDF under another name'],
  ['an unknown extension', 'a.xyz', utf8('a'), 'its extension .xyz is not known'],
  [
    'one endless line',
    'a.md',
    utf8('word '.repeat(100_000)),
    'it has a line or paragraph of more than 200000 characters',
  ],
  ['deep quotations', 'a.md', utf8(`${'> '.repeat(5000)}x`), 'it nests lists or quotations more than 200 deep'],
  ['deep elements', 'a.html', utf8(`${'<div>'.repeat(50_000)}x`), 'it nests elements too deep to be read'],
]
test.each(refused)('%s is refused with a reason and a remedy', async (_, path, bytes, reason) => {
  const error = await read(path, bytes).catch((caught: unknown) => caught)
  expect(error).toBeInstanceOf(Unreadable)
  expect((error as Unreadable).reason).toBe(reason)
  expect((error as Unreadable).remedy).not.toBe('')
})

test('byte order marks, UTF-16 and Windows line ends are read', async () => {
  const expected = ['Staff must act.', 'They may wait.']
  const text = '# Title\r\n\r\nStaff must act.\r\n\r\nThey may wait.\r\n'
  expect(await texts('a.md', utf8(`\uFEFF${text}`))).toEqual(expected)
  expect(await texts('a.md', Uint8Array.from([0xff, 0xfe, ...Buffer.from(text, 'utf16le')]))).toEqual(expected)
})

test('a clause points at its own words in the source, whatever is escaped before it', async () => {
  const source =
    '# T\n\n## 1\\. Duties &amp; steps\n\nFish &amp; chips \\* wait.   The  **worker** must\nact &lt;now&gt;.\n\n* ring [[a|the Hub]] now\n'
  const {procedure} = await read('a.md', utf8(source))
  const spans = clauses(procedure).map(({position}) => source.slice(position?.start.offset, position?.end.offset))
  expect(spans).toEqual([
    'Fish &amp; chips \\* wait.',
    'The  **worker** must\nact &lt;now&gt;.',
    'ring [[a|the Hub]] now',
  ])
  expect(clauses(procedure).map(({text}) => text)).toEqual([
    'Fish & chips * wait.',
    'The worker must act <now>.',
    'ring the Hub now',
  ])
  expect(clauses(procedure).map(({source: {line}}) => line)).toEqual([5, 5, 8])
})

test('renumbering a lead-in leaves its steps their fingerprints', async () => {
  const prints = async (number: string): Promise<readonly string[]> =>
    clauses((await read('a.md', utf8(`${number} The worker must:\n\n- visit the child\n`))).procedure).map(
      ({fingerprint}) => fingerprint,
    )
  expect(await prints('4.1')).toEqual(await prints('5.2'))
})

test('the parts of a topic are one procedure with ids counted through', async () => {
  const [policy, practice] = await Promise.all([
    read('a.md', utf8('# Policy\n\nStaff must act.\n')),
    read('b.md', utf8('Version 2, approved May 2024.\n\nStaff should wait.\n')),
  ])
  const whole = mergedParts([policy.procedure, practice.procedure])
  expect(clauses(whole).map(({id}) => id)).toEqual(['ashby/missing-children/1', 'ashby/missing-children/2'])
  expect([whole.title, whole.edition.version, whole.edition.date]).toEqual(['Policy', '2', '2024-05'])
  expect(() => mergedParts([])).toThrow('Expected at least 1 procedure, got 0')
})

test.each([
  ['Assessment and safety plan', 'The social worker must write down what was said.', null],
  [
    'Telling others',
    'The lead must tell the school nurse, the health visitor and the general practitioner. The school must tell the parents.',
    null,
  ],
  ['First response', 'The practitioner must listen to the child.', null],
  ['Safety plan template', 'Name:', 'appendix-form'],
])('a heading of a topic that nobody knows has no kind that its words do not say: %s', async (title, body, kind) => {
  const text = `# Self harm\n\n## ${title}\n\n${body}\n`
  const {procedure} = await ingest({path: 'a.md', bytes: utf8(text), authority: 'ashby', topic: 'self-harm'}, {lexicon})
  const section = procedure.children.find((each) => each.type === 'section')
  expect(section?.kind ?? null).toBe(kind)
})
