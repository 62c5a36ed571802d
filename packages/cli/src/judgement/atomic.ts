import {randomBytes} from 'node:crypto'
import {lstat, open, readdir, readlink, realpath, rename, rm, stat} from 'node:fs/promises'
import {basename, dirname, join, resolve} from 'node:path'
import {isOld} from './lock.ts'

/** The file a path means: behind a link the one it leads to, also where that is not there yet. */
const behindLinks = async (path: string): Promise<string> => {
  const real = await realpath(path).catch(() => null)
  if (real !== null) return real
  const found = await lstat(path).catch(() => null)
  return found?.isSymbolicLink() ? behindLinks(resolve(dirname(path), await readlink(path))) : path
}

/** Writes a file whole: beside it under another name, down to the disk, then renamed, so that whoever reads it, and whatever ends this process, finds the
 *  old text or the new. Keeps the mode; a link is written through. `isFree` is asked last: where it says no, nothing is written and the result is false. */
export const writtenWhole = async (path: string, content: string, isFree: () => Promise<boolean>): Promise<boolean> => {
  const target = await behindLinks(path)
  const known = await stat(target).catch(() => null)
  const draft = join(dirname(target), `.${basename(target)}.${process.pid}.${randomBytes(4).toString('hex')}.part`)
  try {
    const file = await open(draft, 'wx', known === null ? 0o666 : known.mode & 0o7777)
    try {
      await file.writeFile(content)
      if (known !== null) await file.chmod(known.mode & 0o7777).catch(() => undefined)
      await file.sync()
    } finally {
      await file.close()
    }
    if (!(await isFree())) return false
    await rename(draft, target)
    await synced(dirname(target))
    return true
  } finally {
    await rm(draft, {force: true}).catch(() => undefined)
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

/** Takes away what processes that were ended left beside a file. */
export const withoutDrafts = async (path: string): Promise<void> => {
  const target = await behindLinks(path)
  const [folder, start] = [dirname(target), `.${basename(target)}.`]
  const left = (await readdir(folder).catch(() => [])).filter(
    (name) => name.startsWith(start) && name.endsWith('.part'),
  )
  for (const name of left) if (await isOld(join(folder, name))) await rm(join(folder, name), {force: true})
}
