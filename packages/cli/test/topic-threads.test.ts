import {Worker} from 'node:worker_threads'
import {expect, test} from 'vitest'
import {inThreads, type TopicDone, type TopicTask} from '../src/topic-threads.ts'

const tasks = ['escalation', 'missing-children', 'referral-form'].map((topic) => ({topic, helpers: 0}) as TopicTask)

const doneBy = (who: string) => ({analysis: null, faults: [who]}) as unknown as TopicDone

/** A thread that does this with a topic. */
const thread = (deed: string): Worker =>
  new Worker(
    `const {parentPort} = require('node:worker_threads'); parentPort.on('message', ({topic}) => { ${deed} })`,
    {
      eval: true,
    },
  )

const shared = (lent: Worker, here: ((task: TopicTask) => Promise<TopicDone>) | null) =>
  inThreads(tasks, {threads: 0, lent: [lent], here, onRead: () => undefined, onDone: () => undefined})

test('a lent thread takes its turns', async () => {
  const done = await shared(thread("parentPort.postMessage({analysis: null, faults: ['lent']})"), null)
  expect(done).toEqual(tasks.map(() => doneBy('lent')))
})

test.each([
  ['ends', 'process.exit()'],
  ['breaks', "throw new Error('no room')"],
])('a lent thread that %s: its topic and all others are done here', async (_, deed) => {
  expect(await shared(thread(deed), async () => doneBy('here'))).toEqual(tasks.map(() => doneBy('here')))
})
