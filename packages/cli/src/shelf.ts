import {createHash} from 'node:crypto'
import {closeSync, mkdtempSync, openSync, readFileSync, readSync, rmSync} from 'node:fs'
import {mkdir, open, readdir, readFile, rename, rm, stat, utimes} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {StringDecoder} from 'node:string_decoder'
import {type Authority, fingerprintsIn, type TopicAssessment} from '@hedgerow/assess'
import type {Lexicon} from '@hedgerow/lexicon'
import {digestOf, type TopicDigest, topicJson} from '@hedgerow/report'
import {cacheFolder, cleared} from './cache.ts'
import type {TopicAnalysis} from './topic-analysis.ts'

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
    recall: async (key) => notes.get(key) ?? null,
    remember: async (key, value) => void notes.set(key, value),
    folder: null,
    tidy: async () => undefined,
  }
}

/** A shelf in a folder. Each entry is two files: the topic as printed, and its head, which names the digest of the first and is written last, so that an
 *  entry that was cut short or damaged is seen. Both are written beside their places and renamed: two runs may share the folder. */
export const shelfIn = (folder: string): Shelf => {
  const place = (key: string, kind: string): string => join(folder, `${key}.${kind}.json`)
  let made: Promise<unknown> | null = null
  const written = async (path: string, pieces: Iterable<string>): Promise<string> => {
    made ??= mkdir(folder, {recursive: true})
    await made
    const draft = `${path}.${process.pid}.part`
    const hash = createHash('sha256')
    const file = await open(draft, 'w')
    try {
      for (const block of gathered(pieces)) {
        hash.update(block)
        await file.writeFile(block)
      }
      await file.close()
      await rename(draft, path)
    } catch (fault) {
      await file.close().catch(() => undefined)
      await rm(draft, {force: true})
      throw fault
    }
    return hash.digest('hex')
  }
  return {
    fetch: async (key) => {
      const found = (await checked(place(key, 'head'))) as {head: TopicHead; topic: string | null} | null
      if (found === null) return null
      if (found.topic !== null && digestOfFile(place(key, 'topic')) !== found.topic) return null
      const now = new Date()
      await Promise.all(['head', 'topic'].map((kind) => utimes(place(key, kind), now, now).catch(() => undefined)))
      return found.head
    },
    keep: async (key, {topic}, head) => {
      const own = topic && (await written(place(key, 'topic'), topicJson(topic)))
      await written(place(key, 'head'), withDigest({head, topic: own}))
    },
    recall: (key) => checked(place(key, 'note')),
    remember: async (key, value) => {
      await written(place(key, 'note'), withDigest(value)).catch(() => undefined)
    },
    topic: (key) => JSON.parse(readFileSync(place(key, 'topic'), 'utf8')) as TopicAssessment,
    printed: (key) => piecesOf(place(key, 'topic')),
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
    const own = mkdtempSync(join(tmpdir(), 'hedgerow-'))
    process.once('exit', () => rmSync(own, {recursive: true, force: true}))
    return withFallback(shelfIn(own))
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

const sha256 = (content: string): string => createHash('sha256').update(content).digest('hex')

/** A value as JSON with its digest before it, and back: null for what is not there or was damaged. */
const withDigest = (value: unknown): readonly string[] => {
  const json = JSON.stringify(value)
  return [`${sha256(json)}\n${json}`]
}

const checked = async (path: string): Promise<unknown> => {
  const entry = await readFile(path, 'utf8').catch(() => '')
  const json = entry.slice(65)
  return json !== '' && sha256(json) === entry.slice(0, 64) ? JSON.parse(json) : null
}

const blockSize = 1 << 20

/** Pieces gathered into blocks, so that a topic is neither one string nor a million writes. */
function* gathered(pieces: Iterable<string>): Iterable<string> {
  let waiting = ''
  for (const piece of pieces) {
    waiting += piece
    if (waiting.length < blockSize) continue
    yield waiting
    waiting = ''
  }
  if (waiting !== '') yield waiting
}

function* blocksOf(path: string): Iterable<Buffer> {
  const file = openSync(path, 'r')
  try {
    const block = Buffer.alloc(blockSize)
    for (let size = readSync(file, block); size > 0; size = readSync(file, block)) yield block.subarray(0, size)
  } finally {
    closeSync(file)
  }
}

function* piecesOf(path: string): Iterable<string> {
  const decoder = new StringDecoder('utf8')
  for (const block of blocksOf(path)) yield decoder.write(block)
  yield decoder.end()
}

const digestOfFile = (path: string): string | null => {
  const hash = createHash('sha256')
  try {
    for (const block of blocksOf(path)) hash.update(block)
  } catch {
    return null
  }
  return hash.digest('hex')
}
