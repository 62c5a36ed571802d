import {childOf, elementsIn, type XmlElement} from '@hedgerow/office'
import {letters, repeatedLetters, roman} from '../numerals.ts'
import type {FlowNumber} from '../flow/flow.ts'
import {symbolsOf} from '../word/symbols.ts'
import {wholeOf} from '../word/styles.ts'

/** A list that is being counted: what each of its levels has come to. */
export interface Counted {
  readonly key: string
  readonly style: string | undefined
  readonly counts: (number | undefined)[]
}

const levelStyles = /^text:(?:list-level-style-(?:number|bullet|image)|outline-level-style)$/u

const known = new WeakMap<XmlElement, ReadonlyMap<number, XmlElement>>()

const levelsOf = (style: XmlElement): ReadonlyMap<number, XmlElement> => {
  const done = known.get(style)
  if (done) return done
  const levels = new Map(
    elementsIn(style)
      .filter(({name}) => levelStyles.test(name))
      .map((level) => [(wholeOf(level.attributes['text:level']) ?? 1) - 1, level] as const),
  )
  known.set(style, levels)
  return levels
}

const startOf = (level: XmlElement | undefined): number => wholeOf(level?.attributes['text:start-value']) ?? 1

/** Counts a step at a level (from 0) of a list, from `start` on where the step says so. */
export const count = (
  {counts}: Counted,
  style: XmlElement | undefined,
  level: number,
  start: number | undefined,
): void => {
  const before = counts[level]
  counts[level] = start ?? (before === undefined ? startOf(style && levelsOf(style).get(level)) : before + 1)
  counts.length = level + 1
}

/** What is printed before a step that has just been counted; null where that is nothing. */
export const printed = ({key, counts}: Counted, style: XmlElement | undefined, level: number): FlowNumber | null => {
  const own = style && levelsOf(style).get(level)
  const shared = {list: key, level, value: counts[level] ?? 0}
  if (!own) return {...shared, text: null, tick: false}
  const {attributes} = own
  if (!/-number$|outline-level-style$/u.test(own.name)) {
    const font = childOf(own, 'style:text-properties')?.attributes
    const drawn = symbolsOf(attributes['text:bullet-char'] ?? '', font?.['style:font-name'] ?? font?.['fo:font-family'])
    return {...shared, text: null, tick: /[☐□❏❑]/u.test(drawn)}
  }
  const text = numberText(style, level, counts).replace(/\s+/gu, ' ').trim()
  return text === '' ? null : {...shared, text, tick: false}
}

const numberText = (style: XmlElement, level: number, counts: readonly (number | undefined)[]): string => {
  const levels = levelsOf(style)
  const {attributes} = levels.get(level) as XmlElement
  const at = (k: number): string => {
    const other = levels.get(k)
    return formatted(counts[k] ?? startOf(other), other?.attributes ?? {})
  }
  const pattern = attributes['style:num-list-format'] ?? attributes['loext:num-list-format']
  if (pattern !== undefined) return pattern.replace(/%(\d{1,2})%/gu, (_, k: string) => at(Number(k) - 1))
  if ((attributes['style:num-format'] ?? '') === '')
    return `${attributes['style:num-prefix'] ?? ''}${attributes['style:num-suffix'] ?? ''}`
  const shown = Math.min(Math.max(wholeOf(attributes['text:display-levels']) ?? 1, 1), level + 1)
  const numbers = Array.from({length: shown}, (_, n) => at(level - shown + 1 + n)).filter((text) => text !== '')
  return `${attributes['style:num-prefix'] ?? ''}${numbers.join('.')}${attributes['style:num-suffix'] ?? ''}`
}

const formatted = (n: number, attributes: Readonly<Record<string, string>>): string => {
  const small = attributes['style:num-letter-sync'] === 'true' ? repeatedLetters : letters
  switch (attributes['style:num-format'] ?? '') {
    case '':
      return ''
    case 'a':
      return small(n)
    case 'A':
      return small(n).toUpperCase()
    case 'i':
      return roman(n)
    case 'I':
      return roman(n).toUpperCase()
    default:
      return String(n)
  }
}

/** How far the words of a level stand from the margin, in twentieths of a point; a fixed step a level where the style does not say. */
export const indentOf = (style: XmlElement | undefined, level: number): number => {
  const properties = childOf(style && levelsOf(style).get(level), 'style:list-level-properties')
  const margin = childOf(properties, 'style:list-level-label-alignment')?.attributes['fo:margin-left']
  const attributes: Readonly<Record<string, string>> = properties?.attributes ?? {}
  const before = wholeOf(attributes['text:space-before']) ?? 0
  const label = wholeOf(attributes['text:min-label-width'])
  return wholeOf(margin) ?? (label === undefined ? (level + 1) * 360 : before + label)
}

/** Hands out the lists of a document, new ones and those that go on. */
export interface Lists {
  readonly of: (list: XmlElement) => Counted
  readonly heading: Counted
}

/** Lists with nothing counted yet. */
export const noLists = (): Lists => {
  const byId = new Map<string, Counted>()
  const byStyle = new Map<string, Counted>()
  let n = 0
  return {
    heading: {key: 'headings', style: undefined, counts: []},
    of: ({attributes}) => {
      const style = attributes['text:style-name']
      const on = attributes['text:continue-list']
      const same = attributes['text:continue-numbering'] === 'true' ? byStyle.get(style ?? '') : undefined
      const found = (on === undefined ? undefined : byId.get(on)) ?? same
      const list = found ? {...found, style: style ?? found.style} : {key: `list ${++n}`, style, counts: []}
      const id = attributes['xml:id'] ?? attributes['text:id']
      if (id !== undefined) byId.set(id, list)
      byStyle.set(style ?? '', list)
      return list
    },
  }
}
