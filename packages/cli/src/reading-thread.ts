import {parentPort} from 'node:worker_threads'
import {imported, ingest, type IngestOptions, Unreadable} from '@hedgerow/ingest'
import {lexicon} from '@hedgerow/lexicon'
import type {Answer, Task} from './read-apart.ts'

const answer = async ({document, options, weights, importing}: Task): Promise<Answer> => {
  const whole: IngestOptions = {...options, lexicon: {...lexicon, weights}}
  try {
    return {made: importing === null ? await ingest(document, whole) : await imported(document, whole, importing)}
  } catch (fault) {
    if (fault instanceof Unreadable) return {unreadable: {reason: fault.reason, remedy: fault.remedy}}
    const {message, stack = ''} = fault instanceof Error ? fault : new Error(String(fault))
    return {fault: {message, stack}}
  }
}

// What a library promised and nobody waits for any more belongs to no document.
process.on('unhandledRejection', () => undefined)

parentPort?.on('message', async (task: Task) => parentPort?.postMessage(await answer(task), []))
