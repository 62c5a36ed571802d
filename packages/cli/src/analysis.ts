import type {Worker} from 'node:worker_threads'
import {type Assessment, assessmentSteps, type Authority} from '@hedgerow/assess'
import type {Procedure} from '@hedgerow/ast'
import {alignmentSteps} from '@hedgerow/collate'
import {type Cache, cacheVariables} from './cache.ts'
import type {Corpus} from './corpus/corpus.ts'
import type {Found} from './corpus/discover.ts'
import {authorityRecord, nameOf} from './corpus/names.ts'
import {isReadApart} from './document.ts'
import {nothingRecorded} from './judgement/recorded.ts'
import {lentThread} from './read-apart.ts'
import {type KeptAnalysis, region} from './region.ts'
import {proceduresOf, type Read, readAll, withoutHalves} from './reading.ts'
import {type Shard, topicsOf} from './corpus/shards.ts'
import {helped, helpersFor, noneTaken} from './shared-reading.ts'
import {headOf, memoryShelf, type Shelf, type TopicHead} from './shelf/shelf.ts'
import {analysedTopic, documentsOn, type Judging} from './topic-analysis.ts'
import {digests as digestsOf, titlesKey, topicKey} from './topic-key.ts'
import type {TopicDone, TopicTask} from './topic-threads.ts'

/** How far the work is: documents read and topics compared, of all there are to do, and what is worked on now. */
export interface Progress {
  readonly read: number
  readonly documents: number
  readonly compared: number
  readonly topics: number
  /** A document's path, or a topic. */
  readonly current: string
}

export interface AnalysisOptions {
  /** ISO date on which reviews, currency and standards are judged. */
  readonly asAt: string
  readonly version: string
  readonly progress?: (progress: Progress) => void
  /** What earlier runs read; nothing unless given. */
  readonly cache?: Cache
  /** Where the topics are kept; in memory unless given. */
  readonly shelf?: Shelf
  /** The environment threads find the cache by; without it everything is done in this one. */
  readonly env?: Readonly<Record<string, string | undefined>>
  /** Whether all topics are analysed in threads, so that this one stays free to answer. */
  readonly apart?: boolean
  /** Stops the threads: the analysis is not wanted any more. */
  readonly signal?: AbortSignal
  /** Which part of the topics: those whose place, counted from 0 in the order of their ids, leaves `index` when divided by `of`. */
  readonly shard?: Shard
  /** Told of a fault of ours in one document, which the others survive. */
  readonly onFault?: (path: string, fault: unknown) => void
}

/** The whole way for every topic: what the shelf has is taken from it, the rest is read, aligned and assessed topic by topic, in threads where that
 *  pays. The same corpus gives the same analysis whatever the order its documents are found or read in, and however many threads work. */
export const analysis = async (corpus: Corpus, options: AnalysisOptions): Promise<KeptAnalysis> => {
  const run: Run = {
    corpus,
    options,
    shelf: options.shelf ?? memoryShelf(),
    digestOf: digestsOf(corpus),
    early: new Map(),
  }
  const judging = {asAt: options.asAt, authorities: await authoritiesOf(run)}
  const topics = await Promise.all(
    topicsOf(corpus, options.shard).map(async (id) => ({id, key: await topicKey(corpus, id, judging, run.digestOf)})),
  )
  const heads = await headsOf(run, topics, judging)
  return region(
    {
      corpus,
      version: options.version,
      shard: options.shard,
      shelf: run.shelf,
      judging,
      topics: topics.map(({key}, at) => ({key, head: heads[at] as TopicHead})),
    },
    corpus.recorded,
  )
}

/** One run, with what it finds out on its way. */
interface Run {
  readonly corpus: Corpus
  readonly options: AnalysisOptions
  readonly shelf: Shelf
  readonly digestOf: (path: string) => Promise<string>
  /** Documents read before their topic's turn, by path. */
  readonly early: Map<string, Read>
}

interface Topic {
  readonly id: string
  readonly key: string
}

