import {describe, expect, test} from 'vitest'
import {dayTyped, isDay} from '../src/day.ts'

describe('a day that is typed', () => {
  test.each([
    ['2027-01-31', '2027-01-31'],
    [' 2027-01-31 ', '2027-01-31'],
    ['31/01/2027', '2027-01-31'],
    ['1/2/2027', '2027-02-01'],
    ['1.2.2027', '2027-02-01'],
    ['29/02/2028', '2028-02-29'],
    ['29/02/2027', null],
    ['12/31/2027', null],
    ['31 January 2027', '2027-01-31'],
    ['1 mar 2027', '2027-03-01'],
    ['31 Brumaire 2027', null],
    ['31/01/27', null],
    ['tomorrow', null],
    ['', null],
  ])('%j is %j', (typed, day) => {
    expect(dayTyped(typed)).toBe(day)
    if (day !== null) expect(isDay(day)).toBe(true)
  })
})
