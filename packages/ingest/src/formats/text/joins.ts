import type {Words} from '../../blocks.ts'
import {filler, writing} from '../../words.ts'
import type {TextLine} from './lines.ts'

/** What decides whether two lines are one. */
export interface Wrapping {
  /** Characters after which the document's lines are broken, or null when each line is a paragraph. */
  readonly width: number | null
  /** Words of the document in small letters, to tell a hyphen from a broken word. */
  readonly words: ReadonlySet<string>
}

const narrowest = 40
const widest = 132

/** How a document breaks its lines. */
export const wrappingOf = (lines: readonly TextLine[], source: string): Wrapping => {
  const lengths = lines
    .map(({raw}) => raw.trimEnd().length)
    .filter((length) => length > 0)
    .sort((a, b) => a - b)
  const long = lengths[Math.floor(lengths.length * 0.95)] ?? 0
  const words = new Set(source.toLowerCase().match(/\p{L}+(?:-\p{L}+)*/gu) ?? [])
  return {width: long >= narrowest && long <= widest ? long : null, words}
}

const lineStart =
  /^(?:\((?:[a-z]{1,2}|[ivx]{1,5}|\d{1,2})\)|[a-z]\)|[ivx]{1,5}[.)]|\d+(?:\.\d+)+\.?\s|[•●▪◦·‣☐☑☒□→✓✔\uF000-\uF0FF]|\[[ xX]?\]\s)/u
const lineEnd = /(?:_{3,}|\.{5,}|…{2,}|:)$/u
/** Columns set with spaces: such lines are rows, not running text. */
const columns = /\S {3,}\S/u

/** Lines as one run of words: lines that the width broke are joined, others stay lines of their own. */
export const joinedLines = (lines: readonly (TextLine & {readonly skip?: number})[], wrapping: Wrapping): Words => {
  const out = writing()
  for (const [n, line] of lines.entries()) {
    const skip = line.skip ?? 0
    const below = lines[n + 1]
    const joins = below !== undefined && areOne(line, below, wrapping)
    const cut = joins && endsInBrokenWord(line.text, below.text, wrapping.words)
    const said = withBoxes(line.text)
    out.add(cut ? said.slice(skip, -1) + filler : said.slice(skip), line.offset + skip)
    if (below && !joins) out.lineBreak()
    else if (below && !(joins && /\p{L}-$/u.test(endOf(line.text)))) out.add(' ', line.offset + line.text.length)
  }
  return out.words()
}

/** Tick boxes typed in brackets as the mark they stand for, at the same offsets. */
const withBoxes = (said: string): string =>
  said.replace(/\[([ xX]?)\](?=\s|$)/gu, (whole: string, mark: string) =>
    (mark.trim() === '' ? '☐' : '☑').padEnd(whole.length, filler),
  )

/** The end of a line. A pattern anchored there would search a long run of one mark again from each of its characters. */
const endOf = (said: string): string => said.slice(-40)

const areOne = (line: TextLine, below: TextLine, {width}: Wrapping): boolean => {
  if (
    lineStart.test(below.text) ||
    lineEnd.test(endOf(line.text)) ||
    columns.test(line.text) ||
    columns.test(below.text)
  )
    return false
  if (line.raw.includes('\t', line.raw.length - line.raw.trimStart().length)) return false
  if (width === null) return /^\p{Ll}/u.test(below.text) && !/[.;:!?]$/u.test(line.text)
  // A line is full when the next one's first word had no room on it.
  const [word = ''] = below.text.split(/\s/u)
  return (
    line.raw.trimEnd().length + 1 + word.length > width * 0.9 ||
    (/^\p{Ll}/u.test(below.text) && !/[.:!?]$/u.test(line.text))
  )
}

/** What goes before a hyphen that belongs to the word. */
const prefix =
  /^(?:multi|inter|non|co|self|well|pre|post|cross|long|short|high|low|step|half|full|part|sub|anti|semi|ex|mid|follow|early|child|out)$/iu

const endsInBrokenWord = (line: string, below: string, words: ReadonlySet<string>): boolean => {
  if (!line.endsWith('-')) return false
  const head = /(\p{L}+)-$/u.exec(endOf(line))?.[1]?.toLowerCase()
  const tail = /^\p{Ll}{1,40}/u.exec(below)?.[0]
  if (head === undefined || tail === undefined) return false
  if (words.has(head + tail)) return true
  return !words.has(`${head}-${tail}`) && !prefix.test(head)
}
