import {Unreadable} from '@hedgerow/office'

const signatures: readonly (readonly [readonly number[], string, string])[] = [
  [[0x50, 0x4b, 0x03, 0x04], 'it is a zip or Office file under another name', 'rename it to .docx, .xlsx or .odt'],
  [[0x25, 0x50, 0x44, 0x46], 'it is a PDF under another name', 'rename it to .pdf'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'it is an old Word or Excel file', 'save it as .docx or .xlsx'],
]

/** The text of a document: UTF-8, or UTF-16 with a byte order mark; the mark dropped, line ends made `\n`, letters with accents made one sign each (NFC: what
 *  a Mac may write as two looks the same and must compare the same). Throws Unreadable for bytes that are no text. */
export const decoded = (bytes: Uint8Array): string => {
  for (const [magic, reason, remedy] of signatures)
    if (magic.every((byte, at) => bytes[at] === byte)) throw new Unreadable(reason, remedy)
  if (isBareWide(bytes))
    throw new Unreadable(
      'it looks like UTF-16 without the mark at its start that says so',
      'save it as UTF-8, or as Unicode with a byte order mark',
    )
  const text = decodedAs(encoding(bytes), bytes).normalize('NFC')
  if (text.includes('\0')) throw new Unreadable('it is not text: it holds NUL bytes', 'export it as text or Markdown')
  return text.includes('\r') ? text.replace(/\r\n?/gu, '\n') : text
}

/** Whether text has a zero in every second place as far as one looks, as English in UTF-16 has, and no mark. */
const isBareWide = (bytes: Uint8Array): boolean => {
  const start = bytes.subarray(0, 64)
  if (start.length < 16) return false
  const zeros = (odd: number): number => start.filter((byte, at) => at % 2 === odd && byte === 0).length
  const most = Math.floor((start.length / 2) * 0.9)
  return encoding(bytes) === 'utf-8' && (zeros(0) >= most ? zeros(1) === 0 : zeros(1) >= most && zeros(0) === 0)
}

const encoding = (bytes: Uint8Array): string => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return 'utf-8'
}

const decodedAs = (label: string, bytes: Uint8Array): string => {
  try {
    return new TextDecoder(label, {fatal: true}).decode(bytes)
  } catch {
    throw new Unreadable(
      `it is not ${label.toUpperCase()} text`,
      'save it as UTF-8, or give it the extension of its real format',
    )
  }
}
