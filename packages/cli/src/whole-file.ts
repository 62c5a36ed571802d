import {createHash, randomBytes} from 'node:crypto'
import {constants, type Stats} from 'node:fs'
import {access, type FileHandle, lstat, open, readdir, readlink, realpath, rename, rm, stat} from 'node:fs/promises'
import {basename, dirname, join, resolve} from 'node:path'

/** Puts the content into a file that was opened for it. */
export type Write = (file: FileHandle) => Promise<void>

/** How a file is written whole. `lasting`: down to the disk before it gets its name, for what cannot be made again. `isFree` is asked last: where it says
 *  no, nothing is written. */
export interface Manner {
  readonly lasting: boolean
  readonly isFree?: () => Promise<boolean>
}

/** The file a path means: behind a link the one it leads to, also where that is not there yet. */
const behindLinks = async (path: string): Promise<string> => {
  const real = await realpath(path).catch(() => null)
  if (real !== null) return real
  const found = await lstat(path).catch(() => null)
  return found?.isSymbolicLink() ? behindLinks(resolve(dirname(path), await readlink(path))) : path
}

/** Writes a file whole: beside it under another name, then renamed, so that whoever reads it, and whatever ends this process, finds the old text or the
 *  new. Keeps the mode; a link is written through; a file that may not be written to is not replaced. A pipe or a device is written to as it stands: it
 *  must never give way to a file. Resolves to false where `isFree` said no. Throws the system's fault. */
export const writtenWhole = async (path: string, write: Write, {lasting, isFree}: Manner): Promise<boolean> => {
  const known = await stat(path).catch(() => null)
  if (known !== null && !known.isFile() && !known.isDirectory()) return writtenInto(path, write)
  const target = await behindLinks(path)
  if (known !== null) await access(target, constants.W_OK)
  const draft = `${draftsOf(target)}${process.pid}.${randomBytes(4).toString('hex')}.part`
  try {
    await drafted(draft, known, write, lasting)
    if (isFree && !(await isFree())) return false
    await rename(draft, target)
    if (lasting) await synced(dirname(target))
    return true
  } finally {
    await rm(draft, {force: true}).catch(() => undefined)
  }
}

const writtenInto = async (path: string, write: Write): Promise<boolean> => {
  const file = await open(path, 'w')
  await write(file).finally(() => file.close())
  return true
}

const drafted = async (draft: string, known: Stats | null, write: Write, lasting: boolean): Promise<void> => {
  const file = await open(draft, 'wx', known === null ? 0o666 : known.mode & 0o7777)
  try {
    await write(file)
    if (known !== null) await file.chmod(known.mode & 0o7777).catch(() => undefined)
    if (lasting) await file.sync()
  } finally {
    await file.close()
  }
}

/** A rename is on the disk once its folder is; not every system lets one ask for that. */
const synced = async (folder: string): Promise<void> => {
  try {
    const opened = await open(folder, 'r')
    await opened.sync().finally(() => opened.close())
  } catch {
    // Nothing is lost but the promise.
  }
}

/** Most systems take names of 255 bytes; a draft's has some 40 more than the file's. */
const longestName = 200

/** What the names of a file's drafts begin with. */
const draftsOf = (target: string): string => {
  const name = basename(target)
  const short = Buffer.byteLength(name) <= longestName ? name : createHash('sha256').update(name).digest('hex')
  return join(dirname(target), `.${short}.`)
}

/** Takes away what processes that were ended left beside a file: drafts last touched so many milliseconds ago that nobody is at them any more. */
export const withoutDrafts = async (path: string, untouched: number): Promise<void> => {
  const target = await behindLinks(path)
  const [folder, start] = [dirname(target), basename(draftsOf(target))]
  const left = (await readdir(folder).catch(() => [])).filter(
    (name) => name.startsWith(start) && name.endsWith('.part'),
  )
  for (const name of left)
    if (await isOlder(join(folder, name), untouched)) await rm(join(folder, name), {force: true}).catch(() => undefined)
}

/** Whether a file was last touched more than so many milliseconds ago. */
export const isOlder = async (path: string, milliseconds: number): Promise<boolean> => {
  const found = await stat(path).catch(() => null)
  return found !== null && Date.now() - found.mtimeMs > milliseconds
}
