/** How a step is marked: what is printed, which kind of mark it is and which of its kind. */
export interface Marker {
  /** As printed, or null for a bullet. */
  readonly printed: string | null
  /** Marks of one list share a style. A letter that may be a Roman number has two. */
  readonly kinds: readonly {readonly style: string; readonly value: number}[]
  /** Where the words after the mark begin. */
  readonly at: number
}

const bullet = /^([•●▪◦·‣○■□➢➤►▶✓✔❖◆\uF000-\uF0FF]|[o*–-](?=\s))\s*/u
const numbered = /^(?!\(\d{3})(\(?)(\d{1,3}|[a-z]|[A-Z]|[ivxl]{2,6}|[IVXL]{2,6})(\)\.?|\.\)|\.)(?:\s+|(?=\p{L}{2}))/u
const romans: Readonly<Record<string, number>> = {i: 1, v: 5, x: 10, l: 50, c: 100}

const romanValue = (text: string): number | null => {
  if (!/^x{0,4}(?:ix|iv|v?i{0,3})$|^l(?:x{0,3})(?:ix|iv|v?i{0,3})$/u.test(text) || text === '') return null
  const digits = [...text].map((letter) => romans[letter] ?? 0)
  return digits.reduce((sum, digit, n) => sum + (digit < (digits[n + 1] ?? 0) ? -digit : digit), 0)
}

/** The mark a line starts with, or null. `4.1` is none: it numbers a paragraph, not a step of a list. */
export const markerOf = (text: string): Marker | null => {
  const dot = bullet.exec(text)
  if (dot)
    return dot[0].length < text.length
      ? {printed: null, kinds: [{style: dot[1] as string, value: 0}], at: dot[0].length}
      : null
  const found = numbered.exec(text)
  if (!found || found[0].length >= text.length) return null
  const [whole, open = '', word = '', close = ''] = found
  const kinds = kindsOf(word).map(({style, value}) => ({style: `${open}${style}${close}`, value}))
  return kinds.length === 0 ? null : {printed: `${open}${word}${close}`, kinds, at: whole.length}
}

const kindsOf = (word: string): readonly {readonly style: string; readonly value: number}[] => {
  if (/^\d/u.test(word)) return [{style: '1', value: Number(word)}]
  const small = word.toLowerCase()
  const upper = word !== small
  const roman = romanValue(small)
  return [
    ...(roman === null ? [] : [{style: upper ? 'I' : 'i', value: roman}]),
    ...(word.length === 1 ? [{style: upper ? 'A' : 'a', value: small.charCodeAt(0) - 96}] : []),
  ]
}

/** Whether `next` is the mark after `last` in one list; bullets follow bullets of their kind. */
export const follows = (last: Marker, next: Marker): boolean =>
  next.kinds.some(({style, value}) =>
    last.kinds.some(
      (each) => each.style === style && (last.printed === null ? next.printed === null : value === each.value + 1),
    ),
  )

/** Whether a list may begin with this mark. */
export const begins = (marker: Marker): boolean =>
  marker.printed === null || marker.kinds.some(({value}) => value === 1)
