import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {lexicon} from '@hedgerow/lexicon'
import {expect, test} from 'vitest'
import {imported, readableExtensions} from '../src/index.ts'

const importing = {source: 'original.docx', by: 'hedgerow 0'}
const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

const differences = async (file: string, options: {readonly topic?: string} = {}): Promise<readonly string[]> => {
  const document = {
    path: file,
    bytes: readFileSync(file),
    authority: 'ashby',
    topic: options.topic ?? 'missing-children',
  }
  const found = await imported(document, {lexicon, ...options}, importing)
  return found.differences
}

const home = here('fixtures/')
for (const behaviour of readdirSync(home).sort()) {
  const folder = join(home, behaviour)
  const options = existsSync(join(folder, 'options.json'))
    ? JSON.parse(readFileSync(join(folder, 'options.json'), 'utf8'))
    : {}
  for (const input of readdirSync(folder).filter((name) => name.startsWith('input.')))
    test(`${behaviour}/${input} reads the same once imported`, async () => {
      expect(await differences(join(folder, input), options)).toEqual([])
    })
}

const isReadable = (name: string): boolean => readableExtensions.some((each) => name.endsWith(`.${each}`))
const corpora = [here('../../../procedures/'), here('../../../test/planted/')]
const documents = corpora.flatMap((folder) =>
  readdirSync(folder, {recursive: true, encoding: 'utf8'})
    .filter((name) => name.includes('/') && isReadable(name))
    .map((name) => join(folder, name))
    .sort(),
)
test.each(documents)('%s reads the same once imported', async (file) => {
  const [, topic] = /([^/.]+)\.[^/]*$/u.exec(file) ?? []
  expect(await differences(file, topic === undefined ? {} : {topic})).toEqual([])
})
