import {expect, test} from 'vitest'
import {sayings} from '../src/sayings.ts'

const named = (id: string): string => id.toUpperCase()

test('who says what stands after a colon', () => {
  const variants = [
    {value: '48h', label: '48 hours', authorities: ['ashby']},
    {value: '5wd', label: '5 working days', authorities: ['brindle', 'colne']},
  ]
  expect(sayings(variants, named)).toBe(': 48 hours (ASHBY), 5 working days (BRINDLE, COLNE)')
})

test('but nothing where it is too long for a sentence', () => {
  const variants = [{value: 'x', label: 'a rule that goes on and on '.repeat(6), authorities: ['ashby']}]
  expect(sayings(variants, named)).toBe('')
})
