import {childOf, elementsIn, type XmlElement} from '@hedgerow/office'
import type {FlowRole} from '../flow/flow.ts'
import {roleOf} from '../flow/roles.ts'
import {wholeOf} from '../word/styles.ts'

/** A style with everything it takes over from its parents. */
export interface OdfStyle {
  /** As people see it, small letters: `heading 1`. */
  readonly name: string
  readonly title: boolean
  /** The rank of headings in it, from 1: programs that turn other formats into this one do not always mark them as headings. */
  readonly rank: number | null
  readonly contents: boolean
  readonly role: FlowRole | null
  readonly bold?: boolean
  readonly hidden?: boolean
  readonly font?: string
  /** Twentieths of a point. */
  readonly indent?: number
  /** The list style its headings are numbered in; the empty string for none. */
  readonly list?: string
  readonly shaded?: boolean
}

/** The styles of a document, asked by family and name; one that is not there looks like ordinary text. */
export interface OdfStyles {
  readonly style: (family: string, name: string | undefined) => OdfStyle
  readonly list: (name: string | undefined) => XmlElement | undefined
  /** How headings are numbered that stand in no list. */
  readonly outline: XmlElement | undefined
}

const none: OdfStyle = {name: '', title: false, rank: null, contents: false, role: null}

/** The styles of an OpenDocument text, each with what it takes over from its parents. */
export const odfStyles = (content: XmlElement, styles: XmlElement | undefined): OdfStyles => {
  const homes = [content, styles].flatMap((root) => [
    childOf(root, 'office:automatic-styles'),
    childOf(root, 'office:styles'),
  ])
  const all = homes.flatMap((home) => elementsIn(home))
  const byName = new Map<string, XmlElement>()
  for (const style of all) {
    const key =
      style.name === 'style:style' ? keyOf(style.attributes['style:family'], style.attributes['style:name']) : ''
    if (key !== '' && !byName.has(key)) byName.set(key, style)
  }
  const lists = new Map(
    all
      .filter(({name}) => name === 'text:list-style')
      .map((list) => [list.attributes['style:name'] ?? '', list] as const),
  )
  const known = new Map<string, OdfStyle>()
  const read = (family: string, name: string, depth: number): OdfStyle => {
    const key = keyOf(family, name)
    const done = known.get(key)
    if (done) return done
    const element = byName.get(key)
    if (!element || depth > 100) return {...none, ...ranks(plainName(name))}
    const parent = element.attributes['style:parent-style-name']
    const style = styleOf(element, name, parent === undefined ? none : read(family, parent, depth + 1))
    known.set(key, style)
    return style
  }
  return {
    style: (family, name) => (name === undefined ? none : read(family, name, 0)),
    list: (name) => (name === undefined ? undefined : lists.get(name)),
    outline: all.find(({name}) => name === 'text:outline-style'),
  }
}

const keyOf = (family: string | undefined, name: string | undefined): string => `${family ?? ''} ${name ?? ''}`

/** `Heading_20_1` is `heading 1`. */
const plainName = (name: string): string =>
  name.replace(/_([0-9a-f]{2})_/gu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))).toLowerCase()

const ranks = (name: string): Pick<OdfStyle, 'name' | 'title' | 'rank' | 'contents' | 'role'> => ({
  name,
  title: name === 'title',
  rank: /^heading [1-9]$/u.test(name) ? Number(name.at(-1)) : null,
  contents: /^(?:toc|contents) (?:heading|\d+)$/u.test(name),
  role: roleOf(name),
})

const styleOf = (element: XmlElement, name: string, above: OdfStyle): OdfStyle => {
  const {attributes} = element
  const own = ranks((attributes['style:display-name'] ?? plainName(name)).toLowerCase())
  const text = childOf(element, 'style:text-properties')?.attributes ?? {}
  const paragraph = childOf(element, 'style:paragraph-properties')?.attributes ?? {}
  const back = childOf(element, 'style:table-cell-properties')?.attributes['fo:background-color']
  const look = {
    bold: weight(text['fo:font-weight']),
    hidden: text['text:display'] === undefined ? undefined : text['text:display'] === 'none',
    font: text['style:font-name'] ?? text['fo:font-family'],
    indent: wholeOf(paragraph['fo:margin-left']),
    list: attributes['style:list-style-name'],
    shaded: back === undefined ? undefined : !/^(?:transparent|#ffffff)$/iu.test(back),
  }
  const said = Object.fromEntries(Object.entries(look).filter(([, value]) => value !== undefined))
  return {
    ...above,
    ...said,
    name: own.name,
    title: own.title || above.title,
    rank: own.rank ?? above.rank,
    contents: own.contents || above.contents,
    role: own.role ?? above.role,
  }
}

const weight = (value: string | undefined): boolean | undefined =>
  value === undefined ? undefined : value === 'bold' || Number(value) >= 600
