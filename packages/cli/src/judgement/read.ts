import {existsSync} from 'node:fs'
import {join} from 'node:path'
import {systemReason, UsageError} from '../errors.ts'
import {ordinaryBytes} from '../ordinary-file.ts'

/** The text of one of a corpus's files of judgement; empty where it has none. Throws a UsageError for one that cannot be read. */
export const yamlIn = async (folder: string, file: string): Promise<string> => {
  const bytes = await ordinaryBytes(join(folder, file)).catch((fault: unknown) => {
    if (!existsSync(join(folder, file))) return new Uint8Array()
    throw new UsageError(
      `Cannot read ${file}: ${systemReason(fault)}. Expected a file of YAML; mend it or move it away.`,
    )
  })
  try {
    return new TextDecoder('utf-8', {fatal: true, ignoreBOM: true}).decode(bytes)
  } catch {
    // What is no UTF-8 would be lost when the file is written.
    throw new UsageError(`${file} is not UTF-8, as YAML is. Save it as UTF-8 with your editor.`)
  }
}
