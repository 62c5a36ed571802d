import {parentPort} from 'node:worker_threads'
import {imported, ingest, type IngestOptions, Unreadable} from '@hedgerow/ingest'
import {type Lexicon, lexicon} from '@hedgerow/lexicon'
import type {Answer, Task} from './read-apart.ts'
import type {TopicNews, TopicOrder} from './topic-threads.ts'

let known: {readonly weights: string; readonly lexicon: Lexicon} | null = null

/** The lexicon with a corpus's weights: one object for document after document, because much is worked out once for each. */
const weighed = (weights: Task['weights']): Lexicon => {
  const asked = JSON.stringify(weights)
  if (known?.weights !== asked) known = {weights: asked, lexicon: {...lexicon, weights}}
  return known.lexicon
}

const answer = async ({document, options, weights, importing}: Task): Promise<Answer> => {
  const whole: IngestOptions = {...options, lexicon: weighed(weights)}
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

const tell = (said: Answer | TopicNews): void => parentPort?.postMessage(said, [])

parentPort?.on('message', async (asked: Task | Exclude<TopicOrder, {readonly help: unknown}>) => {
  if ('document' in asked) return tell(await answer(asked))
  // Lent out for a topic when there is nothing left to read.
  const {topicNews} = await import('./topic-work.ts')
  tell(await topicNews(asked, (path) => tell({read: path})))
})
