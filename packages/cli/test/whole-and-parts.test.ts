// The law of splitting: however the work is divided, over shards, threads, runs or processes, the analysis is the same bytes.
import {spawnSync} from 'node:child_process'
import {mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {arrayItems} from '../src/merge/json-parts.ts'
import {lazily} from '../src/lazily.ts'
import {folderOf, pair, run} from './support/run.ts'

const bin = fileURLToPath(new URL('../bin/hedgerow.js', import.meta.url))
const make = fileURLToPath(new URL('../../../scripts/make-corpus.mjs', import.meta.url))

let folder = ''
const cache = (): string => join(folder, 'cache')

const report = (words: readonly string[], where: string): {readonly code: number | null; readonly json: string} => {
  const {status, stdout} = spawnSync(
    process.execPath,
    [bin, 'report', join(folder, 'region'), '--format', 'json', '--quiet', '--as-at', '2026-11-23', ...words],
    {encoding: 'utf8', env: {...process.env, HEDGEROW_CACHE: where}, maxBuffer: 1 << 28},
  )
  return {code: status, json: stdout}
}

let whole = ''

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hedgerow-parts-'))
  // More documents than one thread is given, so that threads share them.
  spawnSync(process.execPath, [make, join(folder, 'region'), '--authorities', '9', '--topics', '3', '--words', '150'])
  whole = report([], 'off').json
})

afterAll(() => rmSync(folder, {recursive: true, force: true}))

describe('the same bytes', () => {
  test('in threads, and again from what they kept', () => {
    expect(report([], cache())).toEqual({code: 0, json: whole})
    expect(readdirSync(cache(), {recursive: true}).filter((name) => String(name).endsWith('.topic.json'))).toHaveLength(
      3,
    )
    expect(report([], cache())).toEqual({code: 0, json: whole})
  })

  test('when what was kept is damaged or half gone', () => {
    report([], cache())
    const kept = readdirSync(cache(), {recursive: true}).map((name) => join(cache(), String(name)))
    const [topic, other] = kept.filter((path) => path.endsWith('.topic.json')) as [string, string]
    writeFileSync(topic, readFileSync(topic, 'utf8').replace('24 hours', '99 hours'))
    rmSync(other)
    for (const path of kept.filter((each) => each.endsWith('.head.json')).slice(2)) writeFileSync(path, '{')
    expect(report([], cache()).json).toBe(whole)
  })

  test('when one document changes, only for its topic', () => {
    report([], cache())
    const path = join(folder, 'region/authority-1/missing-children.md')
    const text = readFileSync(path, 'utf8')
    writeFileSync(path, text.replace('must', 'may'))
    const again = report([], cache()).json
    expect(again).not.toBe(whole)
    expect(again).toBe(report([], 'off').json)
    writeFileSync(path, text)
    expect(report([], cache()).json).toBe(whole)
  })

  test('where nothing can be kept', () => {
    writeFileSync(join(folder, 'no-folder'), '')
    expect(report([], join(folder, 'no-folder')).json).toBe(whole)
  })

  test('from any number of shards, merged in any order', async () => {
    for (const of of [1, 4]) {
      const files = Array.from({length: of}, (_, at) => join(folder, `part-${of}-${at + 1}.json`))
      files.forEach((file, at) => writeFileSync(file, report(['--shard', `${at + 1}/${of}`], cache()).json))
      const {code, stdout} = await run(['merge', ...files.reverse()], {cwd: folder})
      expect([of, code, stdout === whole]).toEqual([of, 0, true])
    }
  })

  test('a merged analysis prints any report as the whole one does', async () => {
    const files = [1, 2].map((index) => join(folder, `half-${index}.json`))
    files.forEach((file, at) => writeFileSync(file, report(['--shard', `${at + 1}/2`], cache()).json))
    const {stdout} = await run(['merge', ...files, '--format', 'markdown'], {cwd: folder})
    const {stdout: direct} = await run(['report', 'region', '--format', 'markdown', '--as-at', '2026-11-23'], {
      cwd: folder,
    })
    expect(stdout).toBe(direct)
  })
})

