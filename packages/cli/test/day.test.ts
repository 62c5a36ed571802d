import {describe, expect, test} from 'vitest'
import {dayExpected, dayTyped, isDay} from '../src/day.ts'
import {asAtOf} from '../src/options.ts'

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
    ['31st Jan 2027', '2027-01-31'],
    ['2 sept. 2027', '2027-09-02'],
    ['1 mar, 2027', '2027-03-01'],
    ['31 / 1 / 2027', '2027-01-31'],
    ['31 Marzipan 2027', null],
    ['31/01/27', null],
    ['27/01/31', null],
    ['31 January 27', null],
    ['tomorrow', null],
    ['', null],
  ])('%j is %j', (typed, day) => {
    expect(dayTyped(typed)).toBe(day)
    if (day !== null) expect(isDay(day)).toBe(true)
  })
})

test.each([
  ['31/1/27', 'the year in full: 31/01/2027'],
  ['31 January 27', 'the year in full: 31/01/2027'],
  ['12/31/2027', 'the day before the month: 31/12/2027'],
  ['31/02/2027', 'a day as 31/01/2027, 31 January 2027 or 2027-01-31'],
  ['tomorrow', 'a day as 31/01/2027, 31 January 2027 or 2027-01-31'],
])('in the place of %j, %s is expected', (typed, expected) => {
  expect(dayTyped(typed)).toBeNull()
  expect(dayExpected(typed)).toBe(expected)
})

test.each([
  ['31/1/2027', '2027-01-31'],
  ['31 January 2027', '2027-01-31'],
  ['2027-01-31', '2027-01-31'],
  [undefined, '2026-11-23'],
])('--as-at %j is %s', (typed, day) => {
  const given = {positionals: [], values: typed === undefined ? {} : {'as-at': [typed]}, flags: {}}
  expect(asAtOf(given, {now: () => new Date(2026, 10, 23)})).toBe(day)
})
