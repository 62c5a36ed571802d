import {expect, test} from 'vitest'
import {folderOf, pair, run} from './support/run.ts'

const text = pair['ashby/missing-children.md']

/** The topics of a corpus of such files with who has each. */
const topicsOf = async (files: readonly string[], config = '') => {
  const folder = folderOf({'hedgerow.yaml': config, ...Object.fromEntries(files.map((path) => [path, text]))})
  const {stdout} = await run(['report', folder, '--format', 'json'])
  const {topics} = JSON.parse(stdout) as {topics: readonly {id: string; authorities: string[]; notes: string[]}[]}
  return {
    held: Object.fromEntries(topics.map(({id, authorities}) => [id, authorities])),
    notes: topics.flatMap(({notes}) => notes.filter((note) => note.includes('by a guess'))),
  }
}

test.each([
  ['Self harm protocol v2.md'],
  ['self-harm-policy-2024-05-01.md'],
  ['Self-harm guidance May 2024 final.md'],
  ['self harm version 3.1.md'],
])('%s is taken for the topic that another authority names without its tail, and that is told', async (name) => {
  const {held, notes} = await topicsOf(['ashby/self-harm.md', `brindle/${name}`])
  expect(held).toEqual({'self-harm': ['ashby', 'brindle']})
  expect(notes).toEqual([expect.stringContaining(`brindle/${name} is compared here by a guess`)])
})

test('two editions of one name are one topic', async () => {
  const {held} = await topicsOf(['ashby/self-harm-v1.md', 'brindle/self-harm-v2.md'])
  expect(held).toEqual({'self-harm': ['ashby', 'brindle']})
})

test('a known topic is guessed for a file of one authority alone', async () => {
  expect((await topicsOf(['ashby/Missing children protocol v4.md', 'brindle/missing-children.md'])).held).toEqual({
    'missing-children': ['ashby', 'brindle'],
  })
})

test.each([
  ['a policy and a procedure', ['ashby/self-harm-policy.md', 'brindle/self-harm-procedure.md']],
  [
    'what one authority has both of',
    ['ashby/self-harm.md', 'ashby/self-harm-guidance.md', 'brindle/self-harm-guidance.md'],
  ],
  ['a draft', ['ashby/self-harm.md', 'brindle/self-harm-draft.md']],
])('%s stay apart', async (_, files) => {
  const {held, notes} = await topicsOf(files)
  expect(Object.keys(held)).toHaveLength(2)
  expect(notes).toEqual([])
})

test('hedgerow.yaml undoes a guess, or confirms it', async () => {
  const files = ['ashby/self-harm.md', 'brindle/self-harm-protocol-v2.md']
  const apart = await topicsOf(files, 'topics: {self-harm-protocol-v2: {}}\n')
  expect(Object.keys(apart.held)).toEqual(['self-harm', 'self-harm-protocol-v2'])
  const together = await topicsOf(files, 'topics: {self-harm: {also: [self-harm-protocol-v2]}}\n')
  expect(together).toEqual({held: {'self-harm': ['ashby', 'brindle']}, notes: []})
})
