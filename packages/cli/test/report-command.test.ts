import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import type {Assessment} from '@hedgerow/assess'
import {expect, test} from 'vitest'
import {spokenTopic} from '../src/corpus/topics.ts'
import {folderOf, pair, run} from './support/run.ts'

test('a CSV file begins with the mark Excel knows UTF-8 by; standard output and other files do not', async () => {
  const cwd = folderOf(pair)
  await run(['report', '.', '--output', 'csv=out.csv', '--output', 'json=out.json'], {cwd})
  const {stdout} = await run(['report', '.', '--format', 'csv'], {cwd})
  expect(readFileSync(join(cwd, 'out.csv'), 'utf8')).toBe(`\uFEFF${stdout}`)
  expect(readFileSync(join(cwd, 'out.json'), 'utf8').startsWith('{')).toBe(true)
})

test('two reports for one file are refused before anything is written', async () => {
  const cwd = folderOf(pair)
  const asked = ['report', '.', '--output', 'csv=a/x', '--output', 'html=a/../a/x']
  expect(await run(asked, {cwd})).toMatchObject({code: 2, stderr: expect.stringContaining('Found two reports')})
})

test.each([
  [['--authority', 'ashby'], 'was asked for. Ask for a second with --authority'],
  [['--topic', 'bruising'], 'has anything on Bruising in babies. Put in the others’ documents'],
])('%j says why nothing was compared', async (words, why) => {
  const cwd = folderOf({
    ...pair,
    'ashby/bruising.md': '# Bruising\n\nStaff must refer within 1 day.\n',
    'hedgerow.yaml': 'topics: {bruising: {title: Bruising in babies}}\n',
  })
  const {code, stdout, stderr} = await run(['report', '.', ...words], {cwd})
  expect(code).toBe(3)
  expect(stdout.replace(/\s+/gu, ' ')).toContain('Nothing was compared.')
  expect(stderr).toContain(why)
  expect(stderr).not.toContain('Tip:')
})

test('a corpus says itself how many first steps its reports lead with', async () => {
  const cwd = folderOf({...pair, 'hedgerow.yaml': 'weights: {report-first-steps: 1}\n'})
  const {stdout} = await run(['report', '.'], {cwd})
  expect(stdout).toMatch(/First steps\n 1\. /u)
  expect(stdout).not.toMatch(/^ 2\. /mu)
})

test('a topic without a title is named in words, abbreviations as its documents print them', () => {
  expect(spokenTopic('fgm-policy', ['Female Genital Mutilation (FGM) Policy'])).toBe('FGM policy')
  expect(spokenTopic('child-protection', ['Child Protection'])).toBe('Child protection')
})

test('a PDF with more pages than a corpus allows is named with its pages; the others are compared', async () => {
  const long = readFileSync(new URL('../../../procedures/harrowmead/missing-children.pdf', import.meta.url))
  const cwd = folderOf({...pair, 'cragby/missing-children.pdf': long, 'hedgerow.yaml': 'limits: {pages: 1}\n'})
  const {stdout} = await run(['report', '.', '--format', 'json'], {cwd})
  const {notCompared, topics} = JSON.parse(stdout) as Assessment
  expect(notCompared).toEqual([
    expect.objectContaining({
      path: 'cragby/missing-children.pdf',
      reason: expect.stringMatching(/^it has \d+ pages, more than the 1 /u),
      remedy: expect.stringContaining('raise limits: pages in hedgerow.yaml'),
    }),
  ])
  expect(topics).toHaveLength(1)
})

const formats = ['docx', 'xlsx', 'ods'] as const
test('formats that are no text are written whole, and alike by every run', async () => {
  const cwd = folderOf(pair)
  // Beside the corpus: a report in it would be a document that is left out the next time.
  const targets = (name: string) => formats.flatMap((format) => ['--output', `${format}=../${name}.${format}`])
  for (const name of ['a', 'b'])
    expect(await run(['report', '.', '--as-at', '2026-11-23', '--quiet', ...targets(name)], {cwd})).toEqual({
      code: 0,
      stdout: '',
      stderr: '',
    })
  for (const format of formats) {
    const [a, b] = ['a', 'b'].map((name) => readFileSync(join(cwd, '..', `${name}.${format}`)))
    expect(a?.subarray(0, 2).toString()).toBe('PK')
    expect(b?.equals(a as Buffer)).toBe(true)
  }
})
test('formats that are no text go to a file or a pipe, never to a terminal', async () => {
  const cwd = folderOf(pair)
  expect((await run(['report', '.', '--format', 'xlsx', '--quiet'], {cwd})).stdout).toMatch(/^PK/u)
  const refused = await run(['report', '.', '--format', 'xlsx'], {cwd, tty: true})
  expect(refused.code).toBe(2)
  expect(refused.stderr).toContain('Use --output xlsx=PATH to write the file')
  expect(refused.stdout).toBe('')
})
