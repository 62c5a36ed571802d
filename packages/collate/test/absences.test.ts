// That somebody has nothing is told as sure only where enough speaks for it.
import {identified, procedure, type Procedure, provision, section, type Section} from '@hedgerow/ast'
import {lexicon} from '@hedgerow/lexicon'
import {expect, test} from 'vitest'
import {absences, collate, setting} from '../src/index.ts'

const text = 'The clerk must lock the bicycle shed every evening.'
const duties = [
  'The social worker must visit the child at home.',
  'The police must be told at once.',
  'A health assessment is offered in the first week.',
  'The reviewing officer reads every plan.',
  'The school keeps a note of absences.',
]
const records = [
  'Each call is written down by whoever takes it.',
  'The file is closed by the team manager.',
  'Letters to the family are copied to the advocate.',
]

const told = (title: string, texts: readonly string[]): Section =>
  section(
    title,
    texts.map((each) => provision(each)),
  )

/** The first has the text among its duties, each other has its own at the end of its records. */
const region = (...others: readonly string[]): readonly Procedure[] => [
  identified(procedure('authority-0', 'topic', [told('Duties', [...duties, text]), told('Records', records)])),
  ...others.map((other, at) =>
    identified(
      procedure(`authority-${at + 1}`, 'topic', [told('Duties', duties), told('Records', [...records, other])]),
    ),
  ),
]

const absence = (other: string) => {
  const found = absences(region(other), lexicon).find(({clauses}) => clauses[0]?.text === text)?.absence
  if (!found) throw new Error(`Expected a row of its own beside “${other}”`)
  return found
}

const rowOf = (procedures: readonly Procedure[]) =>
  collate(procedures, lexicon).rows.find(({readings}) =>
    Object.values(readings).some((own) => own?.[0]?.clause.text === text),
  )

test('the more of it one provision there says, the less likely it is missing', () => {
  const [none, little, much] = [
    'Parents are asked about holidays.',
    'A shed stands behind the school.',
    'In the evening no bicycle may be left outside by anybody who visits.',
  ].map(absence)
  expect(none?.probability).toBeGreaterThan(little?.probability ?? 1)
  expect(little?.probability).toBeGreaterThan(much?.probability ?? 1)
  expect(much?.nearest).toBe(2 * (duties.length + records.length) + 1)
})

test('what is not likely enough to be missing is quoted, of three authorities at most', () => {
  const other = 'In the evening no bicycle may be left outside by anybody who visits.'
  const row = rowOf(region(other, other, other, other, other))
  expect(row?.unsure.filter((reason) => reason.includes('may say this in other words: “In the evening'))).toHaveLength(
    3,
  )
  expect(row?.unsure).toContain('2 more may say this in other words')
  expect(Object.keys(row?.doubtful ?? {})).toHaveLength(5)
  expect(Object.values(row?.doubtful ?? {}).some(({isFound}) => isFound)).toBe(false)
})

test('a person who pins the two apart has settled it', () => {
  const procedures = region('In the evening no bicycle may be left outside by anybody who visits.')
  expect(rowOf(procedures)?.unsure).toHaveLength(1)
  const clauses = ['authority-0/topic/6', 'authority-1/topic/9']
  const {rows} = collate(procedures, lexicon, [{same: false, clauses}])
  expect(rows.find(({readings}) => readings['authority-0']?.[0]?.clause.text === text)?.unsure).toEqual([])
})

test('a row of one holder that is told as sure is as likely as its least likely absence', () => {
  const row = rowOf(region('Parents are asked about holidays.'))
  expect(row?.unsure).toEqual([])
  expect(row?.confidence).toBeGreaterThan(setting(lexicon)('absence-sure') - 0.05)
})
