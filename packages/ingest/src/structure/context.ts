import type {Source} from '@hedgerow/ast'
import type {Position} from '@hedgerow/ast'
import type {Lexicon} from '@hedgerow/lexicon'
import type {Words} from '../blocks.ts'
import type {Place} from '../formats/reading.ts'
import type {Message} from '../message.ts'
import {offsetAt} from '../words.ts'
import type {Items} from './items.ts'
import type {Kinds} from './kinds.ts'

/** What kind of place content stands in: it decides how lines and tables are read. */
export type Setting = 'body' | 'definitions' | 'contacts' | 'form'

/** What is known where a block is turned into content. */
export interface Context {
  readonly path: string
  readonly topic: string
  readonly place: (offset: number) => Place
  readonly lexicon: Lexicon
  readonly kinds: Kinds
  readonly items: Items
  readonly note: (message: Message) => void
  readonly setting: Setting
  /** How the lines under a heading with this title are read, as far as the title says. */
  readonly settingOf: (title: string) => Setting | null
  /** Titles of the sections above, outermost first. */
  readonly headings: readonly string[]
  /** Depth of the sections made here. */
  readonly depth: number
}

/** Where words stand: for a clause's `source` and `position`. */
export const standing = (words: Words, {path, place}: Context): {source: Source; position?: Position} => {
  const none: Source = {path, line: null, page: null, paragraph: null, sheet: null, cell: null}
  const first = offsetAt(words, 0)
  const last = offsetAt(words, Math.max(0, words.text.length - 1))
  if (first === null || last === null) return {source: none}
  const {column, ...start} = place(first)
  const end = place(last + 1)
  const at: Source = {...none, ...start}
  if (column === undefined || typeof start.line !== 'number') return {source: at}
  return {
    source: at,
    position: {
      start: {line: start.line, column, offset: first},
      end: {line: end.line ?? start.line, column: end.column ?? column, offset: last + 1},
    },
  }
}

/** The line some words begin on, or null. */
export const lineOf = (words: Words, context: Context): number | null => standing(words, context).source.line
