import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {
  contentTypes,
  coreProperties,
  element,
  elementsIn,
  markup,
  partsOf,
  relationships,
  textIn,
  xmlOf,
  xmlPart,
  zipped,
} from '../src/index.ts'

const limits = {unpacked: 1_000_000, nesting: 50}
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

describe('a zip', () => {
  test('gives back its parts in their order', () => {
    const bytes = zipped([
      ['mimetype', 'application/x'],
      ['b.xml', '<b/>'],
      ['a.bin', new Uint8Array([1, 2, 3])],
    ])
    const parts = partsOf(bytes, () => true, limits)
    expect([...parts.keys()]).toEqual(['mimetype', 'b.xml', 'a.bin'])
    expect(parts.get('a.bin')).toEqual(new Uint8Array([1, 2, 3]))
  })

  test('is the same bytes whatever the time zone and the clock', () => {
    const once = (zone: string): string => {
      const before = process.env['TZ']
      process.env['TZ'] = zone
      const bytes = Buffer.from(zipped([['a', 'words']])).toString('hex')
      process.env['TZ'] = before
      return bytes
    }
    expect(new Set(['UTC', 'Pacific/Auckland', 'America/Los_Angeles'].map(once)).size).toBe(1)
  })

  test('keeps what must be stored as it is', () => {
    const words = 'stored '.repeat(100)
    const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1')
    expect(text(zipped([['mimetype', words]], ['mimetype']))).toContain(words)
    expect(text(zipped([['mimetype', words]]))).not.toContain(words)
  })

  test('refuses a path given twice', () => {
    const twice: readonly (readonly [string, string])[] = [
      ['a', '1'],
      ['a', '2'],
    ]
    expect(() => zipped(twice)).toThrow('Expected every part once, got a twice')
  })
})

test('whatever words are written are read back', () => {
  const words = fc
    .string({unit: 'grapheme'})
    .filter((text) => !/[^\t\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.test(text))
  fc.assert(
    fc.property(words, words, (text, value) => {
      const root = xmlOf(bytesOf(xmlPart(element('a', {value}, element('b', {}, text)))), 'a.xml', limits)
      expect(textIn(root)).toBe(text)
      expect(root.attributes['value']).toBe(value)
    }),
  )
})

test('what XML cannot hold is replaced, and nothing that is no attribute is written', () => {
  expect(markup(element('a', {b: null, c: undefined, d: 0}, 'x\u0001\ud800y\ufffe', null))).toBe(
    '<a d="0">x\ufffd\ufffdy\ufffd</a>',
  )
  expect(markup(element('a', {}))).toBe('<a/>')
})

test('types, relationships and properties', () => {
  const types = xmlOf(bytesOf(contentTypes({png: 'image/png'}, {'word/document.xml': 'x'})), 't', limits)
  expect(elementsIn(types).map(({attributes}) => Object.values(attributes))).toEqual([
    ['rels', 'application/vnd.openxmlformats-package.relationships+xml'],
    ['xml', 'application/xml'],
    ['png', 'image/png'],
    ['/word/document.xml', 'x'],
  ])
  const rels = xmlOf(
    bytesOf(relationships([{id: 'rId1', kind: 'hyperlink', target: 'https://a.example/?b&c', isExternal: true}])),
    'r',
    limits,
  )
  expect(elementsIn(rels)[0]?.attributes).toEqual({
    Id: 'rId1',
    Type: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink',
    Target: 'https://a.example/?b&c',
    TargetMode: 'External',
  })
  expect(coreProperties({title: 'A & B', creator: 'Hedgerow', day: '2026-11-23'})).toContain('2026-11-23T00:00:00Z')
})