describe('what cannot be merged is named', () => {
  const cwd = folderOf({
    ...pair,
    'ashby/other.md': '# Other\n\nStaff must act.\n',
    'brindle/other.md': '# Other\n\nStaff may act.\n',
    'x.json': '{"topics": 3}',
  })
  beforeAll(async () => {
    const shard = async (index: number, day: string): Promise<string> =>
      (await run(['report', '.', '--shard', `${index}/2`, '--format', 'json', '--as-at', day], {cwd})).stdout
    writeFileSync(join(cwd, 'a.json'), await shard(1, '2026-11-23'))
    writeFileSync(join(cwd, 'b.json'), await shard(2, '2026-11-23'))
    writeFileSync(join(cwd, 'other.json'), await shard(2, '2026-11-24'))
  })

  test.each([
    ['a shard that was left out', ['a.json'], 'Found no shard 2/2'],
    ['one given twice', ['a.json', 'b.json', 'a.json'], 'in a.json and in a.json'],
    ['what is no analysis', ['a.json', 'x.json'], 'x.json: it is no JSON with a list of topics'],
    ['a folder', ['.'], 'it is a folder'],
    ['a file that is not there', ['a.json', 'gone.json'], 'Cannot merge gone.json'],
    ['another day', ['a.json', 'other.json'], 'are not parts of one analysis'],
  ])('%s', async (_, files, words) => {
    const {code, stderr} = await run(['merge', ...files], {cwd})
    expect(code).toBeGreaterThan(1)
    expect(stderr).toContain(words)
  })

  test.each(['0/2', '3/2', '1', 'a/b', '1/2/3'])('--shard %s', async (asked) => {
    const {code, stderr} = await run(['report', '.', '--shard', asked], {cwd: folderOf(pair)})
    expect([code, stderr.includes('expected I/N')]).toEqual([2, true])
  })
})

describe('items of a list in some JSON', () => {
  const found = (text: string, size: number): unknown => {
    const bytes = Buffer.from(text)
    const blocks = Array.from({length: Math.ceil(bytes.length / size)}, (_, at) =>
      bytes.subarray(at * size, (at + 1) * size),
    )
    const items = arrayItems(blocks, 'topics')
    return (
      items && {
        items: items.items.map(({start, end}) => JSON.parse(bytes.subarray(start, end).toString()) as unknown),
        rest: JSON.parse(items.rest) as unknown,
      }
    )
  }
  test.each([
    [{a: 1, topics: [{x: '],}"\\'}, {y: [1, [2]]}], b: {topics: [9]}}],
    [{topics: []}],
    [{topics: [1, 'zwei', null, [3]], z: 'é'}],
    [{inner: {topics: [7]}, topics: [{topics: [8]}]}],
  ])('%j', (value) => {
    for (const size of [1, 3, 1000])
      for (const text of [JSON.stringify(value), JSON.stringify(value, null, 2)])
        expect(found(text, size)).toEqual({items: value.topics, rest: {...value, topics: []}})
  })

  test.each(['{"topics": [1', '{"a": []}', '[]', '', '{"topics": 3}'])('%s has none', (text) => {
    expect(arrayItems([Buffer.from(text)], 'topics')).toBeNull()
  })
})

test('an array made when looked at has everything an array has', () => {
  let made = 0
  const items = lazily(3, (at) => ({at, nth: made++}), false)
  expect(items.map(({at}) => at)).toEqual([0, 1, 2])
  expect(made).toBe(3)
  expect([items.length, items.at(-1)?.at, items.find(({at}) => at === 1)?.at]).toEqual([3, 2, 1])
  const held = lazily(2, (at) => ({at, nth: made++}), true)
  expect(held[0]).toBe(held[0])
})
