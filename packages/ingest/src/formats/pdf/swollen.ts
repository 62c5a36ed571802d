import {inflateSync} from 'node:zlib'
import type {Limits} from '../../limits.ts'
import {Unreadable} from '@hedgerow/office'

/** Where the bytes of a packed stream begin: its dictionary names the packing, once or several times over. */
const packed = /\/(?:FlateDecode|Fl)\b[^\0]{0,2000}?\bstream\r?\n/gu
/** Below this a stream may be packed a thousand times and still be nothing. */
const fewest = 1_000

/** Throws Unreadable for a PDF whose packed streams unpack to more than the limit: the library unpacks without one, and outside the memory that a thread
 *  can be held to. Streams that cannot be unpacked here (those of a protected PDF, or damaged ones) are not counted. */
export const refuseSwollen = (bytes: Uint8Array, limits: Limits): void => {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let left = limits.unpacked
  const text = buffer.toString('latin1')
  for (const {0: head, index} of text.matchAll(packed)) {
    if (isPicture(text, index, head)) continue
    const from = index + head.length
    const end = buffer.indexOf('endstream', from)
    const data = buffer.subarray(from, end < 0 ? buffer.length : end)
    // Streams packed twice swell unseen: each packing is taken off.
    const times = Math.min(head.match(/\/(?:FlateDecode|Fl)\b/gu)?.length ?? 1, 4)
    left -= unpackedLength(data, times, left)
    if (left < 0)
      throw new Unreadable(
        `it unpacks to more than ${Math.round(limits.unpacked / 1_000_000)} MB`,
        'print it to a new PDF, or raise limits: unpacked-megabytes in hedgerow.yaml',
      )
  }
}

/** Pictures are never unpacked, and those of an honest document may be large. */
const isPicture = (text: string, index: number, head: string): boolean =>
  /\/Subtype\s*\/Image\b/u.test(text.slice(Math.max(text.lastIndexOf('obj', index), index - 2_000), index) + head)

/** How long a stream is unpacked, as far as that matters: one above `left`, or 0 for what is no packed stream. */
const unpackedLength = (data: Uint8Array, times: number, left: number): number => {
  if (data.length < fewest && times === 1) return 0
  try {
    const plain = inflateSync(data, {maxOutputLength: left + 1, finishFlush: 2})
    return times > 1 ? Math.max(plain.length, unpackedLength(plain, times - 1, left)) : plain.length
  } catch (fault) {
    return (fault as {code?: string}).code === 'ERR_BUFFER_TOO_LARGE' ? left + 1 : 0
  }
}
