import {expect, test} from 'vitest'
import {lexicon, nearSenses, stem} from '../src/index.ts'

const group = (words: string[]) => ({class: 'near-sense', words, source: 'test'})

test('joins every group that has a word of a term, by its terms', () => {
  const near = nearSenses(
    {...lexicon, wordClasses: [group(['ring call', 'calls shout']), group(['dial ring'])]},
    (word) => [stem(word)],
  )
  expect([...near('call')]).toEqual(['ring', 'call', 'shout'])
  expect([...near('ring')]).toEqual(['ring', 'call', 'dial'])
  expect([...near('whisper')]).toEqual([])
})

test('looks at no other class of words', () => {
  const wordClasses = [{class: 'opposed-sense', words: ['safe risk'], source: 'test'}]
  expect(nearSenses({...lexicon, wordClasses}, (word) => [word])('safe').size).toBe(0)
})
