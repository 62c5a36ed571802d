import {type Dirent, readdirSync, realpathSync, statSync} from 'node:fs'
import {join} from 'node:path'
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

/** The files of a folder and those below it, sorted by path; hidden ones left out. Links are followed, but not back to a folder they lie in. A folder that
 *  may not be looked into is an entry of its own, so that it is told of and the rest is found. Throws the system's fault for the folder itself. */
export const filesIn = (folder: string): readonly Entry[] =>
  within({folder, path: '', above: [realpathSync(folder)]}, readdirSync(folder, {withFileTypes: true})).sort(
    (x, y) => order(x.path, y.path) || order(x.file, y.file),
  )

const order = (x: string, y: string): number => (x < y ? -1 : x > y ? 1 : 0)

interface Folder {
  readonly folder: string
  readonly path: string
  /** The real paths of the folder and all it was reached through. */
  readonly above: readonly string[]
}

const within = ({folder, path, above}: Folder, entries: readonly Dirent[]): Entry[] =>
  entries
    .filter(({name}) => !name.startsWith('.'))
    .flatMap((entry) => {
      const own = {
        file: join(folder, entry.name),
        path: `${path}${path === '' ? '' : '/'}${entry.name}`.normalize('NFC'),
      }
      const kind = kindOf(own.file, entry)
      if (kind === 'folder') return below(own, above)
      return [{...own, odd: kind === 'file' ? null : noFile}]
    })

const kindOf = (file: string, entry: Dirent): 'folder' | 'file' | 'neither' => {
  const found = entry.isSymbolicLink() ? pointedTo(file) : entry
  if (found?.isDirectory()) return 'folder'
  return found?.isFile() ? 'file' : 'neither'
}

/** What a link leads to; null where that is not there, or may not be seen. */
const pointedTo = (file: string) => {
  try {
    return statSync(file)
  } catch {
    return null
  }
}

const below = ({file, path}: Omit<Entry, 'odd'>, above: readonly string[]): Entry[] => {
  try {
    const real = realpathSync(file)
    if (above.includes(real)) return []
    if (above.length >= deepest) return [{file, path, odd: tooDeep}]
    return within({folder: file, path, above: [...above, real]}, readdirSync(file, {withFileTypes: true}))
  } catch (fault) {
    const reason = `it is a folder that cannot be looked into: ${systemReason(fault)}`
    return [{file, path, odd: {isFolder: true, reason, remedy: 'make it readable, or move it out of the corpus'}}]
  }
}
