import {lexicon} from '@hedgerow/lexicon'
import {describe, expect, test} from 'vitest'
import {spoken, spokenGap, worstGap} from '../src/index.ts'
import {amountKey, looseness} from '../src/times.ts'

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
