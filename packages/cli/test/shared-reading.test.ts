// The law of splitting, for documents: whoever reads them, and whoever breaks off, what is read is the same.
import {Worker} from 'node:worker_threads'
import {lexicon} from '@hedgerow/lexicon'
import {expect, test} from 'vitest'
import {corpusAt} from '../src/corpus/corpus.ts'
import {type Read, readAll} from '../src/reading.ts'
import {begunHelper, type Helper, helped, noneTaken, takingFrom} from '../src/shared-reading.ts'
import {folderOf} from './support/run.ts'

const names = ['ashby', 'brindle', 'carrow', 'dunmere', 'elmsley']

const corpus = await corpusAt({
  cwd: folderOf(
    Object.fromEntries(
      names.map((name, at) => [
        `region/${name}/escalation.md`,
        `# Escalation\n\nA practitioner must tell the chair within ${at + 2} days.\n`,
      ]),
    ),
  ),
  argument: 'region',
  lexicon,
})

/** What is read with helpers, and of which documents it was told, in the order of their paths. */
const readWith = async (...helpers: readonly Helper[]): Promise<{reads: readonly Read[]; told: readonly string[]}> => {
  const told: string[] = []
  const reads = await readAll(corpus.documents, corpus, {
    helpers,
    env: {HEDGEROW_CACHE: 'off'},
    onRead: (path) => told.push(path),
  })
  return {reads, told: told.sort()}
}

/** A thread that does this with `taken` when it is asked to help. */
const thread = (deed: string): Worker =>
  new Worker(
    `const {parentPort} = require('node:worker_threads')
     parentPort.on('message', ({taken}) => { const take = () => Atomics.add(new Int32Array(taken), 0, 1); ${deed} })`,
    {eval: true},
  ).on('error', () => undefined)

const alone = await readWith()

test('a helper reads as this thread does', async () => {
  const helper = begunHelper()
  const {documents, config, members} = corpus
  const results: unknown[] = []
  const share = {rules: {config, members}, documents, taken: noneTaken(), env: {HEDGEROW_CACHE: 'off'}}
  await helped(helper, share, (news) => {
    if ('at' in news) results[news.at] = news.result
  })
  expect(results).toEqual(alone.reads.map(({result}) => result))
  expect(alone.reads.every(({result}) => 'procedure' in result)).toBe(true)
  expect(await readWith(helper)).toEqual(alone)
  await helper.terminate()
})

test.each([
  ['ends', 'take(); take(); process.exit()'],
  ['breaks', 'take(); throw new Error("gone")'],
  ['says it is done and has read nothing', 'take(); parentPort.postMessage({done: true})'],
])('a helper that took documents and %s: they are read here', async (_, deed) => {
  const helper = thread(deed)
  expect(await readWith(helper)).toEqual(alone)
  await helper.terminate()
})

test('each document is taken once', () => {
  const taken = noneTaken()
  const [one, other] = [takingFrom(taken, 3), takingFrom(taken, 3)]
  expect([one(), other(), other(), one(), other()]).toEqual([0, 1, 2, null, null])
})
