import {randomBytes} from 'node:crypto'
import {link, readdir, readFile, rename, rm, writeFile} from 'node:fs/promises'
import {hostname} from 'node:os'
import {join} from 'node:path'
import {setTimeout as wait} from 'node:timers/promises'
import {systemCode, systemReason, UsageError} from '../errors.ts'
import {isOlder} from '../whole-file.ts'

/** A lock that is held. `isOurs` tells whether it still is: one held for very long may be broken by others. */
export interface Lock {
  readonly isOurs: () => Promise<boolean>
  readonly release: () => Promise<void>
}

interface Holder {
  readonly pid: number
  readonly host: string
  /** ISO time. */
  readonly since: string
  readonly token: string
}

/** Milliseconds: a judgement is written in a few, so a lock or a draft this old belongs to nobody any more. */
export const staleAfter = 10_000

/** Milliseconds one waits for another's lock, and between looks at it. */
const patience = 20_000
const between = 10

const lockName = '.hedgerow-judgement.lock'

/** The lock of a corpus's files of judgement, so that two who write at once write one after the other. A file names who holds it; that of a process that
 *  has ended is broken. Throws a UsageError where it cannot be had. */
export const locked = async (folder: string): Promise<Lock> => {
  const path = join(folder, lockName)
  const token = randomBytes(8).toString('hex')
  const own = JSON.stringify({pid: process.pid, host: hostname(), since: new Date().toISOString(), token})
  const until = Date.now() + patience
  while (!(await taken(path, own))) {
    if (await isStale(path)) await broken(path)
    else if (Date.now() > until) throw held(path, await holderOf(path))
    else await wait(between + Math.floor(Math.random() * between))
  }
  await withoutLeftovers(folder)
  const isOurs = async (): Promise<boolean> => (await holderOf(path))?.token === token
  return {isOurs, release: async () => void ((await isOurs()) && (await rm(path, {force: true})))}
}

/** Takes the lock where it is free. It is written aside and linked, so that nobody finds one that does not say whose it is. */
const taken = async (path: string, own: string): Promise<boolean> => {
  const aside = beside(path)
  try {
    await writeFile(aside, own, {flag: 'wx'})
    await link(aside, path).catch(async (fault: unknown) => {
      // A disk without links.
      if (systemCode(fault) !== 'EEXIST') await writeFile(path, own, {flag: 'wx'})
      else throw fault
    })
    return true
  } catch (fault) {
    if (systemCode(fault) === 'EEXIST') return false
    throw new UsageError(
      `Cannot write in the folder of the corpus: ${systemReason(fault)}. Judgements are kept there; make it writable.`,
    )
  } finally {
    await rm(aside, {force: true}).catch(() => undefined)
  }
}

const beside = (path: string): string => `${path}.${process.pid}.${randomBytes(4).toString('hex')}`

const holderOf = async (path: string): Promise<Holder | null> => {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as Holder
  } catch {
    return null
  }
}

const isStale = async (path: string): Promise<boolean> => {
  if (await isOlder(path, staleAfter)) return true
  const holder = await holderOf(path)
  return holder !== null && holder.host === hostname() && !isRunning(holder.pid)
}

const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (fault) {
    return systemCode(fault) === 'EPERM'
  }
}

/** Takes a stale lock away. It is renamed first: of several who see it stale only one can, and one who finds that it took a fresh lock puts it back; its
 *  holder, who looks before it writes, begins again if it was missed. */
const broken = async (path: string): Promise<void> => {
  const aside = beside(path)
  const isTaken = await rename(path, aside).then(
    () => true,
    () => false,
  )
  if (!isTaken) return
  if (!(await isStale(aside))) await link(aside, path).catch(() => undefined)
  await rm(aside, {force: true})
}

/** Takes away what processes that were ended left beside the lock. */
const withoutLeftovers = async (folder: string): Promise<void> => {
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.startsWith(`${lockName}.`))
  for (const name of names)
    if (await isOlder(join(folder, name), staleAfter)) await rm(join(folder, name), {force: true})
}

const held = (path: string, holder: Holder | null): UsageError =>
  new UsageError(
    `The files of judgement are held by ${holder === null ? 'another process' : `process ${holder.pid} on ${holder.host} since ${holder.since}`}, expected them free after ${patience / 1000} seconds. Try again; if no hedgerow runs there, take away ${path}.`,
  )
