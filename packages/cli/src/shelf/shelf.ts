import {readFileSync} from 'node:fs'
import {readdir, rm, stat, utimes} from 'node:fs/promises'
import {join} from 'node:path'
import {
  type AssessedRow,
  type Authority,
  fingerprintsIn,
  type Opportunity,
  type TopicAssessment,
} from '@hedgerow/assess'
import type {Lexicon} from '@hedgerow/lexicon'
import {digestOf, type Piece, type TopicDigest, topicJson, topicPieces} from '@hedgerow/report'
import {cacheFolder, cleared} from '../cache.ts'
import {type Catalogue, catalogueOf} from './catalogue.ts'
import {scratchFolder} from '../scratch.ts'
import {checked, digestOfFile, piecesOf, sliceOf, withDigest, writerInto} from './shelf-files.ts'
import type {TopicAnalysis} from '../topic-analysis.ts'

/** What is at hand of a topic's analysis: everything but the topic itself, which may be large, and a digest of that. */
export interface TopicHead extends Omit<TopicAnalysis, 'topic'> {
  /** Null where none of its documents could be read. */
  readonly digest: TopicDigest | null
  /** What entries of agreed.yaml and decisions.yaml may name in it. */
  readonly fingerprints: readonly string[]
}

/** Where the analyses of topics are kept while a run goes on, and from run to run: in memory or in a folder, by a key of everything that decides them. */
export interface Shelf {
  readonly fetch: (key: string) => Promise<TopicHead | null>
  readonly keep: (key: string, analysis: TopicAnalysis, head: TopicHead) => Promise<void>
  /** The topic kept under a key, as an object and as printed in the analysis. Throws for a key that is not there. */
  readonly topic: (key: string) => TopicAssessment
  readonly printed: (key: string) => Iterable<string>
  /** What its rows and opportunities are in short, and one of them in full by its place there: without the topic being read whole. */
  readonly catalogue: (key: string) => Catalogue
  readonly row: (key: string, at: number) => AssessedRow
  readonly opportunity: (key: string, at: number) => Opportunity
  /** A small thing found out earlier, by its key; null where nothing is known of it. */
  readonly recall: (key: string) => Promise<unknown>
  readonly remember: (key: string, value: unknown) => Promise<void>
  /** The folder others may keep topics in, or null. */
  readonly folder: string | null
  /** Takes out what has not been asked for in longest, where there is too much. */
  readonly tidy: () => Promise<void>
}

/** The head of a topic's analysis. */
export const headOf = (
  {topic, ...rest}: TopicAnalysis,
  authorities: readonly Authority[],
  lexicon: Lexicon,
): TopicHead => ({
  ...rest,
  digest: topic && digestOf(topic, authorities, lexicon),
  fingerprints: topic ? fingerprintsIn(topic) : [],
})

/** A shelf in memory: nothing is left of it when the run ends. */
export const memoryShelf = (): Shelf => {
  const topics = new Map<string, TopicAssessment>()
  const heads = new Map<string, TopicHead>()
  const notes = new Map<string, unknown>()
  const topic = (key: string): TopicAssessment => topics.get(key) as TopicAssessment
  return {
    fetch: async (key) => heads.get(key) ?? null,
    keep: async (key, analysis, head) => {
      heads.set(key, head)
      if (analysis.topic) topics.set(key, analysis.topic)
    },
    topic,
    printed: (key) => topicJson(topic(key)),
    catalogue: (key) => catalogueOf(topic(key)),
    row: (key, at) => topic(key).rows[at] as AssessedRow,
    opportunity: (key, at) => topic(key).opportunities[at] as Opportunity,
    recall: async (key) => notes.get(key) ?? null,
    remember: async (key, value) => void notes.set(key, value),
    folder: null,
    tidy: async () => undefined,
  }
}

/** Where the rows and opportunities of a topic stand in the file it was written to: [first byte, length] of each, in their order. */
interface Places {
  readonly rows: (readonly [number, number])[]
  readonly opportunities: (readonly [number, number])[]
}

/** What the head's file holds: with the digests of the other two, null where there is no topic. */
interface Entry {
  readonly head: TopicHead
  readonly topic: string | null
  readonly list: string | null
}

interface Listed {
  readonly catalogue: Catalogue
  readonly places: Places
}

/** The pieces' text; the places of the items among them are noted as they go by. */
function* placed(pieces: Iterable<Piece>, places: Places): Iterable<string> {
  let at = 0
  for (const {text, item} of pieces) {
    const length = Buffer.byteLength(text)
    if (item === 'rows' || item === 'opportunities') places[item].push([at, length])
    at += length
    yield text
  }
}

/** A shelf in a folder. Each entry is three files: the topic as printed, its catalogue with the places of what it lists, and its head, which names the
 *  digests of both and is written last, so that an entry that was cut short or damaged is seen. All are written beside their places and renamed: two
 *  runs may share the folder. */
