import {existsSync} from 'node:fs'
import {readFile} from 'node:fs/promises'
import {join} from 'node:path'
import {systemReason, UsageError} from '../errors.ts'

/** The text of one of a corpus's files of judgement; empty where it has none. Throws a UsageError for one that cannot be read. */
export const yamlIn = (folder: string, file: string): Promise<string> =>
  readFile(join(folder, file), 'utf8').catch((fault: unknown) => {
    if (!existsSync(join(folder, file))) return ''
    throw new UsageError(
      `Cannot read ${file}: ${systemReason(fault)}. Expected a file of YAML; mend it or move it away.`,
    )
  })
