import {describe, expect, it} from 'vitest'
import type {Assessment} from '@hedgerow/assess'
import {analysisSchema, report} from '@hedgerow/report'
import {csvCell} from '../src/formats/csv.ts'
import {nothingCompared, oneHolder} from './fixtures/edges.ts'
import {threeAuthorities} from './fixtures/three.ts'
import {faults} from './schema.ts'

const contractRow = [
  'id',
  'kind',
  'section',
  'confidence',
  'status',
  'facets',
  'moved',
  'readings',
  'links',
  'findings',
]

function printed(assessment: Assessment, format: string): string {
  return [...report(assessment, format)].join('')
}

describe('json', () => {
  for (const [index, assessment] of [threeAuthorities, oneHolder, nothingCompared].entries()) {
    it(`holds the whole assessment and keeps to the schema (${index})`, () => {
      const parsed: unknown = JSON.parse(printed(assessment, 'json'))
      expect(parsed).toEqual(assessment)
      expect(faults(parsed, analysisSchema, analysisSchema)).toEqual([])
    })
  }
  it('has the contract’s keys first, in its order', () => {
    const parsed: Assessment = JSON.parse(printed(threeAuthorities, 'json'))
    expect(Object.keys(parsed).slice(0, 7)).toEqual([
      'schemaVersion',
      'asAt',
      'tool',
      'authorities',
      'documents',
      'notCompared',
      'topics',
    ])
    expect(Object.keys(parsed.topics[0]?.rows[0] ?? {}).slice(0, 10)).toEqual(contractRow)
    expect(Object.keys(parsed.topics[0]?.opportunities[0] ?? {})[10]).toBe('decision')
  })
  it('gives the same bytes whatever order the authorities came in', () => {
    const turned: Assessment = {
      ...threeAuthorities,
      topics: threeAuthorities.topics.map((topic) => ({
        ...topic,
        rows: topic.rows.map((row) => ({...row, readings: Object.fromEntries(Object.entries(row.readings).reverse())})),
      })),
    }
    for (const format of ['json', 'csv', 'html', 'text', 'markdown'])
      expect(printed(turned, format)).toBe(printed(threeAuthorities, format))
  })
  it('is written in pieces no larger than a row', () => {
    const pieces = [...report(threeAuthorities, 'json')]
    const longest = Math.max(
      ...threeAuthorities.topics.flatMap(({rows}) => rows.map((row) => JSON.stringify(row).length)),
    )
    expect(Math.max(...pieces.map(({length}) => length))).toBeLessThan(longest + 20)
  })
  it('falls foul of the schema when a field of the contract is gone', () => {
    const {asAt: _, ...without} = threeAuthorities
    expect(faults(without, analysisSchema, analysisSchema)).toHaveLength(1)
    expect(faults({...threeAuthorities, topics: [{id: 'x'}]}, analysisSchema, analysisSchema)).toHaveLength(1)
  })
  it('has a schema file that says the same', async () => {
    await expect(`${JSON.stringify(analysisSchema, null, 2)}\n`).toMatchFileSnapshot('../schema/analysis.schema.json')
  })
})

describe('csv', () => {
  const table = printed(threeAuthorities, 'csv')
  it('has a line for each finding and authority', () => {
    const findings = threeAuthorities.topics.flatMap(({rows}) =>
      rows.flatMap((row) => row.findings.map(() => Object.keys(row.readings).length)),
    )
    expect(table.trimEnd().split('\r\n')).toHaveLength(1 + findings.reduce((sum, count) => sum + count, 0))
  })
  it('lets no cell become a formula', () => {
    expect(csvCell('=1+1')).toBe("'=1+1")
    expect(csvCell('@x')).toBe("'@x")
    expect(csvCell('-a, "b"')).toBe(`"'-a, ""b"""`)
    expect(csvCell('plain')).toBe('plain')
    expect(table).toContain("'=SUM(A1)")
    expect(table).not.toMatch(/(^|,)"?[=+\-@]/m)
  })
})
