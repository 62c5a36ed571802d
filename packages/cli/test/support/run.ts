import {mkdirSync, mkdtempSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {Readable, Writable} from 'node:stream'
import {main} from '../../src/main.ts'
import type {Output} from '../../src/streams.ts'

export interface Ran {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

interface World {
  readonly cwd?: string
  readonly stdin?: string
  /** Whether standard input is a keyboard as well. */
  readonly keyboard?: boolean
  readonly tty?: boolean
  readonly columns?: number
  readonly env?: Readonly<Record<string, string>>
}

const stringStream = (tty: boolean, columns: number): {readonly stream: Output; readonly text: () => string} => {
  let text = ''
  const stream = new Writable({
    write: (piece, _, done) => {
      text += String(piece)
      done()
    },
  })
  return {stream: Object.assign(stream, tty ? {isTTY: true, columns, rows: 24} : {}), text: () => text}
}

/** One call of the program with streams of strings, on 23 November 2026, with the cache of the whole run of tests unless `env` names another. */
export const run = async (
  argv: readonly string[],
  {cwd = tmpdir(), stdin = '', keyboard = false, tty = false, columns = 80, env = {}}: World = {},
): Promise<Ran> => {
  const [out, err] = [stringStream(tty, columns), stringStream(tty, columns)]
  const code = await main({
    argv,
    stdin: Object.assign(Readable.from([stdin]), {isTTY: keyboard}),
    stdout: out.stream,
    stderr: err.stream,
    cwd,
    env: {HEDGEROW_CACHE: process.env.HEDGEROW_SUITE_CACHE, ...env},
    now: () => new Date(2026, 10, 23, 12),
  })
  return {code, stdout: out.text(), stderr: err.text()}
}

/** A new folder holding these files, by path. Strings with a final `/` as name make empty folders. */
export const folderOf = (files: Readonly<Record<string, string | Uint8Array>>, name = 'corpus'): string => {
  const folder = join(mkdtempSync(join(tmpdir(), 'hedgerow-')), name)
  mkdirSync(folder)
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(path.endsWith('/') ? join(folder, path) : dirname(join(folder, path)), {recursive: true})
    if (!path.endsWith('/')) writeFileSync(join(folder, path), content)
  }
  return folder
}

/** A small procedure: one duty with the limit given. */
export const missing = (council: string, limit: string): string =>
  `# Missing Children: ${council} Procedure

## 1. Reporting

1.1 The carer must report the child missing to the police within ${limit} of the child being found absent.

## 2. Return interviews

2.1 An independent return interview must be offered within 72 hours of the child being found.
`

/** Two neighbours who differ in one deadline. */
export const pair = {
  'ashby/missing-children.md': missing('Ashby Council', '1 hour'),
  'brindle/missing-children.md': missing('Brindle Borough Council', '6 hours'),
}
