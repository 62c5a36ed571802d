import {createHash} from 'node:crypto'
import {existsSync} from 'node:fs'
import {mkdir, readdir, readFile, rename, rm, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import type {Ingested, IngestOptions} from '@hedgerow/ingest'
import type {ToRead} from './document.ts'
import {isOlder} from './whole-file.ts'

/** What was read of documents in earlier runs, by everything that decides it: bytes, names, lexicon and build. A fault of the cache is never a fault of
 *  the run: what cannot be fetched is read again, what cannot be kept is not. */
export interface Cache {
  readonly fetch: (key: string) => Promise<Ingested | null>
  readonly keep: (key: string, read: Ingested) => Promise<void>
}

/** A cache that holds nothing. */
export const noCache: Cache = {fetch: async () => null, keep: async () => {}}

/** Which build this is, set by scripts/build.mjs; empty when run from the sources, which change under a cache's feet. */
const thisBuild = process.env.HEDGEROW_BUILD ?? ''

/** The cache of this machine's user: HEDGEROW_CACHE names its folder (`off` for none), else it is where the system keeps caches. */
export const userCache = (env: Readonly<Record<string, string | undefined>>): Cache => {
  const place = cacheFolder(env)
  return place === null ? noCache : cacheIn(place.folder, place.build)
}

/** What of the environment says where the cache lies. */
export const cacheVariables: readonly string[] = ['HEDGEROW_CACHE', 'XDG_CACHE_HOME', 'LOCALAPPDATA', 'HOME']

/** Where the cache of this machine's user lies, with the build whose entries count; null where there is none. */
export const cacheFolder = (
  env: Readonly<Record<string, string | undefined>>,
  build: string = thisBuild,
): {readonly folder: string; readonly build: string} | null => {
  const home = env.XDG_CACHE_HOME ?? env.LOCALAPPDATA ?? (env.HOME ? join(env.HOME, '.cache') : undefined)
  const folder = env.HEDGEROW_CACHE ?? (home ? join(home, 'hedgerow') : 'off')
  return build === '' || folder === 'off' || folder === '' ? null : {folder, build}
}

/** Whether there is a cache, and nothing in it that this build kept: whatever is asked for will have to be read. */
export const nothingKept = (env: Readonly<Record<string, string | undefined>>): boolean => {
  const place = cacheFolder(env)
  return place !== null && !existsSync(join(place.folder, place.build))
}

/** A cache in a folder, for one build: entries of other builds are cleared away when the first is kept. Each entry begins with the digest of the rest,
 *  and is written beside its place and renamed, so that two runs may share the folder and a damaged entry is seen. */
export const cacheIn = (folder: string, version: string): Cache => {
  const own = join(folder, version)
  const place = (key: string): string => join(own, `${key}.json`)
  let made: Promise<void> | null = null
  return {
    fetch: async (key) => {
      const entry = await readFile(place(key), 'utf8').catch(() => '')
      const [digest, json] = [entry.slice(0, 64), entry.slice(65)]
      return json !== '' && sha256(json) === digest ? (JSON.parse(json) as Ingested) : null
    },
    keep: async (key, read) => {
      made ??= cleared(folder, version)
      const json = JSON.stringify(read)
      const draft = `${place(key)}.${process.pid}.part`
      await made
        .then(() => writeFile(draft, `${sha256(json)}\n${json}`))
        .then(() => rename(draft, place(key)))
        .catch(() => rm(draft, {force: true}).catch(() => undefined))
    },
  }
}

/** Milliseconds: of another build that wrote something this lately a run may still be going on, which must find what it kept. */
const inUse = 3_600_000

/** Makes the folder of a build, and clears away those of others. */
export const cleared = async (folder: string, version: string): Promise<void> => {
  await mkdir(join(folder, version), {recursive: true})
  const others = (await readdir(folder)).filter((name) => name !== version && /^[0-9a-f]{16}$/u.test(name))
  for (const name of others)
    if (await isOlder(join(folder, name), inUse)) await rm(join(folder, name), {recursive: true, force: true})
}

const sha256 = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex')

/** The key of a document read with these options: 64 hex digits. */
export const cacheKey = (document: ToRead, bytes: Uint8Array, {lexicon, ...rest}: IngestOptions): string => {
  const {path, authority, topic, part} = document
  const decided = JSON.stringify({path, authority, topic, part, lexicon: lexicon.hash, weights: lexicon.weights, rest})
  return sha256(`${sha256(bytes)}\n${decided}`)
}

/** What the cache holds for a document, or what `read` finds, which is then kept. */
export const remembered = async (cache: Cache, key: string, read: () => Promise<Ingested>): Promise<Ingested> => {
  const known = await cache.fetch(key)
  if (known) return known
  const found = await read()
  await cache.keep(key, found)
  return found
}
