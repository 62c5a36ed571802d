import {partsOf, Unreadable, type XmlElement, xmlOf} from '@hedgerow/office'
import type {Limits} from '../../limits.ts'

/** The parts of an OpenDocument text; those it lacks are undefined. */
export interface OdfPackage {
  readonly content: XmlElement
  readonly styles: XmlElement | undefined
  readonly meta: XmlElement | undefined
}

const again = 'open it in LibreOffice and save it again as .odt'
const read =
  /^(?:mimetype|content\.xml|styles\.xml|meta\.xml|META-INF\/manifest\.xml|word\/document\.xml|xl\/workbook\.xml)$/u

/** The parts of an .odt. Throws Unreadable, saying what is missing, for what is none. */
export const odfPackage = (bytes: Uint8Array, limits: Limits): OdfPackage => {
  const parts = partsOf(bytes, (path) => read.test(path), limits)
  const text = (path: string): string => new TextDecoder().decode(parts.get(path) ?? new Uint8Array())
  if (parts.has('word/document.xml'))
    throw new Unreadable('it is a Word document under another name', 'rename it to .docx')
  if (parts.has('xl/workbook.xml'))
    throw new Unreadable('it is an Excel workbook under another name', 'rename it to .xlsx')
  const kind = text('mimetype')
  if (/opendocument\.spreadsheet/u.test(kind))
    throw new Unreadable('it is a spreadsheet under another name', 'rename it to .ods')
  if (/opendocument\.(?:presentation|graphics)/u.test(kind))
    throw new Unreadable('it is a presentation or drawing under another name', 'save its text as .odt')
  if (/encryption-data/u.test(text('META-INF/manifest.xml')))
    throw new Unreadable('it is protected by a password', 'save it without one')
  const xml = (path: string): XmlElement | undefined => {
    const found = parts.get(path)
    return found && xmlOf(found, path, limits)
  }
  const content = xml('content.xml')
  if (!content) throw new Unreadable('its part content.xml, which holds the text, is missing', again)
  return {content, styles: xml('styles.xml'), meta: xml('meta.xml')}
}
