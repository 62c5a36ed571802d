import type {Reader} from './reading.ts'
import {html} from './html.ts'
import {markdown} from './markdown.ts'

/** Which reader reads which extension. A new format is a file beside this one and a line here. */
export const readers: Readonly<Record<string, Reader>> = {
  md: markdown,
  markdown,
  html,
  htm: html,
}
