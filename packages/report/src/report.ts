import type {Assessment} from '@hedgerow/assess'
import {formats, type FormatName, type ReportOptions} from './formats/index.ts'

/** Whether a format of that name is registered. */
export function isFormat(name: string): name is FormatName {
  return Object.hasOwn(formats, name)
}

/** An assessment printed in a format, in pieces to be written one after the other: a large region exceeds one string.
 *  Nothing is read from the clock, the locale or the terminal. Throws TypeError for a format that is not registered. */
export function report(assessment: Assessment, format: string, options: ReportOptions = {}): Iterable<string> {
  if (!isFormat(format)) throw new TypeError(`Expected a format of ${Object.keys(formats).join(', ')}, got ${format}`)
  return formats[format].print(assessment, options)
}
