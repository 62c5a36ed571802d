import {createReadStream} from 'node:fs'
import {readFile, stat} from 'node:fs/promises'
import {ingest, type Ingested, type IngestOptions, type Limits, packedExtensions, Unreadable} from '@hedgerow/ingest'
import type {LimitEntry} from './corpus/config.ts'
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
  'memory-megabytes': 1024,
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

/** A document read into its tree, within the limits: one that takes more time, memory or pages throws Unreadable. `apart`: in a thread whatever it is. */
export const ingested = async (
  document: ToRead,
  bytes: Uint8Array,
  options: IngestOptions,
  limits: LimitEntry = {},
  apart = false,
): Promise<Ingested> => {
  const {path, authority, topic, part} = document
  const given = {...options, limits: {...options.limits, ...readingLimits(limits)}}
  const own = {path, bytes, authority, topic, part}
  return apart || isReadApart(path) || bytes.length > muchText
    ? await readApart(own, given, allowanceOf(limits))
    : await ingest(own, given)
}

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
