// That somebody has nothing is told as sure only where enough speaks for it.
import {contact, identified, procedure, type Procedure, provision, section, type Section} from '@hedgerow/ast'
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
  const other = 'Bicycles are kept in the hall and not in the yard, where nobody looks in the evening.'
  const row = rowOf(region(other, other, other, other, other))
  expect(
    row?.unsure.filter((reason) => reason.includes('may say this in other words: “Bicycles are kept')),
  ).toHaveLength(3)
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

const desk = (name: string, number: string): Section =>
  section('Numbers to ring', [contact(name, `${name}: ${number}`)])

test('under which name a contact stands says little of whether another has it', () => {
  const withDesk = (name: string): readonly Procedure[] =>
    ['authority-0', 'authority-1'].map((authority, at) =>
      identified(
        procedure(authority, 'topic', [
          ...(at === 1 && name ? [desk(name, '01632 960777')] : []),
          told('Duties', duties),
          ...(at === 0 ? [desk('Night Line', '01632 960100')] : []),
        ]),
      ),
    )
  const [other, none] = ['Gateway Desk', ''].map((name) =>
    absences(withDesk(name), lexicon).find(({clauses}) => clauses[0]?.text.startsWith('Night Line')),
  )
  expect(other?.absence.measures['name']).toBe(1)
  expect(none?.absence.measures['name']).toBe(0)
  expect(other?.absence.probability).toBeLessThan(none?.absence.probability ?? 0)
})

test('what has no match where it would be looked for makes an absence less likely', () => {
  const among = (others: readonly string[]) => {
    const own = ['authority-0', 'authority-1'].map((authority, at) =>
      identified(procedure(authority, 'topic', [told('Duties', [...duties, ...(at === 0 ? [text] : others)])])),
    )
    return absences(own, lexicon).find(({clauses}) => clauses[0]?.text === text)?.absence
  }
  const [none, some] = [among([]), among(['Parents are asked about holidays.', 'Keys hang by the door.'])]
  expect(none?.measures['unmatched']).toBe(0)
  expect(some?.measures['unmatched']).toBe(0.5)
  expect(some?.probability).toBeLessThan(none?.probability ?? 0)
})

test('of a document nothing of which has a match nothing is told as surely missing', () => {
  const strangers = [duties, records].map((texts, at) =>
    identified(procedure(`authority-${at}`, 'topic', [told(`Part ${at}`, texts)])),
  )
  const {rows} = collate(strangers, lexicon)
  expect(rows).toHaveLength(duties.length + records.length)
  expect(rows.filter(({unsure}) => unsure.length === 0)).toEqual([])
})
