import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {Readable, Writable} from 'node:stream'
import {fileURLToPath} from 'node:url'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {clauses} from '../packages/ast/src/index.ts'
import {main} from '../packages/cli/src/index.ts'
import {madeDocument} from '../packages/cli/src/propose/made-document.ts'
import {ingest, readingOf} from '../packages/ingest/src/index.ts'
import {lexicon} from '../packages/lexicon/src/index.ts'
import {partsOf, placedXml, wordParagraphs} from '../packages/office/src/index.ts'
import {hasLibreOffice, profileWithMacro, settledTexts} from './support/libreoffice.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'hedgerow-propose-'))
const limits = {unpacked: 100_000_000, nesting: 200}
const day = '2026-11-23'

afterAll(() => rmSync(folder, {recursive: true, force: true}))

const proposed = async (
  authority: string,
  cwd: string,
  corpus: string,
  output: string,
  topic = 'missing-children',
): Promise<string> => {
  let said = ''
  const stream = new Writable({
    write: (piece, _, done) => {
      said += String(piece)
      done()
    },
  })
  const argv = ['propose', authority, corpus, '--topic', topic, '--as-at', day, '--output', output]
  const now = (): Date => new Date(`${day}T12:00:00Z`)
  await main({argv, stdin: Readable.from([]), stdout: stream, stderr: stream, cwd, env: {}, now})
  return said
}

const partOf = (bytes: Uint8Array, path: string): string =>
  new TextDecoder().decode(partsOf(bytes, () => true, limits).get(path) ?? new Uint8Array())
const paragraphsOf = (xml: string): readonly string[] => wordParagraphs(placedXml(xml)).map(({text}) => text)
const author = 'Hedgerow \\(proposed\\)'

/** The main part without what we proposed. */
const rejected = (xml: string): string =>
  xml
    .replace(new RegExp(`<w:ins [^>]*w:author="${author}"[^>]*>.*?</w:ins>`, 'gsu'), '')
    .replace(new RegExp(`<w:del [^>]*w:author="${author}"[^>]*>(.*?)</w:del>`, 'gsu'), (_, inside: string) =>
      inside.replaceAll('w:delText', 'w:t'),
    )

const read = async (bytes: Uint8Array) => {
  const document = {path: 'pellmoor/child-exploitation.docx', bytes, authority: 'pellmoor', topic: 'child-exploitation'}
  return clauses((await ingest(document, {lexicon})).procedure).map(({text}) => text)
}

describe('a Word document of the sample', () => {
  const original = readFileSync(join(root, 'procedures/pellmoor/child-exploitation.docx'))
  let bytes: Uint8Array
  let said: string
  beforeAll(async () => {
    said = await proposed('pellmoor', root, 'procedures', join(folder, 'pellmoor.docx'), 'child-exploitation')
    bytes = readFileSync(join(folder, 'pellmoor.docx'))
  }, 60_000)

  test('says what was changed, and lists what was not', () => {
    expect(said).toMatch(
      /Wrote .*pellmoor\.docx\n {2}from pellmoor\/child-exploitation\.docx: 3 tracked changes, \d+ remarks, \d+ choices left/u,
    )
    expect(said).toContain('In all 3 tracked changes')
    expect(said.split('\n').length).toBeLessThan(10)
    const comments = partOf(bytes, 'word/comments.xml').replace(/<[^>]+>/gu, '\n')
    expect(comments).toContain('Standards not stated here')
  })

  test('read with all accepted has the proposed words, and differs in nothing else', async () => {
    const [before, after] = [await read(original), await read(bytes)]
    const gone = before.filter((text) => !after.includes(text))
    const come = after.filter((text) => !before.includes(text))
    expect(gone).toEqual([
      'The screening tool must be completed within two working days of the concern being identified.',
      "A child graded significant must be referred to the Pellmoor Children's Gateway within one working day.",
      'Written confirmation of a telephone referral must follow within two working days.',
    ])
    expect(come).toEqual([
      'The screening tool must be completed within 24 hours of the concern being identified.',
      "A child graded significant must be referred to the Pellmoor Children's Gateway within 24 hours.",
      'Written confirmation of a telephone referral must follow within 24 hours.',
    ])
  })

  test('with ours rejected has the original words, paragraph by paragraph', () => {
    const [before, after] = [partOf(original, 'word/document.xml'), partOf(bytes, 'word/document.xml')]
    expect(paragraphsOf(rejected(after))).toEqual(paragraphsOf(before))
  })

  test('keeps every other part to the byte', () => {
    const [before, after] = [partsOf(original, () => true, limits), partsOf(bytes, () => true, limits)]
    const touched = ['[Content_Types].xml', 'word/_rels/document.xml.rels', 'word/document.xml', 'word/comments.xml']
    expect([...after.keys()].sort()).toEqual([...before.keys(), 'word/comments.xml'].sort())
    for (const [path, own] of before) if (!touched.includes(path)) expect(after.get(path)).toEqual(own)
  })

  test('gives the reason beside each change', () => {
    const comments = partOf(bytes, 'word/comments.xml').replace(/<[^>]+>/gu, '\n')
    expect(comments).toContain('different time limit (agree value).')
    expect(comments).toContain('Changed here: the time limit (now: within 24 hours). Every other word is your own.')
    expect(comments).toContain('hedgerow show child-exploitation/thresholds-referral-2')
  })
})

