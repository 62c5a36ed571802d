import type {Source} from '@hedgerow/ast'
import type {Block} from '../blocks.ts'
import type {Limits} from '../limits.ts'
import type {Message} from '../message.ts'

/** Where an offset of `Words.pieces` stands; what a format lacks is left out. */
export type Place = Partial<Omit<Source, 'path'>> & {readonly column?: number}

/** What a reader makes of a document. */
export interface Reading {
  /** A title beside the body: front matter, `<title>`, document properties. */
  readonly title: string | null
  readonly frontMatter: Readonly<Record<string, unknown>>
  readonly blocks: readonly Block[]
  readonly messages: readonly Message[]
  /** What of the document could not be read, each as `page 4`; left out for a whole document. */
  readonly unread?: readonly string[]
  readonly place: (offset: number) => Place
}

/** Page parts to read or to leave out, on top of the rules that hold for every site. */
export interface Selectors {
  readonly keep?: readonly string[]
  readonly drop?: readonly string[]
}

export interface ReaderOptions {
  readonly limits: Limits
  readonly selectors: Selectors
}

/** Reads one format. Throws Unreadable, and nothing else, for a document it can make nothing of. */
export type Reader = (bytes: Uint8Array, options: ReaderOptions) => Reading | Promise<Reading>
