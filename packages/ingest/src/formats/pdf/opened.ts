import {getDocumentProxy} from 'unpdf'
import type {Limits} from '../../limits.ts'
import {Unreadable} from '@hedgerow/office'
import {refuseSwollen} from './swollen.ts'

/** An open PDF. */
export type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>

/** Node 20 lacks a function of ECMAScript 2024 that pdf.js hands its data on with; without it no page's drawing is read. */
const withTransfer = (): void => {
  const prototype = ArrayBuffer.prototype as ArrayBuffer & {transferToFixedLength?: (length?: number) => ArrayBuffer}
  if (prototype.transferToFixedLength) return
  Object.defineProperty(prototype, 'transferToFixedLength', {
    configurable: true,
    writable: true,
    value(this: ArrayBuffer, length: number = this.byteLength): ArrayBuffer {
      const copy = new Uint8Array(length)
      copy.set(new Uint8Array(this, 0, Math.min(length, this.byteLength)))
      return copy.buffer
    },
  })
}

/** The PDF in these bytes. Throws Unreadable for one that is protected, damaged, under a wrong name, or longer than the limit. Nothing in it is run
 *  and nothing it names is fetched. */
export const openedPdf = async (bytes: Uint8Array, limits: Limits): Promise<Pdf> => {
  refuseForeign(bytes)
  refuseSwollen(bytes, limits)
  withTransfer()
  const pdf = await opened(bytes)
  if (pdf.numPages > limits.pages) {
    const pages = pdf.numPages
    await pdf.destroy()
    throw new Unreadable(
      `it has ${pages} pages, more than the ${limits.pages} that are read`,
      'split it, or raise limits: pages in hedgerow.yaml',
    )
  }
  return pdf
}

const opened = async (bytes: Uint8Array): Promise<Pdf> => {
  try {
    // A copy, because pdf.js takes its bytes away from whoever gave them. Pictures are not decoded: only where they stand matters.
    return await getDocumentProxy(new Uint8Array(bytes), {
      isEvalSupported: false,
      enableXfa: false,
      maxImageSize: 1,
      stopAtErrors: false,
      useSystemFonts: false,
      verbosity: 0,
    })
  } catch (fault) {
    throw refusal(fault)
  }
}

const refusal = (fault: unknown): Unreadable => {
  const name = fault instanceof Error ? fault.name : ''
  if (name === 'PasswordException')
    return new Unreadable('it is protected by a password', 'save a copy without the password')
  return damagedPdf(fault)
}

/** What is said of a PDF in which a fault was met. */
export const damagedPdf = (fault: unknown): Unreadable => {
  const said = fault instanceof RangeError ? 'it nests too deep' : saidBy(fault)
  return new Unreadable(`it is damaged (${said})`, 'print it to a new PDF, or ask for the file again')
}

const saidBy = (fault: unknown): string =>
  (fault instanceof Error ? fault.message : String(fault)).replace(/\s+/gu, ' ').slice(0, 200).replace(/\.$/u, '')

const refuseForeign = (bytes: Uint8Array): void => {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 1024))
  if (start.includes('%PDF-')) return
  if (start.startsWith('PK'))
    throw new Unreadable('it is a zip or Office file under another name', 'rename it to .docx, .xlsx or .odt')
  if (start.startsWith('\u00D0\u00CF\u0011\u00E0'))
    throw new Unreadable('it is an old Word or Excel file under another name', 'save it as .docx or .xlsx')
  throw new Unreadable(
    'it is no PDF: it does not begin with %PDF-',
    'check the file, or give it the extension of its real format',
  )
}
