import stringWidth from 'string-width'

/** What part a piece of a line plays; the palette says how it looks. */
export type Role =
  | 'plain'
  | 'title'
  | 'faint'
  | 'selected'
  | 'marked'
  | 'key'
  | 'good'
  | 'differs'
  | 'bad'
  | 'unsure'
  | 'accent'

/** A piece of a line, of one look. */
export interface Span {
  readonly text: string
  readonly role: Role
}

/** One line of a screen. */
export type Line = readonly Span[]

export const span = (text: string, role: Role = 'plain'): Span => ({text, role})

export const line = (text: string, role: Role = 'plain'): Line => [span(text, role)]

export const blank: Line = []

/** Signs that take one column each whatever stands beside them: letters of Latin, the punctuation of English print, arrows, signs of reckoning, boxes and bars. Nearly every
 *  text is of these alone, and measuring the others takes a hundred times as long. */
const plainSigns =
  /^[\x20-\x7e\u00a1-\u00ac\u00ae-\u02ff\u2010-\u2027\u2030-\u205e\u2190-\u22ff\u2500-\u257f\u2580-\u2595]*$/u

/** What must not reach a terminal out of a document: what drives it, and what turns the direction of writing. */
const unruly = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu

/** Signs that show nothing; terminals disagree on how wide they are. */
const unseen = /[\u00ad\u180e\u200b\u2060-\u2064\ufeff]/gu

/** A text that cannot drive a terminal: a blank for each sign that would, nothing for signs that show nothing. */
export const harmless = (text: string): string =>
  plainSigns.test(text) ? text : text.replace(unruly, ' ').replace(unseen, '')

/** Columns a string takes in a terminal, harmless: wide signs two, combining ones none. */
export const widthOf = (text: string): number => (plainSigns.test(text) ? text.length : stringWidth(harmless(text)))

/** Columns a line takes. */
export const lineWidth = (spans: Line): number => spans.reduce((sum, {text}) => sum + widthOf(text), 0)

const segmenter = new Intl.Segmenter('en', {granularity: 'grapheme'})

const graphemes = (text: string): readonly string[] =>
  plainSigns.test(text) ? [...text] : [...segmenter.segment(text)].map(({segment}) => segment)

/** The longest beginning of a string that takes at most so many columns; never half a sign. */
export const beginning = (text: string, columns: number): string => {
  if (columns <= 0) return ''
  if (plainSigns.test(text)) return text.slice(0, columns)
  let [kept, width] = ['', 0]
  for (const sign of graphemes(text)) {
    width += widthOf(sign)
    if (width > columns) return kept
    kept += sign
  }
  return kept
}

/** A string in exactly so many columns: cut with an ellipsis or filled with blanks. */
export const fitted = (text: string, columns: number, ellipsis = '…'): string => {
  const width = widthOf(text)
  if (width <= columns) return text + ' '.repeat(columns - width)
  const kept = beginning(text, columns - widthOf(ellipsis))
  return fitted(columns < widthOf(ellipsis) ? '' : kept + ellipsis, columns, '')
}

/** The same, flush right. */
export const fittedRight = (text: string, columns: number): string => {
  const width = widthOf(text)
  return width <= columns ? ' '.repeat(columns - width) + text : fitted(text, columns)
}

/** A line in at most so many columns; cut with an ellipsis. */
export const cut = (spans: Line, columns: number, ellipsis = '…'): Line => {
  if (lineWidth(spans) <= columns) return spans
  const kept: Span[] = []
  let room = columns - widthOf(ellipsis)
  for (const {text, role} of spans) {
    const own = beginning(text, room)
    if (own !== '') kept.push({text: own, role})
    room -= widthOf(own)
    if (own !== text) {
      kept.push({text: ellipsis, role})
      break
    }
  }
  return kept
}

/** A line in exactly so many columns. */
export const filled = (spans: Line, columns: number): Line => {
  const own = cut(spans, columns)
  const rest = columns - lineWidth(own)
  return rest > 0 ? [...own, span(' '.repeat(rest))] : own
}

/** A line in one look from end to end, as the selected one of a list. */
export const inRole = (spans: Line, role: Role, columns: number): Line => [
  span(
    filled(spans, columns)
      .map(({text}) => text)
      .join(''),
    role,
  ),
]

/** Columns of running text where there are more: longer lines are hard to read on from one to the next. */
const longest = 132

/** Columns of running text in the room there is. */
export const measured = (columns: number): number => Math.min(columns, longest)

