import {existsSync, realpathSync} from 'node:fs'
import {basename, relative, resolve} from 'node:path'
import {UsageError} from '../errors.ts'
import type {Corpus} from './corpus.ts'

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

/** The paths of --output as typed: `html=report.html`, or a path alone. */
export const outputPaths = (given: readonly string[] = []): readonly string[] =>
  given.map((each) => each.replace(/^[a-z]+=/u, ''))
