import {childOf, elementsIn, type XmlElement} from '@hedgerow/office'
import type {FlowRole} from '../flow/flow.ts'
import {roleOf} from '../flow/roles.ts'

/** What a style, or a paragraph or run itself, says of how text stands; what it leaves to others is undefined. */
export interface Look {
  readonly heading?: number | null
  readonly bold?: boolean
  readonly hidden?: boolean
  readonly font?: string
  readonly indent?: number
  /** The list it is numbered in: an id of `w:num`, `0` for none. */
  readonly list?: string
  readonly level?: number
}

/** A style with everything it takes over from those it is based on. */
export interface Style extends Look {
  readonly role: FlowRole | null
  readonly id: string
  /** As Word names it in English (`heading 2`), small letters. */
  readonly name: string
  /** Its own id and those of the styles it is based on, nearest first. */
  readonly line: readonly string[]
}

/** The styles of a document, asked by id; one that is not there looks like ordinary text. */
export interface Styles {
  /** The style with this id; without one, that of ordinary paragraphs. */
  readonly paragraph: (id: string | undefined) => Style
  readonly run: (id: string | undefined) => Style
  /** The list that a style of the kind `numbering` stands for. */
  readonly numbering: (id: string) => string | undefined
  /** Whether tables in this style print their first row as a head. */
  readonly headed: (id: string | undefined) => boolean
}

/** Whether a switch such as `w:b` is there and on. */
export const isOn = (element: XmlElement | undefined): boolean | undefined =>
  element ? !/^(?:0|false|off|none)$/u.test(element.attributes['w:val'] ?? 'true') : undefined

/** The `w:val` of a child. */
export const valueOf = (parent: XmlElement | undefined, name: string): string | undefined =>
  childOf(parent, name)?.attributes['w:val']

/** A whole number as printed in an attribute, or undefined; measures with a unit count in twentieths of a point. */
export const wholeOf = (text: string | undefined): number | undefined => {
  const [, digits, unit] = /^\s*(-?\d+(?:\.\d+)?)\s*(pt|in|cm|mm)?/u.exec(text ?? '') ?? []
  if (digits === undefined) return undefined
  const each = {pt: 20, in: 1440, cm: 567, mm: 56.7}[unit ?? ''] ?? 1
  const value = Math.round(Number(digits) * each)
  return Math.abs(value) < 1e9 ? value : undefined
}

/** What a `w:pPr` says. */
export const paragraphLook = (pPr: XmlElement | undefined): Look => {
  const numPr = childOf(pPr, 'w:numPr')
  const ind = childOf(pPr, 'w:ind')?.attributes
  const outline = wholeOf(valueOf(pPr, 'w:outlineLvl'))
  return defined({
    heading: outline === undefined ? undefined : outline >= 0 && outline < 9 ? outline + 1 : null,
    indent: ind ? wholeOf(ind['w:left'] ?? ind['w:start']) : undefined,
    list: valueOf(numPr, 'w:numId'),
    level: wholeOf(valueOf(numPr, 'w:ilvl')),
  })
}

/** What a `w:rPr` says. */
export const runLook = (rPr: XmlElement | undefined): Look => {
  if (!rPr) return {}
  const fonts = childOf(rPr, 'w:rFonts')?.attributes
  return defined({
    bold: isOn(childOf(rPr, 'w:b')),
    hidden: isOn(childOf(rPr, 'w:vanish')),
    font: fonts ? (fonts['w:ascii'] ?? fonts['w:hAnsi']) : undefined,
  })
}

const defined = (look: {readonly [K in keyof Look]: Look[K] | undefined}): Look =>
  Object.fromEntries(Object.entries(look).filter(([, value]) => value !== undefined))

const unknown = (id: string | undefined): Style => {
  const rank = /^heading([1-9])$/iu.exec(id ?? '')?.[1]
  const heading = rank ? Number(rank) : /^title$/iu.test(id ?? '') ? 0 : null
  return {
    id: id ?? '',
    name: (id ?? '').toLowerCase(),
    line: id === undefined ? [] : [id],
    role: null,
    ...(heading === null ? {} : {heading}),
  }
}

/** The styles of a document, each with what it takes over from those it is based on. A document without any has the usual names. */
export const stylesOf = (root: XmlElement | undefined): Styles => {
  const all = elementsIn(root, 'w:style')
  const byId = new Map(all.map((style) => [style.attributes['w:styleId'] ?? '', style]))
  const known = new Map<string, Style>()
  const read = (id: string, line: ReadonlySet<string>): Style => {
    const done = known.get(id)
    if (done) return done
    const element = byId.get(id)
    if (!element) return unknown(id)
    const base = valueOf(element, 'w:basedOn')
    const above = base !== undefined && !line.has(base) && line.size < 100 ? read(base, new Set([...line, base])) : null
    const style = styleOf(element, id, above)
    known.set(id, style)
    return style
  }
  const usual = all.find(
    ({attributes}) => attributes['w:type'] === 'paragraph' && /^(?:1|true|on)$/u.test(attributes['w:default'] ?? ''),
  )?.attributes['w:styleId']
  const of = (id: string | undefined): Style => (id === undefined ? unknown(undefined) : read(id, new Set([id])))
  return {
    paragraph: (id) => of(id ?? usual),
    run: of,
    numbering: (id) => valueOf(childOf(childOf(byId.get(id), 'w:pPr'), 'w:numPr'), 'w:numId'),
    headed: (id) => isHeaded(id, byId),
  }
}

const styleOf = (element: XmlElement, id: string, above: Style | null): Style => {
  const name = (valueOf(element, 'w:name') ?? id).toLowerCase()
  const {heading, ...look} = {...paragraphLook(childOf(element, 'w:pPr')), ...runLook(childOf(element, 'w:rPr'))}
  const rank = /^heading ([1-9])$/u.exec(name)?.[1]
  const own = name === 'title' ? 0 : rank ? Number(rank) : heading
  return {
    ...above,
    ...look,
    ...(own === undefined ? {} : {heading: own}),
    id,
    name,
    role: roleOf(name) ?? above?.role ?? null,
    line: [id, ...(above?.line ?? [])],
  }
}

const isHeaded = (id: string | undefined, byId: ReadonlyMap<string, XmlElement>): boolean => {
  const seen = new Set<string>()
  for (let at = id; at !== undefined && !seen.has(at) && seen.size < 100; at = valueOf(byId.get(at), 'w:basedOn')) {
    seen.add(at)
    const first = elementsIn(byId.get(at), 'w:tblStylePr').find(({attributes}) => attributes['w:type'] === 'firstRow')
    if (first && (childOf(childOf(first, 'w:rPr'), 'w:b') || childOf(childOf(first, 'w:tcPr'), 'w:shd'))) return true
  }
  return false
}
