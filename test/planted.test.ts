import {cpSync, mkdirSync, mkdtempSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {beforeAll, describe, expect, it} from 'vitest'
import {type ExpectedRow, three} from './support/planted-rows.ts'
import {type AssessedRow, printedAnalysis, quotations, type TopicAssessment} from './support/region.ts'

const folder = fileURLToPath(new URL('planted', import.meta.url))
const everybody = ['ashby', 'brindle', 'carrow'] as const

/** The same three documents as a flat folder, where each file is an authority and the folder the topic. */
const flatFolder = (): string => {
  const flat = join(mkdtempSync(join(tmpdir(), 'hedgerow-planted-')), 'missing-children')
  mkdirSync(flat)
  for (const id of everybody) cpSync(join(folder, id, 'missing-children.md'), join(flat, `${id}.md`))
  return flat
}

const onlyTopic = async (...argv: readonly string[]): Promise<TopicAssessment> => {
  const {topics} = await printedAnalysis(argv, tmpdir())
  expect(topics).toHaveLength(1)
  return topics[0] as TopicAssessment
}

const key = (texts: readonly (string | null)[]): string => texts.map((text) => text ?? '—').join('\n')

const shown = (found: AssessedRow, authorities: readonly string[]) => ({
  readings: authorities.map((id) => quotations(found)[id]?.join(' // ') ?? null),
  status: found.status,
  facets: [...found.facets].sort(),
  moved: [...found.moved],
})

const sorted = <T extends {readonly readings: readonly (string | null)[]}>(rows: readonly T[]): readonly T[] =>
  [...rows].sort((x, y) => (key(x.readings) < key(y.readings) ? -1 : 1))

const expectRows = (
  {rows}: TopicAssessment,
  authorities: readonly string[],
  expected: readonly ExpectedRow[],
): void => {
  const whole = expected.map((row) => ({...row, facets: [...row.facets].sort(), moved: [...(row.moved ?? [])]}))
  expect(sorted(rows.map((each) => shown(each, authorities)))).toEqual(sorted(whole))
}

const rowOf = ({rows}: TopicAssessment, start: string): AssessedRow => {
  const found = rows.filter((row) =>
    Object.values(quotations(row)).some((own) => own?.some((text) => text.startsWith(start))),
  )
  expect(found, start).toHaveLength(1)
  return found[0] as AssessedRow
}

const finding = (row: AssessedRow, name: string) => row.findings.find((each) => each.class === name)

/** A difference's values by authority, as a person reads them. */
const values = (row: AssessedRow, name: string) =>
  Object.fromEntries(
    finding(row, name)?.variants.flatMap(({label, authorities}) => authorities.map((id) => [id, label])) ?? [],
  )

describe.each([
  ['a folder for each authority', () => folder],
  ['one flat folder', flatFolder],
])('ten planted differences: three authorities in %s', (_, place) => {
  let topic: TopicAssessment
  beforeAll(async () => {
    topic = await onlyTopic('report', place(), '--format', 'json')
  })

  it('has every row, its status, facets and what moved, and no other row', () => expectRows(topic, everybody, three))

  it('knows the topic, so that the national standards apply', () => {
    expect(topic.id).toBe('missing-children')
    expect(topic.standards.find(({id}) => id === 'return-interview-within-72-hours')?.met).toEqual({
      ashby: 'met',
      brindle: 'below',
      carrow: 'met',
    })
  })

  it('P2: holds the moved interview’s own limits against each other', () => {
    const row = rowOf(topic, 'An independent return home interview')
    expect(values(row, 'deadline')).toEqual({ashby: '72 hours', carrow: '72 hours', brindle: '5 working days'})
    expect(finding(row, 'deadline')?.direction).toEqual({brindle: 'weaker'})
    expect(finding(row, 'below-standard')?.direction).toEqual({brindle: 'weaker'})
    expect(finding(row, 'below-standard')?.summary).toContain('not verified')
  })

  it('P3: must became should, which is weaker; Carrow’s working day is no 24 hours', () => {
    const row = rowOf(topic, 'The social worker must notify')
    expect(finding(row, 'modality')?.direction).toEqual({brindle: 'weaker'})
    expect(finding(row, 'deadline')?.direction).toEqual({carrow: 'weaker'})
    expect(finding(row, 'deadline')?.gap).toMatch(/weekend.*bank holiday/u)
  })

  it('P4 to P6: another manager, more force, more hours', () => {
    const row = rowOf(topic, 'The Team Manager should convene')
    expect(values(row, 'actor')).toEqual({ashby: 'Team manager', carrow: 'Team manager', brindle: 'Service manager'})
    expect(finding(row, 'modality')?.direction).toEqual({brindle: 'stricter'})
    expect(values(row, 'threshold')).toEqual({
      ashby: 'more than 48 hours missing',
      carrow: 'more than 48 hours missing',
      brindle: 'more than 72 hours missing',
    })
    expect(row.readings.carrow?.[0]?.threshold).toMatchObject({op: '>', value: 2, unit: 'day'})
  })

  it('P10: lists every name, number and address as a local particular', () => {
    const row = rowOf(topic, 'Ashby Multi-Agency Safeguarding Hub')
    expect(row.readings.ashby?.[0]?.local).toEqual([
      'Ashby Multi-Agency Safeguarding Hub',
      '01632 960101',
      'mash@ashby.example',
    ])
    expect(row.readings.brindle?.[0]?.local).toEqual([
      'Brindle Front Door',
      '01632 960201',
      'frontdoor@brindle.example',
    ])
    expect(row.readings.carrow?.[0]?.local).toEqual([
      "Carrow Children's Front Door",
      '01632 960301',
      'frontdoor@carrow.example',
    ])
  })

  it('three became two episodes in 90 days', () =>
    expect(values(rowOf(topic, 'If a child goes missing three'), 'trigger')).toEqual({
      ashby: '3 or more in 90 days',
      carrow: '2 or more in 90 days',
    }))
})

describe('the documents themselves', () => {
  it('version, approval and owner are edition data and no rows', async () => {
    const {documents} = await printedAnalysis(['report', folder, '--format', 'json'], tmpdir())
    expect(documents.map(({edition: {version, owner}}) => [version, owner])).toEqual([
      ['3.2', 'Head of Safeguarding, Ashby Council'],
      ['1.0', 'Service Manager, Quality Assurance'],
      ['2.4', 'Head of Safeguarding, Carrow County Council'],
    ])
  })
})

/** The rows of two of the three, with what is expected of them alone. */
const two = (
  at: readonly [number, number],
  differing: readonly (readonly [
    start: string,
    status: string,
    facets: readonly string[],
    moved?: readonly string[],
  ])[],
): readonly ExpectedRow[] =>
  three
    .map(({readings}) => at.map((each) => readings[each] ?? null))
    .filter((readings) => readings.some((text) => text !== null))
    .map((readings) => {
      const [, status = 'same', facets = [], moved = []] =
        differing.find(([start]) => readings.some((text) => text?.startsWith(start))) ?? []
      return {readings, status, facets, moved}
    })

const contacts = [
  ['Ashby Multi-Agency', 'local', ['local']],
  ['Carrow Children', 'local', ['local']],
  ['Missing Coordinator |', 'local', ['local']],
  ['Emergency Duty Team |', 'local', ['local']],
] as const

describe('diff of two of the three', () => {
  it('Ashby and Carrow: the same times in other words are wording, a working day and two episodes are not', async () => {
    const topic = await onlyTopic('diff', 'ashby', 'carrow', folder, '--topic', 'missing-children', '--format', 'json')
    expectRows(
      topic,
      ['ashby', 'carrow'],
      two(
        [0, 2],
        [
          ['It applies', 'local', ['local']],
          ['The social worker', 'differs', ['deadline']],
          ['The Team Manager should', 'wording', ['wording']],
          ['An independent', 'wording', ['wording']],
          ['If a child', 'differs', ['trigger']],
          ...contacts,
        ],
      ),
    )
    expect(finding(rowOf(topic, 'The social worker'), 'deadline')?.gap).toMatch(/weekend.*bank holiday/u)
    expect(finding(rowOf(topic, 'If a child'), 'trigger')?.direction).toEqual({carrow: 'stricter'})
  })

  it('Ashby and Brindle: the ten, the tie moving Brindle’s later section', async () => {
    const topic = await onlyTopic(
      'diff',
      join(folder, 'ashby/missing-children.md'),
      join(folder, 'brindle/missing-children.md'),
      '--format',
      'json',
    )
    expect(topic.authorities).toHaveLength(2)
    const [a, b] = topic.authorities as [string, string]
    expectRows(
      topic,
      [a, b],
      two(
        [0, 1],
        [
          ['This procedure', 'wording', ['wording']],
          ['It applies', 'local', ['local', 'wording']],
          ['Absent', 'absent', ['absent']],
          ['The social worker', 'differs', ['modality']],
          ['The Team Manager should', 'differs', ['actor', 'modality', 'threshold']],
          ['An independent', 'below-standard', ['below-standard', 'deadline'], [b]],
          ['The interview should', 'wording', ['wording'], [b]],
          ['A record', 'same', [], [b]],
          ['If a child', 'absent', ['absent']],
          ...contacts,
        ],
      ),
    )
  })
})
