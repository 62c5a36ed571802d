import {expect, test} from 'vitest'
import {spelled} from '../src/drift/spelling.ts'

test.each([
  ['the home & its grounds', 'The home and its grounds'],
  ["We don't know", 'We do not know.'],
  ['the child’s “own” words', 'the child\'s "own" words'],
  ['police, health, and school', 'police, health and school'],
  ['a multi-agency meeting', 'a multi agency  meeting'],
])('%s and %s are spelled alike', (a, b) => {
  expect(spelled(a)).toBe(spelled(b))
})

test.each([
  ['within 1.5 hours', 'within 15 hours'],
  ['within 1,5 hours', 'within 1.5 hours'],
  ['24/7', '247'],
  ['more than < 10', 'more than > 10'],
  ['10 % of cases', '10 of cases'],
  ['must not', 'must'],
  ['A&E', 'A and E'],
  ['the child or the carer', 'the child and the carer'],
])('%s and %s are not', (a, b) => {
  expect(spelled(a)).not.toBe(spelled(b))
})
