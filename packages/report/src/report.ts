import type {Assessment} from '@hedgerow/assess'
import {type Format, type FormatName, formats, type ReportOptions} from './formats/index.ts'

/** Whether a format of that name is registered. */
export function isFormat(name: string): name is FormatName {
  return Object.hasOwn(formats, name)
}

/** Whether a registered format is text, and so can be shown in a terminal. */
export function isTextFormat(name: FormatName): boolean {
  return 'print' in formats[name]
}

function formatNamed(name: string): Format {
  if (!isFormat(name)) throw new TypeError(`Expected a format of ${Object.keys(formats).join(', ')}, got ${name}`)
  return formats[name]
}

/** An assessment printed in a format of text, in pieces to be written one after the other: a large region exceeds one string.
 *  Nothing is read from the clock, the locale or the terminal. Throws TypeError for a format that is not registered or is no text. */
export function report(assessment: Assessment, format: string, options: ReportOptions = {}): Iterable<string> {
  const found = formatNamed(format)
  if (!('print' in found))
    throw new TypeError(`Expected a format of text, got ${format}: its bytes come from reportBytes`)
  return found.print(assessment, options)
}

/** An assessment as the bytes of a format that is no text. Throws TypeError for any other. */
export function reportBytes(assessment: Assessment, format: string, options: ReportOptions = {}): Uint8Array {
  const found = formatNamed(format)
  if (!('bytes' in found)) throw new TypeError(`Expected a format of bytes, got ${format}: its text comes from report`)
  return found.bytes(assessment, options)
}
