import {createHash} from 'node:crypto'
import {identified, type Procedure} from '@hedgerow/ast'
import type {Lexicon} from '@hedgerow/lexicon'
import {annotated} from './annotate/index.ts'
import type {LocalRoles} from './annotate/local-roles.ts'
import {composed} from './composed.ts'
import {packed, readers} from './formats/index.ts'
import type {Reading, Selectors} from './formats/reading.ts'
import {defaultLimits, type Limits} from './limits.ts'
import type {Message} from './message.ts'
import {structured} from './structure/index.ts'
import {blockWords} from './structure/outline.ts'
import {Unreadable} from '@hedgerow/office'

/** A document as found: `path` is shown and names the format by its extension; `part` names one of several documents on one topic. */
export interface Document {
  readonly path: string
  readonly bytes: Uint8Array
  readonly authority: string
  readonly topic: string
  readonly part?: string | null
}

export interface IngestOptions {
  readonly lexicon: Lexicon
  /** Names that are local wherever they stand: the authority's own name, places, partnership, teams. */
  readonly localNames?: readonly string[]
  /** What the authority calls its roles: names by role id (`{front-door: ['First Contact Team']}`). */
  readonly localRoles?: LocalRoles
  /** For HTML: which parts of the site's pages to keep or to drop. */
  readonly selectors?: Selectors
  readonly limits?: Partial<Limits>
}

export interface Ingested {
  readonly procedure: Procedure
  readonly messages: readonly Message[]
  /** Of the document's bytes, 64 hex digits. */
  readonly sha256: string
}

/** A document as a procedure tree: read, structure, annotate, identify. Throws Unreadable, with a reason and a remedy, for a
 *  document nothing can be made of; what is odd in a readable one becomes a message. */
export const ingest = async (document: Document, options: IngestOptions): Promise<Ingested> => {
  return ingestedReading(await readingOf(document, options), document, options)
}

/** What was read of a document, as its procedure tree. */
export const ingestedReading = (reading: Reading, document: Document, options: IngestOptions): Ingested => {
  const {procedure, messages} = structured(reading, document, options.lexicon)
  const known = annotated(procedure, options.lexicon, options.localNames ?? [], options.localRoles ?? {})
  return {procedure: identified(known), messages: [...reading.messages, ...messages], sha256: sha256(document.bytes)}
}

/** The extensions that can be read, lower case, without the dot. */
export const readableExtensions: readonly string[] = Object.keys(readers).sort()

/** Those of them that only programs write: reading one should be given limited time and memory. */
export const packedExtensions: readonly string[] = Object.keys(packed).sort()

/** A document's blocks as its format's reader gives them. Throws Unreadable for a document nothing can be made of. */
export const readingOf = async (
  {path, bytes}: Document,
  {selectors = {}, limits = {}}: Pick<IngestOptions, 'selectors' | 'limits'>,
): Promise<Reading> => {
  const extension = /\.([^./\\]+)$/u.exec(path)?.[1]?.toLowerCase() ?? ''
  const reader = readers[extension]
  if (!reader)
    throw new Unreadable(
      extension === '' ? 'its name has no extension' : `its extension .${extension} is not known`,
      `give it one of ${readableExtensions.join(', ')}`,
    )
  if (bytes.length === 0) throw new Unreadable('it is empty', 'check that the document was saved')
  const reading = composed(await reader(bytes, {selectors, limits: {...defaultLimits, ...limits}}))
  refuseEmpty(reading)
  return reading
}

const refuseEmpty = ({blocks}: Reading): void => {
  if (!blocks.some((block) => blockWords(block).some(({text}) => /[\p{L}\p{N}]/u.test(text))))
    throw new Unreadable('it is empty', 'check that the document was saved, and that its text is no picture')
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
