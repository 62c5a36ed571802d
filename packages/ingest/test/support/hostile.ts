import {constants, deflateRawSync, deflateSync} from 'node:zlib'
import {strToU8} from 'fflate'
import {lexicon} from '@hedgerow/lexicon'
import {clauses} from '@hedgerow/ast'
import {ingest} from '../../src/index.ts'
import type {Limits} from '../../src/limits.ts'
import {Unreadable} from '@hedgerow/office'

/** Tells, whenever asked, for how many seconds a processor has been busy with this process since. Other programs change it little. */
const stopwatch = (): (() => number) => {
  const start = process.cpuUsage()
  return () => {
    const {user, system} = process.cpuUsage(start)
    return (user + system) / 1e6
  }
}

/** For how many seconds a processor was busy with some work. */
export const busySeconds = async (work: () => Promise<unknown>): Promise<number> => {
  const seconds = stopwatch()
  await work()
  return seconds()
}

/** What became of a document: what was read of it, or why it was refused; how long a processor was busy with it, which other programs change little. */
export interface Outcome {
  readonly read: readonly string[] | null
  readonly messages: readonly string[]
  readonly reason: string
  readonly remedy: string
  readonly seconds: number
}

/** Reads a document. Every fault but Unreadable is thrown on: that is the fault a test looks for. */
export const outcome = async (path: string, bytes: Uint8Array, limits: Partial<Limits> = {}): Promise<Outcome> => {
  const seconds = stopwatch()
  try {
    const {procedure, messages} = await ingest({path, bytes, authority: 'ashby', topic: 'x'}, {lexicon, limits})
    return {
      read: clauses(procedure).map(({text}) => text),
      messages: messages.map(({ruleId}) => ruleId),
      reason: '',
      remedy: '',
      seconds: seconds(),
    }
  } catch (fault) {
    if (!(fault instanceof Unreadable)) throw fault
    return {read: null, messages: [], reason: fault.reason, remedy: fault.remedy, seconds: seconds()}
  }
}

export const bytesOf = (text: string): Uint8Array => strToU8(text)

const megabyte = 1_000_000

/** A raw deflate stream of so many megabytes of one letter: made of one megabyte, again and again. */
export const swollen = (megabytes: number, letter = '\0'): Uint8Array => {
  const one = deflateRawSync(Buffer.alloc(megabyte, letter), {finishFlush: constants.Z_FULL_FLUSH, level: 9})
  return Buffer.concat([...Array.from({length: megabytes}, () => one), Buffer.from([3, 0])])
}

/** The same as a zlib stream, as a PDF has it. */
export const swollenZlib = (megabytes: number, letter = ' '): Uint8Array =>
  Buffer.concat([Buffer.from([0x78, 0xda]), swollen(megabytes, letter)])

/** A part of a zip written by hand: what it claims need not be so. */
export interface RawPart {
  readonly path: string
  readonly packed: Uint8Array
  /** What it claims to unpack to, in bytes. */
  readonly claims: number
  readonly method?: number
}

/** A part packed as it should be. */
export const honest = (path: string, text: string | Uint8Array): RawPart => {
  const plain = typeof text === 'string' ? bytesOf(text) : text
  return {path, packed: deflateRawSync(plain), claims: plain.length}
}

/** A zip of such parts. */
export const rawZip = (parts: readonly RawPart[]): Uint8Array => {
  const pieces: Uint8Array[] = []
  const directory: Uint8Array[] = []
  let at = 0
  for (const {path, packed, claims, method = 8} of parts) {
    const name = Buffer.from(path)
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE(0x800, 2)
    fields.writeUInt16LE(method, 4)
    fields.writeUInt32LE(packed.length, 14)
    fields.writeUInt32LE(claims, 18)
    fields.writeUInt16LE(name.length, 22)
    const here = Buffer.concat([Buffer.from('PK\x03\x04'), fields, name, packed])
    const end = Buffer.alloc(14)
    end.writeUInt32LE(at, 10)
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), fields, end, name]))
    pieces.push(here)
    at += here.length
  }
  const central = Buffer.concat(directory)
  const last = Buffer.alloc(18)
  last.writeUInt16LE(Math.min(parts.length, 0xffff), 4)
  last.writeUInt16LE(Math.min(parts.length, 0xffff), 6)
  last.writeUInt32LE(central.length, 8)
  last.writeUInt32LE(at, 12)
  return Buffer.concat([...pieces, central, Buffer.from('PK\x05\x06'), last])
}

/** A stream object of a PDF. */
export const stream = (data: string | Uint8Array, entries = ''): Uint8Array => {
  const bytes = typeof data === 'string' ? Buffer.from(data, 'latin1') : data
  return Buffer.concat([
    Buffer.from(`<< /Length ${bytes.length} ${entries} >>\nstream\n`, 'latin1'),
    bytes,
    Buffer.from('\nendstream', 'latin1'),
  ])
}

/** A packed stream object of a PDF. */
export const packedStream = (data: string, entries = ''): Uint8Array =>
  stream(deflateSync(Buffer.from(data, 'latin1')), `/Filter /FlateDecode ${entries}`)

/** A PDF of objects numbered from 1, the first its catalogue, written as they are given. */
export const rawPdf = (
  objects: readonly (string | Uint8Array)[],
  {trailer = '', startxref = null as number | null} = {},
): Uint8Array => {
  const pieces: Buffer[] = [Buffer.from('%PDF-1.7\n')]
  const places: number[] = []
  let at = pieces[0]?.length ?? 0
  for (const [n, object] of objects.entries()) {
    places.push(at)
    const body = typeof object === 'string' ? Buffer.from(object, 'latin1') : object
    const piece = Buffer.concat([Buffer.from(`${n + 1} 0 obj\n`), body, Buffer.from('\nendobj\n')])
    pieces.push(piece)
    at += piece.length
  }
  const rows = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  pieces.push(
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer.replaceAll('XREF', String(at))} >>\nstartxref\n${startxref ?? at}\n%%EOF\n`,
      'latin1',
    ),
  )
  return Buffer.concat(pieces)
}

export const printedText = (text: string, y = 700): string => `BT /F1 11 Tf 72 ${y} Td (${text}) Tj ET`
const sentences = `${printedText('Staff must ring the police at once.')} ${printedText('Carers must look for the child in the house.', 660)}`
const helvetica = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>'

/** A PDF of one page; parts of it may be given otherwise. Objects: 1 catalogue, 2 pages, 3 page, 4 content, 5 font, 6 and on what is added. */
export const onePage = ({
  catalogue = '',
  pages = '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
  page = '',
  box = '[0 0 595 842]',
  content = stream(sentences) as string | Uint8Array,
  contents = '/Contents 4 0 R',
  font = helvetica,
  more = [] as readonly (string | Uint8Array)[],
  trailer = '',
} = {}): Uint8Array =>
  rawPdf(
    [
      `<< /Type /Catalog /Pages 2 0 R ${catalogue} >>`,
      pages,
      `<< /Type /Page /Parent 2 0 R /MediaBox ${box} /Resources << /Font << /F1 5 0 R >> /XObject << /X6 6 0 R >> >> ${contents} ${page} >>`,
      content,
      font,
      ...more,
    ],
    {trailer},
  )
