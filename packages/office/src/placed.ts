import {prefixOf} from './xml.ts'

/** An element with where it stands in the text of its part, so that what is around it can be kept to the letter. */
export interface PlacedElement {
  /** With the standard's own prefix (`w:p`), whatever the part calls it. */
  readonly name: string
  /** As the part writes it. */
  readonly tag: string
  readonly attributes: Readonly<Record<string, string>>
  /** Offsets: of its first character, of what is inside, and of what follows it. */
  readonly start: number
  readonly inside: readonly [start: number, end: number]
  readonly end: number
  readonly children: readonly (PlacedElement | string)[]
}

/** A tag, a comment, an instruction or a section of text. Well-formed XML without DOCTYPE is nothing but these and plain text. */
const token =
  /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[([\s\S]*?)\]\]>|<(\/?)([^\s/>]+)((?:[^>"']|"[^"]*"|'[^']*')*?)(\/?)>/gu
const attribute = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/gu

interface Open {
  readonly name: string
  readonly tag: string
  readonly attributes: Readonly<Record<string, string>>
  readonly spaces: Readonly<Record<string, string>>
  readonly start: number
  readonly from: number
  readonly children: (PlacedElement | string)[]
}

/** The root element of a part's text with the place of everything in it. Only for text that `xmlOf` reads: what is no XML is not told here. */
export const placedXml = (text: string): PlacedElement => {
  const top: Open = {name: '', tag: '', attributes: {}, spaces: {}, start: 0, from: 0, children: []}
  const open: Open[] = [top]
  let at = 0
  for (const match of text.matchAll(token)) {
    const current = open.at(-1) as Open
    if (match.index > at) current.children.push(unescaped(text.slice(at, match.index)))
    at = match.index + match[0].length
    const [, section, slash, tag, rest = '', selfClosed] = match
    if (section !== undefined) current.children.push(section)
    else if (tag === undefined) continue
    else if (slash === '/') closed(open, match.index, at)
    else {
      open.push(opened(tag, rest, current, match.index, at))
      if (selfClosed === '/') closed(open, at, at)
    }
  }
  const root = top.children.find((child): child is PlacedElement => typeof child !== 'string')
  if (!root) throw new TypeError('Expected XML with a root element, got none')
  return root
}

const opened = (tag: string, rest: string, parent: Open, start: number, from: number): Open => {
  const raw = [...rest.matchAll(attribute)].map(
    ([, name = '', double, single]) => [name, unescaped(double ?? single ?? '')] as const,
  )
  const declared = raw.flatMap(([name, value]) =>
    name === 'xmlns' ? [['', value]] : name.startsWith('xmlns:') ? [[name.slice(6), value]] : [],
  ) as [string, string][]
  const spaces = declared.length === 0 ? parent.spaces : {...parent.spaces, ...Object.fromEntries(declared)}
  const attributes = Object.fromEntries(raw.map(([name, value]) => [usual(name, spaces, false), value]))
  return {name: usual(tag, spaces, true), tag, attributes, spaces, start, from, children: []}
}

const closed = (open: Open[], until: number, end: number): void => {
  const {name, tag, attributes, start, from, children} = open.pop() as Open
  open.at(-1)?.children.push({name, tag, attributes, start, inside: [from, until], end, children})
}

/** A name with the standard's prefix for its namespace. */
const usual = (name: string, spaces: Readonly<Record<string, string>>, isElement: boolean): string => {
  const [, prefix = '', local = name] = /^(?:([^:]*):)?(.*)$/su.exec(name) ?? []
  if (prefix === '' && !isElement) return name
  const known = prefixOf(spaces[prefix] ?? '')
  return known === undefined ? name : `${known}:${local}`
}

const named: Readonly<Record<string, string>> = {amp: '&', lt: '<', gt: '>', quot: '"', apos: "'"}

const unescaped = (text: string): string =>
  text.includes('&')
    ? text.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/giu, (whole, hex?: string, decimal?: string, name?: string) =>
        hex !== undefined
          ? String.fromCodePoint(Number.parseInt(hex, 16))
          : decimal !== undefined
            ? String.fromCodePoint(Number(decimal))
            : (named[name ?? ''] ?? whole),
      )
    : text

/** The element children, those with this name if one is given. */
export const placedIn = (element: PlacedElement, name?: string): readonly PlacedElement[] =>
  element.children.filter(
    (child): child is PlacedElement => typeof child !== 'string' && (name === undefined || child.name === name),
  )

/** All text inside, in order. */
export const placedText = (element: PlacedElement): string =>
  element.children.map((child) => (typeof child === 'string' ? child : placedText(child))).join('')
