import {type MessagePort, parentPort} from 'node:worker_threads'
import {userCache} from './cache.ts'
import {readTogether} from './reading.ts'
import {type ReadingShare, type ShareNews, takingFrom} from './shared-reading.ts'
import type {TopicNews, TopicOrder} from './topic-threads.ts'
import {topicNews, weighed} from './topic-work.ts'

const tell = (news: TopicNews): void => parentPort?.postMessage(news, [])

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

const obeyed = async (order: TopicOrder | ReadingShare): Promise<void> => {
  if ('taken' in order) await help(order, parentPort as MessagePort)
  else if ('help' in order) order.help.on('message', (share: ReadingShare) => help(share, order.help))
  else tell(await topicNews(order, (path) => tell({read: path})))
}

let latest = Promise.resolve()

// One order after the other: what is read for others comes before a topic of its own.
parentPort?.on('message', (order: TopicOrder | ReadingShare) => {
  latest = latest.then(() => obeyed(order))
})