/** What a line says. */
export const lineText = (spans: Line): string => spans.map(({text}) => text).join('')

/** So many columns that no line is folded: for what is read out. */
export const aloudColumns = 100_000

/** Lines to be read out, each as a sentence of its own. */
export const sentences = (texts: readonly string[]): string =>
  texts
    .map((text) => text.replace(/\s+/gu, ' ').trim())
    .filter((text) => text !== '')
    .map((text) => (/[.!?:;][)”’]*$/u.test(text) ? text : `${text}.`))
    .join(' ')

interface Word extends Span {
  /** Whether a blank stands before it. */
  readonly spaced: boolean
}

const wordsOf = (spans: Line): readonly Word[] => {
  const words: Word[] = []
  let spaced = false
  for (const {text, role} of spans)
    for (const part of text.split(/(\s+)/u)) {
      if (part === '') continue
      if (/^\s/u.test(part)) spaced = true
      else {
        words.push({text: part, role, spaced})
        spaced = false
      }
    }
  return words
}

/** Words too long for a line, in pieces that are not. */
const broken = (word: Word, columns: number): readonly Word[] => {
  if (widthOf(word.text) <= columns) return [word]
  const pieces: Word[] = []
  let rest = word.text
  while (rest !== '') {
    const piece = beginning(rest, columns) || (graphemes(rest)[0] as string)
    pieces.push({...word, text: piece, spaced: pieces.length === 0 && word.spaced})
    rest = rest.slice(piece.length)
  }
  return pieces
}

/** Words that stand together without a blank, as a word whose end is marked does. */
const clumps = (words: readonly Word[]): readonly (readonly Word[])[] => {
  const found: Word[][] = []
  for (const word of words) {
    if (word.spaced || found.length === 0) found.push([word])
    else found.at(-1)?.push(word)
  }
  return found
}

/** A line that is being filled, and how many columns it takes. */
interface Filling {
  readonly spans: Span[]
  width: number
}

const begunWith = (spans: Line): Filling => ({spans: [...spans], width: lineWidth(spans)})

/** Puts a text at a line's end: into its last span where that looks the same. */
const put = (at: Filling, text: string, role: Role, width: number): void => {
  const last = at.spans.at(-1)
  if (last?.role === role) at.spans[at.spans.length - 1] = {text: last.text + text, role}
  else at.spans.push({text, role})
  at.width += width
}

/** Spans in lines of at most `columns`, broken between words, and within a word only where it is longer than a line; each line after `indent`, the
 *  first after `first`. At least one line. */
export const folded = (spans: Line, columns: number, indent: Line = [], first: Line = indent): readonly Line[] => {
  const lines: Line[] = []
  let [at, begun] = [begunWith(first), false]
  const least = Math.max(1, columns - Math.max(lineWidth(indent), lineWidth(first)))
  const widthIn = (clump: readonly Word[]): number => clump.reduce((sum, {text}) => sum + widthOf(text), 0)
  const clumped = clumps(wordsOf(spans)).flatMap((clump) =>
    widthIn(clump) <= least ? [clump] : clump.flatMap((word) => broken(word, least).map((piece) => [piece])),
  )
  for (const clump of clumped) {
    const [head] = clump as readonly [Word, ...Word[]]
    const spaced = begun && head.spaced
    if (begun && at.width + (spaced ? 1 : 0) + widthIn(clump) > columns) {
      lines.push(at.spans)
      at = begunWith(indent)
    } else if (spaced) put(at, ' ', at.spans.at(-1)?.role === head.role ? head.role : 'plain', 1)
    for (const {text, role} of clump) put(at, text, role, widthOf(text))
    begun = true
  }
  return [...lines, at.spans]
}

/** A text in lines. */
export const foldedText = (text: string, columns: number, role: Role = 'plain', indent = ''): readonly Line[] =>
  folded(line(text, role), columns, indent === '' ? [] : line(indent))

/** Columns of lines beside each other: each as wide as said, `gap` columns between; as many lines as the longest has. */
export const beside = (
  columns: readonly {readonly lines: readonly Line[]; readonly width: number}[],
  gap: Line = line('  '),
): readonly Line[] =>
  Array.from({length: Math.max(0, ...columns.map(({lines}) => lines.length))}, (_, at) =>
    columns.flatMap(({lines, width}, column) => [
      ...(column === 0 ? [] : gap),
      ...(column === columns.length - 1 ? cut(lines[at] ?? [], width) : filled(lines[at] ?? [], width)),
    ]),
  )
