import {spawnSync} from 'node:child_process'
import {existsSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {beforeAll, expect, test} from 'vitest'
import {folderOf, pair} from './support/run.ts'

const bin = fileURLToPath(new URL('../bin/hedgerow.js', import.meta.url))

beforeAll(() => {
  if (!existsSync(fileURLToPath(new URL('../dist/hedgerow.mjs', import.meta.url))))
    throw new Error('Expected the built program, found none: run pnpm build first')
})

const spawned = (
  argv: readonly string[],
  {node = [], input = ''}: {readonly node?: readonly string[]; readonly input?: string} = {},
) => {
  const {status, stdout, stderr} = spawnSync(process.execPath, [...node, bin, ...argv], {
    encoding: 'utf8',
    input,
    cwd: folderOf({}),
  })
  return {code: status, stdout, stderr}
}

// A clock that breaks is a fault nobody expects: the way of every fault of our own.
const brokenClock = `--import=data:text/javascript,${encodeURIComponent("globalThis.Date = class { constructor() { throw new RangeError('the clock stopped') } }")}`

test('0: ran, nothing at or above --fail-on', () => {
  const {code, stdout} = spawned(['report', folderOf(pair)])
  expect([code, stdout.includes('Two authorities, 1 topic, 2 documents.')]).toEqual([0, true])
})

test('1: ran, findings at or above --fail-on', () => {
  expect(spawned(['report', folderOf(pair), '--fail-on', 'error']).code).toBe(1)
})

test('2: bad flags or configuration', () => {
  expect(spawned(['report', folderOf(pair), '--colour']).code).toBe(2)
  expect(spawned(['report', folderOf({...pair, 'hedgerow.yaml': 'regoin: x'})]).code).toBe(2)
})

test('3: input unreadable, or nothing was compared', () => {
  expect(spawned(['parse', 'nothing.md']).code).toBe(3)
  expect(spawned(['report', folderOf({'ashby/x.md': ''})]).code).toBe(3)
})

test('4: internal error, in one line that says where to report it; its stack only with --verbose', () => {
  const quiet = spawned(['report', folderOf(pair)], {node: [brokenClock]})
  expect([quiet.code, quiet.stdout]).toEqual([4, ''])
  expect(quiet.stderr).toMatch(/^hedgerow: Internal error: RangeError: the clock stopped\..*CONTRIBUTING\.md.*\n$/u)
  expect(spawned(['report', folderOf(pair), '--verbose'], {node: [brokenClock]}).stderr).toMatch(/\n\s+at /u)
})

test('reads Markdown from standard input', () => {
  expect(spawned(['parse', '-'], {input: '# T\n\nStaff must act.\n'})).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('Staff must act.'),
  })
})

test.skipIf(process.platform === 'win32')('in a folder that is there no longer it says so', () => {
  const line = `mkdir gone && cd gone && rmdir ../gone && "${process.execPath}" "${bin}" rules`
  const {status, stdout, stderr} = spawnSync('sh', ['-c', line], {encoding: 'utf8', cwd: folderOf({})})
  expect([status, stdout, stderr]).toEqual([
    2,
    '',
    'hedgerow: The folder you are in is there no longer. Change to another one.\n',
  ])
})

test('a closed pipe ends it quietly', () => {
  const {stderr} = spawnSync(
    'sh',
    [
      '-c',
      `"${process.execPath}" "${bin}" rules | head -c 10 >/dev/null; "${process.execPath}" "${bin}" report "${folderOf(pair)}" --format json --quiet | true`,
    ],
    {encoding: 'utf8'},
  )
  expect(stderr).toBe('')
})
