import {describe, expect, test} from 'vitest'
import {
  type Clause,
  clauses,
  contact,
  definition,
  field,
  fingerprint,
  fingerprintWords,
  identified,
  list,
  maskedText,
  procedure,
  provision,
  section,
  source,
} from '../src/index.ts'

/** A provision in which each of `names` is local. */
const localised = (text: string, ...names: readonly string[]): Clause =>
  provision(text, {
    local: names,
    evidence: names.map((name) => {
      const start = text.indexOf(name)
      return {of: 'local', in: 'text', start, end: start + name.length, value: 'name'} as const
    }),
  })

const rule = provision('The social worker must visit the child within 72 hours.')

describe('a fingerprint survives', () => {
  test.each<readonly [string, Clause, Clause]>([
    ['renumbering', {...rule, number: '4.1'}, {...rule, number: '(b)'}],
    [
      'another file and line',
      {...rule, source: source('a.md', {line: 3})},
      {...rule, source: source('b.docx', {page: 9, paragraph: 40})},
    ],
    ['facts read anew', rule, {...rule, modality: 'obligation', actors: ['social-worker']}],
    ['case, punctuation and layout', rule, {...rule, text: 'the Social Worker  must visit the child, within 72 hours'}],
    ['another form of the same letter', {...rule, text: 'ﬁle it'}, {...rule, text: 'file it'}],
    [
      'another telephone number',
      localised('Ring 01632 960001 now.', '01632 960001'),
      localised('Ring 01632 960222 now.', '01632 960222'),
    ],
    [
      'another team, longer than the first',
      localised('The Hub rings Compass Team.', 'Hub', 'Compass Team'),
      localised('The Front Door rings Harbour Team.', 'Front Door', 'Harbour Team'),
    ],
  ])('%s', (_, before, after) => expect(fingerprint(after)).toBe(fingerprint(before)))

  test('a move to another section, and clauses before it', () => {
    const [before] = clauses(identified(procedure('ashby', 'missing-children', [section('Actions', [rule])])))
    const moved = identified(
      procedure('ashby', 'missing-children', [
        section('Scope', [provision('Staff must act.')]),
        section('Review', [rule]),
      ]),
    )
    const after = clauses(moved)[1]
    expect(after?.fingerprint).toBe(before?.fingerprint)
    expect(after?.id).not.toBe(before?.id)
  })
})

describe('a fingerprint changes with', () => {
  test.each<readonly [string, Clause, Clause]>([
    ['a number', rule, {...rule, text: rule.text.replace('72', '48')}],
    [
      'a number that is no local particular beside one that is',
      localised('Ring 01632 960001 in 24 hours.', '01632 960001'),
      localised('Ring 01632 960001 in 48 hours.', '01632 960001'),
    ],
    ['a modal word', rule, {...rule, text: rule.text.replace('must', 'should')}],
    ['a negation', rule, {...rule, text: rule.text.replace('must', 'must not')}],
    ['the lead-in', {...rule, leadIn: 'The police must:'}, {...rule, leadIn: 'The police should:'}],
    [
      'the number of local names',
      localised('Ring Compass Team.', 'Compass Team'),
      localised('Ring Compass Team and Harbour Team.', 'Compass Team', 'Harbour Team'),
    ],
    ['the type', field('Name'), provision('Name')],
    ['the type of two that name things', definition('Police', 'Police: 999'), contact('Police', 'Police: 999')],
  ])('%s', (_, before, after) => expect(fingerprint(after)).not.toBe(fingerprint(before)))
})

test('a fingerprint is 16 hex digits, and the same on every machine', () => {
  expect(fingerprint(rule)).toBe('7c6f2ee26b1b2236')
  expect(fingerprintWords(rule)).toBe('the social worker must visit the child within 72 hours')
})

test('overlapping local names are masked once each place', () => {
  const text = 'Ring the Ashby Compass Team.'
  const spans = [
    [9, 14],
    [9, 27],
    [15, 27],
  ] as const
  const evidence = spans.map(([start, end]) => ({of: 'local', in: 'text', start, end, value: 'name'}) as const)
  expect(maskedText(provision(text, {evidence}))).not.toMatch(/Compass|Ashby/u)
})

test('only local particulars of the text itself are masked', () => {
  const evidence = [
    {of: 'local', in: 'lead-in', start: 0, end: 4, value: 'name'},
    {of: 'actors', in: 'text', start: 0, end: 6, value: 'police'},
  ] as const
  expect(maskedText(provision('Police must act.', {evidence}))).toBe('Police must act.')
})

test('ids count clauses through the tree from 1, and the input is left alone', () => {
  const given = procedure('ashby', 'missing-children', [section('A', [rule, list('Staff must:', [rule])]), rule])
  const kept = structuredClone(given)
  const named = identified(given)
  expect(clauses(named).map(({id}) => id)).toEqual([
    'ashby/missing-children/1',
    'ashby/missing-children/2',
    'ashby/missing-children/3',
  ])
  expect(new Set(clauses(named).map((clause) => clause.fingerprint)).size).toBe(1)
  expect(given).toEqual(kept)
  expect(identified(named)).toEqual(named)
})
