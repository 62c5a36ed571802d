import {readFileSync} from 'node:fs'
import {gzipSync} from 'node:zlib'
import {describe, expect, it} from 'vitest'
import type {Drift} from '@hedgerow/assess'
import {driftSchema, formats, type Format, markdownWithin, driftOutline, report} from '@hedgerow/report'
import type {Schema} from '../src/analysis-schema.ts'
import {analysisOfSize, driftOfSize} from './fixtures/drift.ts'
import {testLexicon} from './fixtures/lexicon.ts'
import {threeAuthorities} from './fixtures/three.ts'
import {faults} from './schema.ts'
import {type Element, xmlTree} from './xml.ts'

const options = {lexicon: testLexicon, root: 'procedures/'}

const schema = (name: string): Schema =>
  JSON.parse(readFileSync(new URL(`schemas/${name}.json`, import.meta.url), 'utf8')) as Schema

const told = (drift: Drift, name: string): string => {
  const {drift: print} = (formats as Readonly<Record<string, Format>>)[name] as Format
  if (print === undefined) throw new Error(`Expected ${name} to tell drift`)
  return [...print(drift, options)].join('')
}

const printed = (assessment: typeof threeAuthorities, name: string): string =>
  [...report(assessment, name, options)].join('')

const small = driftOfSize(3, 3)
const large = driftOfSize(5_000, 5_000)
const wide = analysisOfSize(10_000)

/** Every machine's text of a report and of drifts, small and of 10,000 findings. */
const texts = (name: string): readonly string[] => [
  printed(threeAuthorities, name),
  printed(wide, name),
  told(small, name),
  told(large, name),
  told(driftOfSize(0, 0), name),
]

interface SarifRun {
  readonly results: readonly {
    readonly ruleId: string
    readonly ruleIndex: number
    readonly level: string
    readonly baselineState?: string
    readonly suppressions: readonly unknown[]
    readonly partialFingerprints: Readonly<Record<string, string>>
    readonly locations: readonly {readonly physicalLocation: {readonly artifactLocation: {readonly uri: string}}}[]
    readonly relatedLocations?: readonly unknown[]
  }[]
  readonly tool: {
    readonly driver: {readonly rules: readonly {readonly id: string; readonly help: {readonly text: string}}[]}
  }
  readonly invocations: readonly {
    readonly toolExecutionNotifications: readonly {readonly message: {readonly text: string}}[]
  }[]
}

const sarifRun = (text: string): SarifRun => (JSON.parse(text) as {readonly runs: readonly [SarifRun]}).runs[0]

describe('sarif', () => {
  const published = schema('sarif-2.1.0')

  it('keeps to the published schema', () => {
    for (const text of texts('sarif')) expect(faults(JSON.parse(text), published, published)).toEqual([])
  })

  it('breaks the schema where it should: the check can fail', () => {
    const broken = JSON.parse(told(small, 'sarif'))
    broken.runs[0].results[0].level = 'grave'
    expect(faults(broken, published, published)).not.toEqual([])
  })

  it('has for every result its rule with help, a fingerprint, and what became of it', () => {
    const {results, tool} = sarifRun(told(small, 'sarif'))
    for (const {ruleId, ruleIndex, partialFingerprints} of results) {
      expect(tool.driver.rules[ruleIndex]?.id).toBe(ruleId)
      expect(tool.driver.rules[ruleIndex]?.help.text).not.toBe('')
      expect(Object.values(partialFingerprints)[0]).toMatch(/\S/u)
    }
    expect(new Set(results.map(({baselineState}) => baselineState))).toEqual(new Set(['new', 'unchanged', 'absent']))
    expect(results.filter(({suppressions}) => suppressions.length > 0)).toHaveLength(1)
  })

  it('points into the repository, and to the same provision in the other documents', () => {
    const [first] = sarifRun(printed(threeAuthorities, 'sarif')).results
    expect(first?.locations[0]?.physicalLocation.artifactLocation.uri).toMatch(
      /^procedures\/\w+\/missing-children\.md$/u,
    )
    expect(first?.relatedLocations).toHaveLength(2)
    expect(told(small, 'sarif')).toContain('procedures/ashby/missing%20children.md')
  })

  it('leaves nothing out of 10,000 findings, and says how many it left out of 30,000', () => {
    expect(sarifRun(printed(wide, 'sarif')).results).toHaveLength(10_000)
    const text = printed(analysisOfSize(30_000), 'sarif')
    const run = sarifRun(text)
    expect(run.results).toHaveLength(25_000)
    expect(run.results[0]?.level).toBe('error')
    const notices = run.invocations[0]?.toolExecutionNotifications.map(({message}) => message.text) ?? []
    expect(notices.join(' ')).toContain('5000 more results are left out')
    expect(gzipSync(text).length).toBeLessThan(10_000_000)
  })
})

