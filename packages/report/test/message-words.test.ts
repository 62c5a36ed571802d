import {expect, test} from 'vitest'
import {messageWords} from '../src/message-words.ts'

test.each([
  ['Unexpected 12 lines of page furniture, left out', 'Left out: 12 lines of page headers, footers and the like'],
  ['Unexpected 1 lines of page headers and footers, left out', 'Left out: 1 line of page headers and footers'],
  [
    'Unexpected 18 words that the page never shows, left out: check that they are no part of the procedure',
    'Left out: 18 words that the page never shows; check that they are no part of the procedure',
  ],
  [
    'Unexpected hidden sheets (Lists), left out but for their lists: unhide what belongs to the procedure',
    'Left out: hidden sheets (Lists), but for their lists; unhide what belongs to the procedure',
  ],
  ['3 comments, left out', 'Left out: 3 comments'],
  ['Unexpected heading depth 4 under depth 2, expected 3', 'Unexpected heading depth 4 under depth 2, expected 3'],
])('%s', (reason, words) => {
  expect(messageWords(reason)).toBe(words)
})
