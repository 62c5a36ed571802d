import {availableParallelism} from 'node:os'
import {setFlagsFromString} from 'node:v8'
import {MessageChannel, type MessagePort, Worker} from 'node:worker_threads'
import type {Corpus} from './corpus/corpus.ts'
import {type ThreadProgram, threadProgram} from './program.ts'
import {begunHelper, type ShareNews} from './shared-reading.ts'
import type {Read} from './reading.ts'
import type {TopicHead} from './shelf/shelf.ts'
import type {Judging, TopicAnalysis} from './topic-analysis.ts'

/** A topic to be analysed in a thread: of the corpus what can be carried there, with the documents of the topic only. */
export interface TopicTask {
  readonly corpus: Omit<Corpus, 'lexicon' | 'topics'>
  readonly topic: string
  readonly judging: Judging
  readonly key: string
  /** Where the analysis is to be kept; null where it is to come back whole. */
  readonly folder: string | null
  /** What of its documents was read already. */
  readonly early: readonly Read[]
  readonly env: Readonly<Record<string, string | undefined>>
  /** How many more threads may help to read: where no other topic waits for them. */
  readonly helpers: number
}

/** What a thread is sent: a topic, with where its helpers are reached, or where it is to help itself. */
export type TopicOrder =
  | (Omit<TopicTask, 'helpers'> & {readonly helpers: readonly MessagePort[]})
  | {readonly help: MessagePort}

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

const program = threadProgram('topic-thread')

/** How many threads are worth beginning for so many topics; 0 where the program was never built. */
export const threadsFor = (topics: number): number => (program === null ? 0 : Math.min(availableParallelism(), topics))

/** The young generation of a thread's memory, in megabytes: most of what is made here is short-lived, and with less room it is moved about for nothing. */
const youngMegabytes = 64

/** A thread that analyses topic after topic keeps little of one for the next, yet V8 lets its memory grow to several times what is in use before it
 *  looks for what is not. On half as much more it took an eighth less memory over six topics of 153 documents, and no more time. */
const holdMemoryDown = (): void => setFlagsFromString('--heap-growing-percent=50')

/** How topics are shared out. */
export interface Sharing {
  /** How many threads to begin. */
  readonly threads: number
  /** Threads begun for reading that are lent for this, and ended with it. */
  readonly lent: readonly Worker[]
  /** Work on a topic in this thread, which then takes its turns too; null where it only waits. */
  readonly here: Work | null
  /** Has a thread read documents of the last topic before its first one, which it is sent at once: this thread may be busy when it has read. With it the last topic is worked on here: where topics do not divide by the threads, the
   *  one over would be read and compared by one of them while the others have nothing to do. */
  readonly ahead?: ((worker: Worker) => Promise<void>) | null
  /** Hears of each document that was read in a thread, and of each topic that was compared. */
  readonly onRead: (path: string) => void
  readonly onDone: (topic: string) => void
  /** Ends the threads before their work is done. */
  readonly signal?: AbortSignal
}

type Work = (task: TopicTask) => Promise<TopicDone>

/** Analyses topics in threads, each taking the next when it is done. Throws the first fault of a thread, once all have stopped. */
export const inThreads = async (
  tasks: readonly TopicTask[],
  {threads, lent, here, ahead = null, onRead, onDone, signal}: Sharing,
): Promise<readonly TopicDone[]> => {
  const isAhead = ahead !== null && here !== null && threads > 0
  const queue = [...tasks.entries()].slice(0, isAhead ? -1 : undefined).values()
  const last = [...tasks.entries()].slice(isAhead ? -1 : tasks.length).values()
  if (threads > 0 && tasks.length > 2 * (threads + (here ? 1 : 0))) holdMemoryDown()
  const done: TopicDone[] = []
  const helpers: Worker[] = []
  const begunHere = Array.from({length: threads}, () => begun(program as ThreadProgram))
  const workers = [...lent, ...begunHere]
  signal?.addEventListener('abort', () => [...workers, ...helpers].forEach((worker) => void worker.terminate()), {
    once: true,
  })
  const turns = async (work: Work, instead: Work | null = null, some = queue): Promise<void> => {
    for (const [at, task] of some) {
      const made = await work(task).catch((fault: unknown) =>
        instead && !signal?.aborted ? null : Promise.reject(fault),
      )
      done[at] = made ?? (await (instead as Work)(task))
      onDone(task.topic)
      if (made === null) return
    }
  }
  const by =
    (worker: Worker): Work =>
    (task) =>
      outcome(worker, task, helpers, onRead)
  const [first] = begunHere
  const read = isAhead ? ahead(first as Worker) : Promise.resolve()
  try {
    await Promise.all([
      ...begunHere.map((worker) => turns(by(worker))),
      // One begun to read has less room: what is too much for it is done here.
      ...lent.map((worker) => turns(by(worker), here)),
      ...(here
        ? [
            turns(here)
              .then(() => read)
              .then(() => turns(here, null, last)),
          ]
        : []),
    ])
  } finally {
    await Promise.all([...workers, ...helpers].map((worker) => worker.terminate()))
  }
  return done
}

/** Sends a task to a thread. Its helpers are begun here, so that they load while it does; they are added to those that are ended with it. */
const send = (worker: Worker, {helpers: count, ...task}: TopicTask, helpers: Worker[]): void => {
  const ports = Array.from({length: count}, () => {
    const helper = begunHelper()
    // One that breaks is missed by the thread it helps, which reads what it leaves.
    helper.on('error', () => undefined)
    helpers.push(helper)
    const {port1, port2} = new MessageChannel()
    helper.postMessage({help: port1} satisfies TopicOrder, [port1])
    return port2
  })
  worker.postMessage({...task, helpers: ports} satisfies TopicOrder, ports)
}

const begun = ({code, isText}: ThreadProgram): Worker =>
  new Worker(code, {
    eval: isText,
    resourceLimits: {maxYoungGenerationSizeMb: youngMegabytes},
    stdout: true,
    stderr: true,
  })

const outcome = (
  worker: Worker,
  task: TopicTask,
  helpers: Worker[],
  onRead: (path: string) => void,
): Promise<TopicDone> =>
  new Promise((resolve, reject) => {
    const end = (): void => {
      worker.off('message', onMessage).off('error', onError).off('exit', onExit)
    }
    const onMessage = (news: TopicNews | ShareNews): void => {
      // What it read ahead is heard elsewhere.
      if ('at' in news || 'done' in news || 'path' in news) return
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
    send(worker, task, helpers)
  })
