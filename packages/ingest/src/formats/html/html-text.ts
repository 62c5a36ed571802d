import {decoded} from '../../decode.ts'
import {type Message, message} from '../../message.ts'
import {Unreadable} from '@hedgerow/office'
import {windows1252} from '../text/windows-1252.ts'

/** How far into a page its encoding is looked for, in bytes. Browsers stop at 1,024; what editors put before it can be longer. */
const looked = 8_192
const western = /^(?:windows-1252|cp-?1252|x-cp1252|iso-?8859-1|latin-?1|us-ascii|ascii)$/u

/** The text of a web page by its byte order mark, else by the encoding it declares, else as UTF-8, else as Windows-1252 with a message. A page that
 *  is UTF-8 whatever it declares is read so: browsers save pages anew and keep the old declaration. Throws Unreadable for what is no page. */
export const htmlText = (bytes: Uint8Array): {readonly text: string; readonly messages: readonly Message[]} => {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, looked))
  if (/^\s*(?:From: <Saved by|MIME-Version:|From: .*\n(?:.*\n){0,6}MIME-Version:)/iu.test(head))
    throw new Unreadable('it is a web archive (.mht) under another name', 'save the page again as "Webpage, HTML only"')
  try {
    return {text: decoded(bytes), messages: []}
  } catch (fault) {
    if (!(fault instanceof Unreadable) || !/UTF-8/u.test(fault.reason) || bytes.includes(0)) throw fault
  }
  const label = /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w:.-]{2,40})/iu.exec(head)?.[1]?.toLowerCase() ?? null
  const text = declared(bytes, label) ?? windows1252(bytes)
  return {
    text: text.replace(/\r\n?/gu, '\n'),
    messages: label !== null && !/^utf-?8$/u.test(label) ? [] : [undeclared(label)],
  }
}

const undeclared = (label: string | null): Message =>
  message(
    'encoding',
    `Unexpected bytes that are no UTF-8${label === null ? '' : `, though the page says ${label}`}: read as Windows-1252, so check pound signs, quotation marks and dashes`,
  )

const declared = (bytes: Uint8Array, label: string | null): string | null => {
  if (label === null || western.test(label) || /^utf/u.test(label)) return null
  try {
    return new TextDecoder(label).decode(bytes)
  } catch {
    return null
  }
}
