import {spawnSync} from 'node:child_process'
import {mkdirSync, symlinkSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {commands} from '../src/commands/index.ts'
import {scripts} from '../src/completion.ts'
import {folderOf, pair, run} from './support/run.ts'

const offered = async (...words: readonly string[]): Promise<readonly string[]> => {
  const {code, stdout, stderr} = await run(['--complete', ...words], {cwd: folderOf(inside)})
  expect([code, stderr]).toEqual([0, ''])
  return stdout.split('\n').slice(0, -1)
}

const inside = Object.fromEntries(Object.entries(pair).map(([path, text]) => [`procedures/${path}`, text]))

describe('a word is completed', () => {
  test('to a command', async () => {
    expect(await offered('')).toEqual(Object.keys(commands))
    expect(await offered('pa')).toEqual(['parse'])
    expect(await offered('--ver')).toEqual(['--verbose', '--version'])
    expect(await offered('--no')).toEqual(['--no-color'])
  })

  test('to an option the command has', async () => {
    expect(await offered('report', '--fo')).toEqual(['--format'])
    expect(await offered('report', '--no')).toEqual(['--no-color'])
    expect(await offered('draft', '--neigh')).toEqual(['--neighbours-of'])
    expect(await offered('rules', '--neigh')).toEqual([])
  })

  test('to topics, authorities and formats where they belong', async () => {
    expect(await offered('report', '--topic', '')).toEqual(['missing-children'])
    expect(await offered('draft', '')).toEqual(['missing-children'])
    expect(await offered('propose', '')).toEqual(['ashby', 'brindle'])
    expect(await offered('diff', 'ashby', 'b')).toEqual(['brindle'])
    expect(await offered('diff', '--topic', 'missing-children', 'ashby', 'b')).toEqual(['brindle'])
    expect(await offered('report', '--format', 'ju')).toEqual(['junit'])
    expect(await offered('briefing', '--format', '')).toEqual(['text', 'markdown', 'html'])
    expect(await offered('parse', '--format', '')).toEqual(['outline', 'json'])
    expect(await offered('report', '--output', 'xl')).toEqual(['xlsx='])
    expect(await offered('check', '--output', 'x')).toEqual([])
    expect(await offered('report', '--fail-on', 'dead')).toEqual(['deadline'])
    expect(await offered('decisions', '')).toEqual(['import'])
    expect(await offered('schema', 'd')).toEqual(['drift'])
    expect(await offered('completion', '')).toEqual(Object.keys(scripts))
  })

  test('to files where files belong, which the shell knows', async () => {
    expect(await offered('report', '')).toEqual([])
    expect(await offered('report', '--config', '')).toEqual([])
    expect(await offered('show', '')).toEqual([])
    expect(await offered('amendments', '')).toEqual([])
    expect(await offered('nonsense', 'x')).toEqual([])
  })

  test('after an equals sign, as one word or as the three that bash makes of it', async () => {
    expect(await offered('report', '--format=ju')).toEqual(['--format=junit'])
    expect(await offered('report', '--format', '=', 'ju')).toEqual(['junit'])
    expect(await offered('report', '--topic', '=')).toEqual(['missing-children'])
    expect(await offered('propose', '--topic=missing-children', 'a')).toEqual(['ashby'])
  })

  test('quietly where the corpus has a fault', async () => {
    const cwd = folderOf({'hedgerow.yaml': 'regoin: x\n'})
    expect(await run(['--complete', 'draft', ''], {cwd})).toEqual({code: 0, stdout: '', stderr: ''})
  })
})

test('there is a script for each shell, and a clear answer for another', async () => {
  for (const [shell, script] of Object.entries(scripts)) expect((await run(['completion', shell])).stdout).toBe(script)
  expect(await run(['completion', 'tcsh'])).toMatchObject({code: 2, stderr: expect.stringContaining('bash, zsh')})
})

test.skipIf(spawnSync('bash', ['-c', ':']).status !== 0)('bash asks the program and takes its answer', () => {
  const folder = folderOf(inside)
  mkdirSync(join(folder, 'bin'))
  symlinkSync(join(import.meta.dirname, '../bin/hedgerow.js'), join(folder, 'bin/hedgerow'))
  writeFileSync(join(folder, 'script'), scripts.bash as string)
  const line = 'source ./script; COMP_WORDS=(hedgerow propose br); COMP_CWORD=2; _hedgerow; echo "${COMPREPLY[@]}"'
  const answered = (before: string, PATH: string | undefined) =>
    spawnSync('bash', ['-c', `shopt -s expand_aliases\n${before}\n${line}`], {
      cwd: folder,
      encoding: 'utf8',
      env: {...process.env, PATH},
    }).stdout
  expect(answered('', `${join(folder, 'bin')}:${process.env.PATH}`)).toBe('brindle\n')
  const aliased = `alias hedgerow="'${process.execPath}' '${join(folder, 'bin/hedgerow')}'"`
  expect(answered(aliased, process.env.PATH)).toBe('brindle\n')
})
