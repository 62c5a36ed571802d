import {setImmediate as nextTurn} from 'node:timers/promises'
import {type Assessment, assess, type DocumentRecord, type NotCompared} from '@hedgerow/assess'
import type {Procedure} from '@hedgerow/ast'
import {type Collation, collate} from '@hedgerow/collate'
import {type Ingested, type IngestOptions, mergedParts, Unreadable} from '@hedgerow/ingest'
import {type Cache, cacheKey, noCache, remembered} from './cache.ts'
import type {Corpus, Member} from './corpus.ts'
import type {Found} from './discover.ts'
import {bytesOf, ingested, isReadApart} from './document.ts'
import {resolvedPins} from './pins.ts'
import {topicTitles} from './topics.ts'
import {authorityRecord, councilIn, localNames, localRoles, nameOf} from './names.ts'

/** How far the work is: `done` of `total` in the stage, and what is worked on now. */
export interface Progress {
  readonly stage: 'read' | 'align' | 'assess'
  readonly done: number
  readonly total: number
  readonly current: string
}

export interface AnalysisOptions {
  /** ISO date on which reviews, currency and standards are judged. */
  readonly asAt: string
  readonly version: string
  readonly progress?: (progress: Progress) => void
  /** What earlier runs read; nothing unless given. */
  readonly cache?: Cache
  /** Told of a fault of ours in one document, which the others survive. */
  readonly onFault?: (path: string, fault: unknown) => void
  /** Told of every pin that names a provision which is no longer there. */
  readonly onLostPin?: (words: string) => void
}

/** A document and what became of it. */
interface Read {
  readonly document: Found
  readonly result: Ingested | NotCompared
}

/** The whole way, in order: read every document, merge the parts of a topic, align each topic, assess. The same corpus gives the same
 *  analysis whatever the order its documents are found or read in. */
export const analysis = async (corpus: Corpus, options: AnalysisOptions): Promise<Assessment> => {
  const reads = await readAll(corpus, options)
  const whole = withoutHalves(reads)
  const collations = await collated(proceduresOf(whole), corpus, options)
  options.progress?.({stage: 'assess', done: 0, total: 1, current: ''})
  await nextTurn()
  const documents = whole.flatMap(recordOf)
  return assess({
    collations,
    lexicon: corpus.lexicon,
    asAt: options.asAt,
    version: options.version,
    region: corpus.config.region ?? null,
    authorities: corpus.members.map((member) => authorityRecord(member, nameOf(member, titlesOf(member, whole)))),
    documents,
    notCompared: notComparedOf(corpus, whole),
    titles: topicTitles(corpus.topics.titles, documents),
    standards: corpus.standards,
    severities: corpus.config.severities ?? {},
  })
}

/** The procedures of a corpus, parts merged, as they go into the alignment: what learning and measuring start from. */
export const procedures = async (corpus: Corpus, options: AnalysisOptions): Promise<readonly Procedure[]> =>
  proceduresOf(withoutHalves(await readAll(corpus, options)))

/** How many documents are open at once of those read in threads, and of those read here: reading one waits for the disk while another is parsed. */
const atOnce = 2

/** Those read in threads have a queue of their own, which begins first: while a thread works, text is read here. */
const readAll = async (corpus: Corpus, options: AnalysisOptions): Promise<readonly Read[]> => {
  const {documents} = corpus
  const reads: Read[] = []
  let done = 0
  const reader = async (queue: Iterator<[number, Found]>): Promise<void> => {
    for (let next = queue.next(); !next.done; next = queue.next()) {
      const [at, document] = next.value
      options.progress?.({stage: 'read', done, total: documents.length, current: document.path})
      await nextTurn()
      reads[at] = {document, result: await readOne(document, corpus, options)}
      done++
    }
  }
  const queues = [true, false].map((apart) =>
    [...documents.entries()].filter(([, {path}]) => isReadApart(path) === apart).values(),
  )
  await Promise.all(queues.flatMap((queue) => Array.from({length: atOnce}, () => reader(queue))))
  return reads
}

