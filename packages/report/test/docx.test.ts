import {describe, expect, it} from 'vitest'
import {placeOf} from '@hedgerow/ast'
import {elementsIn, partsOf, textIn, type XmlElement, xmlOf} from '@hedgerow/office'
import {reportBytes} from '@hedgerow/report'
import {docx} from '../src/formats/docx.ts'
import {forms} from './fixtures/forms.ts'
import {testLexicon} from './fixtures/lexicon.ts'
import {threeAuthorities} from './fixtures/three.ts'

const parts = (bytes: Uint8Array) => partsOf(bytes, () => true, {unpacked: 50_000_000})

function partIn(bytes: Uint8Array, path: string): XmlElement {
  const part = parts(bytes).get(path)
  if (part === undefined) throw new Error(`Expected the part ${path}`)
  return xmlOf(part, path, {nesting: 100})
}

const named = (element: XmlElement, name: string): readonly XmlElement[] =>
  elementsIn(element).flatMap((child) => [...(child.name === name ? [child] : []), ...named(child, name)])

const styleOf = (paragraph: XmlElement): string => named(paragraph, 'w:pStyle')[0]?.attributes['w:val'] ?? ''

describe('the board report in Word', () => {
  const bytes = reportBytes(threeAuthorities, 'docx', {lexicon: testLexicon})
  const body = partIn(bytes, 'word/document.xml')
  const paragraphs = named(body, 'w:p')
  const words = paragraphs.map((each) => `${styleOf(each)}: ${textIn(each)}`)
  it('begins with its contents and its summary, on a page of their own', () => {
    expect(words.slice(0, 4)).toEqual([
      'Title: Vale and Moor: procedures compared',
      'Subtitle: Report to the board, as at 23 November 2026.',
      expect.stringMatching(
        /^: In this report: Summary · Section by section · First steps · .* · Annex: everybody’s own words$/,
      ),
      'Heading1: Summary',
    ])
    const end = paragraphs.findIndex((each) => named(each, 'w:sectPr').length > 0 || named(each, 'w:br').length > 0)
    expect(words[end + 1]).toBe('Heading1: Section by section')
  })
  it('begins no chapter with nothing to tell: one sentence for each stands together', () => {
    const nothing = words.indexOf('Heading1: Nothing to report')
    expect(words[nothing + 1]).toMatch(/^ListBullet: .*: (?:No|Fewer) /)
    expect(words.join('\n')).not.toMatch(/none \| none/)
  })
  it('keeps what introduces a table, a list or a heading on the page of it', () => {
    for (const opening of ['In this report', 'A standard is a fact', 'Every provision that the first steps']) {
      const at = words.findIndex((each) => each.includes(opening))
      const isKept = named(paragraphs[at] as XmlElement, 'w:keepNext').length === 1
      expect([opening, isKept]).toEqual([opening, opening !== 'In this report'])
    }
  })
  it('quotes in its annex, with their places, all the words that a step or a standard rests on', () => {
    const {topics} = threeAuthorities
    const annex = textIn(body).slice(textIn(body).lastIndexOf('Annex: everybody’s own words'))
    const rows = topics.flatMap((topic) => {
      const steps = topic.opportunities.filter((each) => each.class !== 'leave-local')
      const ids = [...steps, ...topic.standards].flatMap((each) => each.rows)
      return topic.rows.filter(({id}) => ids.includes(id))
    })
    const readings = rows.flatMap((row) => Object.values(row.readings).flatMap((own) => own ?? []))
    expect(readings.length).toBeGreaterThan(5)
    for (const {text} of readings) expect(annex).toContain(text)
    for (const {source} of readings) expect(annex).toContain(placeOf(source))
  })
  it('repeats the head of every table, tears no row and names every table', () => {
    const tables = named(body, 'w:tbl')
    expect(tables.length).toBeGreaterThan(5)
    for (const table of tables) {
      const [head, ...rows] = elementsIn(table, 'w:tr')
      expect(head && named(head, 'w:tblHeader')).toHaveLength(1)
      expect(rows.filter((row) => named(row, 'w:cantSplit').length !== 1)).toEqual([])
      expect(named(table, 'w:tblCaption')[0]?.attributes['w:val']).not.toBe('')
    }
  })
  it('turns the pages of the matrix where it has too many authorities for an upright one, and those only', () => {
    const turned = (within: XmlElement) =>
      named(within, 'w:pgSz').map(({attributes}) => attributes['w:orient'] ?? 'portrait')
    expect(turned(body)).toEqual(['portrait'])
    const five = {
      ...threeAuthorities,
      topics: threeAuthorities.topics.map((topic) => ({
        ...topic,
        authorities: [...topic.authorities, 'dunmere', 'elderfield'],
      })),
    }
    const many = partIn(reportBytes(five, 'docx', {lexicon: testLexicon}), 'word/document.xml')
    expect(turned(many)).toEqual(['portrait', 'landscape', 'portrait'])
  })
  it('says in words what each figure shows', () => {
    const figures = named(body, 'wp:docPr')
    expect(figures.length).toBeGreaterThan(0)
    expect(
      figures.filter(({attributes}) => !/The table below gives every figure/.test(attributes.descr ?? '')),
    ).toEqual([])
    expect([...parts(bytes).keys()].filter((path) => path.startsWith('word/charts/'))).toHaveLength(figures.length)
  })
  it('links only to what is in it', () => {
    const names = named(body, 'w:bookmarkStart').map(({attributes}) => attributes['w:name'])
    expect(new Set(names).size).toBe(names.length)
    const targets = named(body, 'w:hyperlink').map(({attributes}) => attributes['w:anchor'])
    expect(targets.length).toBeGreaterThan(5)
    expect(targets.filter((target) => !names.includes(target))).toEqual([])
  })
  it('is in British English, titled, dated on the day it is judged, with page numbers', () => {
    expect(named(partIn(bytes, 'word/styles.xml'), 'w:lang')[0]?.attributes['w:val']).toBe('en-GB')
    const core = textIn(partIn(bytes, 'docProps/core.xml'))
    expect(core).toContain('Vale and Moor: procedures compared')
    expect(core).toContain('2026-11-23')
    expect(textIn(partIn(bytes, 'word/footer1.xml'))).toMatch(/Page\s+PAGE\s+1\s+of\s+NUMPAGES\s+1/)
  })
  it('parts a table that is wider than a page, each part with its first column', () => {
    const head = ['Section', ...Array.from({length: 30}, (_, at) => `Authority ${at + 1}`)]
    const cell = (value: string) => [{type: 'text' as const, value}]
    const wide = docx(
      {
        type: 'outline',
        title: 'T',
        subtitle: 'S',
        children: [
          {
            type: 'chapter',
            id: 'one',
            title: 'One',
            children: [{type: 'table', caption: 'Wide', head, rows: [head.map(cell)]}],
          },
        ],
      },
      '2026-11-23',
    )
    const tables = named(partIn(wide, 'word/document.xml'), 'w:tbl').map((table) =>
      named(elementsIn(table, 'w:tr')[0] as XmlElement, 'w:tc').map(textIn),
    )
    expect(tables.length).toBeGreaterThan(3)
    expect(tables.every(([first]) => first === 'Section')).toBe(true)
    expect(tables.flatMap((titles) => titles.slice(1))).toEqual(head.slice(1))
  })
  it('names the proposed minimum of the forms', () => {
    const words = textIn(partIn(reportBytes(forms, 'docx'), 'word/document.xml'))
    expect(words).toContain('Required: Full name; Consent obtained.')
    expect(words).toContain('To be checked first: Urgent?.')
  })
})
