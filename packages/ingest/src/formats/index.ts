import type {Reader} from './reading.ts'
import {html} from './html.ts'
import {markdown} from './markdown.ts'
import {text} from './text.ts'

/** Which reader reads which extension. A new format is a file beside this one and a line here. */
export const readers: Readonly<Record<string, Reader>> = {
  md: markdown,
  markdown,
  html,
  htm: html,
  docx: async (bytes, options) => (await import('./docx.ts')).docx(bytes, options),
  odt: async (bytes, options) => (await import('./odt.ts')).odt(bytes, options),
  docm: async (bytes, options) => (await import('./docx.ts')).docx(bytes, options),
  dotx: async (bytes, options) => (await import('./docx.ts')).docx(bytes, options),
  pdf: async (bytes, options) => (await import('./pdf.ts')).pdf(bytes, options),
  // Loaded when met: the spreadsheet library is larger than all of the readers.
  xlsx: async (bytes, options) => (await import('./spreadsheet.ts')).xlsx(bytes, options),
  xlsm: async (bytes, options) => (await import('./spreadsheet.ts')).xlsx(bytes, options),
  ods: async (bytes, options) => (await import('./spreadsheet.ts')).ods(bytes, options),
  csv: async (bytes, options) => (await import('./csv.ts')).csv(bytes, options),
  tsv: async (bytes, options) => (await import('./csv.ts')).csv(bytes, options),
  txt: text,
  text,
}
