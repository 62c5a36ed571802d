import {expect, test} from 'vitest'
import {joinedText} from '@hedgerow/assess'
import {standing, withoutTerm} from '../src/draft/standing-words.ts'

test('a step that stands alone ends as a sentence does', () => {
  const leadIn = 'The interviewer must:'
  expect(standing({leadIn, text: 'write down the reason; and'})).toBe('write down the reason.')
  expect(standing({leadIn, text: 'make one further offer;'})).toBe('make one further offer.')
  expect(standing({leadIn, text: 'tell the carer'})).toBe('tell the carer.')
  expect(standing({leadIn: null, text: 'Date of birth'})).toBe('Date of birth')
  expect(standing({leadIn: null, text: 'It must be sent.'})).toBe('It must be sent.')
})

test('a table’s row reads as its parts', () => {
  expect(standing({leadIn: null, text: 'Tell the school | Carer | Within 2 days'})).toBe(
    'Tell the school; Carer; Within 2 days.',
  )
})

test('a term that is printed already is not said twice, and nothing else is taken away', () => {
  expect(withoutTerm('Missing: a child who cannot be found.', 'Missing')).toBe('a child who cannot be found.')
  expect(withoutTerm('Missing. Nobody knows where the child is.', 'missing')).toBe('Nobody knows where the child is.')
  const own = ['"Missing" means not found.', 'Missing children are children.', 'A child nobody finds.']
  expect(own.map((text) => withoutTerm(text, 'Missing'))).toEqual(own)
})

test('steps that end without a mark are parted', () => {
  expect(joinedText([{text: 'the mobile number'}, {text: 'who the friends are'}])).toBe(
    'the mobile number; who the friends are',
  )
  expect(joinedText([{text: 'Tell the police.'}, {text: 'Tell the school.'}])).toBe('Tell the police. Tell the school.')
})
