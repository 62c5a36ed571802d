import {setImmediate as nextTurn} from 'node:timers/promises'
import type {DocumentRecord, NotCompared} from '@hedgerow/assess'
import type {Procedure} from '@hedgerow/ast'
import {type Ingested, type IngestOptions, mergedParts, Unreadable} from '@hedgerow/ingest'
import {type Cache, cacheKey, noCache, remembered} from './cache.ts'
import type {Corpus, Member} from './corpus/corpus.ts'
import type {Found} from './corpus/discover.ts'
import {bytesOf, type Ingesting, ingested, ingestedApart, isReadApart} from './document.ts'
import {councilIn, localNames, localRoles, nameOf} from './corpus/names.ts'
import {begunHelper, type Helper, helped, helpersFor, noneTaken, takingFrom} from './shared-reading.ts'
import {turns} from './turns.ts'

/** How documents are read. */
export interface ReadingOptions {
  /** What earlier runs read; nothing unless given. */
  readonly cache?: Cache
  /** Told of a fault of ours in one document, which the others survive. */
  readonly onFault?: (path: string, fault: unknown) => void
  /** Told of each document that was read, or could not be. */
  readonly onRead?: (path: string) => void
  /** The environment threads find the cache by: with it, threads may share the reading of many text documents. */
  readonly env?: Readonly<Record<string, string | undefined>>
  /** Steps of other work, for when everything is read that is read here and threads still read the rest. */
  readonly meanwhile?: readonly (() => unknown)[]
  /** Threads that were begun for that already; without them it begins its own. */
  readonly helpers?: readonly Helper[]
}

/** A document and what became of it. */
export interface Read {
  readonly document: Found
  readonly result: Ingested | NotCompared
}

/** What of a corpus a document is read by. */
export type ReadingCorpus = Pick<Corpus, 'lexicon' | 'config' | 'members'>

/** How many documents are open at once of those read in threads, and of those read here: reading one waits for the disk while another is parsed. */
const atOnce = 2

/** So many documents must wait for a second thread to pay: beginning one and loading what it reads by takes as long as reading them. */
const several = 8

/** A document to be read, with its place among all. */
type Queued = readonly [at: number, document: Found]

/** Reads documents, whatever the order they are read in, into the order given. Those read in threads have a queue of their own, which begins first:
 *  while a thread works, text is read here, and a second one begins only where there is none, or several still wait after it. Many text documents are
 *  shared with helpers. */
export const readAll = async (
  documents: readonly Found[],
  corpus: ReadingCorpus,
  options: ReadingOptions,
): Promise<readonly Read[]> => {
  const reads: Read[] = []
  const reader = async (queue: Queued[], ingesting: Ingesting): Promise<void> => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const [at, document] = next
      await nextTurn()
      reads[at] = {document, result: await readOne(document, corpus, options, ingesting)}
      options.onRead?.(document.path)
    }
  }
  const queued: readonly Queued[] = [...documents.entries()]
  const packed = queued.filter(([, {path}]) => isReadApart(path))
  const text = queued.filter(([, {path}]) => !isReadApart(path))
  const alone = text.length === 0 ? ingestedApart : apartIn(1)
  let isReading = packed.length > 0
  const first = Promise.all(Array.from({length: atOnce}, () => reader(packed, alone))).then(() => (isReading = false))
  const second = async (): Promise<void> => {
    for (const [nth, read] of (await textReads(text, corpus, options)).entries()) reads[(text[nth] as Queued)[0]] = read
    if (packed.length >= several) await reader(packed, ingestedApart)
    for (const step of options.meanwhile ?? []) {
      await nextTurn()
      if (isReading) step()
    }
  }
  await Promise.all([first, second()])
  return reads
}

/** Text documents read here, and by helpers where there are many. What a helper took and did not bring back is read here. */
const textReads = async (
  text: readonly Queued[],
  corpus: ReadingCorpus,
  options: ReadingOptions,
): Promise<readonly Read[]> => {
  const documents = text.map(([, document]) => document)
  const own = options.env && !options.helpers ? Array.from({length: helpersFor(documents.length)}, begunHelper) : []
  const helpers = options.helpers ?? own
  const taken = noneTaken()
  const results: (Ingested | NotCompared)[] = []
  const note = (at: number, result: Ingested | NotCompared): void => {
    results[at] = result
    options.onRead?.((documents[at] as Found).path)
  }
  const share = {rules: {config: corpus.config, members: corpus.members}, documents, taken, env: options.env ?? {}}
  try {
    await Promise.all([
      ...helpers.map((helper) =>
        helped(helper, share, (news) => {
          if ('at' in news) note(news.at, news.result)
          else options.onFault?.(news.path, Object.assign(new Error(news.fault.message), news.fault))
        }),
      ),
      readTogether(documents, takingFrom(taken, documents.length), corpus, {...options, note}),
    ])
  } finally {
    await Promise.all(own.map((helper) => helper.terminate()))
  }
  for (const [at, document] of documents.entries())
    if (results[at] === undefined) note(at, await readOne(document, corpus, options, ingested))
  return documents.map((document, at) => ({document, result: results[at] as Ingested | NotCompared}))
}

