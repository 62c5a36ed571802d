import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {changedWords, marks, nearestText, wordCounts, wordingLikeness} from '../src/marks.ts'

describe('marks', () => {
  test('are the words that are not in the reference', () => {
    const text = 'offered within 5 working days of the child being found'
    const [[start, end] = [0, 0], ...rest] = marks(text, 'offered within 72 hours of the child being found')
    expect(text.slice(start, end)).toBe('5 working days')
    expect(rest).toEqual([])
  })
  test('case and punctuation do not count', () => {
    expect(marks('The Carer, must call.', 'the carer must call')).toEqual([])
  })
  test('stay inside the text, in order, apart', () => {
    fc.assert(
      fc.property(fc.lorem(), fc.lorem(), (text, reference) => {
        let last = -1
        for (const [start, end] of marks(text, reference)) {
          expect(start).toBeGreaterThan(last)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(text.length)
          last = end
        }
      }),
    )
  })
})

test('changed words count the longer side of each change', () => {
  expect(changedWords('within 72 hours of return', 'within 5 working days of return')).toBe(3)
  expect(changedWords('must notify', 'should notify')).toBe(1)
  expect(changedWords('same', 'same')).toBe(0)
})

test('likeness of wording is symmetric, 1 for itself, 0 for nothing shared', () => {
  const [x, y] = [wordCounts('the carer must call the police'), wordCounts('the carer should call')]
  expect(wordingLikeness(x, y)).toBe(wordingLikeness(y, x))
  expect(wordingLikeness(x, x)).toBe(1)
  expect(wordingLikeness(wordCounts('one two'), wordCounts('three four'))).toBe(0)
})

test('the reference is the text nearest all the others', () => {
  const odd = 'If there are grounds, refer the child.'
  const usual = 'A first responder must refer a child where there are grounds.'
  expect(nearestText([odd, usual, usual.replace('must', 'may'), usual])).toBe(usual)
  expect(nearestText([])).toBe('')
})
