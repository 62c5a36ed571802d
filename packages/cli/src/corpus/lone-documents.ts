import {basename, dirname, relative, resolve} from 'node:path'
import {type Ingested, Unreadable} from '@hedgerow/ingest'
import {lexicon} from '@hedgerow/lexicon'
import {bytesOf, ingested, type ToRead} from '../document.ts'
import {NothingRead} from '../errors.ts'
import {councilIn, localNames, nameOf} from './names.ts'
import {slug, topicsOf} from './topics.ts'

const topics = topicsOf(lexicon)

/** Documents outside a corpus: their authorities are their stems, `ashby` for ashby.md; where those are alike, their folders', as two
 *  files missing-children.md lie in the folders of their authorities; made unique where that does not help either. */
export const authoritiesOf = (paths: readonly string[]): readonly string[] => {
  const stems = paths.map((path) => slug(basename(path).replace(/\..*$/u, '')) || 'document')
  const folders = paths.map((path) => slug(basename(dirname(path))))
  const alike = new Set(stems).size < stems.length
  const useful = alike && new Set(folders).size === folders.length && folders.every((folder) => folder !== '')
  return unique(useful ? folders : stems)
}

const unique = (names: readonly string[]): readonly string[] =>
  names.map((name, at) => {
    const before = names.slice(0, at).filter((each) => each === name).length
    return before === 0 ? name : `${name}-${before + 1}`
  })

/** A document as a corpus without YAML would read it. Without a topic given, its own title is asked, then its name. */
export const loneDocument = async (
  file: string,
  bytes: Uint8Array,
  {authority, topic, path}: {readonly authority: string; readonly topic: string | null; readonly path: string},
): Promise<Ingested> => {
  const fromName = topics.fold(basename(path).replace(/\..*$/u, '')) || 'document'
  const document = (of: string): ToRead => ({file, path, authority, topic: of, part: null})
  const member = {id: authority, stated: null}
  const read = (of: string, name: string): Promise<Ingested> =>
    ingested(document(of), bytes, {lexicon, localNames: localNames(member, name)})
  const first = await read(topic ?? fromName, nameOf(member))
  const {title} = first.procedure
  const found = topic ?? topics.inTitle(title) ?? fromName
  const name = councilIn(title, authority) ?? nameOf(member)
  return found === first.procedure.topic && name === nameOf(member) ? first : read(found, name)
}

/** The bytes of a file named on the command line. Throws NothingRead, naming the file. */
export const givenBytes = (cwd: string, path: string): Promise<Uint8Array> => readOr(path, bytesOf(resolve(cwd, path)))

/** The result, or NothingRead in place of Unreadable. */
export const readOr = async <Value>(path: string, result: Promise<Value>): Promise<Value> => {
  try {
    return await result
  } catch (fault) {
    if (!(fault instanceof Unreadable)) throw fault
    throw new NothingRead(`Cannot read ${path}: ${fault.reason}. What to do: ${fault.remedy}.`)
  }
}

/** A path as shown: with `/`, relative where it lies below. */
export const shownPath = (cwd: string, path: string): string =>
  (relative(cwd, resolve(cwd, path)) || path).replaceAll('\\', '/').normalize('NFC')

/** A topic given with --topic, as its id. */
export const foldedTopic = (name: string | undefined): string | null => (name === undefined ? null : topics.fold(name))

/** What the lexicon's topics are called. */
export const knownTitles = topics.titles
