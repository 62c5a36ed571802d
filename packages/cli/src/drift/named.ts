import {existsSync, statSync} from 'node:fs'
import {join, resolve} from 'node:path'
import {recalled, type State, type StateRecord} from '@hedgerow/assess'
import type {Lexicon} from '@hedgerow/lexicon'
import {lexicon} from '@hedgerow/lexicon'
import type {Given, Setting} from '../command.ts'
import {corpusAt} from '../corpus/corpus.ts'
import {outputPaths, sparing} from '../corpus/own-files.ts'
import {systemReason, UsageError} from '../errors.ts'
import {ordinaryText} from '../ordinary-file.ts'
import {asAtOf} from '../options.ts'
import {atCommit, commitOf, dateOf} from './git.ts'
import {presentState, readAgain} from './states.ts'

/** The record a corpus is checked against. */
export const baselineName = 'baseline.json'

/** A state named on the command line: a folder, a file that `hedgerow baseline` wrote, or a git reference of the repository that `home` lies in. */
export const namedState = async (name: string, home: string, given: Given, setting: Setting): Promise<State> => {
  const path = resolve(setting.cwd, name)
  const found = statSync(path, {throwIfNoEntry: false})
  const isPath = /[/\\]/u.test(name) || name.startsWith('.')
  const commit = found && isPath ? null : await commitOf(home, name)
  if (commit !== null)
    return atCommit(home, commit, name, async (copy) => ({
      ...(await folderState(copy, name, given, setting)),
      on: await dateOf(home, commit),
    }))
  if (found?.isDirectory()) return folderState(path, name, given, setting)
  if (found?.isFile()) return recordedState(path, name, lexicon)
  throw new UsageError(
    `Found no folder, baseline or git reference ${name}, expected one of these. A git reference is looked for in the repository of ${home}.`,
  )
}

const folderState = async (folder: string, name: string, given: Given, setting: Setting): Promise<State> => {
  const corpus = await corpusAt({cwd: folder, argument: folder, lexicon})
  sparing(outputPaths(given.values.output), corpus, setting.cwd)
  return (await presentState(corpus, name, asAtOf(given, setting), given, setting)).state
}

/** A recorded state, read again by this version. Throws a UsageError for a file that is no record. */
const recordedState = async (path: string, shown: string, own: Lexicon, present?: State): Promise<State> => {
  const record = recordIn(await recordText(path, shown), shown)
  return recalled(record, shown, readAgain(own, present))
}

const recordText = (path: string, shown: string): Promise<string> =>
  ordinaryText(path).catch((fault: unknown) => {
    throw new UsageError(`Cannot read ${shown}: ${systemReason(fault)}. Expected what hedgerow baseline writes.`)
  })

const recordIn = (content: string, shown: string): StateRecord => {
  const record = parsed(content) as Partial<StateRecord> | null
  if (record?.schemaVersion === 1 && Array.isArray(record.documents) && Array.isArray(record.topics) && record.made)
    return record as StateRecord
  throw new UsageError(
    `${shown} is no record that this version reads, expected what hedgerow baseline writes (schemaVersion 1). Write it anew with hedgerow baseline --update.`,
  )
}

const parsed = (content: string): unknown => {
  try {
    return JSON.parse(content)
  } catch {
    return null
  }
}

/** Whether a corpus has a record. */
export const hasBaseline = (folder: string): boolean => existsSync(join(folder, baselineName))

/** The record of a corpus; null where it has none. `present`, the corpus as it is now, spares reading what still says the same. */
export const baselineOf = async (folder: string, own: Lexicon, present?: State): Promise<State | null> =>
  hasBaseline(folder) ? recordedState(join(folder, baselineName), baselineName, own, present) : null
