import {createHash} from 'node:crypto'
import {lstat, rm} from 'node:fs/promises'
import {join} from 'node:path'
import {systemCode, systemReason, UsageError} from '../errors.ts'
import {judgementLike, withJudgement, withoutJudgement} from './edit.ts'
import {isAboutSame, type Judgement, judgementsIn, saysSame} from './judgement.ts'
import {type Lock, locked, staleAfter} from './lock.ts'
import {yamlIn} from './read.ts'
import {withoutDrafts, writtenWhole} from '../whole-file.ts'

/** A change of one judgement: from what was last seen of it, null where there was none, to what it is to be, null to take it out. Both are about the same. */
export interface Change {
  readonly from: Judgement | null
  readonly to: Judgement | null
  /** Of a change that takes another back: the text it then gives, where the file has not been touched since. */
  readonly exactly?: Exactly
}

interface Exactly {
  /** The digest of the text it holds for. */
  readonly of: string
  readonly text: string
}

/** What became of a change: written, with the change that takes it back; or not, because somebody else changed the entry since it was last seen. Then `theirs`
 *  is the entry as it is now, null where it was taken out. */
export type Outcome =
  | {readonly type: 'written'; readonly undo: Change}
  | {readonly type: 'conflict'; readonly theirs: Judgement | null}

/** Makes a change in a corpus's file of judgements: on what is on the disk now, in one step, one writer at a time. What others wrote there stays. Throws a
 *  UsageError where the file holds a fault or cannot be written, and leaves it as it was. */
export const judged = async (folder: string, change: Change): Promise<Outcome> => {
  const judgement = subject(change)
  for (;;) {
    const lock = await locked(folder)
    try {
      const outcome = await changed(folder, judgement, change, lock)
      if (outcome !== null) return outcome
    } finally {
      await lock.release()
    }
  }
}

const subject = ({from, to}: Change): Judgement => {
  const judgement = to ?? from
  if (judgement === null) throw new TypeError('Expected a judgement to put in or to take out, got neither')
  if (from !== null && to !== null && !isAboutSame(from, to))
    throw new TypeError('Expected a change of one judgement, got two that are about different things')
  return judgement
}

/** Null where the lock was lost before anything was written. */
const changed = async (folder: string, judgement: Judgement, change: Change, lock: Lock): Promise<Outcome | null> => {
  const file = `${judgement.file}.yaml`
  const text = await yamlIn(folder, file)
  const theirs = judgementLike(text, judgement)
  if (!isAsSeen(theirs, change.from)) return {type: 'conflict', theirs}
  const next = textAfter(text, judgement, change)
  judgementsIn(next, judgement.file)
  if (next !== text && !(await replacedBy(join(folder, file), next, lock))) return null
  return {
    type: 'written',
    undo: {from: change.to && judgementLike(next, judgement), to: theirs, exactly: {of: digest(next), text}},
  }
}

const isAsSeen = (now: Judgement | null, seen: Judgement | null): boolean =>
  now === null || seen === null ? now === seen : saysSame(now, seen)

const textAfter = (text: string, judgement: Judgement, {to, exactly}: Change): string => {
  if (exactly !== undefined && exactly.of === digest(text)) return exactly.text
  return to === null ? withoutJudgement(text, judgement) : withJudgement(text, to)
}

const digest = (text: string): string => createHash('sha256').update(text).digest('hex')

/** A file of which nothing is left is taken away, unless a link leads to it. */
const replacedBy = async (path: string, text: string, lock: Lock): Promise<boolean> => {
  try {
    await withoutDrafts(path, staleAfter)
    const found = await lstat(path).catch(() => null)
    if (text !== '' || found?.isSymbolicLink())
      return await writtenWhole(path, (draft) => draft.writeFile(text), {lasting: true, isFree: lock.isOurs})
    if (!(await lock.isOurs())) return false
    await rm(path, {force: true})
    return true
  } catch (fault) {
    if (systemCode(fault) === null) throw fault
    throw new UsageError(`Cannot write ${path}: ${systemReason(fault)}. Nothing was changed.`)
  }
}
