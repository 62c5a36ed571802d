import {readFileSync} from 'node:fs'

/** The program's version, from its package.json: one folder up both in `src` and in the bundle in `dist`. */
export const version: string = String(
  (JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {version: unknown}).version,
)
