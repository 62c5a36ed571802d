import {createHash} from 'node:crypto'
import {readFile, stat} from 'node:fs/promises'
import {join} from 'node:path'
import {type JudgementFile, judgementFiles} from './judgement.ts'

interface Mark {
  readonly changed: number
  readonly size: number
  readonly digest: string
}

/** What the files of judgement of a corpus looked like at a time; null for one that was not there. */
export type Seen = Readonly<Record<JudgementFile, Mark | null>>

/** What the files look like now. */
export const seenNow = async (folder: string): Promise<Seen> => {
  const [pins, agreed, decisions] = await Promise.all(judgementFiles.map((file) => markOf(folder, file)))
  return {pins: pins ?? null, agreed: agreed ?? null, decisions: decisions ?? null}
}

/** Which of the files say something else than when they were last seen. Asks the disk for no more than time and size while those are as they were. */
export const changedOnDisk = async (folder: string, lastSeen: Seen): Promise<readonly JudgementFile[]> => {
  const changed = await Promise.all(
    judgementFiles.map(async (file) => {
      const [was, is] = [lastSeen[file], await stat(place(folder, file)).catch(() => null)]
      if (was === null || is === null) return was !== null || is !== null
      if (was.changed === is.mtimeMs && was.size === is.size) return false
      return (await markOf(folder, file))?.digest !== was.digest
    }),
  )
  return judgementFiles.filter((_, at) => changed[at])
}

const place = (folder: string, file: JudgementFile): string => join(folder, `${file}.yaml`)

const markOf = async (folder: string, file: JudgementFile): Promise<Mark | null> => {
  try {
    const {mtimeMs, size} = await stat(place(folder, file))
    const digest = createHash('sha256')
      .update(await readFile(place(folder, file)))
      .digest('hex')
    return {changed: mtimeMs, size, digest}
  } catch {
    return null
  }
}
