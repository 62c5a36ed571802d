import {element, type Markup, xmlPart} from './markup.ts'

const namespaces = {
  types: 'http://schemas.openxmlformats.org/package/2006/content-types',
  relationships: 'http://schemas.openxmlformats.org/package/2006/relationships',
  core: 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties',
} as const

/** A relationship: `id` is what the part refers to it by (`rId1`), `kind` the last step of its type or the whole address of one, `target` where it leads. */
export interface Relationship {
  readonly id: string
  readonly kind: string
  readonly target: string
  /** A web address and the like: no part of the file. */
  readonly isExternal?: boolean
}

const kindAddress = (kind: string): string =>
  kind.includes('://') ? kind : `http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}`

/** The `.rels` part of these relationships. */
export const relationships = (all: readonly Relationship[]): string =>
  xmlPart(element('Relationships', {xmlns: namespaces.relationships}, all.map(relationship)))

const relationship = ({id, kind, target, isExternal}: Relationship): Markup =>
  element('Relationship', {
    Id: id,
    Type: kindAddress(kind),
    Target: target,
    TargetMode: isExternal ? 'External' : null,
  })

/** The part `[Content_Types].xml`: by extension (`rels` and `xml` need not be given) and by path without a leading slash. */
export const contentTypes = (
  byExtension: Readonly<Record<string, string>>,
  byPath: Readonly<Record<string, string>>,
): string => {
  const extensions = {
    rels: 'application/vnd.openxmlformats-package.relationships+xml',
    xml: 'application/xml',
    ...byExtension,
  }
  return xmlPart(
    element(
      'Types',
      {xmlns: namespaces.types},
      Object.entries(extensions).map(([extension, type]) =>
        element('Default', {Extension: extension, ContentType: type}),
      ),
      Object.entries(byPath).map(([path, type]) => element('Override', {PartName: `/${path}`, ContentType: type})),
    ),
  )
}

/** What a file says of itself. `day` is the ISO date given by the caller: no clock is asked. */
export interface CoreProperties {
  readonly title: string
  readonly creator: string
  readonly day: string
  readonly subject?: string
}

/** The part `docProps/core.xml`; its relationship is of the kind `corePropertiesKind`, its content type `corePropertiesType`. */
export const coreProperties = ({title, creator, day, subject}: CoreProperties): string => {
  const moment = {'xsi:type': 'dcterms:W3CDTF'}
  return xmlPart(
    element(
      'cp:coreProperties',
      {
        'xmlns:cp': namespaces.core,
        'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
        'xmlns:dcterms': 'http://purl.org/dc/terms/',
        'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
      },
      element('dc:title', {}, title),
      subject === undefined ? null : element('dc:subject', {}, subject),
      element('dc:creator', {}, creator),
      element('cp:lastModifiedBy', {}, creator),
      element('dcterms:created', moment, `${day}T00:00:00Z`),
      element('dcterms:modified', moment, `${day}T00:00:00Z`),
    ),
  )
}

/** Kind and content type of `docProps/core.xml`. */
export const corePropertiesKind =
  'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties'
export const corePropertiesType = 'application/vnd.openxmlformats-package.core-properties+xml'
