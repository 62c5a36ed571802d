import {createReadStream} from 'node:fs'
import {readFile, stat} from 'node:fs/promises'
import {
  type Document,
  ingest,
  type Ingested,
  type IngestOptions,
  type Limits,
  packedExtensions,
  Unreadable,
} from '@hedgerow/ingest'
import type {LimitEntry} from './corpus/config.ts'
import {usualMegabytes} from './early-thread.ts'
import {systemReason} from './errors.ts'
import {type Allowance, readApart} from './read-apart.ts'

/** A document to be read. */
export interface ToRead {
  readonly file: string
  readonly path: string
  readonly authority: string
  readonly topic: string
  readonly part: string | null
}

/** Where a corpus says nothing. */
const usual: Required<LimitEntry> = {
  'file-megabytes': 50,
  'unpacked-megabytes': 200,
  'memory-megabytes': usualMegabytes,
  'seconds-per-file': 30,
  pages: 2000,
}

const megabyte = 1_000_000

/** A document's bytes. Throws Unreadable where it cannot be opened or is larger than the limit. */
export const bytesOf = async (file: string, limits: LimitEntry = {}): Promise<Uint8Array> => {
  const most = limits['file-megabytes'] ?? usual['file-megabytes']
  try {
    const found = await stat(file)
    if (found.size > most * megabyte) throw tooLarge(`it has ${(found.size / megabyte).toFixed(1)} MB`, most)
    if (found.isDirectory())
      throw new Unreadable(
        'it is a folder, not a document',
        'name a document in it, or compare all of them with hedgerow report',
      )
    return found.isFile() ? await readFile(file) : await piped(file, most)
  } catch (fault) {
    if (fault instanceof Unreadable) throw fault
    throw new Unreadable(`it cannot be opened: ${systemReason(fault)}`, 'check that it is there and may be read')
  }
}

const tooLarge = (has: string, most: number): Unreadable =>
  new Unreadable(
    `${has}, more than the ${most} MB that are read`,
    'split it, or raise limits: file-megabytes in hedgerow.yaml',
  )

/** What comes out of a pipe (`<(…)`), which has no size beforehand and need not end. */
const piped = async (file: string, most: number): Promise<Uint8Array> => {
  const pieces: Buffer[] = []
  let size = 0
  for await (const piece of createReadStream(file) as AsyncIterable<Buffer>) {
    pieces.push(piece)
    size += piece.length
    if (size > most * megabyte) throw tooLarge('it goes on and on', most)
  }
  return Buffer.concat(pieces)
}

/** Text is read here unless there is much of it. */
const muchText = 500_000

/** Whether a document of this name is always read in a thread of its own: one that a program wrote. */
export const isReadApart = (path: string): boolean =>
  packedExtensions.includes(/\.([^./\\]+)$/u.exec(path)?.[1]?.toLowerCase() ?? '')

/** Reads a document into its tree, within the limits of its corpus: one that takes more time, memory or pages throws Unreadable. */
export type Ingesting = (
  document: ToRead,
  bytes: Uint8Array,
  options: IngestOptions,
  limits?: LimitEntry,
) => Promise<Ingested>

/** A document read here, or in a thread where it is of a kind or a size that is always read apart. */
export const ingested: Ingesting = async (document, bytes, options, limits = {}) =>
  isReadApart(document.path) || bytes.length > muchText
    ? await ingestedApart(document, bytes, options, limits)
    : await ingest(own(document, bytes), withLimits(options, limits))

/** A document read in a thread whatever it is. */
export const ingestedApart: Ingesting = async (document, bytes, options, limits = {}) =>
  await readApart(own(document, bytes), withLimits(options, limits), allowanceOf(limits))

const own = ({path, authority, topic, part}: ToRead, bytes: Uint8Array): Document => ({
  path,
  bytes,
  authority,
  topic,
  part,
})

const withLimits = (options: IngestOptions, limits: LimitEntry): IngestOptions => ({
  ...options,
  limits: {...options.limits, ...readingLimits(limits)},
})

/** What one document may cost, as a corpus says. */
export const allowanceOf = (limits: LimitEntry): Allowance => ({
  seconds: limits['seconds-per-file'] ?? usual['seconds-per-file'],
  megabytes: limits['memory-megabytes'] ?? usual['memory-megabytes'],
})

/** The readers' limits, as a corpus says. */
export const readingLimits = (limits: LimitEntry): Pick<Limits, 'pages' | 'unpacked'> => ({
  pages: limits.pages ?? usual.pages,
  unpacked: (limits['unpacked-megabytes'] ?? usual['unpacked-megabytes']) * megabyte,
})