const readOne = async (
  document: Found,
  corpus: Corpus,
  {onFault, cache = noCache}: AnalysisOptions,
): Promise<Ingested | NotCompared> => {
  const {path} = document
  const member = corpus.members.find(({id}) => id === document.authority) as Member
  try {
    return await namedRead(document, member, corpus, cache)
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
  {lexicon, config}: Corpus,
  cache: Cache,
): Promise<Ingested> => {
  const bytes = await bytesOf(document.file, config.limits)
  const options = (name: string): IngestOptions => ({
    lexicon,
    localNames: localNames(member, name),
    localRoles: localRoles(member),
  })
  const read = (name: string): Promise<Ingested> =>
    remembered(cache, cacheKey(document, bytes, options(name)), () =>
      ingested(document, bytes, options(name), config.limits),
    )
  const first = await read(nameOf(member))
  const printed = member.stated?.name === undefined ? councilIn(first.procedure.title, member.id) : null
  return printed === null ? first : read(printed)
}

const isIngested = (result: Ingested | NotCompared): result is Ingested => 'procedure' in result

const sameProcedure = (a: Read, b: Read): boolean =>
  a.document.authority === b.document.authority && a.document.topic === b.document.topic

/** Half of a procedure would read as if the rest were missing: where one part cannot be read, its other parts are not compared either. */
const withoutHalves = (reads: readonly Read[]): readonly Read[] =>
  reads.map((read) => {
    const lost =
      isIngested(read.result) && reads.find((other) => sameProcedure(read, other) && !isIngested(other.result))
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

const proceduresOf = (reads: readonly Read[]): readonly Procedure[] => {
  const parts = new Map<string, Procedure[]>()
  for (const {document, result} of reads) {
    if (!isIngested(result)) continue
    const key = `${document.topic}/${document.authority}`
    parts.set(key, [...(parts.get(key) ?? []), result.procedure])
  }
  return [...parts.values()].map((own) => (own.length === 1 ? (own[0] as Procedure) : mergedParts(own)))
}

const collated = async (
  procedures: readonly Procedure[],
  corpus: Corpus,
  {progress, onLostPin}: AnalysisOptions,
): Promise<readonly Collation[]> => {
  const {pins, lost} = resolvedPins(corpus.pins, procedures, corpus)
  for (const words of lost) onLostPin?.(words)
  const topics = [...new Set(procedures.map(({topic}) => topic))].sort((x, y) => (x < y ? -1 : 1))
  const found: Collation[] = []
  for (const topic of topics) {
    progress?.({stage: 'align', done: found.length, total: topics.length, current: topic})
    await nextTurn()
    const own = procedures.filter((each) => each.topic === topic)
    found.push(collate(own, corpus.lexicon, pins))
  }
  return found
}

const titlesOf = ({id}: Member, reads: readonly Read[]): readonly string[] =>
  reads.flatMap(({document, result}) =>
    document.authority === id && isIngested(result) ? [result.procedure.title] : [],
  )

const recordOf = ({document, result}: Read): readonly DocumentRecord[] => {
  if (!isIngested(result)) return []
  const {authority, topic, path} = document
  const {sha256, procedure, messages} = result
  return [{authority, topic, path, sha256, title: procedure.title, edition: procedure.edition, messages}]
}

const notComparedOf = ({leftOut}: Corpus, reads: readonly Read[]): readonly NotCompared[] =>
  [
    ...leftOut.map(({path, reason, remedy}) => ({path, reason, remedy})),
    ...reads.flatMap(({result}) => (isIngested(result) ? [] : [result])),
  ].sort((x, y) => (x.path < y.path ? -1 : 1))

/** Whether at least two authorities had something on one topic: without that nothing was compared. */
export const comparedSomething = ({topics}: Assessment): boolean =>
  topics.some(({authorities}) => authorities.length > 1)