test('words that cannot simply take the place of its own are told where these stand', async () => {
  const said = await proposed('saltmarrow', root, 'procedures', join(folder, 'saltmarrow.docx'))
  expect(said).toContain('a Word document made from saltmarrow/missing-children.md')
  const bytes = readFileSync(join(folder, 'saltmarrow.docx'))
  const comments = partOf(bytes, 'word/comments.xml').replace(/<[^>]+>/gu, '\n')
  expect(comments).toContain('This Word document was made from a document in another format')
  expect(comments).toContain(
    'Not changed here. Other words differ too, and might be lost: compare them. Proposed words: “A return interview must be offered on every occasion on which a child has been missing.”',
  )
}, 60_000)

test('a document made of another format has all its words', async () => {
  for (const path of [
    'thornmere/missing-children.md',
    'eldermoss/missing-children.html',
    'harrowmead/missing-children.pdf',
  ]) {
    const [authority = ''] = path.split('/')
    const own = readFileSync(join(root, 'procedures', path))
    const document = {path, bytes: own, authority, topic: 'missing-children'}
    const {title, blocks} = await readingOf(document, {})
    const made = paragraphsOf(partOf(madeDocument(title ?? '', blocks, day), 'word/document.xml'))
      .join(' ')
      .replace(/\s+/gu, ' ')
    const said = clauses((await ingest(document, {lexicon})).procedure).filter(({type}) => type === 'provision')
    const lost = said.filter(({text, cells}) => !cells && !made.includes(text.replace(/\s+/gu, ' ')))
    expect(lost.map(({text}) => text)).toEqual([])
  }
}, 60_000)

describe.skipIf(!hasLibreOffice)('in LibreOffice', () => {
  test('accepting all gives the proposed text, rejecting all the original', async () => {
    const profile = profileWithMacro(join(folder, 'profile'))
    const path = 'wexbourne/missing-children.procedure.md'
    const bytes = readFileSync(join(root, 'procedures', path))
    const file = join(folder, 'wexbourne/wexbourne-missing-children.procedure.docx')
    await proposed('wexbourne', root, 'procedures', join(folder, 'wexbourne'))
    const {title, blocks} = await readingOf({path, bytes, authority: 'wexbourne', topic: 'missing-children'}, {})
    writeFileSync(join(folder, 'plain.docx'), madeDocument(title ?? 'missing-children', blocks, day))
    const plain = join(folder, 'plain.docx')
    const jobs = [file, plain].flatMap((each) => (['Accept', 'Reject'] as const).map((how) => ({path: each, how})))
    const [accepted = '', rejected, plainAccepted, plainRejected] = settledTexts(profile, jobs)
    expect(rejected).toBe(plainRejected)
    expect(accepted).not.toBe(plainAccepted)
    const xml = partOf(readFileSync(file), 'word/document.xml')
    const flat = (text: string): string => text.replace(/\s+/gu, ' ').trim()
    for (const text of paragraphsOf(xml)) expect(flat(accepted)).toContain(flat(text))
  }, 120_000)
})
