import {parentPort} from 'node:worker_threads'
import {type Lexicon, lexicon} from '@hedgerow/lexicon'
import {userCache} from './cache.ts'
import {withWeights} from './corpus/config.ts'
import {headOf, shelfIn} from './shelf/shelf.ts'
import {analysedTopic} from './topic-analysis.ts'
import type {TopicNews, TopicTask} from './topic-threads.ts'
import {topicsOf} from './corpus/topics.ts'

let known: {readonly weights: string; readonly lexicon: Lexicon} | null = null

/** The lexicon with a corpus's weights: one object for task after task, because much is worked out once for each. */
const weighed = (weights: TopicTask['corpus']['config']['weights']): Lexicon => {
  const asked = JSON.stringify(weights ?? {})
  if (known?.weights !== asked) known = {weights: asked, lexicon: withWeights(lexicon, weights)}
  return known.lexicon
}

const tell = (news: TopicNews): void => parentPort?.postMessage(news, [])

/** Analyses a topic and puts it on the shelf; only its head goes back. What the shelf cannot take goes back whole. */
const work = async ({corpus: sent, topic, judging, key, folder, env, isShared}: TopicTask): Promise<TopicNews> => {
  const corpus = {...sent, lexicon: weighed(sent.config.weights), topics: topicsOf(lexicon, sent.config.topics)}
  const faults: string[] = []
  const analysis = await analysedTopic(corpus, topic, judging, {
    cache: userCache(env),
    isShared,
    onFault: (path, fault) => faults.push(fault instanceof Error ? `${path}: ${fault.stack}` : path),
    onRead: (path) => tell({read: path}),
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

parentPort?.on('message', async (task: TopicTask) => {
  try {
    tell(await work(task))
  } catch (fault) {
    const {message, stack = ''} = fault instanceof Error ? fault : new Error(String(fault))
    tell({fault: {message, stack}})
  }
})
