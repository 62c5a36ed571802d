import {type UnzipFileInfo, unzipSync} from 'fflate'
import {Unreadable} from './unreadable.ts'

/** How much of an Office file is opened before it is refused. */
export interface OpeningLimits {
  /** Bytes that it may unpack to. */
  readonly unpacked: number
  /** How deep its elements may nest. */
  readonly nesting: number
}

/** The parts of an Office file by their path in it (`word/document.xml`), unpacked. */
export type Parts = ReadonlyMap<string, Uint8Array>

const damaged = 'open it in the program it was written with, and save it again'
const mostParts = 10_000

/** The parts of a zip whose path `wanted` accepts. Nothing is unpacked before the sizes it claims are known to be within the limits, and nothing
 *  beyond them. Throws Unreadable for what is no zip, is damaged, or would unpack to more than `limits.unpacked` bytes. */
export const partsOf = (
  bytes: Uint8Array,
  wanted: (path: string) => boolean,
  limits: Pick<OpeningLimits, 'unpacked'>,
): Parts => {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) refuseForeign(bytes)
  let unpacked = 0
  let count = 0
  const filter = ({name, originalSize}: UnzipFileInfo): boolean => {
    if (++count > mostParts)
      throw new Unreadable(`it is a zip of more than ${mostParts} parts`, 'save it as a document without attachments')
    if (!wanted(name)) return false
    unpacked += originalSize
    if (unpacked > limits.unpacked)
      throw new Unreadable(
        `it unpacks to more than ${Math.round(limits.unpacked / 1_000_000)} MB`,
        'check that it is a document, split it, or raise limits: unpacked-megabytes in hedgerow.yaml',
      )
    return true
  }
  try {
    return new Map(Object.entries(unzipSync(bytes, {filter})))
  } catch (fault) {
    if (fault instanceof Unreadable) throw fault
    throw new Unreadable(`its zip is damaged (${fault instanceof Error ? fault.message : String(fault)})`, damaged)
  }
}

const refuseForeign = (bytes: Uint8Array): never => {
  const starts = (...magic: readonly number[]): boolean => magic.every((byte, at) => bytes[at] === byte)
  if (starts(0xd0, 0xcf, 0x11, 0xe0))
    throw new Unreadable(
      'it is protected by a password, or an old Word or Excel file under a new name',
      'take the password off, or save it in the current format',
    )
  if (starts(0x25, 0x50, 0x44, 0x46)) throw new Unreadable('it is a PDF under another name', 'rename it to .pdf')
  throw new Unreadable('it is no Office file: it does not begin as a zip does', damaged)
}
