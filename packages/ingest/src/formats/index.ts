import {html} from './html.ts'
import {markdown} from './markdown.ts'
import type {Reader} from './reading.ts'
import {text} from './text.ts'

// Readers that carry a library are loaded when the first document asks for them.
const word: Reader = async (bytes, options) => (await import('./docx.ts')).docx(bytes, options)
const odt: Reader = async (bytes, options) => (await import('./odt.ts')).odt(bytes, options)
const pdf: Reader = async (bytes, options) => (await import('./pdf.ts')).pdf(bytes, options)
const excel: Reader = async (bytes, options) => (await import('./spreadsheet.ts')).xlsx(bytes, options)
const ods: Reader = async (bytes, options) => (await import('./spreadsheet.ts')).ods(bytes, options)
const csv: Reader = async (bytes, options) => (await import('./csv.ts')).csv(bytes, options)

/** Text that anybody can write. */
const plain: Readonly<Record<string, Reader>> = {
  md: markdown,
  markdown,
  html,
  htm: html,
  txt: text,
  text,
  csv,
  tsv: csv,
}

/** What only programs write, and may write badly: whoever reads these does well to limit their time and memory. */
export const packed: Readonly<Record<string, Reader>> = {
  docx: word,
  docm: word,
  dotx: word,
  odt,
  pdf,
  xlsx: excel,
  xlsm: excel,
  ods,
}

/** Which reader reads which extension. A new format is a file beside this one and a line above. */
export const readers: Readonly<Record<string, Reader>> = {...plain, ...packed}
