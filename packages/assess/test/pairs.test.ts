import {type Clause, identified, type Procedure, procedure, provision, section} from '@hedgerow/ast'
import {collate} from '@hedgerow/collate'
import {lexicon} from '@hedgerow/lexicon'
import {describe, expect, test} from 'vitest'
import {assess} from '../src/index.ts'

const limit = (value: number): Partial<Omit<Clause, 'type' | 'text'>> => ({
  modality: 'obligation',
  actors: ['social-worker'],
  action: {verb: 'send', object: null},
  deadlines: [{value, unit: 'hour', bound: 'within', iso: `PT${value}H`, event: null}],
})

/** The facts with the spans that justify them, as ingest would find them. */
const duty = (what: string, hours: number): Clause => {
  const text = `The social worker must send ${what} to the school within ${hours} hours.`
  const span = (of: 'modality' | 'actors' | 'action' | 'deadlines', words: string, value: string) => {
    const start = text.indexOf(words)
    return {of, in: 'text' as const, start, end: start + words.length, value}
  }
  return provision(text, {
    ...limit(hours),
    evidence: [
      span('actors', 'social worker', 'social-worker'),
      span('modality', 'must', 'obligation'),
      span('action', 'send', 'send'),
      span('deadlines', `within ${hours} hours`, `PT${hours}H`),
    ],
  })
}

const region = (duties: readonly Clause[]): readonly Procedure[] =>
  duties.map((own, at) => identified(procedure('abc'[at] as string, 'topic', [section('Reporting', [own])])))

const assessed = (duties: readonly Clause[]) => {
  const procedures = region(duties)
  const {topics} = assess({
    collations: [collate(procedures, lexicon)],
    lexicon,
    asAt: '2026-11-23',
    version: '0',
    region: null,
    authorities: procedures.map(({authority: id}) => ({
      id,
      name: id,
      partnership: null,
      police: null,
      icb: null,
      neighbours: [],
    })),
    documents: [],
    notCompared: [],
    titles: {},
    standards: [],
    severities: {},
  })
  const [topic] = topics
  if (!topic) throw new Error('Expected a topic')
  const pair = (a: string, b: string) => topic.scores.pairs.find((each) => each.a === a && each.b === b)
  return {rows: topic.rows, pair}
}

describe('a difference between some authorities hides none between others', () => {
  test.each([
    ['one word', ['the plan', 'the order']],
    ['several words', ['the risk assessment', 'the court order']],
  ])('the second and third, parted by %s, are left in doubt, not in agreement', (_, [what, other]) => {
    const {rows, pair} = assessed([duty(what as string, 24), duty(what as string, 48), duty(other as string, 48)])
    expect(rows.map(({facets}) => facets)).toEqual([['deadline']])
    expect(pair('a', 'b')).toMatchObject({rule: 0, unsure: 0})
    expect(pair('b', 'c')).toMatchObject({rule: 0, unsure: 1})
  })

  test('where only the limit differs, only the limit is told, and the others agree', () => {
    const {rows, pair} = assessed([duty('the plan', 24), duty('the plan', 48), duty('the plan', 48)])
    expect(rows.map(({facets}) => facets)).toEqual([['deadline']])
    expect(pair('b', 'c')?.rule).toBe(1)
  })
})
