import {mkdtemp, readdir, readFile, rm, utimes, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {ingest} from '@hedgerow/ingest'
import {lexicon} from '@hedgerow/lexicon'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {cacheFolder, cacheIn, cacheKey, remembered} from '../src/cache.ts'

const text = '# Missing children\n\n## Reporting\n\nThe carer must call the police within 2 hours.\n'
const bytes = Buffer.from(text)
const document = {
  file: '/x.md',
  path: 'ashby/missing-children.md',
  authority: 'ashby',
  topic: 'missing-children',
  part: null,
}
const read = () => ingest({...document, bytes}, {lexicon})

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hedgerow-cache-'))
})
afterEach(() => rm(folder, {recursive: true, force: true}))

test('what is fetched is what was read', async () => {
  const cache = cacheIn(folder, '0123456789abcdef')
  const key = cacheKey(document, bytes, {lexicon})
  const first = await remembered(cache, key, read)
  const second = await remembered(cache, key, () => Promise.reject(new Error('read twice')))
  expect(JSON.stringify(second)).toBe(JSON.stringify(first))
})

test('a damaged entry is read again', async () => {
  const cache = cacheIn(folder, '0123456789abcdef')
  const key = cacheKey(document, bytes, {lexicon})
  const first = await remembered(cache, key, read)
  const file = join(folder, '0123456789abcdef', `${key}.json`)
  await writeFile(file, (await readFile(file, 'utf8')).replace('2 hours', '9 hours'))
  expect(await cache.fetch(key)).toBeNull()
  expect(JSON.stringify(await remembered(cache, key, read))).toBe(JSON.stringify(first))
})

test('other bytes, names or lexicon are another key', () => {
  const keys = [
    cacheKey(document, bytes, {lexicon}),
    cacheKey(document, Buffer.from(`${text}\n`), {lexicon}),
    cacheKey({...document, authority: 'brindle'}, bytes, {lexicon}),
    cacheKey(document, bytes, {lexicon, localNames: ['Ashby']}),
    cacheKey(document, bytes, {lexicon: {...lexicon, hash: 'other'}}),
    cacheKey(document, bytes, {lexicon: {...lexicon, weights: []}}),
  ]
  expect(new Set(keys).size).toBe(keys.length)
})

test('another build clears the entries of the last one away, once no run of that can be going on', async () => {
  const key = cacheKey(document, bytes, {lexicon})
  await remembered(cacheIn(folder, '0123456789abcdef'), key, read)
  await remembered(cacheIn(folder, 'ffffffffffffffff'), key, read)
  expect((await readdir(folder)).sort()).toEqual(['0123456789abcdef', 'ffffffffffffffff'])
  for (const name of await readdir(folder)) await utimes(join(folder, name), 0, 0)
  await remembered(cacheIn(folder, 'fedcba9876543210'), key, read)
  expect(await readdir(folder)).toEqual(['fedcba9876543210'])
})

test('a folder that cannot be written to costs nothing but time', async () => {
  await writeFile(join(folder, 'file'), '')
  const cache = cacheIn(join(folder, 'file'), '0123456789abcdef')
  expect((await remembered(cache, 'a'.repeat(64), read)).procedure.authority).toBe('ashby')
})

test('from the sources, which are no build, nothing is kept', () => {
  expect(cacheFolder({HEDGEROW_CACHE: folder}, '')).toBeNull()
  expect(cacheFolder({HEDGEROW_CACHE: folder}, 'b')).toEqual({folder, build: 'b'})
  expect(cacheFolder({HEDGEROW_CACHE: 'off'}, 'b')).toBeNull()
})