/** The authorities as the analysis names them: where no authority.yaml gives the name, the title of the authority's first document may print it. */
const authoritiesOf = async ({corpus, options, shelf, digestOf, early}: Run): Promise<readonly Authority[]> => {
  const firsts = corpus.members
    .filter(({stated}) => stated?.name === undefined)
    .flatMap(({id}) => corpus.documents.find(({authority}) => authority === id) ?? [])
  const key = await titlesKey(corpus, firsts, digestOf)
  let titles = (await shelf.recall(key)) as Readonly<Record<string, string>> | null
  if (titles === null) {
    const reads = await readAll(firsts, corpus, options)
    for (const read of reads) early.set(read.document.path, read)
    titles = Object.fromEntries(
      reads.flatMap(({document, result}) =>
        'procedure' in result ? [[document.authority, result.procedure.title]] : [],
      ),
    )
    if (firsts.length > 0) await shelf.remember(key, titles)
  }
  const known = titles
  return corpus.members.map((member) => {
    const title = known[member.id]
    return authorityRecord(member, nameOf(member, title === undefined ? [] : [title]))
  })
}

/** From so many documents on, threads share the work of several topics. */
const many = 24

/** What became of each topic: from the shelf, or analysed now. A topic of which a document could not be read is tried again in every run. */
const headsOf = async (run: Run, topics: readonly Topic[], judging: Judging): Promise<readonly TopicHead[]> => {
  const {corpus, options, shelf} = run
  const shelved = await Promise.all(topics.map(({key}) => shelf.fetch(key)))
  const heads = shelved.map((head) => (head && head.unread.length === 0 ? head : null))
  const left = topics.filter((_, at) => heads[at] === null)
  const documents = left.reduce((sum, {id}) => sum + documentsOn(corpus, id).length, 0)
  const made = await madeOf(run, left, judging, progressOf(run, topics, left), documents)
  for (const [at, {key}] of left.entries()) {
    const {analysis: whole, head, faults} = made[at] as TopicDone
    if (whole) await shelf.keep(key, whole, head)
    for (const fault of faults) options.onFault?.('', fault)
    heads[topics.findIndex((each) => each.key === key)] = head
  }
  return heads as readonly TopicHead[]
}

/** From so many documents to a topic on, this thread only shares out: it would keep the others waiting. */
const long = 40

const madeOf = async (
  run: Run,
  topics: readonly Topic[],
  judging: Judging,
  progress: ReturnType<typeof progressOf>,
  documents: number,
): Promise<readonly TopicDone[]> => {
  const {corpus, options, shelf} = run
  const {inThreads, threadsFor} = await import('./topic-threads.ts')
  const isLong = documents >= long * topics.length && (topics.length > 1 || run.early.size === 0)
  const most = options.env !== undefined && (documents >= many || options.apart) ? threadsFor(topics.length) : 0
  const isFree = isLong || options.apart === true
  const threads = isFree ? most : Math.max(0, most - 1)
  const isShared = options.env !== undefined && topics.length === 1
  const helpers = isShared ? helpersFor(textDocuments(corpus, topics)) : 0
  if (threads === 0 && topics.length > 1 && documents < many) await readAhead(run, topics, progress.onRead)
  const lent = options.env === undefined ? [] : lentFor(topics.length, documents, threadsFor)
  const isOver = threads > 0 && !isFree && topics.length > 1 && topics.length % most === 1
  return inThreads(
    topics.map((topic) => taskOf(run, topic, judging, {folder: shelf.folder, env: options.env ?? {}, helpers})),
    {
      ...progress,
      threads: Math.max(0, threads - lent.length),
      lent,
      ahead: isOver ? aheadOf(run, topics.at(-1) as Topic, progress.onRead) : null,
      ...(options.signal && {signal: options.signal}),
      here: threads > 0 && isFree ? null : ({topic}) => doneHere(run, topic, judging, progress.onRead, isShared),
    },
  )
}

/** Of so few documents topics may be left to a thread that was begun to read one at a time. */
const few = 100

/** A reading thread that has nothing to do, where several topics are left of few documents. */
const lentFor = (topics: number, documents: number, threadsFor: (topics: number) => number): readonly Worker[] => {
  if (topics < 2 || documents >= few || threadsFor(topics) < 2) return []
  const lent = lentThread()
  return lent === null ? [] : [lent]
}

/** Reads a few documents of all topics at once: while threads read those that programs wrote, the text of every topic is read here, and what comparing them will need
 *  is worked out. */
