import {spawnSync} from 'node:child_process'
import {existsSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {beforeAll, expect, test} from 'vitest'
import {folderOf, missing, pair} from './support/run.ts'

const bin = fileURLToPath(new URL('../bin/hedgerow.js', import.meta.url))

beforeAll(() => {
  if (!existsSync(fileURLToPath(new URL('../dist/hedgerow.mjs', import.meta.url))))
    throw new Error('Expected the built program, found none: run pnpm build first')
})

const spawned = (argv: readonly string[], node: readonly string[] = []) => {
  const {status, stdout, stderr} = spawnSync(process.execPath, [...node, bin, ...argv], {
    encoding: 'utf8',
    cwd: folderOf({}),
  })
  return {code: status, stdout, stderr}
}

let baseline = ''

beforeAll(() => {
  const folder = folderOf(pair)
  expect(spawned(['baseline', folder]).code).toBe(0)
  baseline = readFileSync(join(folder, 'baseline.json'), 'utf8')
})

const recorded = (): string => folderOf({...pair, 'baseline.json': baseline})

const brokenClock = `--import=data:text/javascript,${encodeURIComponent("globalThis.Date = class { constructor() { throw new RangeError('the clock stopped') } }")}`

test('check ends with 0 where nothing changed, stdout holding only what was asked for', () => {
  const {code, stdout, stderr} = spawned(['check', recorded(), '--format', 'json'])
  expect([code, stderr]).toEqual([0, ''])
  expect(JSON.parse(stdout).schemaVersion).toBe(1)
})

test('check ends with 1 where a rule changed, after its reports were written', () => {
  const folder = recorded()
  writeFileSync(join(folder, 'ashby/missing-children.md'), missing('Ashby Council', '3 hours'))
  const {code, stdout, stderr} = spawned(['check', folder, '--output', `junit=${folder}/drift.xml`])
  expect([code, stdout]).toEqual([1, ''])
  expect(stderr).toContain(`If it is meant to be so, hedgerow baseline --update ${folder} records it`)
  expect(readFileSync(join(folder, 'drift.xml'), 'utf8')).toContain('<failure')
})

test('check ends with 2 for a wrong flag, no baseline, or a baseline that is none', () => {
  const folder = recorded()
  expect(spawned(['check', folder, '--format', 'csv']).code).toBe(2)
  expect(spawned(['check', folderOf(pair)]).code).toBe(2)
  writeFileSync(join(folder, 'baseline.json'), '{"schemaVersion": 9}')
  expect(spawned(['check', folder])).toMatchObject({code: 2, stdout: '', stderr: expect.stringContaining('--update')})
})

test('check ends with 3 where nothing could be read', () => {
  const folder = recorded()
  for (const path of Object.keys(pair)) writeFileSync(join(folder, path), '')
  const {code, stdout, stderr} = spawned(['check', folder])
  expect([code, stdout, stderr.includes('Nothing was compared')]).toEqual([3, '', true])
})

test('check ends with 4 for an internal error, in one line', () => {
  const {code, stdout, stderr} = spawned(['check', recorded()], [brokenClock])
  expect([code, stdout, stderr.trimEnd().split('\n').length]).toEqual([4, '', 1])
})
