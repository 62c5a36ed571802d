// Lines: cut, filled, folded and laid beside each other by the columns they take.
import fc from 'fast-check'
import stringWidth from 'string-width'
import {describe, expect, test} from 'vitest'
import {
  beginning,
  beside,
  cut,
  filled,
  fitted,
  fittedRight,
  folded,
  foldedText,
  harmless,
  line,
  lineText,
  lineWidth,
  span,
  widthOf,
} from '../../src/explorer/lines.ts'

const texts = fc.oneof(
  fc.string({maxLength: 60}),
  fc.string({unit: 'grapheme', maxLength: 60}),
  fc.constantFrom('漢字漢字 漢字', '👩‍👩‍👧‍👦 👍🏽', 'e\u0301e\u0301', 'x'.repeat(300), 'a\tb\nc', '\u202ea\u200bb'),
)
const spans = fc.array(
  texts.map((text) => span(text)),
  {maxLength: 5},
)
const columns = fc.integer({min: 2, max: 60})

describe('width', () => {
  test.each([
    ['abc', 3],
    ['漢字', 4],
    ['e\u0301', 1],
    ['👩‍👩‍👧‍👦', 2],
    ['a\tb', 3],
    ['a\u200bb\u00ad', 2],
    ['', 0],
  ])('%j takes %i', (text, width) => {
    expect(widthOf(text)).toBe(width)
  })

  test('is what string-width says of the harmless text', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(widthOf(text)).toBe(stringWidth(harmless(text)))
      }),
    )
  })
})

test('every sign that is measured the short way takes one column, also beside others', () => {
  const blocks = [
    [0x20, 0x7e],
    [0xa1, 0xac],
    [0xae, 0x2ff],
    [0x2010, 0x2027],
    [0x2030, 0x205e],
    [0x2190, 0x22ff],
    [0x2500, 0x2595],
  ] as const
  const signs = blocks.flatMap(([from, to]) =>
    Array.from({length: to - from + 1}, (_, at) => String.fromCodePoint(from + at)),
  )
  expect(signs.filter((sign) => stringWidth(sign) !== 1 || harmless(sign) !== sign)).toEqual([])
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...signs), {maxLength: 40}), (some) => {
      expect(stringWidth(some.join(''))).toBe(some.length)
      expect(widthOf(some.join(''))).toBe(some.length)
    }),
  )
})

test('nothing harmless drives a terminal', () => {
  fc.assert(
    fc.property(fc.string({unit: 'binary', maxLength: 30}), (text) => {
      expect(harmless(text)).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u)
    }),
  )
  expect(harmless('Zoë — “ﬁt” 👩‍👩‍👧')).toBe('Zoë — “ﬁt” 👩‍👩‍👧')
})

test('a beginning is one, and never wider than asked', () => {
  fc.assert(
    fc.property(texts, fc.integer({min: -2, max: 40}), (text, most) => {
      const own = beginning(text, most)
      expect(text.startsWith(own)).toBe(true)
      expect(widthOf(own)).toBeLessThanOrEqual(Math.max(0, most))
    }),
  )
  expect(beginning('漢字', 3)).toBe('漢')
})

test('fitted and filled are exactly as wide as asked', () => {
  fc.assert(
    fc.property(texts, columns, (text, width) => {
      expect(widthOf(fitted(text, width))).toBe(width)
      expect(widthOf(fittedRight(text, width))).toBe(width)
    }),
  )
  fc.assert(
    fc.property(spans, columns, (own, width) => {
      expect(lineWidth(filled(own, width))).toBe(width)
    }),
  )
  expect(fitted('alignment', 5)).toBe('alig…')
  expect(fittedRight('7', 3)).toBe('  7')
})

test('a cut line is never wider, and untouched where it has room', () => {
  fc.assert(
    fc.property(spans, columns, (own, width) => {
      const short = cut(own, width)
      expect(lineWidth(short)).toBeLessThanOrEqual(width)
      if (lineWidth(own) <= width) expect(short).toBe(own)
    }),
  )
})

describe('folding', () => {
  test('loses no sign that is no blank, and keeps to the width', () => {
    // One sign may be wider than a very narrow line.
    const some = fc.integer({min: 8, max: 60})
    fc.assert(
      fc.property(spans, some, (own, width) => {
        const lines = folded(own, width)
        for (const each of lines) expect(lineWidth(each)).toBeLessThanOrEqual(width)
        const bare = (words: string): string => words.replace(/\s+/gu, '')
        expect(bare(lines.map(lineText).join(''))).toBe(bare(lineText(own)))
      }),
    )
  })

  test('breaks between words, after an indent', () => {
    expect(foldedText('the carer must report it', 12, 'plain', '  ').map(lineText)).toEqual([
      '  the carer',
      '  must',
      '  report it',
    ])
    expect(folded(line('one two'), 6, line('   '), line('= ')).map(lineText)).toEqual(['= one', '   two'])
  })

  test('a word whose end is marked stays one word', () => {
    expect(folded([span('within '), span('7', 'marked'), span('2 hours')], 10).map(lineText)).toEqual([
      'within 72',
      'hours',
    ])
  })
})

test('columns stand beside each other at their places', () => {
  const left = {lines: [line('漢字'), line('b')], width: 6}
  const right = {lines: [line('x'), line('y'), line('z')], width: 3}
  expect(beside([left, right]).map(lineText)).toEqual(['漢字    x', 'b       y', '        z'])
})
