import type {Output, Writer} from './streams.ts'

/** One option of a command. `repeats` may be given several times; a `flag` takes no value. */
export interface Option {
  readonly describe: string
  readonly value?: string
  readonly repeats?: boolean
  /** What the value may be, named in the help and offered by completion: the keys of the table that knows them. Asked for only then, since the table's room is
   *  loaded with it. */
  readonly choices?: () => Promise<readonly string[]>
  /** What completion offers beside that, too much for a help. */
  readonly offers?: () => Promise<readonly string[]>
}

/** What completion offers for a word: names that the corpus has, or these. */
export type Offers = 'topics' | 'authorities' | readonly string[]

/** The world a command may touch. */
export interface Setting {
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly now: () => Date
  readonly stdin: NodeJS.ReadableStream
  readonly stdout: Output
  readonly stderr: Output
  readonly out: Writer
  readonly err: Writer
}

/** What was typed after the command's name: every option by name, each with the values it was given. */
export interface Given {
  readonly positionals: readonly string[]
  readonly values: Readonly<Record<string, readonly string[]>>
  /** Flags that were set or, with `--no-`, unset. */
  readonly flags: Readonly<Record<string, boolean>>
}

/** A command: what its help says, and what it does. `run` begins by importing what it needs, so that the others start quickly; it returns
 *  the exit code. */
export interface Command {
  readonly summary: string
  /** Names of what may follow; those in brackets may be left out, a last one with an ellipsis may be several. */
  readonly positionals: readonly string[]
  /** By positional, what it may be; files where nothing is said. */
  readonly offers?: Readonly<Record<string, Offers>>
  readonly options: Readonly<Record<string, Option>>
  readonly examples: readonly (readonly [line: string, meaning: string])[]
  readonly run: (given: Given, setting: Setting) => Promise<number>
}

/** Exit codes, per the contract. */
export const exit = {ran: 0, findings: 1, usage: 2, nothing: 3, internal: 4} as const
