import {type MessagePort, parentPort} from 'node:worker_threads'
import {type Lexicon, lexicon} from '@hedgerow/lexicon'
import {userCache} from './cache.ts'
import {withWeights} from './corpus/config.ts'
import {topicsOf} from './corpus/topics.ts'
import {readTogether} from './reading.ts'
import {type ReadingShare, type ShareNews, takingFrom} from './shared-reading.ts'
import {headOf, shelfIn} from './shelf/shelf.ts'
import {analysedTopic} from './topic-analysis.ts'
import type {TopicNews, TopicOrder, TopicTask} from './topic-threads.ts'

let known: {readonly weights: string; readonly lexicon: Lexicon} | null = null

/** The lexicon with a corpus's weights: one object for task after task, because much is worked out once for each. */
const weighed = (weights: TopicTask['corpus']['config']['weights']): Lexicon => {
  const asked = JSON.stringify(weights ?? {})
  if (known?.weights !== asked) known = {weights: asked, lexicon: withWeights(lexicon, weights)}
  return known.lexicon
}

const tell = (news: TopicNews): void => parentPort?.postMessage(news, [])

/** Analyses a topic and puts it on the shelf; only its head goes back. What the shelf cannot take goes back whole. */
const work = async ({
  corpus: sent,
  topic,
  judging,
  key,
  folder,
  env,
  helpers,
}: Exclude<TopicOrder, {readonly help: MessagePort}>): Promise<TopicNews> => {
  const corpus = {...sent, lexicon: weighed(sent.config.weights), topics: topicsOf(lexicon, sent.config.topics)}
  const faults: string[] = []
  const analysis = await analysedTopic(corpus, topic, judging, {
    cache: userCache(env),
    env,
    helpers,
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

/** Reads what nobody else has taken, and says what became of it where it was asked. */
const help = async (
  {rules, documents, taken, env}: ReadingShare,
  port: Pick<MessagePort, 'postMessage'>,
): Promise<void> => {
  const say = (news: ShareNews): void => port.postMessage(news, [])
  await readTogether(
    documents,
    takingFrom(taken, documents.length),
    {...rules, lexicon: weighed(rules.config.weights)},
    {
      cache: userCache(env),
      onFault: (path, fault) => {
        const {message, stack = ''} = fault instanceof Error ? fault : new Error(String(fault))
        say({path, fault: {message, stack}})
      },
      note: (at, result) => say({at, result}),
    },
  )
  say({done: true})
}

const answered = async (order: Exclude<TopicOrder, {readonly help: MessagePort}>): Promise<TopicNews> => {
  try {
    return await work(order)
  } catch (fault) {
    const {message, stack = ''} = fault instanceof Error ? fault : new Error(String(fault))
    return {fault: {message, stack}}
  }
}

parentPort?.on('message', async (order: TopicOrder | ReadingShare) => {
  if ('taken' in order) await help(order, parentPort as MessagePort)
  else if ('help' in order) order.help.on('message', (share: ReadingShare) => help(share, order.help))
  else tell(await answered(order))
})
