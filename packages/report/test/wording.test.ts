import {describe, expect, it} from 'vitest'
import {counted, dated, direction, apparatus, listed, namesOf, percent, tidyMarks} from '@hedgerow/report'
import {placeOf} from '@hedgerow/ast'
import type {Authority} from '@hedgerow/assess'
import {escaped} from '../src/formats/markdown.ts'
import {anchor} from '../src/rows.ts'
import {finding} from './fixtures/readings.ts'

const council = (id: string, name: string): Authority => ({
  id,
  name,
  partnership: null,
  police: null,
  icb: null,
  neighbours: [],
})

describe('numbers and dates', () => {
  it('claims no whole agreement by rounding', () => {
    expect([0, 0.001, 0.5, 0.996, 1].map(percent)).toEqual(['0%', '1%', '50%', '99%', '100%'])
  })
  it('reads partial dates and leaves what is no date', () => {
    expect(['2024-05-01', '2024-05', '2024', '2024-13', 'May'].map(dated)).toEqual([
      '1 May 2024',
      'May 2024',
      '2024',
      '2024-13',
      'May',
    ])
  })
  it('lists and counts', () => {
    expect([listed([]), listed(['a']), listed(['a', 'b', 'c'])]).toEqual(['', 'a', 'a, b and c'])
    expect([counted(1, 'duty', 'duties'), counted(0, 'duty', 'duties')]).toEqual(['1 duty', '0 duties'])
  })
})

describe('names', () => {
  it('shortens a council to its place, unless two share it', () => {
    const name = namesOf([
      council('a', 'Ashby Council'),
      council('b', 'London Borough of Brindle'),
      council('c', 'Carrow City Council'),
      council('d', 'Carrow County Council'),
      council('e', 'Police de Lyon'),
    ])
    expect(['a', 'b', 'c', 'd', 'e', 'z'].map(name)).toEqual([
      'Ashby',
      'Brindle',
      'Carrow City Council',
      'Carrow County Council',
      'Police de Lyon',
      'z',
    ])
  })
})

describe('places, marks and ids', () => {
  it('says where a reading stands in every kind of document', () => {
    const nowhere = {path: 'a.x', line: null, page: null, paragraph: null, sheet: null, cell: null}
    expect(placeOf({...nowhere, line: 3})).toBe('a.x:3')
    expect(placeOf({...nowhere, page: 2, paragraph: 5})).toBe('a.x, page 2, paragraph 5')
    expect(placeOf({...nowhere, sheet: 'Form', cell: 'B4'})).toBe('a.x, sheet Form, cell B4')
  })
  it('mends marks that overlap, are empty or run out of the text', () => {
    expect(
      tidyMarks('abcdef', [
        [4, 99],
        [0, 2],
        [1, 3],
        [3, 3],
      ]),
    ).toEqual([
      [0, 3],
      [4, 6],
    ])
  })
  it('keeps different ids different', () => {
    expect(new Set([anchor('a b'), anchor('a_b'), anchor('a/b'), anchor('a', 'b')]).size).toBe(4)
  })
  it('escapes what Markdown would obey', () => {
    expect(escaped('*a* <b> | `c`')).toBe('\\*a\\* \\<b\\> \\| \\`c\\`')
  })
})

describe('the apparatus', () => {
  const found = finding(
    'x',
    'deadline',
    'x',
    [
      ['PT72H', '72 hours', ['a', 'c']],
      ['P5BD', '', ['b']],
    ],
    {direction: {b: 'weaker', a: 'stricter', c: 'stricter'}},
  )
  it('says who reads what, by value where there is no label', () => {
    expect(apparatus(found.variants, (id) => id.toUpperCase())).toBe('A, C: 72 hours | B: P5BD')
  })
  it('names the fewer of many, and leaves nobody out', () => {
    const many = Array.from({length: 13}, (_, at) => `a${at}`)
    const [first, second] = found.variants
    const variants = [{...first, authorities: many}, second] as typeof found.variants
    expect(apparatus(variants, (id) => id)).toBe('b: P5BD | all 13 others: 72 hours')
    expect(apparatus(variants.slice(0, 1), (id) => id)).toBe('all 13: 72 hours')
    expect(apparatus([{...first, authorities: many.slice(1)}] as typeof variants, (id) => id)).toContain('a1, a2, ')
  })
  it('says who is weaker and who is stricter', () => {
    expect(direction(found, (id) => id)).toBe('Compared with the others, weaker: b; stricter: a, c.')
  })
})
