import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {beforeAll, describe, expect, it} from 'vitest'
import {parse} from 'yaml'
import {lexicon} from '../packages/lexicon/src/index.ts'
import {substantive} from '../packages/assess/src/index.ts'
import {type AssessedRow, assessedTexts, textsIn, type TopicAssessment} from './support/region.ts'

const folder = fileURLToPath(new URL('classes', import.meta.url))
const read = (...path: readonly string[]): unknown => parse(readFileSync(join(folder, ...path), 'utf8'))

/** One row of expected.yaml. Readings are whole quotations by authority: one, several where the provision is split, null = nothing there. */
interface ExpectedRow {
  readonly readings: Readonly<Record<string, string | readonly string[] | null>>
  /** Headings under which the quotations stand, where the same words stand in several. */
  readonly under?: Readonly<Record<string, string>>
  readonly status: string
  readonly facets?: readonly string[]
  readonly moved?: readonly string[]
  /** Who seems to have nothing there and may after all. */
  readonly doubtful?: readonly string[]
  /** By class, what each authority's value is called. */
  readonly values?: Readonly<Record<string, Readonly<Record<string, string>>>>
  readonly direction?: Readonly<Record<string, string>>
  /** A pattern for the worst-case gap. */
  readonly gap?: string
}

interface Expected {
  readonly says: string
  readonly topic: string
  readonly rows: readonly ExpectedRow[]
}

const plain = (text: string): string => text.replace(/[.:;?]+$/u, '').trim()

const quoted = (own: string | readonly string[] | null | undefined): readonly string[] =>
  own === null || own === undefined ? [] : [own].flat().map(plain)

const printed = ({readings}: AssessedRow, authority: string): readonly string[] =>
  (readings[authority] ?? []).map(({text}) => plain(text))

const standsIn = (row: AssessedRow, {readings, under = {}}: ExpectedRow): boolean =>
  Object.entries(readings).some(
    ([authority, own]) =>
      quoted(own).some((quote) => printed(row, authority).includes(quote)) &&
      (under[authority] === undefined ||
        (row.readings[authority] ?? []).some(({section}) => section === under[authority])),
  )

/** What a row says, in the form of the expectation: only what the expectation names. */
const said = (row: AssessedRow, expected: ExpectedRow) => ({
  readings: Object.fromEntries(Object.keys(expected.readings).map((id) => [id, printed(row, id)])),
  ...(expected.under && {
    under: Object.fromEntries(Object.keys(expected.under).map((id) => [id, row.readings[id]?.[0]?.section])),
  }),
  status: row.status,
  ...(expected.facets && {facets: [...row.facets].sort()}),
  moved: row.moved,
  ...(expected.doubtful && {doubtful: row.doubtful}),
})

const expectedOf = ({readings, under, status, facets, moved = [], doubtful}: ExpectedRow) => ({
  readings: Object.fromEntries(Object.entries(readings).map(([id, own]) => [id, quoted(own)])),
  ...(under && {under}),
  status,
  ...(facets && {facets: [...facets].sort()}),
  moved,
  ...(doubtful && {doubtful}),
})

const labels = (row: AssessedRow, name: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    row.findings
      .find((each) => each.class === name)
      ?.variants.flatMap(({label, authorities}) => authorities.map((id) => [id, label])) ?? [],
  )

const weighty = substantive(lexicon)

describe.each(
  readdirSync(folder)
    .filter((name) => !name.includes('.'))
    .sort(),
)('class %s', (name) => {
  describe.each(readdirSync(join(folder, name)).sort())('%s', (fixture) => {
    const {says, topic: slug, rows} = read(name, fixture, 'expected.yaml') as Expected
    let topic: TopicAssessment
    beforeAll(async () => {
      topic = await assessedTexts(slug, textsIn(join(folder, name, fixture)))
    })

    it.each(rows.map((row, at) => [at + 1, row] as const))(`${says} (row %i)`, (_, expected) => {
      const found = topic.rows.filter((row) => standsIn(row, expected))
      expect(found.map((row) => said(row, expected))).toEqual([expectedOf(expected)])
      const [row] = found as [AssessedRow]
      for (const [facet, own] of Object.entries(expected.values ?? {})) expect(labels(row, facet)).toEqual(own)
      for (const [authority, way] of Object.entries(expected.direction ?? {}))
        expect(row.findings.map(({direction}) => direction[authority])).toContain(way)
      if (expected.gap) expect(row.findings.map(({gap}) => gap).join()).toMatch(new RegExp(expected.gap, 'u'))
    })

    it('and says nothing of the rest', () => {
      const rest = topic.rows.filter((row) => !rows.some((expected) => standsIn(row, expected)))
      expect(rest.length).toBeGreaterThan(3)
      const loud = rest.filter(
        ({status, moved}) => !['same', 'local'].includes(status) || (moved.length > 0 && name !== 'moved'),
      )
      expect(
        loud.map(({status, facets, moved, readings}) => ({
          status,
          facets,
          moved,
          readings: Object.values(readings).map((own) => own?.map(({text}) => text)),
        })),
      ).toEqual([])
    })
  })
})

