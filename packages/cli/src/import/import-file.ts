import {existsSync} from 'node:fs'
import {readFile} from 'node:fs/promises'
import {basename, extname, join, resolve} from 'node:path'
import {type Imported, type Message, Unreadable} from '@hedgerow/ingest'
import type {Corpus} from '../corpus/corpus.ts'
import {isReadable, nameParts} from '../corpus/discover.ts'
import {allowanceOf, bytesOf, ingested, readingLimits} from '../document.ts'
import {shownPath} from '../corpus/lone-documents.ts'
import {localNames, localRoles, nameOf} from '../corpus/names.ts'
import {writeBytesWhole, writeFileWhole} from '../output.ts'
import {type Asked, type Placement, placementOf} from './placement.ts'
import {frontMatterOf} from '../front-matter.ts'
import {importedApart} from '../read-apart.ts'
import {version} from '../version.ts'

/** What came of importing one document. `paths` are those written, as shown. */
export type Outcome =
  | {readonly is: 'written'; readonly paths: readonly string[]; readonly messages: readonly Message[]}
  | {readonly is: 'unchanged'; readonly path: string}
  | {readonly is: 'refused'; readonly reason: string; readonly remedy: string}

interface Request {
  readonly cwd: string
  /** As typed. */
  readonly path: string
  readonly asked: Asked
  /** Whether what is there already is replaced. */
  readonly update: boolean
}

/** The document as Markdown, where it would go. Throws Unreadable, and a UsageError where it has no place. */
export const importedDocument = async (
  {cwd, path, asked}: Pick<Request, 'cwd' | 'path' | 'asked'>,
  corpus: Corpus,
): Promise<{
  readonly place: Placement
  readonly original: string
  readonly bytes: Uint8Array
  readonly made: Imported
}> => {
  const file = resolve(cwd, path)
  if (/\.(?:md|markdown)$/iu.test(path))
    throw new Unreadable('it is Markdown already', 'put it into the corpus as AUTHORITY/TOPIC.md')
  const bytes = await bytesOf(file, corpus.config.limits)
  const place =
    placementOf(file, path, corpus, asked) ??
    (placementOf(file, path, corpus, asked, await titleOf(file, bytes, corpus)) as Placement)
  const original = join(place.folder, `${place.stem}${extname(path)}`)
  const member = corpus.members.find(({id}) => id === place.authority) ?? {id: place.authority, stated: null}
  const {limits = {}} = corpus.config
  const made = await importedApart(
    {path: shownPath(corpus.folder, original), bytes, ...place},
    {
      lexicon: corpus.lexicon,
      localNames: localNames(member, nameOf(member)),
      localRoles: localRoles(member),
      limits: readingLimits(limits),
    },
    {source: `${place.stem}${extname(path)}`, by: `hedgerow ${version}`},
    allowanceOf(limits),
  )
  return {place, original, bytes, made}
}

const titleOf = async (file: string, bytes: Uint8Array, {lexicon, config}: Corpus): Promise<string> => {
  const document = {file, path: file, authority: 'document', topic: 'document', part: null}
  return (await ingested(document, bytes, {lexicon}, config.limits)).procedure.title
}

/** Imports one document into the corpus: the Markdown, and beside it the original where it came from elsewhere. Nothing that is there and
 *  differs is overwritten unless asked. */
export const importedFile = async (request: Request, corpus: Corpus): Promise<Outcome> => {
  const {cwd, update} = request
  try {
    const {place, original, bytes, made} = await importedDocument(request, corpus)
    if (made.differences.length > 0) return untrue(made.differences)
    const target = join(place.folder, `${place.stem}.md`)
    const rival = rivalOf(place, [target, original], corpus)
    if (rival !== null) return rival
    const there = await present(target)
    const former = formerOf(there, place, original)
    if (former !== null) return former
    const same = there !== null && frontMatterOf(there).sha256 === made.sha256
    const kept = await present(original)
    const copied = kept !== null && Buffer.compare(kept, bytes) === 0
    if (same && copied && !update) return {is: 'unchanged', path: shownPath(cwd, target)}
    if (!update && there !== null && !same) return inTheWay(shownPath(cwd, target))
    if (!update && kept !== null && !copied) return inTheWay(shownPath(cwd, original))
    if (!copied) await writeBytesWhole(cwd, original, bytes)
    if (!same || update) await writeFileWhole(cwd, target, [made.markdown])
    const paths = [...(!same || update ? [target] : []), ...(copied ? [] : [original])]
    return {is: 'written', paths: paths.map((path) => shownPath(cwd, path)), messages: made.messages}
  } catch (fault) {
    if (fault instanceof Unreadable) return {is: 'refused', reason: fault.reason, remedy: fault.remedy}
    throw fault
  }
}

/** A former original would be a second document in the place, once the Markdown no longer names it as its source. */
const formerOf = (there: Uint8Array | null, {folder}: Placement, original: string): Outcome | null => {
  const source = there === null ? undefined : frontMatterOf(there).source
  if (typeof source !== 'string' || source === basename(original) || !existsSync(join(folder, source))) return null
  return {
    is: 'refused',
    reason: `the Markdown that is there was imported from ${source}, which lies beside it`,
    remedy: `move ${source} out of the corpus, then import with --update`,
  }
}

const present = (path: string): Promise<Buffer | null> => (existsSync(path) ? readFile(path) : Promise.resolve(null))

const inTheWay = (path: string): Outcome => ({
  is: 'refused',
  reason: `${path} is there already and is no import of these bytes`,
  remedy: 'compare the two, then import again with --update to replace it, or give the import another place',
})

/** The gravest fault an import can have: nothing is written then. */
const untrue = ([first]: readonly string[]): Outcome => ({
  is: 'refused',
  reason: `its Markdown would not read as it does: ${(first as string).slice(0, 400)}`,
  remedy: 'leave it as it is, every command reads it so; and please report this as CONTRIBUTING.md says',
})

/** Two documents in one place would both be left out of every comparison. */
const rivalOf = ({authority, topic, part}: Placement, own: readonly string[], corpus: Corpus): Outcome | null => {
  const all = [...corpus.documents, ...corpus.leftOut.filter(({path}) => isReadable(path))]
  const rival = all.find(
    ({path, ...each}) =>
      each.authority === authority &&
      each.topic === topic &&
      nameParts(basename(path)).part === part &&
      !own.includes(join(corpus.folder, path)),
  )
  if (!rival) return null
  return {
    is: 'refused',
    reason: `${rival.path} is the document of ${authority} on ${topic} already`,
    remedy: 'move that one out of the corpus first if this one replaces it, or name the parts TOPIC.PART with --topic',
  }
}
