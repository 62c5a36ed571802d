import {describe, expect, it} from 'vitest'
import {elementsIn, partsOf, type XmlElement, xmlOf} from '@hedgerow/office'
import {reportBytes} from '@hedgerow/report'
import {lexicon} from '@hedgerow/lexicon'
import {type Book, cellText, cellWords, headRow, serialDay, shownShare} from '../src/sheets/book.ts'
import {workbook} from '../src/sheets/workbook.ts'
import {xlsx} from '../src/formats/xlsx.ts'
import {formComparisons, formStep} from '../src/form-items.ts'
import {localKind} from '../src/local-kind.ts'
import {forms} from './fixtures/forms.ts'
import {nothingCompared, oneHolder} from './fixtures/edges.ts'
import {testLexicon} from './fixtures/lexicon.ts'
import {threeAuthorities} from './fixtures/three.ts'

const text = (book: Book): string =>
  book.sheets
    .map(({name, title, about, columns, rows}) =>
      [
        `== ${name}`,
        title,
        ...about,
        columns.map((column) => column.title).join(' | '),
        ...rows.map((row) => row.map((cell) => cellWords(cell).replaceAll('\n', ' / ')).join(' | ')),
      ].join('\n'),
    )
    .join('\n\n')

const books = {three: threeAuthorities, forms, nothingCompared, oneHolder}

describe('the workbook', () => {
  it('holds what the report holds, as tables', async () => {
    await expect(`${text(workbook(threeAuthorities, testLexicon))}\n`).toMatchFileSnapshot(
      'golden/three.sheets.expected',
    )
  })
  it.each(Object.entries(books))('of %s keeps to the rules of good practice', (_, assessment) => {
    const {sheets} = workbook(assessment, testLexicon)
    expect(sheets.slice(0, 2).map(({name}) => name)).toEqual(['Cover', 'Contents'])
    expect(new Set(sheets.map(({name}) => name.toLowerCase())).size).toBe(sheets.length)
    for (const {name, columns, rows} of sheets) {
      expect(name).toMatch(/^[^:\\/?*[\]]{1,31}$/)
      expect(new Set(columns.map(({title}) => title.toLowerCase())).size).toBe(columns.length)
      expect(rows.filter((row) => row.length !== columns.length)).toEqual([])
      expect(rows.filter((row) => row.every((cell) => cell === null || cell === ''))).toEqual([])
    }
  })
  it('numbers authorities that share a name, for a table has every title once', () => {
    const [first, second, ...rest] = threeAuthorities.authorities
    if (first === undefined || second === undefined) throw new Error('Expected two authorities')
    const twins = {...threeAuthorities, authorities: [first, {...second, name: first.name}, ...rest]}
    const matrix = workbook(twins, testLexicon).sheets.find(({name}) => name === 'Matrix')
    expect(matrix?.columns.map(({title}) => title).slice(2, 4)).toEqual([first.name, `${first.name} (2)`])
  })
})

describe('cells', () => {
  it('count days as spreadsheets do', () => {
    expect(serialDay('1900-03-01')).toBe(61)
    expect(serialDay('2026-11-23')).toBe(46349)
  })
  it('never show a share as whole that is not', () => {
    expect([0, 0.00001, 0.5, 0.99999, 1].map(shownShare)).toEqual([0, 0.001, 0.5, 0.999, 1])
  })
  it('say so where words are longer than a cell', () => {
    const long = cellText('x'.repeat(40_000))
    expect(long).toHaveLength(32_767)
    expect(long).toMatch(/cut: longer than a cell can be\)$/)
  })
})

function partIn(bytes: Uint8Array, path: string): XmlElement {
  const part = partsOf(bytes, () => true, {unpacked: 50_000_000}).get(path)
  if (part === undefined) throw new Error(`Expected the part ${path}`)
  return xmlOf(part, path, {nesting: 100})
}

const named = (element: XmlElement, name: string): readonly XmlElement[] =>
  elementsIn(element).flatMap((child) => [...(child.name === name ? [child] : []), ...named(child, name)])

