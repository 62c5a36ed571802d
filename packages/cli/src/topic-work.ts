import type {MessagePort} from 'node:worker_threads'
import {type Lexicon, lexicon} from '@hedgerow/lexicon'
import {userCache} from './cache.ts'
import {withWeights} from './corpus/config.ts'
import {topicsOf} from './corpus/topics.ts'
import {headOf, shelfIn} from './shelf/shelf.ts'
import {analysedTopic} from './topic-analysis.ts'
import type {TopicNews, TopicOrder, TopicTask} from './topic-threads.ts'

let known: {readonly weights: string; readonly lexicon: Lexicon} | null = null

/** The lexicon with a corpus's weights: one object for task after task, because much is worked out once for each. */
export const weighed = (weights: TopicTask['corpus']['config']['weights']): Lexicon => {
  const asked = JSON.stringify(weights ?? {})
  if (known?.weights !== asked) known = {weights: asked, lexicon: withWeights(lexicon, weights)}
  return known.lexicon
}

/** Analyses a topic and puts it on the shelf; only its head goes back. What the shelf cannot take goes back whole. */
const work = async (
  {corpus: sent, topic, judging, key, folder, env, early, helpers}: Asked,
  onRead: (path: string) => void,
): Promise<TopicNews> => {
  const corpus = {...sent, lexicon: weighed(sent.config.weights), topics: topicsOf(lexicon, sent.config.topics)}
  const faults: string[] = []
  const analysis = await analysedTopic(corpus, topic, judging, {
    cache: userCache(env),
    env,
    helpers,
    onFault: (path, fault) => faults.push(fault instanceof Error ? `${path}: ${fault.stack}` : path),
    early: new Map(early.map((read) => [read.document.path, read])),
    onRead,
  })
  const head = headOf(analysis, judging.authorities, corpus.lexicon)
  if (folder === null) return {analysis, head, faults}
  try {
    await shelfIn(folder).keep(key, analysis, head)
    return {analysis: null, head, faults}
  } catch {
    return {analysis, head, faults}
  }
}

type Asked = Exclude<TopicOrder, {readonly help: MessagePort}>

/** What becomes of a topic that a thread is asked for; a fault in words, as it is carried to another thread. `onRead` hears of each document that is read. */
export const topicNews = async (asked: Asked, onRead: (path: string) => void): Promise<TopicNews> => {
  try {
    return await work(asked, onRead)
  } catch (fault) {
    const {message, stack = ''} = fault instanceof Error ? fault : new Error(String(fault))
    return {fault: {message, stack}}
  }
}
