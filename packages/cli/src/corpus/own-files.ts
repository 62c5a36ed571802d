import {existsSync, realpathSync} from 'node:fs'
import {basename, dirname, isAbsolute, join, relative, resolve, sep} from 'node:path'
import {UsageError} from '../errors.ts'
import type {Corpus} from './corpus.ts'
import {isReadable} from './discover.ts'
import {isWrittenThere} from './written-folders.ts'

/** What a corpus keeps beside its documents. */
const kept: ReadonlySet<string> = new Set([
  'hedgerow.yaml',
  'authority.yaml',
  'pins.yaml',
  'agreed.yaml',
  'decisions.yaml',
  'baseline.json',
])

/** Refuses paths that something is to be written to where a corpus has a document or a record of its own: it would be lost. Throws a UsageError. */
export const sparingOwn = (
  paths: readonly string[],
  {folder, documents}: Pick<Corpus, 'folder' | 'documents'>,
  cwd: string,
): void => {
  const there = paths.filter((path) => existsSync(resolve(cwd, path)))
  if (there.length === 0) return
  const own = documents.map(({file}) => file)
  const known = new Set(own.filter((file) => existsSync(file)).map((file) => realpathSync.native(file)))
  const home = realpathSync.native(folder)
  for (const path of there) {
    const real = realpathSync.native(resolve(cwd, path))
    const isRecord = kept.has(basename(real)) && !relative(home, real).startsWith('..')
    if (known.has(real) || isRecord)
      throw new UsageError(
        isRecord
          ? `Found ${path} in the corpus: what is recorded there would be lost. Nothing was written; choose another path.`
          : `Found ${path} among the documents of the corpus: what it says would be lost. Nothing was written; choose a path outside the corpus, and if it is an earlier report, move it there: in the corpus it is compared.`,
      )
  }
}

/** Refuses paths that a report is to be written to where the corpus keeps its own files, or where it would be taken for a document from then on. Throws a
 *  UsageError. */
export const sparing = (paths: readonly string[], corpus: Pick<Corpus, 'folder' | 'documents'>, cwd: string): void => {
  const {folder, documents} = corpus
  const taken = paths.find((path) => isTaken(resolve(cwd, path), folder, documents))
  if (taken !== undefined)
    throw new UsageError(
      `Found ${taken} to be written among the documents of the corpus: from the next run on it would be compared as if it were a procedure. Nothing was written; choose a path outside the corpus, or its folder reports/, which is never compared.`,
    )
  sparingOwn(paths, corpus, cwd)
}

/** Whether a file that is not there yet would be taken for a document where it is to be written: in an authority's folder or what looks like one, or beside
 *  the documents of a flat corpus. */
const isTaken = (place: string, folder: string, documents: Corpus['documents']): boolean => {
  if (existsSync(place) || !isReadable(place)) return false
  const path = relative(realpathSync.native(folder), realPlace(place)).split(sep).join('/')
  if (path.startsWith('..') || isAbsolute(path) || path.startsWith('.')) return false
  if (path.includes('/'))
    return !isWrittenThere(
      path,
      documents.map((each) => each.path.split('/')[0] as string),
    )
  return documents.length > 0 && documents.every((each) => !each.path.includes('/'))
}

/** Where a file would lie, behind the links of what is there of its folders. */
const realPlace = (place: string): string => {
  const folder = dirname(place)
  if (folder === place) return place
  return join(existsSync(folder) ? realpathSync.native(folder) : realPlace(folder), basename(place))
}

/** The paths of --output as typed: `html=report.html`, or a path alone. */
export const outputPaths = (given: readonly string[] = []): readonly string[] =>
  given.map((each) => each.replace(/^[a-z]+=/u, ''))