describe('xlsx', () => {
  const bytes = reportBytes(threeAuthorities, 'xlsx', {lexicon: testLexicon})
  const log = partIn(bytes, 'xl/worksheets/sheet3.xml')
  const book = workbook(threeAuthorities, testLexicon)
  it('freezes the head of every sheet, and merges nothing', () => {
    for (const [at, sheet] of book.sheets.entries()) {
      const xml = partIn(bytes, `xl/worksheets/sheet${at + 1}.xml`)
      expect(named(xml, 'pane')[0]?.attributes).toMatchObject({state: 'frozen', ySplit: String(headRow(sheet))})
      expect(named(xml, 'mergeCells')).toEqual([])
    }
  })
  it('makes each table one that can be filtered', () => {
    const filled = book.sheets.filter(({rows}) => rows.length > 0)
    const tables = [...partsOf(bytes, (path) => path.startsWith('xl/tables/'), {unpacked: 10_000_000}).keys()]
    expect(tables).toHaveLength(filled.length)
    expect(named(partIn(bytes, 'xl/tables/table3.xml'), 'autoFilter')).toHaveLength(1)
  })
  it('offers the decisions and states to choose from', () => {
    const lists = named(log, 'formula1').map(({children}) => children.join(''))
    expect(lists).toEqual(['"take up,park,keep local"', '"open,done"'])
  })
  it('writes words as words: no formula, and nothing that reads as an escaped sign', () => {
    const odd = {
      title: 'T',
      subject: 'S',
      day: '2026-11-23',
      sheets: [
        {
          name: 'A',
          title: 'T',
          about: [],
          columns: [{title: 'C', width: 9}],
          rows: [['=1+1'], ['_x0041_'], ['a\u0000b']],
          frozen: 0,
        },
      ],
    }
    const shared = partIn(xlsx(odd), 'xl/sharedStrings.xml')
    expect(named(shared, 't').map(({children}) => children.join(''))).toEqual([
      'T',
      'C',
      '=1+1',
      '_x005F_x0041_',
      'a\ufffdb',
    ])
    expect(named(partIn(xlsx(odd), 'xl/worksheets/sheet1.xml'), 'f')).toEqual([])
  })
})

describe('ods', () => {
  const bytes = reportBytes(threeAuthorities, 'ods', {lexicon: testLexicon})
  it('begins with its type, not compressed', () => {
    expect(new TextDecoder().decode(bytes.subarray(30, 84))).toBe(
      'mimetypeapplication/vnd.oasis.opendocument.spreadsheet',
    )
  })
  it('has the same tables, with filters, choices and nothing merged', () => {
    const content = partIn(bytes, 'content.xml')
    expect(named(content, 'table:table').map(({attributes}) => attributes['table:name'])).toEqual(
      workbook(threeAuthorities, testLexicon).sheets.map(({name}) => name),
    )
    expect(named(content, 'table:database-range').length).toBeGreaterThan(5)
    expect(named(content, 'table:content-validation').map(({attributes}) => attributes['table:condition'])).toEqual([
      'of:cell-content-is-in-list("take up";"park";"keep local")',
      'of:cell-content-is-in-list("open";"done")',
    ])
    expect(named(content, 'table:covered-table-cell')).toEqual([])
  })
})

describe('forms compared as data', () => {
  const [comparison] = formComparisons(forms.topics, lexicon)
  const item = (id: string) => {
    const found = comparison?.items.find((each) => each.id === id)
    if (found === undefined) throw new Error(`Expected the item ${id}`)
    return found
  }
  it('counts only authorities whose form was read', () => {
    expect(comparison?.forms).toEqual(['ashby', 'brindle', 'carrow'])
  })
  it('puts rows that ask for one item together', () => {
    expect(item('child.name').rows.map(({id}) => id)).toEqual(['form-1', 'form-5'])
    expect(item('child.name').askings.map(({authority}) => authority)).toEqual(['ashby', 'brindle', 'carrow'])
  })
  it('proposes what half ask for, required where half of those require it', () => {
    expect(item('child.name')).toMatchObject({inMinimum: 'yes', required: true})
    expect(item('form-2')).toMatchObject({inMinimum: 'no'})
  })
  it('proposes what a statutory standard asks for, however few ask', () => {
    expect(item('consent.obtained')).toMatchObject({inMinimum: 'yes', required: true})
    expect(formStep(item('consent.obtained'), 'ashby')).toBe('add')
  })
  it('takes nothing for common that rests on unsure rows, and nobody’s silence there for certain', () => {
    expect(item('form-3')).toMatchObject({inMinimum: 'check', options: ['Yes', 'No']})
    expect(formStep(item('form-3'), 'carrow')).toBe('check')
  })
  it('drops nothing: what goes beyond the minimum may stay', () => {
    expect(formStep(item('form-2'), 'ashby')).toBe('beyond')
    expect(formStep(item('form-2'), 'brindle')).toBe('none')
  })
})

describe('the kind of a local particular', () => {
  it.each([
    ['01632 960101', 'phone'],
    ['front.door@ashby.example', 'email'],
    ['www.ashby.example', 'url'],
    ['MACE', 'panel'],
    ['Ashby Front Door', 'team'],
    ['Windscreen of Nowhere', 'name'],
  ])('of %s is %s', (particular, kind) => {
    expect(localKind(particular, lexicon)).toBe(kind)
  })
})
