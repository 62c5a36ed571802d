import {availableParallelism} from 'node:os'
import {type MessagePort, Worker} from 'node:worker_threads'
import type {NotCompared} from '@hedgerow/assess'
import type {Ingested} from '@hedgerow/ingest'
import type {Corpus} from './corpus/corpus.ts'
import type {Found} from './corpus/discover.ts'
import {threadProgram} from './program.ts'

/** What reading goes by of a corpus, as it can be carried to another thread. */
export type ReadingRules = Pick<Corpus, 'config' | 'members'>

/** Documents that several threads read together: each takes the next that nobody has taken, so that none waits for another. */
export interface ReadingShare {
  readonly rules: ReadingRules
  readonly documents: readonly Found[]
  /** Holds one number: how many documents are taken. */
  readonly taken: SharedArrayBuffer
  readonly env: Readonly<Record<string, string | undefined>>
}

/** What a helper says: what became of the document at a place, a fault of ours in it, or that there is nothing left to take. */
export type ShareNews =
  | {readonly at: number; readonly result: Ingested | NotCompared}
  | {readonly path: string; readonly fault: {readonly message: string; readonly stack: string}}
  | {readonly done: true}

/** Where a helper is reached: a thread begun here, or one begun elsewhere through its port. */
export type Helper = Worker | MessagePort

/** Takes the next of so many; null where all are taken. */
export const takingFrom = (taken: SharedArrayBuffer, count: number): (() => number | null) => {
  const counter = new Int32Array(taken)
  return () => {
    const at = Atomics.add(counter, 0, 1)
    return at < count ? at : null
  }
}

/** A count of nothing taken yet. */
export const noneTaken = (): SharedArrayBuffer => new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)

/** From so many text documents on it pays to carry trees between threads. */
const many = 32

/** Each helper keeps the lexicon and what it is worked into, and carrying trees takes its share of the thread that gathers them. */
const mostHelpers = 3

const program = threadProgram('topic-thread')

/** How many threads beside the one that asks may help to read so many text documents. */
export const helpersFor = (documents: number): number =>
  program === null || documents < many ? 0 : Math.min(mostHelpers, availableParallelism() - 1)

/** A thread that helps to read. It is ended by whoever begins it. */
export const begunHelper = (): Worker => {
  const {code, isText} = program as NonNullable<typeof program>
  return new Worker(code, {eval: isText, stdout: true, stderr: true})
}

/** Resolves when a helper has taken its last document, or has ended. `hear` is told of everything before that. */
export const helped = (
  helper: Helper,
  share: ReadingShare,
  hear: (news: Exclude<ShareNews, {readonly done: true}>) => void,
): Promise<void> =>
  new Promise((resolve) => {
    // A worker and a port are emitters of the same kind, each with its own signatures.
    const emitter = helper as NodeJS.EventEmitter
    const end = (): void => {
      emitter.off('message', onMessage).off('error', end).off('messageerror', end).off('exit', end).off('close', end)
      resolve()
    }
    const onMessage = (news: ShareNews): void => ('done' in news ? end() : hear(news))
    emitter.on('message', onMessage).on('error', end).on('messageerror', end).on('exit', end).on('close', end)
    helper.postMessage(share, [])
  })
