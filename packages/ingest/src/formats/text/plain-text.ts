import {decoded} from '../../decode.ts'
import type {Limits} from '../../limits.ts'
import {type Message, message} from '../../message.ts'
import {Unreadable} from '@hedgerow/office'
import {windows1252} from './windows-1252.ts'

/** Whether bytes hold one that no text has but programs do, below the printed ones and no tab, line end, form feed or escape. */
const holdsControl = (bytes: Uint8Array): boolean =>
  bytes.some((byte) => byte < 0x20 && (byte < 0x09 || byte > 0x0d) && byte !== 0x1a && byte !== 0x1b)

/** The text of a file without an encoding of its own (.txt, .csv): UTF-8 or UTF-16 as `decoded` reads it, else the Windows code page of western
 *  Europe, in which Excel and Notepad saved for decades; then a message says so. Throws Unreadable for no text and for more than the limits. */
export const plainText = (
  bytes: Uint8Array,
  {characters, block}: Limits,
): {readonly text: string; readonly messages: readonly Message[]} => {
  const found = read(bytes)
  if (found.text.length > characters)
    throw new Unreadable(`it has more than ${characters} characters`, 'split it into parts, or raise the limit')
  if (found.text.split('\n').some((line) => line.length > block))
    throw new Unreadable(`it has a line of more than ${block} characters`, 'break it into lines, or raise the limit')
  return found
}

const read = (bytes: Uint8Array): {text: string; messages: readonly Message[]} => {
  try {
    return {text: decoded(bytes), messages: []}
  } catch (fault) {
    if (!(fault instanceof Unreadable) || !/UTF-8/u.test(fault.reason) || bytes.includes(0)) throw fault
    const text = windows1252(bytes).replace(/\r\n?/gu, '\n')
    if (holdsControl(bytes)) throw fault
    const reason =
      'Unexpected bytes that are no UTF-8, expected UTF-8: read as Windows-1252, so check pound signs, quotation marks and dashes'
    return {text, messages: [message('encoding', reason)]}
  }
}
