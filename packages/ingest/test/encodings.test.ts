import {lexicon} from '@hedgerow/lexicon'
import {expect, test} from 'vitest'
import {clauses} from '@hedgerow/ast'
import {imported, ingest, Unreadable} from '../src/index.ts'
import {p, word} from './support/office.ts'

const read = (path: string, bytes: Uint8Array) =>
  ingest({path, bytes, authority: 'ashby', topic: 'missing-children'}, {lexicon})

/** “£20” – in Windows-1252. */
const said = 'The carer must say \x93\xa320\x94 \x96 no more.'
const meant = 'The carer must say “£20” – no more.'
const western = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'latin1'))

test('text and pages of Windows-1252 keep their quotation marks and dashes, and say so where they did not declare it', async () => {
  const page = (head: string): Uint8Array => western(`<html><head>${head}</head><body><p>${said}</p></body></html>`)
  const told = async (path: string, bytes: Uint8Array): Promise<readonly (string | undefined)[]> => {
    const {procedure, messages} = await read(path, bytes)
    return [clauses(procedure)[0]?.text, ...messages.map(({ruleId}) => ruleId)]
  }
  expect(await told('a.txt', western(said))).toEqual([meant, 'encoding'])
  expect(await told('a.csv', western(said))).toEqual([meant, 'encoding'])
  expect(await told('a.html', page('<meta charset="windows-1252">'))).toEqual([meant])
  expect(await told('a.html', page('<meta http-equiv=Content-Type content="text/html; charset=iso-8859-1">'))).toEqual([
    meant,
  ])
  expect(await told('a.html', page(''))).toEqual([meant, 'encoding'])
  expect(await told('a.html', page('<meta charset="utf-8">'))).toEqual([meant, 'encoding'])
  const saved = new TextEncoder().encode(`<meta charset="windows-1252"><p>${meant}</p>`)
  expect(await told('a.html', saved)).toEqual([meant])
})

test('what is no text, or a web archive, is refused', async () => {
  const refused = async (path: string, bytes: Uint8Array): Promise<string> => {
    const fault: unknown = await read(path, bytes).catch((each: unknown) => each)
    expect(fault).toBeInstanceOf(Unreadable)
    return (fault as Unreadable).reason
  }
  expect(await refused('a.txt', Uint8Array.from([0x93, 1, 2, 3]))).toMatch(/UTF-8/u)
  expect(await refused('a.csv', Uint8Array.from([0x50, 0x4b, 3, 4]))).toMatch(/zip or Office/u)
  expect(await refused('a.html', western('From: <Saved by Blink>\nMIME-Version: 1.0\n'))).toMatch(/web archive/u)
})

test('accents written as signs of their own are one with their letter, in every format, and an import stays true', async () => {
  const text = 'The carer must ring the café in Zoë Street within 2 hours.'
  const apart = text.normalize('NFD')
  const documents: Readonly<Record<string, Uint8Array>> = {
    'a.md': new TextEncoder().encode(`**Café**: ${apart}\n`),
    'a.html': new TextEncoder().encode(`<main><p>${apart}</p></main>`),
    'a.docx': word(p(apart)),
  }
  for (const [path, bytes] of Object.entries(documents)) {
    const {procedure} = await read(path, bytes)
    expect([path, clauses(procedure)[0]?.text.includes(text)]).toEqual([path, true])
    expect(JSON.stringify(procedure)).toBe(JSON.stringify(procedure).normalize('NFC'))
  }
  const importing = {source: 'a.docx', by: 'test'}
  const document = {path: 'a.docx', bytes: word(p(apart)), authority: 'ashby', topic: 'missing-children'}
  expect((await imported(document, {lexicon}, importing)).differences).toEqual([])
})
