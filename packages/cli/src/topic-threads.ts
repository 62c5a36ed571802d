import {existsSync} from 'node:fs'
import {availableParallelism} from 'node:os'
import {fileURLToPath} from 'node:url'
import {Worker} from 'node:worker_threads'
import type {Corpus} from './corpus.ts'
import type {TopicHead} from './shelf.ts'
import type {Judging, TopicAnalysis} from './topic-analysis.ts'

/** A topic to be analysed in a thread: of the corpus what can be carried there, with the documents of the topic only. */
export interface TopicTask {
  readonly corpus: Omit<Corpus, 'lexicon' | 'topics'>
  readonly topic: string
  readonly judging: Judging
  readonly key: string
  /** Where the analysis is to be kept. */
  readonly folder: string
  readonly env: Readonly<Record<string, string | undefined>>
}

/** A topic analysed: its head, and the rest only where it could not be kept. */
export interface TopicDone {
  readonly analysis: TopicAnalysis | null
  readonly head: TopicHead
  /** Faults of ours, in words. */
  readonly faults: readonly string[]
}

/** What a thread says while it works and at the end. */
export type TopicNews =
  | {readonly read: string}
  | TopicDone
  | {readonly fault: {readonly message: string; readonly stack: string}}

/** The thread's program: beside the bundle, or, run from the sources, in the last build. */
const program = ['./topic-thread.mjs', '../dist/topic-thread.mjs']
  .map((path) => fileURLToPath(new URL(path, import.meta.url)))
  .find((path) => existsSync(path))

/** How many threads are worth beginning for so many topics; 0 where the program was never built. */
export const threadsFor = (topics: number): number =>
  program === undefined ? 0 : Math.min(availableParallelism(), topics)

/** The young generation of a thread's memory, in megabytes: most of what is made here is short-lived, and with less room it is moved about for nothing. */
const youngMegabytes = 64

/** Analyses topics in threads, each thread taking the next when it is done. `onRead` hears of each document that was read, `onDone` of each topic that
 *  was compared. Throws the first fault of a thread, once all have stopped. */
export const inThreads = async (
  tasks: readonly TopicTask[],
  threads: number,
  {onRead, onDone}: {readonly onRead: (path: string) => void; readonly onDone: (topic: string) => void},
): Promise<readonly TopicDone[]> => {
  const queue = tasks.entries()
  const done: TopicDone[] = []
  const workers = Array.from(
    {length: threads},
    () =>
      new Worker(program as string, {
        resourceLimits: {maxYoungGenerationSizeMb: youngMegabytes},
        stdout: true,
        stderr: true,
      }),
  )
  try {
    await Promise.all(
      workers.map(async (worker) => {
        for (const [at, task] of queue) {
          done[at] = await outcome(worker, task, onRead)
          onDone(task.topic)
        }
      }),
    )
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()))
  }
  return done
}

const outcome = (worker: Worker, task: TopicTask, onRead: (path: string) => void): Promise<TopicDone> =>
  new Promise((resolve, reject) => {
    const end = (): void => {
      worker.off('message', onMessage).off('error', onError).off('exit', onExit)
    }
    const onMessage = (news: TopicNews): void => {
      if ('read' in news) return onRead(news.read)
      end()
      if ('fault' in news) {
        const fault = new Error(news.fault.message)
        fault.stack = news.fault.stack
        reject(fault)
      } else resolve(news)
    }
    const onError = (fault: Error): void => {
      end()
      reject(fault)
    }
    const onExit = (code: number): void =>
      onError(new Error(`a thread ended with code ${code} before its work was done`))
    worker.on('message', onMessage).on('error', onError).on('exit', onExit)
    worker.postMessage(task, [])
  })
