import {existsSync} from 'node:fs'
import {lexicon} from '@hedgerow/lexicon'
import {expect, test} from 'vitest'
import {differenceNames} from '../src/index.ts'

test('every class has its entry in the lexicon, and every entry is a class', () => {
  expect(lexicon.differences.map((each) => each.class).sort()).toEqual([...differenceNames].sort())
})

test.each(differenceNames)('%s is shown by a folder of cases', (name) => {
  expect(existsSync(new URL(`../../../test/classes/${name}`, import.meta.url))).toBe(true)
})