const cases = (suites: Element): readonly Element[] => suites.children.flatMap(({children}) => children)

describe('junit', () => {
  it('is well formed and keeps to its schema, with counts that add up', () => {
    const own = schema('junit')
    for (const text of texts('junit')) {
      const tree = xmlTree(text)
      expect(faults(tree, own, own)).toEqual([])
      expect(Number(tree.attributes.tests)).toBe(cases(tree).length)
      const failed = cases(tree).filter(({children}) => children[0]?.name === 'failure')
      expect(Number(tree.attributes.failures)).toBe(failed.length)
    }
  })

  it('fails for what is new and an error, skips what is suppressed, passes a topic without findings', () => {
    const all = cases(xmlTree(told(small, 'junit')))
    expect(all.filter(({children}) => children[0]?.name === 'failure')).toHaveLength(3)
    expect(all.find(({children}) => children[0]?.name === 'skipped')?.children[0]?.attributes.message).toContain(
      'contract',
    )
    expect(all.some(({attributes}) => attributes.name === 'nothing found')).toBe(true)
    expect(all.some(({attributes}) => attributes.name === 'as before: 1 findings')).toBe(true)
  })

  it('has a case for each of 10,000 findings', () => {
    expect(cases(xmlTree(printed(wide, 'junit')))).toHaveLength(10_001)
  })
})

const commands = (text: string): readonly object[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [, level, properties = '', message] = /^::(\w+) ([^:]*)::(.*)$/u.exec(line) ?? []
      const pairs = properties.split(',').map((each) => each.split('=') as [string, string])
      return {
        level,
        message,
        properties: Object.fromEntries(pairs.map(([key, value]) => [key, value.replace(/%../gu, '')])),
      }
    })

describe('github', () => {
  it('keeps to its schema and to ten annotations of each level', () => {
    const own = schema('github')
    for (const text of texts('github')) expect(faults(commands(text), own, own)).toEqual([])
  })

  it('says in the tenth how many more there are', () => {
    const lines = printed(wide, 'github').split('\n')
    expect(lines.filter((line) => line.startsWith('::error'))).toHaveLength(10)
    expect(lines.filter((line) => line.includes('more of this level'))).toHaveLength(3)
    expect(lines.find((line) => line.startsWith('::error') && line.includes('more of'))).toContain(`${3333 - 9} more`)
  })

  it('cannot be led to another command by the words of a document', () => {
    const [first] = commands(told(small, 'github'))
    expect(JSON.stringify(first)).not.toContain('\\n')
    expect(
      told(small, 'github')
        .split('\n')
        .filter((line) => line !== '')
        .every((line) => line.startsWith('::')),
    ).toBe(true)
  })
})

describe('codequality', () => {
  it('keeps to its schema, each issue with a fingerprint of its own, none left out', () => {
    const own = schema('codequality')
    for (const text of texts('codequality')) {
      const issues = JSON.parse(text) as readonly {readonly fingerprint: string}[]
      expect(faults(issues, own, own)).toEqual([])
      expect(new Set(issues.map(({fingerprint}) => fingerprint)).size).toBe(issues.length)
    }
    expect(JSON.parse(printed(wide, 'codequality'))).toHaveLength(10_000)
  })
})

describe('json of drift', () => {
  it('keeps to its schema and holds all of it', () => {
    for (const drift of [small, large]) {
      const parsed = JSON.parse(told(drift, 'json'))
      expect(faults(parsed, driftSchema, driftSchema)).toEqual([])
      expect(parsed).toEqual(drift)
    }
  })
})

describe('markdown of drift', () => {
  it('fits in a comment, gravest first, and says how much more there is', () => {
    const text = told(large, 'markdown')
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(65_536)
    expect(text).toMatch(/\*\*\d+ more parts of this chapter do not fit here/u)
    expect(text.indexOf('(serious)')).toBeGreaterThan(0)
    expect(text).not.toContain('(minor)')
    for (const title of ['In short', 'Texts that changed', 'How the region stands', 'Left alone'])
      expect(text).toContain(`## ${title}`)
  })

  it('is whole where it fits, and fits wherever the limit lies', () => {
    expect(told(small, 'markdown')).not.toContain('do not fit')
    const outline = driftOutline(driftOfSize(40, 40), testLexicon)
    for (const most of [3_000, 5_000, 8_000, 13_000, 21_000])
      expect([most, Buffer.byteLength(markdownWithin(outline, most)) <= most]).toEqual([most, true])
  })
})

it('the same drift gives the same bytes in every format', () => {
  for (const [name, {drift: print}] of Object.entries(formats) as [string, Format][])
    if (print) expect(told(driftOfSize(3, 3), name)).toBe(told(small, name))
})
