import {SaxesParser, type SaxesTagNS} from 'saxes'
import type {OpeningLimits} from './parts.ts'
import {Unreadable} from './unreadable.ts'

/** An element of an Office file. Names are `prefix:local` with the prefix the standard uses, whatever the file calls it. */
export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly (XmlElement | string)[]
}

/** The usual prefix of each namespace, in both the transitional and the strict dialect of OOXML and in OpenDocument. */
const prefixes: Readonly<Record<string, string>> = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships': 'r',
  'http://purl.oclc.org/ooxml/officeDocument/relationships': 'r',
  'http://schemas.openxmlformats.org/package/2006/relationships': 'rel',
  'http://schemas.openxmlformats.org/package/2006/content-types': 'ct',
  'http://schemas.openxmlformats.org/package/2006/metadata/core-properties': 'cp',
  'http://schemas.openxmlformats.org/officeDocument/2006/custom-properties': 'op',
  'http://schemas.openxmlformats.org/officeDocument/2006/extended-properties': 'ep',
  'http://schemas.openxmlformats.org/drawingml/2006/main': 'a',
  'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing': 'wp',
  'http://purl.oclc.org/ooxml/drawingml/main': 'a',
  'http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing': 'wp',
  'http://schemas.openxmlformats.org/drawingml/2006/picture': 'pic',
  'http://purl.oclc.org/ooxml/drawingml/picture': 'pic',
  'http://schemas.openxmlformats.org/drawingml/2006/diagram': 'dgm',
  'http://schemas.openxmlformats.org/officeDocument/2006/math': 'm',
  'http://purl.oclc.org/ooxml/officeDocument/math': 'm',
  'http://schemas.microsoft.com/office/2006/activeX': 'ax',
  'http://schemas.microsoft.com/office/drawing/2017/decorative': 'adec',
  'http://purl.oclc.org/ooxml/officeDocument/customProperties': 'op',
  'http://schemas.microsoft.com/office/word/2010/wordprocessingShape': 'wps',
  'http://schemas.microsoft.com/office/word/2010/wordml': 'w14',
  'http://schemas.microsoft.com/office/word/2012/wordml': 'w15',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
  'urn:schemas-microsoft-com:vml': 'v',
  'http://purl.org/dc/elements/1.1/': 'dc',
  'http://purl.org/dc/terms/': 'dcterms',
  'urn:oasis:names:tc:opendocument:xmlns:office:1.0': 'office',
  'urn:oasis:names:tc:opendocument:xmlns:text:1.0': 'text',
  'urn:oasis:names:tc:opendocument:xmlns:table:1.0': 'table',
  'urn:oasis:names:tc:opendocument:xmlns:style:1.0': 'style',
  'urn:oasis:names:tc:opendocument:xmlns:drawing:1.0': 'draw',
  'urn:oasis:names:tc:opendocument:xmlns:form:1.0': 'form',
  'urn:oasis:names:tc:opendocument:xmlns:meta:1.0': 'meta',
  'urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0': 'fo',
  'urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0': 'loext',
  'urn:openoffice:names:experimental:ooo-ms-interop:xmlns:field:1.0': 'field',
  'urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0': 'svg',
  'http://www.w3.org/1999/xlink': 'xlink',
}

/** The usual prefix of a namespace, or undefined where it has none. */
export const prefixOf = (uri: string): string | undefined => prefixes[uri]

const remedy = 'open it in the program it was written with, and save it again'

interface Open {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: (XmlElement | string)[]
}

/** The root element of a part. Entities beyond the five of XML do not exist for it and nothing is fetched; a DOCTYPE, which no Office file has,
 *  is refused. Throws Unreadable, naming the part, for what is no XML or nests deeper than the limits. */
export const xmlOf = (bytes: Uint8Array, part: string, limits: Pick<OpeningLimits, 'nesting'>): XmlElement => {
  const top: Open = {name: '', attributes: {}, children: []}
  const open: Open[] = [top]
  const parser = new SaxesParser({xmlns: true})
  parser.on('doctype', () => {
    throw new Unreadable(`its part ${part} declares a DOCTYPE, which no Office file does`, remedy)
  })
  parser.on('error', (fault) => {
    throw new Unreadable(`its part ${part} is no XML (${fault.message})`, remedy)
  })
  parser.on('opentag', (tag) => {
    if (open.length > limits.nesting)
      throw new Unreadable(`its part ${part} nests more than ${limits.nesting} deep`, remedy)
    open.push({name: nameOf(tag), attributes: attributesOf(tag), children: []})
  })
  parser.on('closetag', () => {
    const done = open.pop() as Open
    open.at(-1)?.children.push(done)
  })
  parser.on('text', (text) => {
    open.at(-1)?.children.push(text)
  })
  parser.on('cdata', (text) => {
    open.at(-1)?.children.push(text)
  })
  parser.write(textOf(bytes, part)).close()
  const root = top.children.find((child): child is XmlElement => typeof child !== 'string')
  if (!root) throw new Unreadable(`its part ${part} is empty`, remedy)
  return root
}

const nameOf = ({uri, local, name}: {uri: string; local: string; name: string}): string => {
  const prefix = prefixes[uri]
  return prefix === undefined ? name : `${prefix}:${local}`
}

const attributesOf = ({attributes}: SaxesTagNS): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.values(attributes).map((each) => [nameOf(each), each.value]))

const textOf = (bytes: Uint8Array, part: string): string => {
  const label =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8'
  try {
    return new TextDecoder(label, {fatal: true}).decode(bytes)
  } catch {
    throw new Unreadable(`its part ${part} is no ${label.toUpperCase()} text`, remedy)
  }
}

/** The element children, those with this name if one is given. */
export const elementsIn = (element: XmlElement | undefined, name?: string): readonly XmlElement[] =>
  (element?.children ?? []).filter(
    (child): child is XmlElement => typeof child !== 'string' && (name === undefined || child.name === name),
  )

/** The first child with this name. */
export const childOf = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  elementsIn(element, name)[0]

/** All text inside an element, in order. */
export const textIn = (element: XmlElement): string =>
  element.children.map((child) => (typeof child === 'string' ? child : textIn(child))).join('')
