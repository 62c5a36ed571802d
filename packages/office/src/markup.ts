/** An element to be written, with its prefix as written (`w:p`). An attribute that is null or undefined is left out. */
export interface Markup {
  readonly name: string
  readonly attributes: Readonly<Record<string, string | number | null | undefined>>
  readonly children: readonly (Markup | string)[]
}

type Attributes = Markup['attributes']
type Child = Markup | string | null | undefined | readonly (Markup | string)[]

/** An element: `element('w:t', {'xml:space': 'preserve'}, 'words')`. Children may be elements, text, lists of both, or null for nothing. */
export const element = (name: string, attributes: Attributes = {}, ...children: readonly Child[]): Markup => ({
  name,
  attributes,
  children: children.flatMap((child) => (child === null || child === undefined ? [] : child)),
})

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

/** A whole part: the XML declaration and its root element. */
export const xmlPart = (root: Markup): string => declaration + markup(root)

/** Elements and text as XML, escaped by construction. */
export const markup = (node: Markup | string): string => {
  if (typeof node === 'string') return escapedText(node)
  const open = `<${node.name}${Object.entries(node.attributes).map(attribute).join('')}`
  return node.children.length === 0 ? `${open}/>` : `${open}>${node.children.map(markup).join('')}</${node.name}>`
}

const attribute = ([name, value]: readonly [string, string | number | null | undefined]): string =>
  value === null || value === undefined ? '' : ` ${name}="${escapedAttribute(String(value))}"`

/** What XML 1.0 cannot hold, not even as a reference: most control characters, halves of pairs, the two last of the plane. */
const unwritable = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu

/** Text as it stands between tags. What XML cannot hold becomes U+FFFD; a carriage return is kept as a reference. */
export const escapedText = (text: string): string =>
  text
    .replace(unwritable, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '&#13;')

const escapedAttribute = (text: string): string =>
  escapedText(text).replaceAll('"', '&quot;').replaceAll('\t', '&#9;').replaceAll('\n', '&#10;')
