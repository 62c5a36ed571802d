import {readFileSync} from 'node:fs'
import {basename, dirname, join, relative} from 'node:path'
import {readableExtensions} from '@hedgerow/ingest'
import {type Entry, filesIn} from './files-in.ts'
import {frontMatterOf} from '../front-matter.ts'
import type {LeftOut} from './left-out.ts'
import {withGuessedTopics} from './guessed-topics.ts'
import {slug, type Topics} from './topics.ts'
import {isWrittenThere} from './written-folders.ts'

/** A document found. `path` is shown: relative to the corpus, with `/`, NFC; `file` is what to open. */
export interface Found {
  readonly file: string
  readonly path: string
  readonly authority: string
  readonly topic: string
  readonly part: string | null
  /** The topic its own name says, where another was guessed from it. */
  readonly named?: string
}

export interface Discovery {
  readonly documents: readonly Found[]
  readonly leftOut: readonly LeftOut[]
  /** Names of the authorities' folders; none in a flat folder. */
  readonly folders: readonly string[]
}

/** The documents of a corpus, sorted by path. Nothing that might have been meant as one is passed over in silence: it is in `leftOut`. */
export const discovered = (folder: string, topics: Topics, ignored: ReadonlySet<string>): Discovery => {
  const all = filesIn(folder)
  const saved = savedFolders(all)
  const entries = all.filter(({path}) => !isBesideThePoint(path, ignored) && !saved(path))
  const stated = all.filter(({path}) => /^[^/]+\/authority\.yaml$/u.test(path)).map(({file}) => basename(dirname(file)))
  const isOurs = ({path}: Entry): boolean => isWrittenThere(path, stated)
  const own = entries.filter((entry) => !isOurs(entry))
  const flat = stated.length === 0 && !own.some(({path}) => path.includes('/') && isReadable(path))
  const placed = [
    ...own.map((entry) => placedAt(entry, flat ? basename(folder) : null, topics)),
    ...entries.filter((entry) => isOurs(entry) && isReadable(entry.path)).map(writtenByUs),
  ]
  const folders = placed.flatMap(({found}) => (found ? [dirname(relative(folder, found.file))] : []))
  const {documents, leftOut} = withoutRivals(
    withGuessedTopics(
      placed.flatMap((each) => (each.found ? [each.found] : [])),
      topics,
    ),
  )
  return {
    documents,
    leftOut: [...placed.flatMap((each) => (each.left ? [each.left] : [])), ...leftOut].sort((x, y) =>
      x.path < y.path ? -1 : 1,
    ),
    folders: flat ? [] : [...new Set([...stated, ...folders])].sort((x, y) => (x < y ? -1 : 1)),
  }
}

/** What lies where reports are written is told, and compared only where that folder says that it is an authority's. */
const writtenByUs = ({path}: Entry): Placed => {
  const [folder = ''] = path.split('/')
  return {
    left: {
      path,
      reason: `it lies in ${folder}, where reports and proposals are written, and no report is a procedure`,
      remedy: `nothing need be done; if ${folder} is an authority, put an authority.yaml into it`,
      authority: null,
      topic: null,
    },
  }
}

/** What lies in every folder and is no document: our own YAML, read-me files, lock files of Office, what desktops and editors leave behind. */
const isBesideThePoint = (path: string, ignored: ReadonlySet<string>): boolean => {
  const name = basename(path)
  return (
    ignored.has(path) ||
    /^readme(?:\.|$)/iu.test(name) ||
    /^(?:thumbs\.db|desktop\.ini|~\$.*|.*\.bak|.*~)$/iu.test(name) ||
    /^[^/]+\/authority\.ya?ml$/u.test(path)
  )
}

/** Whether a file lies in the folder that a browser saved beside a page (`missing.html`, `missing_files/`): pictures and style sheets of the page,
 *  and frames that are pages themselves. */
const savedFolders = (all: readonly Entry[]): ((path: string) => boolean) => {
  const pages = new Set(
    all
      .map(({path}) => path)
      .filter((path) => /\.html?$/iu.test(path))
      .map((path) => path.replace(/\.html?$/iu, '')),
  )
  return (path) =>
    path.split('/').some((_, depth, parts) => {
      const folder = parts.slice(0, depth).join('/')
      return /[_-]files$|\.files$/iu.test(folder) && pages.has(folder.replace(/[_.-]files$/iu, ''))
    })
}

const extensionOf = (name: string): string => /\.([^./]+)$/u.exec(name)?.[1]?.toLowerCase() ?? ''

/** Whether a document of this name can be read. */
export const isReadable = (path: string): boolean => readableExtensions.includes(extensionOf(path))

interface Placed {
  readonly found?: Found
  readonly left?: LeftOut
}

