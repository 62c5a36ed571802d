import {existsSync} from 'node:fs'
import {getAsset, isSea} from 'node:sea'
import {fileURLToPath} from 'node:url'

/** The code of a thread, as `new Worker(code, {eval: isText})` takes it: a file's path, or the text itself. */
export interface ThreadProgram {
  readonly code: string
  readonly isText: boolean
}

/** The first of these places that is there, seen from this module; inside the bundle that is the bundle's folder. */
const placed = (...places: readonly string[]): string | null =>
  places.map((place) => fileURLToPath(new URL(place, import.meta.url))).find((path) => existsSync(path)) ?? null

/** The program of a thread: carried in the executable, beside the bundle, or, run from the sources, in the last build; null where the program was never
 *  built. An executable looks at nothing that lies beside it. */
export const threadProgram = (name: 'reading-thread' | 'topic-thread'): ThreadProgram | null => {
  if (isSea()) return {code: getAsset(name, 'utf8'), isText: true}
  const path = placed(`./${name}.mjs`, `../dist/${name}.mjs`)
  return path === null ? null : {code: path, isText: false}
}

/** The words that start this program once more: the executable alone, or Node and the program beside the bundle or the sources; null where the program
 *  was never built. */
export const ownCommand = (): readonly [program: string, ...words: readonly string[]] | null => {
  if (isSea()) return [process.execPath]
  const path = placed('../bin/hedgerow.js', '../../bin/hedgerow.js')
  return path === null ? null : [process.execPath, path]
}