export const shelfIn = (folder: string): Shelf => {
  const place = (key: string, kind: string): string => join(folder, `${key}.${kind}.json`)
  const written = writerInto(folder)
  const lists = new Map<string, Listed>()
  const listed = (key: string): Listed => {
    const list = lists.get(key) ?? (JSON.parse(readFileSync(place(key, 'list'), 'utf8')) as Listed)
    lists.set(key, list)
    return list
  }
  const item = (key: string, of: keyof Places, at: number): unknown =>
    JSON.parse(sliceOf(place(key, 'topic'), listed(key).places[of][at] as readonly [number, number]))
  return {
    fetch: async (key) => {
      const found = (await checked(place(key, 'head'))) as Entry | null
      if (found === null) return null
      if (found.topic !== null && digestOfFile(place(key, 'topic')) !== found.topic) return null
      if (found.list !== null && digestOfFile(place(key, 'list')) !== found.list) return null
      const now = new Date()
      await Promise.all(
        ['head', 'list', 'topic'].map((kind) => utimes(place(key, kind), now, now).catch(() => undefined)),
      )
      return found.head
    },
    keep: async (key, {topic}, head) => {
      const places: Places = {rows: [], opportunities: []}
      const own = topic && (await written(place(key, 'topic'), placed(topicPieces(topic), places)))
      const list =
        topic && (await written(place(key, 'list'), [JSON.stringify({catalogue: catalogueOf(topic), places})]))
      const entry: Entry = {head, topic: own, list}
      await written(place(key, 'head'), withDigest(entry))
    },
    recall: (key) => checked(place(key, 'note')),
    remember: async (key, value) => {
      await written(place(key, 'note'), withDigest(value)).catch(() => undefined)
    },
    topic: (key) => JSON.parse(readFileSync(place(key, 'topic'), 'utf8')) as TopicAssessment,
    printed: (key) => piecesOf(place(key, 'topic')),
    catalogue: (key) => listed(key).catalogue,
    row: (key, at) => item(key, 'rows', at) as AssessedRow,
    opportunity: (key, at) => item(key, 'opportunities', at) as Opportunity,
    folder,
    tidy: () => thinned(folder),
  }
}

/** From so many documents on, a region is not held in memory while it is analysed. */
const manyDocuments = 200

/** The shelf of this machine's user, beside what was read of documents. Where that is off, memory, or for a large region a folder for this run only. */
export const userShelf = (env: Readonly<Record<string, string | undefined>>, documents: number): Shelf => {
  const place = cacheFolder(env)
  if (place !== null) return withFallback(cachedShelf(place))
  if (documents < manyDocuments) return memoryShelf()
  try {
    return withFallback(shelfIn(scratchFolder()))
  } catch {
    return memoryShelf()
  }
}

const cachedShelf = ({folder, build}: {readonly folder: string; readonly build: string}): Shelf => {
  const shelf = shelfIn(join(folder, build))
  let ready: Promise<void> | null = null
  return {
    ...shelf,
    keep: async (...entry) => {
      ready ??= cleared(folder, build)
      await ready
      await shelf.keep(...entry)
    },
  }
}

/** A fault of a shelf is no fault of the run: what it cannot keep is kept in memory. */
const withFallback = (shelf: Shelf): Shelf => {
  const memory = memoryShelf()
  const here = new Set<string>()
  const holding = (key: string): Shelf => (here.has(key) ? memory : shelf)
  return {
    ...shelf,
    fetch: (key) => holding(key).fetch(key),
    keep: async (key, analysis, head) => {
      try {
        await shelf.keep(key, analysis, head)
      } catch {
        here.add(key)
        await memory.keep(key, analysis, head)
      }
    },
    topic: (key) => holding(key).topic(key),
    printed: (key) => holding(key).printed(key),
    catalogue: (key) => holding(key).catalogue(key),
    row: (key, at) => holding(key).row(key, at),
    opportunity: (key, at) => holding(key).opportunity(key, at),
  }
}

/** How many bytes of the cache are left when a run ends. */
const mostBytes = 2_000_000_000

/** Takes the oldest entries out of a cache that has grown too large. */
const thinned = async (folder: string): Promise<void> => {
  const names = await readdir(folder).catch(() => [])
  const files = await Promise.all(
    names.map(async (name) => ({path: join(folder, name), found: await stat(join(folder, name)).catch(() => null)})),
  )
  const known = files.flatMap(({path, found}) => (found ? [{path, size: found.size, at: found.mtimeMs}] : []))
  let total = known.reduce((sum, {size}) => sum + size, 0)
  for (const {path, size} of known.sort((x, y) => x.at - y.at || (x.path < y.path ? -1 : 1))) {
    if (total <= mostBytes) return
    await rm(path, {force: true}).catch(() => undefined)
    total -= size
  }
}
