import {readFile, stat} from 'node:fs/promises'
import {clauses} from '@hedgerow/ast'
import {ingest, type Ingested, type IngestOptions, Unreadable} from '@hedgerow/ingest'
import type {LimitEntry} from './config.ts'
import {systemReason} from './errors.ts'

/** A document to be read. */
export interface ToRead {
  readonly file: string
  readonly path: string
  readonly authority: string
  readonly topic: string
  readonly part: string | null
}

/** Where a corpus says nothing. */
const usual: Required<LimitEntry> = {'file-megabytes': 50, 'seconds-per-file': 30, pages: 2000}

const megabyte = 1_000_000

/** A document's bytes. Throws Unreadable where it cannot be opened or is larger than the limit. */
export const bytesOf = async (file: string, limits: LimitEntry = {}): Promise<Uint8Array> => {
  const most = limits['file-megabytes'] ?? usual['file-megabytes']
  try {
    const {size} = await stat(file)
    if (size > most * megabyte)
      throw new Unreadable(
        `it has ${(size / megabyte).toFixed(1)} MB, more than the ${most} MB that are read`,
        'split it, or raise limits: file-megabytes in hedgerow.yaml',
      )
    return await readFile(file)
  } catch (fault) {
    if (fault instanceof Unreadable) throw fault
    throw new Unreadable(`it cannot be opened: ${systemReason(fault)}`, 'check that it is there and may be read')
  }
}

/** A document read into its tree, within the limits. Throws Unreadable. A reader that never comes back is given up after
 *  `seconds-per-file`; one that computes without a pause cannot be interrupted, its size limits hold it instead. */
export const ingested = async (
  document: ToRead,
  bytes: Uint8Array,
  options: IngestOptions,
  limits: LimitEntry = {},
): Promise<Ingested> => {
  const seconds = limits['seconds-per-file'] ?? usual['seconds-per-file']
  const {path, authority, topic, part} = document
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    const slow = new Unreadable(
      `it was not read within ${seconds} seconds`,
      'split it, or raise limits: seconds-per-file in hedgerow.yaml',
    )
    timer = setTimeout(() => reject(slow), seconds * 1000)
  })
  try {
    return withinPages(await Promise.race([ingest({path, bytes, authority, topic, part}, options), late]), limits)
  } finally {
    clearTimeout(timer)
  }
}

/** The document, or Unreadable where a clause of it stands on a page above the limit. Formats without pages have no such limit. */
export const withinPages = (read: Ingested, limits: LimitEntry = {}): Ingested => {
  const most = limits.pages ?? usual.pages
  const last = clauses(read.procedure).reduce((page, {source}) => Math.max(page, source.page ?? 0), 0)
  if (last <= most) return read
  throw new Unreadable(
    `it has at least ${last} pages, more than the ${most} that are read`,
    'split it, or raise limits: pages in hedgerow.yaml',
  )
}
