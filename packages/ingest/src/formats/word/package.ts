import {elementsIn, type Parts, partsOf, Unreadable, type XmlElement, xmlOf} from '@hedgerow/office'
import type {Limits} from '../../limits.ts'

/** The parts of a Word document that hold its text and say how it is numbered; those it lacks are undefined. */
export interface WordPackage {
  readonly document: XmlElement
  readonly styles: XmlElement | undefined
  readonly numbering: XmlElement | undefined
  readonly footnotes: XmlElement | undefined
  readonly endnotes: XmlElement | undefined
  readonly comments: XmlElement | undefined
  readonly settings: XmlElement | undefined
  readonly core: XmlElement | undefined
  readonly custom: XmlElement | undefined
  /** The part that a relationship of the document leads to. */
  readonly related: (id: string) => XmlElement | undefined
}

const again = 'open it in Word and save it again as .docx'
const others: readonly (readonly [RegExp, string, string])[] = [
  [/^xl\//u, 'an Excel workbook', '.xlsx'],
  [/^ppt\//u, 'a PowerPoint presentation', '.pptx'],
]

interface Relation {
  readonly id: string
  readonly kind: string
  readonly path: string
}

/** The parts of a .docx. Throws Unreadable, saying what is missing, for what is none. */
export const wordPackage = (bytes: Uint8Array, limits: Limits): WordPackage => {
  const parts = partsOf(bytes, (path) => /\.(?:xml|rels)$|^mimetype$|^content\.xml$/iu.test(path), limits)
  const xml = (path: string | undefined): XmlElement | undefined => {
    const found = path === undefined ? undefined : parts.get(path)
    return found && path !== undefined ? xmlOf(found, path, limits) : undefined
  }
  const top = relations(xml('_rels/.rels'), '')
  const main = top.find(({kind}) => kind === 'officeDocument')?.path ?? 'word/document.xml'
  const document = xml(main)
  if (!document) refuse(parts, main)
  if (document?.name !== 'w:document') refuse(parts, main)
  const folder = main.slice(0, main.lastIndexOf('/') + 1)
  const own = relations(xml(`${folder}_rels/${main.slice(folder.length)}.rels`), folder)
  const part = (kind: string): XmlElement | undefined =>
    xml(own.find((each) => each.kind === kind)?.path ?? `${folder}${kind}.xml`)
  const property = (kind: string, path: string): XmlElement | undefined =>
    xml(top.find((each) => each.kind === kind)?.path ?? path)
  return {
    document: document as XmlElement,
    styles: part('styles'),
    numbering: part('numbering'),
    footnotes: part('footnotes'),
    endnotes: part('endnotes'),
    comments: part('comments'),
    settings: part('settings'),
    core: property('core-properties', 'docProps/core.xml'),
    custom: property('custom-properties', 'docProps/custom.xml'),
    related: (id) => xml(own.find((each) => each.id === id)?.path),
  }
}

const refuse = (parts: Parts, main: string): never => {
  const paths = [...parts.keys()]
  for (const [pattern, name, extension] of others)
    if (paths.some((path) => pattern.test(path)))
      throw new Unreadable(`it is ${name} under another name`, `rename it to ${extension}`)
  const mime = new TextDecoder().decode(parts.get('mimetype') ?? new Uint8Array())
  if (mime.includes('opendocument') || parts.has('content.xml'))
    throw new Unreadable('it is an OpenDocument file under another name', `rename it to ${openDocument(mime)}`)
  if (parts.has(main)) throw new Unreadable(`its part ${main} is no Word text`, again)
  throw new Unreadable(`its part ${main}, which holds the text, is missing`, again)
}

const openDocument = (mime: string): string => (mime.includes('spreadsheet') ? '.ods' : '.odt')

/** Where the relationships of a part in `folder` lead; those to web addresses and the like are left out. */
const relations = (rels: XmlElement | undefined, folder: string): readonly Relation[] =>
  elementsIn(rels, 'rel:Relationship')
    .filter(({attributes}) => attributes['TargetMode'] !== 'External')
    .map(({attributes}) => ({
      id: attributes['Id'] ?? '',
      kind: (attributes['Type'] ?? '').split('/').at(-1) ?? '',
      path: resolved(attributes['Target'] ?? '', folder),
    }))

const resolved = (target: string, folder: string): string => {
  if (target.startsWith('/')) return target.slice(1)
  const found: string[] = []
  for (const step of (folder + target).split('/')) {
    if (step === '..') found.pop()
    else if (step !== '.' && step !== '') found.push(step)
  }
  return found.join('/')
}
