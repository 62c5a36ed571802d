import {childOf, elementsIn, type XmlElement} from '@hedgerow/office'
import {inWords, ordinal, repeatedLetters, roman} from '../numerals.ts'
import type {FlowNumber} from '../flow/flow.ts'
import {isOn, paragraphLook, type Styles, valueOf, wholeOf} from './styles.ts'
import {symbolsOf} from './symbols.ts'

interface Level {
  readonly start: number
  readonly format: string
  readonly text: string
  /** From which level on (1 is the outermost) it begins anew; null for every level above it, 0 for none. */
  readonly restart: number | null
  readonly legal: boolean
  readonly style: string | undefined
  readonly indent: number | undefined
  readonly font: string | undefined
}

interface List {
  /** Of the abstract list, whose counters all lists that point at it share. */
  readonly key: string
  readonly level: (at: number) => Level | undefined
  readonly levels: ReadonlyMap<number, Level>
  readonly startOver: ReadonlyMap<number, number>
}

/** The lists of a document, asked by the id of their `w:num`; `next` counts, and so must be asked once for each paragraph in order. */
export interface Numbering {
  /** The level of a list that a style is tied to. */
  readonly levelOf: (list: string, line: readonly string[]) => number | undefined
  readonly indentOf: (list: string, level: number) => number | undefined
  /** Counts a paragraph at a level of a list; what is printed before it, or null when that is nothing. */
  readonly next: (list: string, level: number) => FlowNumber | null
}

const deepest = 8
const clamped = (level: number): number => Math.min(Math.max(level, 0), deepest)

/** The automatic numbers of a document, counted as its paragraphs come. */
export const numberingOf = (root: XmlElement | undefined, styles: Styles): Numbering => {
  const lists = listsOf(root, styles)
  const counters = new Map<string, (number | undefined)[]>()
  const begun = new Set<string>()
  const count = (id: string, list: List, at: number): readonly (number | undefined)[] => {
    const counts = counters.get(list.key) ?? []
    counters.set(list.key, counts)
    const over = begun.has(`${id} ${at}`) ? undefined : list.startOver.get(at)
    begun.add(`${id} ${at}`)
    const before = counts[at]
    counts[at] = over ?? (before === undefined ? (list.level(at)?.start ?? 1) : before + 1)
    for (let below = at + 1; below <= deepest; below++) {
      const restart = list.level(below)?.restart ?? null
      if (restart === null || at < restart) counts[below] = undefined
    }
    return counts
  }
  return {
    levelOf: (id, line) =>
      line.flatMap((style) =>
        [...(lists(id)?.levels ?? [])].flatMap(([at, level]) => (level.style === style ? [at] : [])),
      )[0],
    indentOf: (id, level) => lists(id)?.level(clamped(level))?.indent,
    next: (id, level) => {
      const list = lists(id)
      const at = clamped(level)
      const own = list?.level(at)
      if (!list || !own) return null
      const counts = count(id, list, at)
      return printed(list, own, at, counts)
    },
  }
}

const printed = (list: List, level: Level, at: number, counts: readonly (number | undefined)[]): FlowNumber | null => {
  const shared = {list: list.key, level: at, value: counts[at] ?? 0}
  const drawn = symbolsOf(level.text, level.font)
  // A bullet that draws nothing sets text under the step before it.
  if (level.format === 'bullet' && drawn.trim() === '') return null
  if (level.format === 'bullet') return {...shared, text: null, tick: /[☐□❏❑]/u.test(drawn)}
  const text = level.text
    .replace(/%([1-9])/gu, (_, digit: string) => {
      const k = Number(digit) - 1
      const other = list.level(k)
      if (!other || k > at) return ''
      return formatted(counts[k] ?? other.start, level.legal && other.format !== 'none' ? 'decimal' : other.format)
    })
    .replace(/\s+/gu, ' ')
    .trim()
  if (text === '') return null
  return /[\p{L}\p{N}]/u.test(text)
    ? {...shared, text, tick: false}
    : {...shared, text: null, tick: /[☐□❏❑]/u.test(drawn)}
}