interface Pair {
  readonly a: string
  readonly b: string
  /** Of the section the two sentences stand in, where it is not the same. */
  readonly headings?: readonly [string, string]
}

const around = readFileSync(join(folder, 'around.md'), 'utf8')

const document = (place: string, provision: string, heading = 'While the child is missing'): string =>
  around
    .replace('{heading}', heading)
    .replace('{provision}', provision)
    .replaceAll('{council}', `${place} Council`)
    .replaceAll('{place}', place)

const assessed = new Map<Pair, Promise<readonly AssessedRow[]>>()

/** The rows that hold the two sentences, which stand in the same place of one small document. Each pair is assessed once. */
const rowsOfPair = (pair: Pair): Promise<readonly AssessedRow[]> => {
  const rows = assessed.get(pair) ?? assessedPair(pair)
  assessed.set(pair, rows)
  return rows
}

const assessedPair = async ({a, b, headings}: Pair): Promise<readonly AssessedRow[]> => {
  const {rows} = await assessedTexts('missing-children', {
    ashby: document('Ashby', a, headings?.[0]),
    brindle: document('Brindle', b, headings?.[1]),
  })
  const context = around
    .split('\n')
    .map((line) => line.replace(/^\d+\.\d+ /u, '').slice(0, 30))
    .filter((line) => line !== '')
  return rows.filter(({readings}) =>
    Object.values(readings).some((own) =>
      own?.some(({text}) => !context.some((line) => !line.startsWith('{') && text.startsWith(line))),
    ),
  )
}

const told = (rows: readonly AssessedRow[]) =>
  rows.map(({status, facets, unsure, readings}) => ({
    status,
    facets,
    unsure,
    ashby: readings.ashby?.map(({text}) => text) ?? null,
    brindle: readings.brindle?.map(({text}) => text) ?? null,
  }))

const agreements: readonly string[] = ['same', 'wording', 'local', 'currency']

describe('nearly identical sentences with one meaningful change', () => {
  const pairs = read('near-identical.yaml') as readonly (Pair & {readonly changed: string})[]

  it('are at least sixty', () => expect(pairs.length).toBeGreaterThanOrEqual(60))

  it.each(pairs)('never agree: $changed', async (pair) => {
    const rows = told(await rowsOfPair(pair))
    expect(rows.length).toBeGreaterThan(0)
    expect(
      rows.filter(({status}) => !agreements.includes(status)),
      `all agree: ${JSON.stringify(rows)}`,
    ).not.toEqual([])
  })

  it.each(pairs)('are never called wording: $changed', async (pair) => {
    const rows = told(await rowsOfPair(pair))
    expect(rows.some(({facets}) => facets.includes('wording')) && rows.length === 1).toBe(false)
  })

  it.each(pairs)('stand in one row: $changed', async (pair) => {
    const rows = told(await rowsOfPair(pair))
    expect(rows.filter(({ashby, brindle}) => ashby === null || brindle === null)).toEqual([])
  })
})

describe('sentences that differ in one class', () => {
  const pairs = read('named.yaml') as readonly (Pair & {readonly by: string; readonly facets: readonly string[]})[]

  it.each(pairs)('say no more and no less: $by', async (pair) => {
    const rows = told(await rowsOfPair(pair))
    expect(rows.map(({facets}) => [...facets].sort())).toEqual([[...pair.facets].sort()])
  })
})

describe('sentences that differ by known equivalents only', () => {
  const pairs = read('equivalent.yaml') as readonly (Pair & {readonly by: string})[]

  it('are at least forty', () => expect(pairs.length).toBeGreaterThanOrEqual(40))

  it.each(pairs)('claim no difference: $by: $a', async (pair) => {
    const rows = told(await rowsOfPair(pair))
    expect(rows.length).toBeGreaterThan(0)
    expect(
      rows.filter(({facets}) => facets.some((facet) => weighty.has(facet) || ['absent', 'extra'].includes(facet))),
    ).toEqual([])
  })

  it('are seldom unsure', async () => {
    const rows = await Promise.all(pairs.map(rowsOfPair))
    const unsure = rows.flat().filter(({status}) => status === 'unsure')
    expect(told(unsure).length, JSON.stringify(told(unsure), null, 1)).toBeLessThanOrEqual(pairs.length / 20)
  })
})

describe('sentences that ask for the same in other words', () => {
  const pairs = read('paraphrases.yaml') as readonly (Pair & {readonly by: string})[]

  it('are at least thirty', () => expect(pairs.length).toBeGreaterThanOrEqual(30))

  it('seldom claim a difference', async () => {
    const rows = await Promise.all(pairs.map(rowsOfPair))
    const loud = rows.filter((own) => own.some(({facets}) => facets.some((facet) => weighty.has(facet))))
    expect(loud.length, JSON.stringify(loud.map(told), null, 1)).toBeLessThanOrEqual(pairs.length / 12)
  })

  it('are wording as often as not', async () => {
    const rows = await Promise.all(pairs.map(rowsOfPair))
    const agreed = rows.filter((own) => own.every(({status}) => agreements.includes(status)))
    expect(agreed.length).toBeGreaterThanOrEqual(pairs.length / 2)
  })
})
