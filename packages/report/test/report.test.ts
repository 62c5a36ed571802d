import {describe, expect, it} from 'vitest'
import {partsOf, xmlOf} from '@hedgerow/office'
import {formats, outline, report, reportBytes, rulesTable, summary, summaryText} from '@hedgerow/report'
import {nothingCompared, oneHolder} from './fixtures/edges.ts'
import {testLexicon} from './fixtures/lexicon.ts'
import {threeAuthorities} from './fixtures/three.ts'

function printed(assessment: typeof threeAuthorities, format: string, options = {}): string {
  return [...report(assessment, format, {lexicon: testLexicon, ...options})].join('')
}

const textFormats = Object.entries(formats).filter(([, format]) => 'print' in format)
const byteFormats = Object.entries(formats).filter(([, format]) => 'bytes' in format)

describe('every format of text', () => {
  for (const [name, {extension}] of textFormats) {
    it(`${name} prints three authorities as expected`, async () => {
      await expect(printed(threeAuthorities, name)).toMatchFileSnapshot(`golden/three.${extension}.expected`)
    })
    it(`${name} prints a region where nothing was compared, and one with a single holder`, () => {
      expect(printed(nothingCompared, name)).not.toContain('undefined')
      expect(printed(oneHolder, name)).not.toContain('undefined')
      expect(printed(oneHolder, name)).not.toContain('NaN')
    })
  }
  it('refuses a format that is not there', () => {
    expect(() => report(threeAuthorities, 'toString')).toThrow(
      `Expected a format of ${Object.keys(formats).join(', ')}, got toString`,
    )
  })
})

describe('every format of bytes', () => {
  it.each(byteFormats.map(([name]) => name))('%s gives the same bytes for the same assessment', (name) => {
    const first = reportBytes(threeAuthorities, name, {lexicon: testLexicon})
    const again = reportBytes(structuredClone(threeAuthorities), name, {lexicon: testLexicon})
    expect(Buffer.from(again).equals(Buffer.from(first))).toBe(true)
    const later = reportBytes({...threeAuthorities, asAt: '2027-01-31'}, name, {lexicon: testLexicon})
    expect(Buffer.from(later).equals(Buffer.from(first))).toBe(false)
  })
  it.each(byteFormats.map(([name]) => name))('%s prints the edges: nothing compared, and a single holder', (name) => {
    for (const edge of [nothingCompared, oneHolder]) {
      const parts = partsOf(reportBytes(edge, name), (path) => path.endsWith('.xml'), {unpacked: 10_000_000})
      for (const [path, bytes] of parts) {
        const xml = new TextDecoder().decode(bytes)
        expect(xml).not.toMatch(/undefined|NaN/)
        expect(() => xmlOf(bytes, path, {nesting: 100})).not.toThrow()
      }
    }
  })
  it('is not printed as text, nor text as bytes', () => {
    expect(() => report(threeAuthorities, 'xlsx')).toThrow('Expected a format of text, got xlsx')
    expect(() => reportBytes(threeAuthorities, 'html')).toThrow('Expected a format of bytes, got html')
  })
})

describe('the outline', () => {
  it('has its chapters in the order a reader needs them', () => {
    expect(outline(threeAuthorities, testLexicon).children.map(({id}) => id)).toEqual([
      'summary',
      'compared',
      'alignment',
      'opportunities',
      'standards',
      'differences',
      'agreed',
      'forms',
      'agencies',
      'missing',
      'wording',
      'unsure',
      'method',
    ])
  })
  it('leads with ten opportunities at most and puts the rest in a table', () => {
    const [topic] = threeAuthorities.topics
    const first = topic?.opportunities[0]
    if (topic === undefined || first === undefined) throw new Error('Expected a topic with an opportunity')
    const opportunities = Array.from({length: 14}, (_, index) => ({...first, id: `m${index}`, rank: 14 - index}))
    const many = {...threeAuthorities, topics: [{...topic, opportunities}]}
    const chapter = outline(many, testLexicon).children.find(({id}) => id === 'opportunities')
    expect(chapter?.children.filter(({type}) => type === 'card').map((card) => ('id' in card ? card.id : ''))[0]).toBe(
      'opportunity--missing-children--m13',
    )
    expect(chapter?.children.filter(({type}) => type === 'card')).toHaveLength(10)
    expect(chapter?.children.flatMap((block) => (block.type === 'table' ? block.rows : []))).toHaveLength(4)
  })
})

describe('the summary', () => {
  const facts = summary(threeAuthorities)
  it('counts what is shared, agreed and unsure', () => {
    // Shared: the seven rows with two holders or more, less the unsure one. Agreed: wording only and local only.
    expect([facts.rows, facts.shared, facts.agreed, facts.unsure]).toEqual([8, 6, 2, 1])
    expect(facts.severities).toEqual({error: 5, warning: 2, note: 2})
    expect(facts.documentsWithFaults).toBe(1)
  })
  it('never proposes what is best left local', () => {
    expect(facts.steps.map(({id}) => id)).toEqual(['o1', 'o2'])
  })
  it('says the headline in sentences', () => {
    const whole = summaryText(facts).join(' ')
    expect(whole).toContain('Three authorities, 2 topics, 3 documents. They already agree on 2 of 6 shared provisions.')
    expect(whole).toContain('Of 2 standards used, 1 is not verified.')
    expect(summaryText(summary(nothingCompared))[1]).toContain('Nothing was compared.')
  })
})

describe('the rules', () => {
  it('are printed with meaning, example and remedy', () => {
    for (const format of ['text', 'markdown', 'html', 'json']) {
      const all = [...rulesTable(testLexicon, format)].join('').replaceAll('\n', ' ')
      expect(all).toContain('What deadline means.')
      expect(all).toContain('Choose one.')
    }
    expect(() => rulesTable(testLexicon, 'csv')).toThrow('got csv')
  })
})