const readAhead = async (
  {corpus, options, early}: Run,
  topics: readonly Topic[],
  onRead: (path: string) => void,
): Promise<void> => {
  const waiting = topics.flatMap(({id}) => documentsOn(corpus, id)).filter(({path}) => !early.has(path))
  const meanwhile = [...alignmentSteps, ...assessmentSteps].map((step) => () => step(corpus.lexicon))
  for (const read of await readAll(waiting, corpus, {...options, onRead, meanwhile}))
    early.set(read.document.path, read)
}

/** Has a thread read the text of a topic before its turn here comes. What does not come back is read here. */
const aheadOf =
  ({corpus, options, early}: Run, topic: Topic, onRead: (path: string) => void) =>
  (worker: Worker): Promise<void> => {
    const documents = documentsOn(corpus, topic.id).filter(({path}) => !early.has(path) && !isReadApart(path))
    const rules = {config: corpus.config, members: corpus.members}
    return helped(worker, {rules, documents, taken: noneTaken(), env: threadEnv(options.env ?? {})}, (news) => {
      if ('at' in news) {
        const document = documents[news.at] as Found
        early.set(document.path, {document, result: news.result})
        onRead(document.path)
      } else options.onFault?.(news.path, Object.assign(new Error(news.fault.message), news.fault))
    })
  }

const textDocuments = (corpus: Corpus, topics: readonly Topic[]): number =>
  topics.flatMap(({id}) => documentsOn(corpus, id)).filter(({path}) => !isReadApart(path)).length

const doneHere = async (
  {corpus, options, early}: Run,
  topic: string,
  judging: Judging,
  onRead: (path: string) => void,
  isShared: boolean,
): Promise<TopicDone> => {
  const {env, ...rest} = options
  const whole = await analysedTopic(corpus, topic, judging, {...rest, early, onRead, ...(isShared && env && {env})})
  return {analysis: whole, head: headOf(whole, judging.authorities, corpus.lexicon), faults: []}
}

/** What a thread needs of the environment: where the cache is. */
const threadEnv = (env: TopicTask['env']): TopicTask['env'] =>
  Object.fromEntries(Object.entries(env).filter(([name]) => cacheVariables.includes(name)))

const taskOf = (
  {corpus, early}: Run,
  {id, key}: Topic,
  judging: Judging,
  {env, ...how}: Pick<TopicTask, 'folder' | 'env' | 'helpers'>,
): TopicTask => {
  const {lexicon: _lexicon, topics: _topics, ...rest} = corpus
  return {
    ...how,
    corpus: {...rest, recorded: nothingRecorded, documents: documentsOn(corpus, id), leftOut: []},
    early: documentsOn(corpus, id).flatMap(({path}) => early.get(path) ?? []),
    topic: id,
    judging,
    key,
    env: threadEnv(env),
  }
}

/** Tells how far the work is; what the shelf had counts as done from the start. */
const progressOf = (
  {corpus, options, early}: Run,
  topics: readonly Topic[],
  left: readonly Topic[],
): {readonly onRead: (path: string) => void; readonly onDone: (topic: string) => void} => {
  const own = topics.reduce((sum, {id}) => sum + documentsOn(corpus, id).length, 0)
  const waiting = left.flatMap(({id}) => documentsOn(corpus, id)).filter(({path}) => !early.has(path))
  let [read, compared] = [own - waiting.length, topics.length - left.length]
  const tell = (current: string): void =>
    options.progress?.({read, documents: own, compared, topics: topics.length, current})
  tell(left[0]?.id ?? '')
  return {
    onRead: (path) => {
      read++
      tell(path)
    },
    onDone: (topic) => {
      compared++
      tell(topic)
    },
  }
}

/** The procedures of a corpus, parts merged, as they go into the alignment: what learning and measuring start from. */
export const procedures = async (corpus: Corpus): Promise<readonly Procedure[]> =>
  proceduresOf(withoutHalves(await readAll(corpus.documents, corpus, {})))

/** Whether at least two authorities had something on one topic: without that nothing was compared. */
export const comparedSomething = ({documents}: Pick<Assessment, 'documents'>): boolean => {
  const holder = new Map<string, string>()
  return documents.some(({topic, authority}) => {
    const first = holder.get(topic) ?? authority
    holder.set(topic, first)
    return first !== authority
  })
}