/** Whose document on which topic an entry is. `flatTopic` is the folder's name in a flat corpus: there each file is an authority. */
const placedAt = ({file, path, odd}: Entry, flatTopic: string | null, topics: Topics): Placed => {
  const folders = dirname(path) === '.' ? [] : dirname(path).split('/')
  const {stem, part} = nameParts(basename(path))
  const authority = flatTopic === null ? (folders[0] === undefined ? null : slug(folders[0])) : slug(stem)
  const topic = topics.fold(flatTopic ?? stem)
  const left = (reason: string, remedy: string): Placed => ({left: {path, reason, remedy, authority, topic}})
  if (odd?.isFolder) {
    const {reason, remedy} = odd
    return {left: {path, reason, remedy, authority: slug(folders[0] ?? path), topic: null}}
  }
  if (odd !== null) return left(odd.reason, odd.remedy)
  if (folders.length > 1 || (flatTopic !== null && folders.length > 0))
    return left(
      'it lies in a folder within an authority’s folder',
      'move it up to AUTHORITY/TOPIC.EXTENSION to have it compared',
    )
  if (!isReadable(path))
    return left(
      extensionOf(path) === ''
        ? 'its name has no extension'
        : `documents of the kind .${extensionOf(path)} cannot be read by this version`,
      remedyFor(extensionOf(path)),
    )
  if (authority === null || authority === '')
    return left(
      'it lies beside the authorities’ folders, so it has no authority',
      'move it into its authority’s folder',
    )
  if (topic === '')
    return left('its name holds neither letters nor digits, so it has no topic', 'name it after its topic')
  return {found: {file, path, authority, topic, part}}
}

/** What today's program of a kind that is not read saves it as. */
const savedAs: Readonly<Record<string, string>> = {
  doc: '.docx',
  dot: '.docx',
  rtf: '.docx',
  wpd: '.docx',
  pages: '.docx',
  xls: '.xlsx',
  xlsb: '.xlsx',
  numbers: '.xlsx',
}

const remedyFor = (extension: string): string =>
  savedAs[extension] === undefined
    ? `save it as one of ${readableExtensions.map((each) => `.${each}`).join(', ')}`
    : `open it in the program it was written in and save it as ${savedAs[extension]}`

/** `missing-children.policy.md` is the part `policy` of missing-children. A full stop between digits (`v3.2`) parts nothing. */
export const nameParts = (name: string): {readonly stem: string; readonly part: string | null} => {
  const whole = name.replace(/\.[^.]*$/u, '')
  const at = /(?<!\d)\.|\.(?!\d)/u.exec(whole)?.index ?? -1
  return at <= 0 ? {stem: whole, part: null} : {stem: whole.slice(0, at), part: slug(whole.slice(at + 1)) || null}
}

const keyOf = ({authority, topic}: Found): string => `${authority}/${topic}`

/** Parts one after the other. Where two documents claim one place, which of them is in force is not ours to guess, and half of a procedure
 *  would read as if the rest were missing: none of that authority's documents on the topic is compared, each is named with its rival, and
 *  every other authority and topic goes on. So one slip in a folder costs that folder's topic, not the region's report; the exit code
 *  tells of it only with --strict, as for any document that could not be compared. */
const withoutRivals = (
  found: readonly Found[],
): {readonly documents: readonly Found[]; readonly leftOut: readonly LeftOut[]} => {
  const documents: Found[] = []
  const leftOut: LeftOut[] = []
  for (const group of groupsBy(withoutOriginals(found), keyOf)) {
    const rivals = groupsBy(group, ({part}) => part ?? '').filter((each) => each.length > 1)
    if (rivals.length === 0) documents.push(...[...group].sort((x, y) => ((x.part ?? '') < (y.part ?? '') ? -1 : 1)))
    else leftOut.push(...group.map((each) => rivalled(each, rivals)))
  }
  return {documents, leftOut}
}

const rivalled = (document: Found, rivals: readonly (readonly Found[])[]): LeftOut => {
  const {path, authority, topic} = document
  const own = rivals.find((group) => group.includes(document))
  const others = (own ?? rivals.flat()).filter((each) => each !== document).map((each) => each.path)
  const reason = own
    ? `${others.join(' and ')} ${others.length === 1 ? 'is a document' : 'are documents'} of ${authority} on ${topic} too`
    : `it is part of the procedure of ${authority} on ${topic}, of which ${others.join(' and ')} claim one place`
  const remedy = 'keep the one in force, or name the parts TOPIC.PART.EXTENSION'
  return {path, authority, topic, reason, remedy}
}

const groupsBy = (found: readonly Found[], key: (each: Found) => string): readonly (readonly Found[])[] => {
  const groups = new Map<string, Found[]>()
  for (const each of found) groups.set(key(each), [...(groups.get(key(each)) ?? []), each])
  return [...groups.values()]
}

/** Without the originals that an imported Markdown document beside them names as its source: the Markdown is read in their stead. */
const withoutOriginals = (found: readonly Found[]): readonly Found[] => {
  const crowded = groupsBy(found, (each) => `${keyOf(each)}/${each.part ?? ''}`).filter((group) => group.length > 1)
  const originals = new Set(crowded.flat().flatMap((each) => namedSource(each)))
  return found.filter(({path}) => !originals.has(path))
}

/** The path of the original that a Markdown document names. One that may not be read names none: it is told of when it is to be compared. */
const namedSource = ({file, path}: Found): readonly string[] => {
  if (!['md', 'markdown'].includes(extensionOf(file))) return []
  const {source} = frontMatterOf(bytesOrNone(file))
  return typeof source === 'string' ? [join(dirname(path), source).normalize('NFC')] : []
}

const bytesOrNone = (file: string): Uint8Array => {
  try {
    return readFileSync(file)
  } catch {
    return new Uint8Array()
  }
}