const formats: Readonly<Record<string, (n: number) => string>> = {
  decimalZero: (n) => (n >= 0 && n < 10 ? `0${n}` : String(n)),
  lowerLetter: repeatedLetters,
  upperLetter: (n) => repeatedLetters(n).toUpperCase(),
  lowerRoman: roman,
  upperRoman: (n) => roman(n).toUpperCase(),
  ordinal,
  cardinalText: inWords,
  chicago: (n) => ('*†‡§'[(Math.max(n, 1) - 1) % 4] as string).repeat(Math.min(Math.ceil(Math.max(n, 1) / 4), 9)),
  none: () => '',
  bullet: () => '',
}

/** `n` in one of Word's number formats; in one that is not known, its digits. */
export const formatted = (n: number, format: string): string => (formats[format] ?? String)(n)

const listsOf = (root: XmlElement | undefined, styles: Styles): ((id: string) => List | undefined) => {
  const abstracts = new Map(
    elementsIn(root, 'w:abstractNum').map((each) => [each.attributes['w:abstractNumId'] ?? '', each]),
  )
  const nums = new Map(elementsIn(root, 'w:num').map((each) => [each.attributes['w:numId'] ?? '', each]))
  const known = new Map<string, List | undefined>()
  const abstractOf = (id: string, depth: number): XmlElement | undefined => {
    const abstract = abstracts.get(valueOf(nums.get(id), 'w:abstractNumId') ?? '')
    const link = valueOf(abstract, 'w:numStyleLink')
    if (link === undefined || depth > 9) return abstract
    const target = styles.numbering(link)
    return (target === undefined || target === id ? undefined : abstractOf(target, depth + 1)) ?? abstract
  }
  return (id) => {
    if (id === '0') return undefined
    if (!known.has(id)) known.set(id, listOf(nums.get(id), abstractOf(id, 0)))
    return known.get(id)
  }
}

const listOf = (num: XmlElement | undefined, abstract: XmlElement | undefined): List | undefined => {
  if (!num || !abstract) return undefined
  const overrides = elementsIn(num, 'w:lvlOverride').map(
    (each) => [wholeOf(each.attributes['w:ilvl']) ?? 0, each] as const,
  )
  const own = overrides.flatMap(([, each]) => elementsIn(each, 'w:lvl'))
  const levels = new Map(
    [...elementsIn(abstract, 'w:lvl'), ...own].map((each) => [wholeOf(each.attributes['w:ilvl']) ?? 0, levelOf(each)]),
  )
  const startOver = new Map(
    overrides.flatMap(([at, each]) => {
      const start = wholeOf(valueOf(each, 'w:startOverride'))
      return start === undefined ? [] : [[at, start] as const]
    }),
  )
  return {key: abstract.attributes['w:abstractNumId'] ?? '', level: (at) => levels.get(at), levels, startOver}
}

const levelOf = (element: XmlElement): Level => ({
  start: wholeOf(valueOf(element, 'w:start')) ?? 0,
  format: valueOf(element, 'w:numFmt') ?? customFormat(element),
  text: childOf(element, 'w:lvlPicBulletId') ? '•' : (valueOf(element, 'w:lvlText') ?? ''),
  restart: wholeOf(valueOf(element, 'w:lvlRestart')) ?? null,
  legal: isOn(childOf(element, 'w:isLgl')) ?? false,
  style: valueOf(element, 'w:pStyle'),
  indent: paragraphLook(childOf(element, 'w:pPr')).indent,
  font: childOf(childOf(element, 'w:rPr'), 'w:rFonts')?.attributes['w:ascii'],
})

/** Newer formats stand beside an older one for programs that do not know them. */
const customFormat = (element: XmlElement): string =>
  valueOf(childOf(childOf(element, 'mc:AlternateContent'), 'mc:Fallback'), 'w:numFmt') ?? 'decimal'
