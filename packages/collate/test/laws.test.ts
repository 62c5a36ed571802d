import {type Content, clauses, field, identified, type Procedure, procedure, provision, section} from '@hedgerow/ast'
import {lexicon} from '@hedgerow/lexicon'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {collate} from '../src/index.ts'

const actors = ['The social worker', 'The team manager', 'The police', 'The carer', 'The school']
const duties = ['must notify', 'should record', 'must review', 'may visit', 'shall inform', 'will agree']
const objects = [
  'the missing coordinator',
  'the placement plan',
  'the return interview',
  'the risk assessment',
  'the parents',
]
const limits = ['within 24 hours', 'within 5 working days', 'each month', 'on the same day', '']

const sentence = fc
  .tuple(
    fc.constantFrom(...actors),
    fc.constantFrom(...duties),
    fc.constantFrom(...objects),
    fc.constantFrom(...limits),
  )
  .map((parts) => `${parts.filter(Boolean).join(' ')}.`)
const label = fc.constantFrom('Name', 'Date of birth', 'Telephone', 'Relationship')
const content: fc.Arbitrary<Content> = fc.oneof(
  {weight: 4, arbitrary: sentence.map((text) => provision(text))},
  {weight: 1, arbitrary: label.map((text) => field(text))},
)
const heading = fc.constantFrom('Return interviews', 'Reporting', 'The child', 'The referrer', 'Repeat episodes')
const body = fc.array(
  fc
    .tuple(heading, fc.array(content, {minLength: 1, maxLength: 5}))
    .map(([title, children]) => section(title, children)),
  {minLength: 1, maxLength: 4},
)
const region = fc
  .array(body, {minLength: 1, maxLength: 4})
  .map((bodies) => bodies.map((children, at) => identified(procedure(`authority-${at}`, 'topic', children))))

const rowIds = (procedures: readonly Procedure[]): readonly string[] =>
  collate(procedures, lexicon).rows.flatMap(({readings}) =>
    Object.values(readings).flatMap((own) => (own ?? []).map(({clause}) => clause.id)),
  )

describe('laws of collation', () => {
  test('no provision is lost or stands twice', () => {
    fc.assert(
      fc.property(region, (procedures) => {
        const all = procedures.flatMap((each) => clauses(each).map(({id}) => id))
        expect([...rowIds(procedures)].sort()).toEqual([...all].sort())
      }),
      {numRuns: 150},
    )
  })

  test('only who holds nothing is doubted to, and why is told of the row', () => {
    fc.assert(
      fc.property(region, (procedures) => {
        for (const {readings, doubtful, unsure} of collate(procedures, lexicon).rows)
          for (const [authority, {reasons}] of Object.entries(doubtful)) {
            expect(readings[authority]).toBeNull()
            expect(reasons.length).toBeGreaterThan(0)
            expect(unsure).toEqual(expect.arrayContaining([...reasons]))
          }
      }),
      {numRuns: 25},
    )
  })

  test('two that stand alone and say the same words never go unremarked', () => {
    fc.assert(
      fc.property(region, (procedures) => {
        const alone = collate(procedures, lexicon).rows.flatMap(({kind, readings, unsure}) => {
          const holders = Object.entries(readings).filter(([, own]) => own !== null)
          return holders.length > 1
            ? []
            : holders.flatMap(([authority, own]) =>
                (own ?? []).map(({clause}) => ({kind, authority, text: clause.text, unsure})),
              )
        })
        for (const {kind, authority, text, unsure} of alone)
          if (alone.some((other) => other.kind === kind && other.authority !== authority && other.text === text))
            expect(unsure.join()).toContain(text)
      }),
      {numRuns: 150},
    )
  })

  test('the order in which authorities are given changes nothing', () => {
    fc.assert(
      fc.property(region, fc.infiniteStream(fc.nat()), (procedures, dice) => {
        const shuffled = [...procedures]
          .map((each) => ({each, at: dice.next().value as number}))
          .sort((x, y) => x.at - y.at)
          .map(({each}) => each)
        expect(JSON.stringify(collate(shuffled, lexicon))).toBe(JSON.stringify(collate(procedures, lexicon)))
      }),
      {numRuns: 100},
    )
  })

  test('identical text in corresponding sections under the same lead-in ends in one row, in order', () => {
    fc.assert(
      fc.property(body, fc.integer({min: 2, max: 4}), (children, count) => {
        const copies = Array.from({length: count}, (_, at) =>
          identified(procedure(`authority-${at}`, 'topic', children)),
        )
        for (const {readings} of collate(copies, lexicon).rows) {
          const places = Object.values(readings).map((own) => own?.map(({clause}) => clause.id.split('/').at(-1)))
          expect(places.every((each) => JSON.stringify(each) === JSON.stringify(places[0]))).toBe(true)
        }
      }),
      {numRuns: 100},
    )
  })

  test('likes stand with likes', () => {
    fc.assert(
      fc.property(region, (procedures) => {
        for (const {kind, readings} of collate(procedures, lexicon).rows)
          for (const own of Object.values(readings)) for (const {clause} of own ?? []) expect(clause.type).toBe(kind)
      }),
      {numRuns: 100},
    )
  })

  test('links name clauses and hold probabilities', () => {
    fc.assert(
      fc.property(region, (procedures) => {
        const known = new Set(procedures.flatMap((each) => clauses(each).map(({id}) => id)))
        for (const {links, confidence} of collate(procedures, lexicon).rows) {
          expect(confidence).toBeGreaterThanOrEqual(0)
          expect(confidence).toBeLessThanOrEqual(1)
          for (const [from, to, probability] of links) {
            expect(known.has(from) && known.has(to)).toBe(true)
            expect(probability).toBeGreaterThanOrEqual(0)
            expect(probability).toBeLessThanOrEqual(1)
          }
        }
      }),
      {numRuns: 50},
    )
  })
})

describe('judgement of people', () => {
  const one = identified(
    procedure('ashby', 'topic', [section('Reporting', [provision('The carer must call the police.')])]),
  )
  const two = identified(
    procedure('brindle', 'topic', [section('Reporting', [provision('The carer must call the police.')])]),
  )
  const far = identified(
    procedure('brindle', 'topic', [section('Records', [provision('Files are kept for ten years.')])]),
  )

  test('a pin that says same joins what the words would not', () => {
    const pin = {same: true, clauses: ['ashby/topic/1', 'brindle/topic/1']}
    expect(collate([one, far], lexicon).rows).toHaveLength(2)
    expect(collate([one, far], lexicon, [pin]).rows).toHaveLength(1)
  })

  test('a pin that says not the same parts identical words', () => {
    const pin = {same: false, clauses: ['ashby/topic/1', 'brindle/topic/1']}
    expect(collate([one, two], lexicon).rows).toHaveLength(1)
    expect(collate([one, two], lexicon, [pin]).rows.map(({unsure}) => unsure)).toEqual([[], []])
  })
})

describe('bad calls', () => {
  const one = identified(procedure('ashby', 'topic', []))
  test('two procedures of one authority', () => {
    expect(() => collate([one, one], lexicon)).toThrow('Expected one procedure of ashby, got two')
  })
  test('two topics', () => {
    expect(() => collate([one, procedure('brindle', 'other', [])], lexicon)).toThrow('Expected one topic')
  })
})
