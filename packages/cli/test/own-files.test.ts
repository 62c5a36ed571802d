import {mkdirSync, readFileSync, symlinkSync} from 'node:fs'
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
