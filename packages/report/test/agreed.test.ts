import {withRecorded} from '@hedgerow/assess'
import {describe, expect, it} from 'vitest'
import {analysisSchema, digestOf, leadingSteps, report, summary, summaryText} from '../src/index.ts'
import {testLexicon} from './fixtures/lexicon.ts'
import {threeAuthorities} from './fixtures/three.ts'
import {faults} from './schema.ts'

const topic = threeAuthorities.topics[0] as (typeof threeAuthorities.topics)[number]
const findings = topic.rows.flatMap((row) => row.findings)
const printOf = (id: string): string => findings.find((each) => each.id === id)?.fingerprint ?? ''

const entry = {
  summary: null,
  reason: 'provider contract',
  owner: 'Brindle business manager',
  agreed: '2025-11-23',
  isStatuteAccepted: false,
}

const decision = {
  decision: 'park' as const,
  owner: null,
  due: '2026-01-31',
  status: 'open' as const,
  note: null,
  by: null,
  on: null,
}

/** The region with the deadline agreed until a day, and the first opportunity decided. */
const recorded = (reviewBy: string, more: object = {}) => ({
  ...threeAuthorities,
  topics: [
    withRecorded(
      topic,
      {
        agreed: [
          {...entry, finding: printOf('deadline-1'), reviewBy},
          {...entry, finding: printOf('standard-1'), reviewBy, ...more},
        ],
        decisions: [{...decision, opportunity: 'p1'}],
      },
      threeAuthorities.asAt,
    ),
    ...threeAuthorities.topics.slice(1),
  ],
})

const words = (format: string, assessment = recorded('2027-03-31')): string =>
  [...report(assessment, format, {lexicon: testLexicon})].join('').replace(/\s+/gu, ' ')

describe('agreed differences', () => {
  const before = summary(threeAuthorities)
  it('are left out of the counts while they are live, and counted again after', () => {
    const errors = (assessment: typeof threeAuthorities): number => summary(assessment).severities.error
    expect(errors(recorded('2027-03-31'))).toBe(before.severities.error - 1)
    expect(errors(recorded('2027-03-31', {isStatuteAccepted: true}))).toBe(before.severities.error - 2)
    expect(errors(recorded('2026-01-31', {isStatuteAccepted: true}))).toBe(before.severities.error)
  })
  it('are always told', () => {
    expect(summaryText(summary(recorded('2027-03-31'))).join(' ')).toContain(
      'Two agreed differences, 1 refused; what does not hold counts.',
    )
    expect(summaryText(summary(recorded('2026-01-31', {isStatuteAccepted: true}))).join(' ')).toContain(
      'Two agreed differences, 2 expired; what does not hold counts.',
    )
    for (const format of ['text', 'markdown', 'html']) {
      expect(words(format)).toContain('Agreed to stay until its review by 31 March 2027')
      expect(words(format)).toContain('provider contract (Brindle business manager, 23 November 2025)')
      expect(words(format)).toContain('a statutory shortfall is not agreed away without saying so')
    }
    expect(words('csv')).toContain(',live,2027-03-31')
  })
  it('change no status, score or rank', () => {
    const plain = ({summary: {statuses, rule, agreed}}: ReturnType<typeof digestOf>) => [statuses, rule, agreed]
    const [was, is] = [topic, recorded('2027-03-31').topics[0] as typeof topic].map((each) =>
      plain(digestOf(each, threeAuthorities.authorities, testLexicon)),
    )
    expect(is).toEqual(was)
  })
})

describe('decisions', () => {
  it('are told with their opportunity; what is parked stays listed and is no first step', () => {
    expect(leadingSteps(recorded('2027-03-31')).map(({id}) => id)).toEqual(['o2'])
    for (const format of ['text', 'markdown', 'html'])
      expect(words(format)).toContain('Decided: park (due 31 January 2026, overdue, open).')
  })
})

it('the schema allows them, and nothing else in their place', () => {
  const printed = JSON.parse([...report(recorded('2027-03-31'), 'json')].join('')) as ReturnType<typeof recorded>
  expect(faults(printed, analysisSchema, analysisSchema)).toEqual([])
  const wrong = JSON.parse(JSON.stringify(printed).replaceAll('"live"', '"gone"')) as unknown
  expect(faults(wrong, analysisSchema, analysisSchema)).not.toEqual([])
})

it('entries that do not hold are told with the documents', () => {
  const fault = {
    file: 'agreed.yaml',
    entry: 'the finding 0123',
    reason: 'is no longer there',
    remedy: 'agree it anew',
  } as const
  const told = words('markdown', {...threeAuthorities, judgementFaults: [fault]} as never)
  expect(told).toContain('Recorded judgements that do not hold')
  expect(told).toContain('`agreed.yaml`: the finding 0123 is no longer there; agree it anew.')
})
