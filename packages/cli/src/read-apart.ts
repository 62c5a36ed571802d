import {Worker} from 'node:worker_threads'
import {
  type Document,
  type Imported,
  imported,
  type Importing,
  ingest,
  type Ingested,
  type IngestOptions,
  Unreadable,
} from '@hedgerow/ingest'
import type {Lexicon} from '@hedgerow/lexicon'
import {takenEarly, usualMegabytes} from './early-thread.ts'
import {type ThreadProgram, threadProgram} from './program.ts'
import {turns} from './turns.ts'

/** A document to be read and how; of the lexicon only what a corpus may change comes along. Read to be imported if `importing` says how. */
export interface Task {
  readonly document: Document
  readonly options: Omit<IngestOptions, 'lexicon'>
  readonly weights: Lexicon['weights']
  readonly importing: Importing | null
}

/** What the reading thread says of a task. */
export type Answer =
  | {readonly made: Ingested | Imported}
  | {readonly unreadable: {readonly reason: string; readonly remedy: string}}
  | {readonly fault: {readonly message: string; readonly stack: string}}

/** An answer, or that the allowance was used up first. */
type Outcome = Answer | {readonly stopped: Unreadable}

/** What one document may cost. */
export interface Allowance {
  readonly seconds: number
  /** Of the thread's own memory; what it holds of the document's bytes comes on top. */
  readonly megabytes: number
}

/** As many documents are read at once as most machines have cores to spare. */
const mostThreads = 2

/** A thread and what it may cost; one that has done its work waits for more. */
interface Thread {
  readonly worker: Worker
  readonly megabytes: number
}

const idle: Thread[] = []
const longestIdle = 2000
let ending: NodeJS.Timeout | undefined

/** Ends idle threads after a while. Nothing waits for that, but a thread in which a library printed something would keep the program from ending. */
const endIdle = (): void => {
  clearTimeout(ending)
  ending = setTimeout(() => {
    if (busy === 0) for (const {worker} of idle.splice(0)) void worker.terminate()
  }, longestIdle).unref()
}

let busy = 0
const inTurn = turns(mostThreads)

const program = threadProgram('reading-thread')

/** A document read in a thread of its own, which is ended when it takes more time or memory than allowed: nothing a document holds can hang or
 *  fell the program. Throws Unreadable. Where the program was never built it is read here. */
export const readApart = async (document: Document, options: IngestOptions, allowance: Allowance): Promise<Ingested> =>
  program === null
    ? ingest(document, options)
    : ((await inTurn(() => made(taskOf(document, options, null), allowance, program))) as Ingested)

/** A document made Markdown in the same way. */
export const importedApart = async (
  document: Document,
  options: IngestOptions,
  importing: Importing,
  allowance: Allowance,
): Promise<Imported> =>
  program === null
    ? imported(document, options, importing)
    : ((await inTurn(() => made(taskOf(document, options, importing), allowance, program))) as Imported)

const taskOf = (document: Document, {lexicon, ...options}: IngestOptions, importing: Importing | null): Task => ({
  document,
  options,
  weights: lexicon.weights,
  importing,
})

const made = async (task: Task, allowance: Allowance, code: ThreadProgram): Promise<Ingested | Imported> => {
  const answer = await answered(task, allowance, code)
  if ('made' in answer) return answer.made
  if ('unreadable' in answer) throw new Unreadable(answer.unreadable.reason, answer.unreadable.remedy)
  if ('stopped' in answer) throw answer.stopped
  const fault = new Error(answer.fault.message)
  fault.stack = answer.fault.stack
  throw fault
}

/** What a thread says of a task, or what kept it from that. A thread that answered is kept for the next. */
const answered = async (task: Task, allowance: Allowance, code: ThreadProgram): Promise<Outcome> => {
  const thread = idleThread(allowance) ?? begun(allowance, code)
  busy++
  thread.worker.ref()
  try {
    const answer = await outcome(thread.worker, task, allowance)
    if ('made' in answer || 'unreadable' in answer) {
      thread.worker.unref()
      idle.push(thread)
    } else await thread.worker.terminate()
    return answer
  } finally {
    if (--busy === 0) endIdle()
  }
}

/** A new thread. One that breaks while nobody listens, stopped or after its answer, neither ends the program nor is given more work. */
const begun = ({megabytes}: Allowance, {code, isText}: ThreadProgram): Thread => {
  const resourceLimits = {maxOldGenerationSizeMb: megabytes}
  const early = megabytes === usualMegabytes ? takenEarly() : null
  const worker = early ?? new Worker(code, {eval: isText, resourceLimits, stdout: true, stderr: true})
  worker.on('error', () => undefined)
  worker.on('exit', () => {
    const at = idle.findIndex((each) => each.worker === worker)
    if (at >= 0) idle.splice(at, 1)
  })
  return {worker, megabytes}
}

/** A thread with nothing to read, for other work on a few documents: nobody else is given it any more. Null where there is none, or none with room. */
export const lentThread = (): Worker | null => {
  const at = idle.findIndex(({megabytes}) => megabytes >= usualMegabytes)
  const worker = at < 0 ? takenEarly() : (idle.splice(at, 1)[0] as Thread).worker
  worker?.ref()
  return worker
}

const idleThread = ({megabytes}: Allowance): Thread | undefined => {
  const at = idle.findIndex((each) => each.megabytes === megabytes)
  return at < 0 ? undefined : idle.splice(at, 1)[0]
}

/** What comes first: the answer, the end of the allowance, or the end of the thread. */
const outcome = (worker: Worker, task: Task, allowance: Allowance): Promise<Outcome> =>
  new Promise((resolve) => {
    const done = (answer: Outcome): void => {
      clearTimeout(timer)
      worker.off('message', done).off('error', onError).off('exit', onExit)
      resolve(answer)
    }
    const onError = (fault: Error & {code?: string}): void =>
      done(
        fault.code === 'ERR_WORKER_OUT_OF_MEMORY'
          ? {stopped: tooLarge(allowance)}
          : {fault: {message: fault.message, stack: fault.stack ?? ''}},
      )
    const onExit = (code: number): void =>
      done({fault: {message: `the reading thread ended with code ${code}`, stack: ''}})
    // One turn more: an answer that came in time may wait behind what kept this thread busy.
    const timer = setTimeout(() => setImmediate(() => done({stopped: tooSlow(allowance)})), allowance.seconds * 1000)
    worker.on('message', done).on('error', onError).on('exit', onExit)
    worker.postMessage(task, [])
  })

const tooSlow = ({seconds}: Allowance): Unreadable =>
  new Unreadable(
    `it was not read within ${seconds} seconds`,
    'check that it is a procedure, split it, or raise limits: seconds-per-file in hedgerow.yaml',
  )

const tooLarge = ({megabytes}: Allowance): Unreadable =>
  new Unreadable(
    `reading it takes more than ${megabytes} MB of memory`,
    'check that it is a procedure, split it, or raise limits: memory-megabytes in hedgerow.yaml',
  )
