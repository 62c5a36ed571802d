import {existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {folderOf, pair, run} from './support/run.ts'

const corpus = () => folderOf({'hedgerow.yaml': 'region: Vale\n', 'ashby/authority.yaml': 'name: Ashby\n', ...pair})
const own = 'ashby/missing-children.md'

test.each([
  [own, ['report', '.', '--output', `html=${own}`]],
  [own, ['report', '.', '--topic', 'missing-children', '--authority', 'brindle', '--output', `html=${own}`]],
  [own, ['draft', 'missing-children', '.', '--output', own]],
  [own, ['propose', 'ashby', '.', '--output', own]],
  [own, ['amendments', '.', '.', '--output', `html=${own}`]],
  [own, ['briefing', 'ashby', 'brindle', '--output', `html=${own}`]],
  [own, ['check', '.', '.', '--output', `json=${own}`]],
  ['hedgerow.yaml', ['report', '.', '--output', 'json=./hedgerow.yaml']],
  ['ashby/authority.yaml', ['report', '.', '--output', 'json=ashby/../ashby/authority.yaml']],
  ['link.html', ['report', '.', '--output', 'html=link.html']],
])('nothing is written over %s by %j', async (path, argv) => {
  const cwd = corpus()
  symlinkSync(join(cwd, own), join(cwd, 'link.html'))
  const before = readFileSync(join(cwd, path), 'utf8')
  const {code, stderr} = await run(argv, {cwd})
  expect(code).toBe(2)
  expect(stderr).toMatch(/would be lost\. Nothing was written|proposals are Word files/u)
  expect(readFileSync(join(cwd, path), 'utf8')).toBe(before)
})

test('a proposal is not written over the Word file it is for', async () => {
  const cwd = corpus()
  mkdirSync(join(cwd, 'carrow'))
  expect((await run(['draft', 'missing-children', '.', '--output', 'carrow/missing-children.docx'], {cwd})).code).toBe(
    0,
  )
  const before = readFileSync(join(cwd, 'carrow/missing-children.docx'))
  const {code, stderr} = await run(['propose', 'carrow', '.', '--output', 'carrow/missing-children.docx'], {cwd})
  expect([code, stderr]).toEqual([2, expect.stringContaining('among the documents of the corpus')])
  expect(readFileSync(join(cwd, 'carrow/missing-children.docx'))).toEqual(before)
})

test('a report beside the documents is written, again and again', async () => {
  const cwd = corpus()
  for (const _ of [1, 2]) expect((await run(['report', '.', '--output', 'json=region.json'], {cwd})).code).toBe(0)
})

test.each([
  ['ashby/report.html', ['report', '.', '--output', 'html=ashby/report.html']],
  ['out/report.md', ['report', '.', '--output', 'markdown=out/report.md']],
  ['out/ashby-missing-children.docx', ['propose', 'ashby', '.', '--output', 'out']],
])('%s is not written where it would be taken for a procedure, by %j', async (path, argv) => {
  const cwd = corpus()
  const {code, stderr} = await run(argv, {cwd})
  expect([code, stderr]).toEqual([2, expect.stringContaining('as if it were a procedure. Nothing was written')])
  expect(existsSync(join(cwd, path))).toBe(false)
})

test('in a flat folder neither beside the documents', async () => {
  const cwd = folderOf({
    'ashby.md': pair['ashby/missing-children.md'],
    'brindle.md': pair['brindle/missing-children.md'],
  })
  expect((await run(['report', '.', '--output', 'html=report.html'], {cwd})).code).toBe(2)
})

test('what lies in reports or proposals is no authority’s, and that is told', async () => {
  const cwd = corpus()
  for (const _ of [1, 2]) {
    const {code, stderr} = await run(['report', '.', '--output', 'html=reports/region.html'], {cwd})
    expect(code).toBe(0)
    expect(stderr).toContain('Two authorities, 1 topic, 2 documents.')
  }
  const {stdout} = await run(['report', '.', '--format', 'markdown'], {cwd})
  expect(stdout).toContain('`reports/region.html`: it lies in reports, where reports and proposals are written')
  mkdirSync(join(cwd, 'reports'), {recursive: true})
  writeFileSync(join(cwd, 'reports/authority.yaml'), 'name: Reports\n')
  expect((await run(['report', '.'], {cwd})).stdout).toContain('Three authorities')
})

test('an analysis that is merged is not written over', async () => {
  const cwd = corpus()
  await run(['report', '.', '--shard', '1/1', '--output', 'json=whole.json'], {cwd})
  const before = readFileSync(join(cwd, 'whole.json'), 'utf8')
  const {code, stderr} = await run(['merge', 'whole.json', '--output', 'json=./whole.json'], {cwd})
  expect([code, stderr]).toEqual([2, expect.stringContaining('among the files to be merged')])
  expect(readFileSync(join(cwd, 'whole.json'), 'utf8')).toBe(before)
})
