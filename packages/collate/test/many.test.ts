// Of many procedures not every pair is compared: rows must reach everybody all the same.
import {identified, type Procedure, procedure, provision, section} from '@hedgerow/ast'
import {lexicon} from '@hedgerow/lexicon'
import {describe, expect, test} from 'vitest'
import {collate, partners, profiles} from '../src/index.ts'

const who = ['social worker', 'team manager', 'carer', 'school nurse', 'police sergeant', 'coordinator']
const does = ['notify', 'record', 'review', 'visit', 'telephone', 'photograph']
const what = ['placement plan', 'missing episode', 'bank card', 'travel pass', 'court order', 'hospital notes']
const where = ['the home', 'the ward', 'the station', 'the hub', 'the youth club', 'the town hall', 'the library']
const about = ['a sibling', 'an uncle', 'a lodger', 'a neighbour', 'a stranger', 'a teacher', 'a doctor', 'a coach']

/** Duty k as authority n words it: one half in one way, the other in another. */
const duty = (n: number, k: number): string => {
  const [actor, verb, thing] = [who[k % 6], does[(k * 5 + 1) % 6], what[Math.floor(k / 6) % 6]]
  const [place, person] = [where[(k * 3) % 7], about[(k * 5) % 8]]
  return n % 2 === 0
    ? `The ${actor} must ${verb} the ${thing} of ${person} at ${place} within ${(n % 5) + 1} days.`
    : `Within ${(n % 5) + 1} days the ${thing} is to be looked at by the ${actor}, who shall ${verb} it at ${place} where ${person} is named.`
}

const region = (count: number): readonly Procedure[] =>
  Array.from({length: count}, (_, n) =>
    identified(
      procedure(`authority-${String(n).padStart(3, '0')}`, 'topic', [
        section(
          'Duties',
          Array.from({length: 24}, (_each, k) => provision(duty(n, k), {number: `${k}`})).filter(
            (_each, k) => (n + k) % 11 > 0,
          ),
        ),
      ]),
    ),
  )

describe('forty procedures', () => {
  const procedures = region(40)
  const {rows} = collate(procedures, lexicon)

  test('no provision is lost or stands twice', () => {
    const held = rows.flatMap(({readings}) =>
      Object.values(readings).flatMap((own) => (own ?? []).map(({clause}) => clause.id)),
    )
    expect(new Set(held).size).toBe(held.length)
    expect(held.length).toBe(
      procedures.reduce((sum, each) => sum + (each.children[0] as {children: unknown[]}).children.length, 0),
    )
  })

  test('each duty is one row that reaches everybody who has it', () => {
    for (const {readings} of rows) {
      const numbers = new Set(Object.values(readings).flatMap((own) => (own ?? []).map(({clause}) => clause.number)))
      expect(numbers.size).toBe(1)
    }
    expect(rows).toHaveLength(24)
  })

  test('the order in which they are given changes nothing', () => {
    const shuffled = [...procedures].sort(
      (x, y) => ((Number(x.authority.slice(-3)) * 17) % 41) - ((Number(y.authority.slice(-3)) * 17) % 41),
    )
    expect(JSON.stringify(collate(shuffled, lexicon))).toBe(JSON.stringify(collate(procedures, lexicon)))
  })
})

describe('partners', () => {
  test('of a few, all are compared with all', () => {
    const few = partners(profiles(region(10), lexicon), 10, lexicon)
    for (let x = 0; x < 10; x++) expect(few.of(x)).toHaveLength(9)
  })

  test('of many, each has about as many as the weight says, both ways, and nobody is cut off', () => {
    const count = 60
    const many = partners(profiles(region(count), lexicon), count, lexicon)
    const reached = new Set([0])
    for (const at of reached) for (const other of many.of(at)) reached.add(other)
    expect(reached.size).toBe(count)
    for (let x = 0; x < count; x++) {
      expect(many.of(x).length).toBeGreaterThanOrEqual(10)
      for (const y of many.of(x)) expect([many.compared(x, y), many.compared(y, x)]).toEqual([true, true])
      expect(many.compared(x, x)).toBe(false)
    }
    const all = Array.from({length: count}, (_, x) => many.of(x).length).reduce((sum, each) => sum + each, 0)
    expect(all / count).toBeLessThan(24)
  })
})
