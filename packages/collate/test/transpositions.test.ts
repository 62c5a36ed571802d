import {describe, expect, test} from 'vitest'
import {consensusOrder, transposed} from '../src/index.ts'

const even = (): number => 1

describe('consensus order', () => {
  test('is what most sequences say', () => {
    expect(
      consensusOrder([
        [1, 2, 3],
        [2, 1, 3],
        [2, 1, 3],
      ]),
    ).toEqual([2, 1, 3])
  })
  test('a tie goes to the first sequence that holds both', () => {
    expect(
      consensusOrder([
        [1, 2],
        [2, 1],
      ]),
    ).toEqual([1, 2])
    expect(
      consensusOrder([
        [3, 1, 2],
        [3, 2, 1],
        [1, 2],
        [2, 1],
      ]),
    ).toEqual([3, 1, 2])
  })
  test('places what only one sequence holds by what it stands between', () => {
    expect(
      consensusOrder([
        [1, 3],
        [1, 2, 3],
      ]),
    ).toEqual([1, 2, 3])
  })
  test('of nothing is nothing', () => {
    expect(consensusOrder([])).toEqual([])
  })
})

describe('transposed', () => {
  test('nothing has moved in the same order', () => {
    expect(transposed([1, 2, 3], [1, 2, 3], even)).toEqual([])
  })
  test('one item taken forward is the one that moved', () => {
    expect(transposed([4, 1, 2, 3], [1, 2, 3, 4], even)).toEqual([4])
  })
  test('two sections swapped are a tie, and the later one moved', () => {
    expect(transposed([1, 3, 2, 4], [1, 2, 3, 4], even)).toEqual([3])
  })
  test('sections are weighed, not their lengths', () => {
    const sections = new Map([
      [1, 'reporting'],
      [2, 'reporting'],
      [3, 'interview'],
      [4, 'interview'],
      [5, 'interview'],
    ])
    const weight = (item: number): number => (sections.get(item) === 'reporting' ? 1 / 2 : 1 / 3)
    expect(transposed([3, 4, 5, 1, 2], [1, 2, 3, 4, 5], weight)).toEqual([3, 4, 5])
  })
  test('what the order does not hold cannot move', () => {
    expect(transposed([9, 1, 2], [1, 2], even)).toEqual([])
  })
})
