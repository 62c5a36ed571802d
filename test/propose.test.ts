import {cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {Readable} from 'node:stream'
import {fileURLToPath} from 'node:url'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {clauses} from '../packages/ast/src/index.ts'
import {main} from '../packages/cli/src/index.ts'
import {madeDocument} from '../packages/cli/src/propose/made-document.ts'
import {ingest, readingOf} from '../packages/ingest/src/index.ts'
import {lexicon} from '../packages/lexicon/src/index.ts'
import {partsOf, placedXml, wordParagraphs, zipped} from '../packages/office/src/index.ts'
import {hasLibreOffice, profileWithMacro, settledTexts} from './support/libreoffice.mjs'
import {collected} from './support/collected.ts'

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
  const {stream, text} = collected()
  const argv = ['propose', authority, corpus, '--topic', topic, '--as-at', day, '--output', output]
  const now = (): Date => new Date(`${day}T12:00:00Z`)
  await main({argv, stdin: Readable.from([]), stdout: stream, stderr: stream, cwd, env: {}, now})
  return text()
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
  const document = {path: 'pellmoor/missing-children.docx', bytes, authority: 'pellmoor', topic: 'missing-children'}
  return clauses((await ingest(document, {lexicon})).procedure).map(({text}) => text)
}

/** The sample with a Word document in which the limit of a return interview is longer than the standard allows. */
const withShortfall = (): Uint8Array => {
  cpSync(join(root, 'procedures'), join(folder, 'region'), {recursive: true})
  const path = join(folder, 'region/pellmoor/missing-children.docx')
  const parts = [...partsOf(readFileSync(path), () => true, limits)].map(([name, content]) => {
    if (name !== 'word/document.xml') return [name, content] as const
    const text = new TextDecoder().decode(content)
    expect(text).toContain('within 72 hours of the child')
    return [name, text.replace('within 72 hours of the child', 'within 5 working days of the child')] as const
  })
  writeFileSync(path, zipped(parts))
  return readFileSync(path)
}

describe('a Word document', () => {
  let original: Uint8Array
  let bytes: Uint8Array
  let said: string
  let comments: string
  beforeAll(async () => {
    original = withShortfall()
    said = await proposed('pellmoor', folder, 'region', join(folder, 'pellmoor.docx'))
    bytes = readFileSync(join(folder, 'pellmoor.docx'))
    comments = partOf(bytes, 'word/comments.xml').replace(/<[^>]+>/gu, '\n')
  }, 60_000)

  test('says what was changed, and lists what was not', () => {
    expect(said).toMatch(
      /Wrote .*pellmoor\.docx\n {2}from pellmoor\/missing-children\.docx: 1 tracked change, \d+ remarks, \d+ choices left/u,
    )
    expect(said).toContain('In all 1 tracked change,')
    expect(said.split('\n').length).toBeLessThan(10)
    expect(comments).toContain('Standards not stated here')
  })

  test('read with all accepted has the proposed words, and differs in nothing else', async () => {
    const [before, after] = [await read(original), await read(bytes)]
    expect(before.filter((text) => !after.includes(text))).toEqual([
      "The return interview must be completed within 5 working days of the child's return.",
    ])
    expect(after.filter((text) => !before.includes(text))).toEqual([
      "The return interview must be completed within 72 hours of the child's return.",
    ])
  })

  test('asks in a comment what no standard settles, and changes nothing there', () => {
    expect(comments).toContain(
      'A question for the partners, so nothing is changed here: shall it be immediately? It would lower nobody’s protection.',
    )
    expect(paragraphsOf(rejected(partOf(bytes, 'word/document.xml'))).join('\n')).toContain('within 1 hour, on 101')
    expect(paragraphsOf(partOf(bytes, 'word/document.xml')).join('\n')).toContain('within 1 hour, on 101')
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
    expect(comments).toContain(
      'Return interview carried out: below the national or regional standard (Return interview)',
    )
    expect(comments).toContain(
      'Changed here: the time limit (now: within 72 hours), as the standard names it. Every other word is your own.',
    )
    expect(comments).toContain('hedgerow show missing-children/return-interview-2')
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