/** Reads one document after the other as long as there is one to take. */
export const readTogether = async (
  documents: readonly Found[],
  take: () => number | null,
  corpus: ReadingCorpus,
  {note, ...options}: ReadingOptions & {readonly note: (at: number, result: Ingested | NotCompared) => void},
): Promise<void> => {
  const reader = async (): Promise<void> => {
    for (let at = take(); at !== null; at = take()) {
      await nextTurn()
      note(at, await readOne(documents[at] as Found, corpus, options, ingested))
    }
  }
  await Promise.all(Array.from({length: atOnce}, reader))
}

/** Reads documents in so many threads; the bytes of the next are at hand when one is free. */
const apartIn = (threads: number): Ingesting => {
  const inTurn = turns(threads)
  return (...given) => inTurn(() => ingestedApart(...given))
}

const readOne = async (
  document: Found,
  corpus: ReadingCorpus,
  {onFault, cache = noCache}: ReadingOptions,
  ingesting: Ingesting,
): Promise<Ingested | NotCompared> => {
  const {path} = document
  const member = corpus.members.find(({id}) => id === document.authority) as Member
  try {
    return await namedRead(document, member, corpus, cache, ingesting)
  } catch (fault) {
    if (fault instanceof Unreadable) return {path, reason: fault.reason, remedy: fault.remedy}
    onFault?.(path, fault)
    const words = fault instanceof Error ? fault.message : String(fault)
    return {path, reason: `Hedgerow failed on it (${words})`, remedy: 'report this fault of the tool, with --verbose'}
  }
}

/** Without authority.yaml an authority's full name stands in its document's title only: the document is read again once it is known, so
 *  that the name is masked as local. */
const namedRead = async (
  document: Found,
  member: Member,
  {lexicon, config}: ReadingCorpus,
  cache: Cache,
  ingesting: Ingesting,
): Promise<Ingested> => {
  const bytes = await bytesOf(document.file, config.limits)
  const options = (name: string): IngestOptions => ({
    lexicon,
    localNames: localNames(member, name),
    localRoles: localRoles(member),
  })
  const read = (name: string): Promise<Ingested> =>
    remembered(cache, cacheKey(document, bytes, options(name)), () =>
      ingesting(document, bytes, options(name), config.limits),
    )
  const first = await read(nameOf(member))
  const printed = member.stated?.name === undefined ? councilIn(first.procedure.title, member.id) : null
  return printed === null ? first : read(printed)
}

const isIngested = (result: Ingested | NotCompared): result is Ingested => 'procedure' in result

const sameProcedure = (a: Read, b: Read): boolean =>
  a.document.authority === b.document.authority && a.document.topic === b.document.topic

/** Half of a procedure would read as if the rest were missing: where one part cannot be read, its other parts are not compared either. */
export const withoutHalves = (reads: readonly Read[]): readonly Read[] => {
  const unread = reads.filter(({result}) => !isIngested(result))
  return reads.map((read) => {
    const lost = isIngested(read.result) && unread.find((other) => sameProcedure(read, other))
    if (!lost) return read
    const {path} = read.document
    return {
      ...read,
      result: {
        path,
        reason: `another part of this procedure, ${lost.document.path}, could not be read`,
        remedy: 'mend that part first',
      },
    }
  })
}

/** The procedures that were read, the parts of one merged. */
export const proceduresOf = (reads: readonly Read[]): readonly Procedure[] => {
  const parts = new Map<string, Procedure[]>()
  for (const {document, result} of reads) {
    if (!isIngested(result)) continue
    const key = `${document.topic}/${document.authority}`
    parts.set(key, [...(parts.get(key) ?? []), result.procedure])
  }
  return [...parts.values()].map((own) => (own.length === 1 ? (own[0] as Procedure) : mergedParts(own)))
}

/** What the analysis says of each document that was read. */
export const recordsOf = (reads: readonly Read[]): readonly DocumentRecord[] =>
  reads.flatMap(({document, result}) => {
    if (!isIngested(result)) return []
    const {authority, topic, path} = document
    const {sha256, procedure, messages} = result
    return [{authority, topic, path, sha256, title: procedure.title, edition: procedure.edition, messages}]
  })

/** The documents that could not be read. */
export const unreadOf = (reads: readonly Read[]): readonly NotCompared[] =>
  reads.flatMap(({result}) => (isIngested(result) ? [] : [result]))
