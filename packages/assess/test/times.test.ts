import {lexicon} from '@hedgerow/lexicon'
import {describe, expect, test} from 'vitest'
import {consensus, directions, lowersNobody} from '../src/consensus.ts'
import {spoken, spokenGap, type Variant, worstGap} from '../src/index.ts'
import type {Difference} from '../src/judge.ts'
import {exactly, opposite, protectsMore} from '../src/protection.ts'
import {amountKey, looseness, reach} from '../src/times.ts'

const hours = (value: number) => ({value, unit: 'hour'}) as const
const days = (value: number) => ({value, unit: 'day'}) as const
const working = (value: number) => ({value, unit: 'working-day'}) as const

describe('amounts', () => {
  test('24 hours are a day, 7 days a week', () => {
    expect(amountKey(hours(48))).toBe(amountKey(days(2)))
    expect(amountKey(days(14))).toBe(amountKey({value: 2, unit: 'week'}))
  })
  test('a working day is no day, a month is no 30 days, the same day is no limit of hours', () => {
    expect(amountKey(working(1))).not.toBe(amountKey(days(1)))
    expect(amountKey({value: 1, unit: 'month'})).not.toBe(amountKey(days(30)))
    expect(amountKey(days(0))).not.toBe(amountKey(hours(0)))
  })
})

describe('the worst-case gap', () => {
  test('of 24 hours and 1 working day runs over a weekend and the holidays after it', () => {
    const gap = worstGap(hours(24), working(1), lexicon)
    // From Friday evening the working day ends on Monday evening: three days against one.
    expect(gap?.weekend).toBe(2)
    // From Thursday 24 December 2026: 25 December, the weekend and the substitute day go by.
    expect(gap?.holiday).toBeGreaterThanOrEqual(4)
  })
  test('of equal limits is none', () => {
    expect(worstGap(hours(48), days(2), lexicon)).toEqual({weekend: 0, holiday: 0})
    expect(spokenGap({weekend: 0, holiday: 0})).toBeNull()
  })
  test('is symmetric', () => {
    expect(worstGap(working(5), hours(72), lexicon)).toEqual(worstGap(hours(72), working(5), lexicon))
  })
  test('of what no calendar settles is not known', () => {
    expect(worstGap({value: 0, unit: 'as-soon-as'}, hours(24), lexicon)).toBeNull()
  })
})

describe('looseness', () => {
  test('3 working days may be longer than 72 hours, 1 working day than 24 hours', () => {
    expect(looseness(working(3), hours(72), lexicon)).toBe(1)
    expect(looseness(working(1), hours(24), lexicon)).toBe(1)
  })
  test('24 hours are never longer than 1 working day', () => {
    expect(looseness(hours(24), working(1), lexicon)).toBe(-1)
  })
  test('equal is equal, and the unsettled is unsettled', () => {
    expect(looseness(hours(72), days(3), lexicon)).toBe(0)
    expect(looseness({value: 0, unit: 'as-soon-as'}, hours(72), lexicon)).toBeNull()
  })
})

test('limits are said as a person would', () => {
  expect(spoken({value: 72, unit: 'hour', bound: 'within'})).toBe('72 hours')
  expect(spoken({value: 1, unit: 'working-day', bound: 'within'})).toBe('1 working day')
  expect(spoken({value: 1, unit: 'month', bound: 'every'})).toBe('every month')
  expect(spoken({value: 6, unit: 'week', bound: 'every'})).toBe('every 6 weeks')
  expect(spoken({value: 0, unit: 'day', bound: 'within'})).toBe('the same day')
  expect(spoken({value: 0, unit: 'immediate', bound: 'within'})).toBe('immediately')
})

describe('which of two limits protects more', () => {
  const shorter = (x: Parameters<typeof reach>[0], y: Parameters<typeof reach>[0]) => {
    const [own, other] = [reach(x, lexicon), reach(y, lexicon)]
    return own && other ? protectsMore([opposite(own)], [opposite(other)]) : undefined
  }
  test('10 working days and 14 days: it changes with the day, so nothing is claimed', () => {
    expect(shorter(working(10), days(14))).toBeNull()
    expect(shorter(days(14), working(10))).toBeNull()
  })
  test('10 days are never more than 10 working days, 24 hours never more than 1', () => {
    expect(shorter(days(10), working(10))).toBe(1)
    expect(shorter(hours(24), working(1))).toBe(1)
    expect(shorter(working(10), days(10))).toBe(-1)
  })
  test('within one scale, and at the ends of it', () => {
    expect(shorter(working(3), working(5))).toBe(1)
    expect(shorter(days(0), hours(24))).toBe(1)
    expect(shorter(days(0), hours(4))).toBeNull()
    expect(shorter({value: 1, unit: 'month'}, days(30))).toBeNull()
    expect(shorter({value: 0, unit: 'as-soon-as'}, days(1))).toBeUndefined()
  })
  test('fewer episodes in a shorter window are neither', () => {
    expect(protectsMore([exactly(-3), exactly(28)], [exactly(-4), exactly(90)])).toBeNull()
    expect(protectsMore([exactly(-3), exactly(90)], [exactly(-4), exactly(90)])).toBe(1)
  })
})

describe('the strictest of several values', () => {
  const variant = (value: string, authorities: readonly string[]): Variant => ({value, label: value, authorities})
  const differenceOf = (limits: Readonly<Record<string, Parameters<typeof reach>[0]>>): Difference => ({
    class: 'deadline',
    variants: Object.keys(limits).map((id) => variant(id, [id])),
    values: new Map(
      Object.entries(limits).map(([id, limit]) => {
        const days = reach(limit, lexicon)
        return [id, {key: id, label: id, ...(days && {rank: [opposite(days)]})}]
      }),
    ),
  })
  test('is none of 10 working days and 14 days, and neither is weaker', () => {
    const difference = differenceOf({ashby: working(10), brindle: days(14)})
    expect(consensus(difference).strictest).toBeNull()
    expect(directions(difference)).toEqual({brindle: 'different'})
    expect(lowersNobody(difference.variants[0] as Variant, difference)).toBe(false)
  })
  test('is 5 working days beside 10 working days and 14 days', () => {
    const difference = differenceOf({ashby: working(10), brindle: days(14), carrow: working(5)})
    expect(consensus(difference).strictest?.value).toBe('carrow')
    expect(directions(difference)).toEqual({brindle: 'different', carrow: 'stricter'})
  })
})
