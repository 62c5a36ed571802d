import {standardTitle} from '@hedgerow/assess'
import {lexicon} from '@hedgerow/lexicon'
import {describe, expect, it} from 'vitest'
import {
  leadingSteps,
  leftOutLine,
  markedOnBothSides,
  report,
  shortened,
  standingInRow,
  topicCounts,
} from '@hedgerow/report'
import {foundWords} from '../src/finding-words.ts'
import {tableLines} from '../src/formats/text-table.ts'
import {summary} from '../src/summary.ts'
import {summaryText} from '../src/summary-text.ts'
import {testLexicon} from './fixtures/lexicon.ts'
import {threeAuthorities} from './fixtures/three.ts'

const [topic] = threeAuthorities.topics
if (topic === undefined) throw new Error('Expected a topic')

function rowOf(readings: (typeof topic.rows)[number]['readings']): (typeof topic.rows)[number] {
  const [row] = topic?.rows ?? []
  if (row === undefined) throw new Error('Expected a row')
  return {...row, readings, status: 'differs', findings: [], facets: []}
}

const [reading] = topic.rows.flatMap((row) => row.readings.ashby ?? [])
if (reading === undefined) throw new Error('Expected a reading')

describe('marks on both sides', () => {
  const a = {...reading, text: 'Staff must ring the police at once.', marks: []}
  const b = {...reading, text: 'Staff should ring the police.', marks: [[6, 12]] as const}
  it('shows what the other lacks of the reading the rest is marked against', () => {
    const [first] = markedOnBothSides(rowOf({ashby: [a], brindle: [b]})).readings.ashby ?? []
    expect(first?.marks.map(([start, end]) => a.text.slice(start, end))).toEqual(['must', 'at once'])
  })
  it('marks nothing where the other says what does not stand here, nor with three readings', () => {
    const odd = {...b, marks: []}
    expect(markedOnBothSides(rowOf({ashby: [a], brindle: [odd]})).readings.ashby?.[0]?.marks).toEqual([])
    const three = rowOf({ashby: [a], brindle: [b], carrow: [b]})
    expect(markedOnBothSides(three)).toBe(three)
  })
})

describe('names', () => {
  const short = shortened([
    {
      ...(threeAuthorities.authorities[0] as (typeof threeAuthorities.authorities)[number]),
      id: 'ashby',
      name: 'Ashby Council',
    },
    {
      ...(threeAuthorities.authorities[0] as (typeof threeAuthorities.authorities)[number]),
      id: 'vale',
      name: 'Vale County Council',
    },
  ])
  it('are short in sentences and untouched in quotations', () => {
    expect(short('Ashby Council says “Ashby Council must”; Vale County Council does not.')).toBe(
      'Ashby says “Ashby Council must”; Vale does not.',
    )
  })
  it('of nobody change nothing', () => {
    expect(shortened([])('Ashby Council')).toBe('Ashby Council')
  })
})

describe('a standard', () => {
  const named = (id: string, statement: string) => standardTitle({id, statement, citation: 'An Act'})
  it('has a short title, with abbreviations in capitals only where its words show that they are some', () => {
    expect(named('nrm-duty-to-notify', 'It refers to the National Referral Mechanism.')).toBe('NRM duty to notify')
    expect(named('cse-definition-2017', 'Child sexual exploitation is abuse.')).toBe('CSE definition 2017')
    expect(named('return-interview-offered', 'A return interview is offered.')).toBe('Return interview offered')
    expect(named('iro-informed', 'The IRO is told.')).toBe('IRO informed')
  })
  it('is said to be unverified once in a finding', () => {
    const page = [...report(threeAuthorities, 'text', {lexicon: testLexicon})].join('').replace(/\s+/g, ' ')
    expect(page).not.toContain('(not verified) (not verified)')
    expect(page).not.toMatch(/\.,/)
  })
})

describe('a finding', () => {
  const [row] = topic.rows.filter(({findings}) => findings.length > 0)
  const each = row?.findings[0]
  if (each === undefined) throw new Error('Expected a finding')
  const variants = [
    {value: 'a', label: 'must', authorities: ['ashby']},
    {value: 'b', label: 'may', authorities: ['brindle']},
  ]
  it('that only strings its values together is said once, with short names', () => {
    const found = {...each, variants, summary: 'Ashby Council: must | Brindle Council: may'}
    expect(
      foundWords(
        found,
        (id) => id,
        (words) => words,
      ),
    ).toBe('ashby: must | brindle: may')
  })
  it('that says more keeps its words', () => {
    const found = {...each, variants, summary: 'Brindle Council leaves it open'}
    expect(
      foundWords(
        found,
        (id) => id,
        (words) => words,
      ),
    ).toBe('Brindle Council leaves it open')
  })
})

describe('the summary', () => {
  it('leads with as many steps as the lexicon says', () => {
    const one = {
      ...lexicon,
      weights: lexicon.weights.map((each) => (each.name === 'report-first-steps' ? {...each, value: 1} : each)),
    }
    expect(leadingSteps(threeAuthorities, one)).toHaveLength(1)
    expect(() => leadingSteps(threeAuthorities, {...lexicon, weights: []})).toThrow('report-first-steps')
  })
  it('keeps to 100 columns, a step being a title and what is said of it below', () => {
    const lines = summaryText(summary(threeAuthorities))
    expect(lines.filter((line) => line.length > 100)).toEqual([])
    const at = lines.indexOf('First steps')
    expect(lines[at + 1]).toMatch(/^ 1\. .*\[fix now\]$/)
    expect(lines[at + 2]).toMatch(/^ {4}\S/)
  })
  it('counts no status where there was nothing to compare with', () => {
    const alone = summary(threeAuthorities).topics.find(({authorities}) => authorities.length < 2)
    if (alone === undefined) throw new Error('Expected a topic of one holder')
    expect(topicCounts(alone)).toMatch(/^\d+ provisions?, compared with nothing$/)
  })
  it('says what was left out, why and what to do in sentences', () => {
    expect(leftOutLine({reason: 'it is empty', remedy: 'check that it was saved'})).toBe(
      'it is empty; check that it was saved.',
    )
    expect(leftOutLine({reason: 'It is a picture.', remedy: 'Give text.'})).toBe('It is a picture. Give text.')
    expect(leftOutLine({reason: 'it is empty', remedy: ''})).toBe('it is empty.')
  })
})

describe('where an authority stands', () => {
  it('is alone in what nobody else has, not the same', () => {
    expect(standingInRow(topic, rowOf({ashby: [reading], brindle: null, carrow: null}), 'ashby')).toBe('only')
    expect(standingInRow(topic, rowOf({ashby: [reading], brindle: null, carrow: null}), 'brindle')).toBe('nothing')
  })
})

describe('a table that has no room', () => {
  it('names together the columns that hold the same', () => {
    expect(tableLines(['Section', 'A', 'B', 'C'], [['Contacts', 'same', 'differs', 'same']], 14)).toEqual([
      'Contacts',
      '  A, C: same',
      '  B: differs',
    ])
  })
})
