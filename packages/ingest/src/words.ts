import type {Words} from './blocks.ts'

type Piece = Words['pieces'][number]

/** Stands where a reader blanked out leftover markup without moving what follows; never part of any text. */
export const filler = '\uE000'

/** Words that stand nowhere in the source. */
export const plainWords = (text: string): Words => ({text, pieces: [], strong: []})

/** Collects text as it is read, white space made single spaces, with the way back to the source. */
export interface Writing {
  readonly add: (value: string, offset: number | null) => void
  readonly lineBreak: () => void
  readonly bold: (inside: () => void) => void
  readonly words: () => Words
}

const invisible = /[\u00AD\u200B-\u200D\u2060\uFEFF\uE000]/gu
const untidy = /[^\S ]|  |[\u00AD\u200B-\u200D\u2060\uFEFF\uE000]/u
const runs = /[^\s\u00AD\u200B-\u200D\u2060\uFEFF\uE000]+|\s+/gu

/** An empty page to write on. */
export const writing = (): Writing => {
  let text = ''
  const pieces: Piece[] = []
  const strong: [number, number][] = []
  // Kept beside the text: asking a growing string for its end would flatten it every time.
  let last = ''
  let length = 0
  const open = (): boolean => last !== '' && last !== ' ' && last !== '\n'
  const put = (run: string, offset: number | null): void => {
    const piece = pieces.at(-1)
    if (offset !== null && (!piece || piece.offset - piece.at !== offset - length)) pieces.push({at: length, offset})
    text += run
    length += run.length
    last = run.at(-1) ?? last
  }
  const add = (value: string, offset: number | null): void => {
    if (!untidy.test(value)) {
      const skip = value.startsWith(' ') && !open() ? 1 : 0
      if (value.length > skip) put(value.slice(skip), offset === null ? null : offset + skip)
      return
    }
    for (const {0: run, index} of value.matchAll(runs)) {
      const at = offset === null ? null : offset + index
      if (/\S/u.test(run)) put(run, at)
      else if (open()) put(' ', at)
    }
  }
  const lineBreak = (): void => {
    if (last === ' ') {
      text = text.slice(0, -1)
      last = text.at(-1) ?? ''
    }
    if (last !== '' && last !== '\n') text += last = '\n'
    length = text.length
  }
  const bold = (inside: () => void): void => {
    const from = text.length
    inside()
    const to = text.trimEnd().length
    if (to > from) strong.push([from + (text.slice(from).match(/^\s*/u) as RegExpMatchArray)[0].length, to])
  }
  return {add, lineBreak, bold, words: () => tidy({text, pieces, strong})}
}

const tidy = (words: Words): Words => {
  const text = words.text.trimEnd()
  return {
    text,
    pieces: words.pieces.filter(({at}) => at < text.length),
    strong: apart(
      words.strong.map(([from, to]) => [from, Math.min(to, text.length)] as const).filter(([from, to]) => to > from),
    ),
  }
}

/** Spans in order, those that touch or hold one another made one: bold within bold is bold. */
const apart = (spans: Words['strong']): Words['strong'] => {
  const found: (readonly [number, number])[] = []
  for (const [from, to] of [...spans].sort(([a], [b]) => a - b)) {
    const last = found.at(-1)
    if (last && from <= last[1]) found[found.length - 1] = [last[0], Math.max(last[1], to)]
    else found.push([from, to])
  }
  return found
}

/** Text as councils' editors leave it, with what cannot be seen removed and white space made single spaces. */
export const squeezed = (text: string): string => text.replace(invisible, '').replace(/\s+/gu, ' ').trim()

/** The index of the first piece that begins after `at`. */
const pieceAfter = (pieces: readonly Piece[], at: number): number => {
  let low = 0
  let high = pieces.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((pieces[middle] as Piece).at > at) high = middle
    else low = middle + 1
  }
  return low
}

/** The offset in the source of the character at `at`, or null for words that stand nowhere. */
export const offsetAt = (words: Words, at: number): number | null => {
  const found = words.pieces[pieceAfter(words.pieces, at) - 1]
  return found ? found.offset + (at - found.at) : null
}

/** The words from `start` to `end` (exclusive), white space at both ends left out. */
export const part = (words: Words, start: number, end: number = words.text.length): Words => {
  let from = Math.max(0, start)
  let to = Math.min(end, words.text.length)
  while (from < to && /\s/u.test(words.text[from] as string)) from++
  while (to > from && /\s/u.test(words.text[to - 1] as string)) to--
  if (from === 0 && to === words.text.length) return words
  const first = offsetAt(words, from)
  const inner = words.pieces
    .slice(pieceAfter(words.pieces, from), pieceAfter(words.pieces, to - 1))
    .map((piece) => ({at: piece.at - from, offset: piece.offset}))
  return {
    text: words.text.slice(from, to),
    pieces: first === null || to === from ? inner : [{at: 0, offset: first}, ...inner],
    strong: words.strong
      .map(([a, b]) => [Math.max(a, from) - from, Math.min(b, to) - from] as const)
      .filter(([a, b]) => b > a),
  }
}

/** The words line by line, where the document breaks its lines on purpose. */
export const lines = (words: Words): readonly Words[] => {
  if (!words.text.includes('\n')) return words.text === '' ? [] : [words]
  const found: Words[] = []
  let from = 0
  for (const line of words.text.split('\n')) {
    if (line.trim() !== '') found.push(part(words, from, from + line.length))
    from += line.length + 1
  }
  return found
}

/** Several words as one, joined by `mark`. */
export const joined = (all: readonly Words[], mark: string): Words => {
  let text = ''
  const pieces: Piece[] = []
  const strong: (readonly [number, number])[] = []
  for (const [n, words] of all.entries()) {
    if (n > 0) text += mark
    const shift = text.length
    pieces.push(...words.pieces.map(({at, offset}) => ({at: at + shift, offset})))
    strong.push(...words.strong.map(([from, to]) => [from + shift, to + shift] as const))
    text += words.text
  }
  return {text, pieces, strong}
}

/** Whether all of the words stand in bold, marks and spaces between aside. */
export const isBold = (words: Words): boolean => {
  if (words.strong.length === 0) return false
  let rest = ''
  let at = 0
  for (const [from, to] of words.strong) {
    rest += words.text.slice(at, from)
    at = to
  }
  return !/[\p{L}\p{N}]/u.test(rest + words.text.slice(at))
}

/** Text without the characters at its end that `mark` is. A pattern anchored at the end would search a long run again from each of its characters. */
export const withoutEnd = (text: string, mark: RegExp): string => {
  let end = text.length
  while (end > 0 && mark.test(text[end - 1] as string)) end--
  return text.slice(0, end)
}
