import {type Dirent, readdirSync, realpathSync, statSync} from 'node:fs'
import {dirname, join, resolve} from 'node:path'
import glob from 'fast-glob'
import {systemReason} from '../errors.ts'

/** Something found in a folder or below it. `file` is what to open, `path` is shown: relative to the folder, with `/`, NFC. */
export interface Entry {
  readonly file: string
  readonly path: string
  /** Why it is passed over; null for a file that can be looked at. */
  readonly odd: Odd | null
}

/** What is wrong with an entry, and what to do. */
export interface Odd {
  readonly isFolder: boolean
  readonly reason: string
  readonly remedy: string
}

/** Deeper than any layout of ours by far; folders that link to each other twice over would be walked for ever. */
const deepest = 8

const noFile: Odd = {
  isFolder: false,
  reason: 'it is a link that leads nowhere, or no ordinary file',
  remedy: 'mend the link or put the document itself there',
}

const tooDeep: Odd = {
  isFolder: true,
  reason: `it is a folder more than ${deepest} folders deep, which is not looked into`,
  remedy: 'move its documents up to AUTHORITY/TOPIC.EXTENSION to have them compared',
}

/** Where the library thinks it walks: in the name of a real folder it takes a backslash for a separator. */
const stage = resolve('/corpus')

/** The files of a folder and those below it, sorted by path; hidden ones left out. Links are followed, but not back to a folder they lie in. A folder that
 *  may not be looked into is an entry of its own, so that it is told of and the rest is found. Throws the system's fault for the folder itself. */
export const filesIn = (folder: string): readonly Entry[] => {
  const refused = new Map<string, unknown>()
  const own = (path: string): string => join(folder, path.slice(stage.length))
  const opened = openFolders(folder, refused)
  const entries = glob.sync('**/*', {
    cwd: stage,
    objectMode: true,
    onlyFiles: false,
    deep: deepest,
    followSymbolicLinks: true,
    fs: {
      readdirSync: ((path, options) => opened(own(String(path)), options as never)) as typeof readdirSync,
      statSync: ((path) => statSync(own(String(path)))) as typeof statSync,
    },
  })
  return entries
    .flatMap(({dirent, path}) => {
      const file = join(folder, path)
      const odd = oddityOf(dirent, path, refused.get(file))
      return odd === 'none' ? [] : [{file, path: path.normalize('NFC'), odd}]
    })
    .sort((x, y) => order(x.path, y.path) || order(x.file, y.file))
}

const order = (x: string, y: string): number => (x < y ? -1 : x > y ? 1 : 0)

/** What is wrong with an entry, null for a file that can be looked at, `none` for a folder that is walked through. */
const oddityOf = (entry: Pick<Dirent, 'isFile' | 'isDirectory'>, path: string, fault: unknown): Odd | null | 'none' => {
  if (fault !== undefined)
    return {
      isFolder: true,
      reason: `it is a folder that cannot be looked into: ${systemReason(fault)}`,
      remedy: 'make it readable, or move it out of the corpus',
    }
  if (entry.isDirectory()) return path.split('/').length < deepest ? 'none' : tooDeep
  return entry.isFile() ? null : noFile
}

/** Reads a folder for the library that walks: one that may not be looked into is noted and is empty, one that links back to a folder above it is empty.
 *  The library itself would give up the whole walk at the first, and go round and round in the second. */
const openFolders = (root: string, refused: Map<string, unknown>) => {
  const above = new Map<string, readonly string[]>()
  return (path: string, options: {readonly withFileTypes: true}): readonly Dirent[] => {
    try {
      const real = realpathSync(path)
      const before = above.get(dirname(path)) ?? []
      if (before.includes(real)) return []
      above.set(path, [...before, real])
      return readdirSync(path, options)
    } catch (fault) {
      if (path === root) throw fault
      refused.set(path, fault)
      return []
    }
  }
}
