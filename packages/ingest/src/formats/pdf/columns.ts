import type {Part, Row} from './rows.ts'

/** Rows that one gutter parts: where they end, and the parts on each side. */
export interface Band {
  readonly end: number
  readonly sides: readonly Row[]
}

const narrowest = 12
const fewestRows = 3

/** The rows from `start` that one gutter parts, as its two sides; null where they are no columns. */
export const bandFrom = (rows: readonly Row[], start: number): Band | null => {
  if ((rows[start] as Row).length < 2) return null
  let gutter = {from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY}
  let end = start
  let both = 0
  for (; end < rows.length; end++) {
    const next = narrowed(gutter, rows[end] as Row)
    if (!next) break
    gutter = next
    if ((rows[end] as Row).length > 1) both++
  }
  while (end > start && (rows[end - 1] as Row).length < 2 && !isColumnTail(rows[end - 1] as Row, gutter.to)) end--
  const own = rows.slice(start, end).flat()
  const left = own.filter(({right}) => right <= gutter.from + 0.5)
  const side = own.filter(({x}) => x >= gutter.to - 0.5)
  const tabled = own.some(({table}) => table?.pieces.some(({type}) => type !== 'input'))
  if (!tabled && (both < fewestRows || !isColumn(left) || !isColumn(side))) return null
  if (left.length === 0 || side.length === 0) return null
  return {end, sides: [left, side]}
}

const isColumnTail = (row: Row, gutter: number): boolean => row.every(({x}) => x >= gutter - 0.5)

/** The gutter as far as it goes on through a row: the row's widest gap in it, or all of it where the row stands on one side. */
const narrowed = ({from, to}: {from: number; to: number}, row: Row): {from: number; to: number} | null => {
  const inner = row.slice(1).map(({x}, n) => ({from: Math.max(from, (row[n] as Part).right), to: Math.min(to, x)}))
  const [only] = row
  const ends =
    row.length === 1 && only && Number.isFinite(from)
      ? only.right <= to - narrowest
        ? [{from: Math.max(from, only.right), to}]
        : only.x >= from + narrowest
          ? [{from, to: Math.min(to, only.x)}]
          : []
      : []
  const best = [...inner, ...ends]
    .filter((gap) => gap.to - gap.from >= narrowest)
    .sort((a, b) => b.to - b.from - (a.to - a.from))[0]
  return best ?? null
}

/** Columns are made of words; a row of marks, labels or figures beside a text is none. */
const isColumn = (parts: readonly Part[]): boolean => {
  const lines = parts.flatMap(({line}) => (line ? [line] : []))
  if (lines.length < fewestRows) return parts.some(({table}) => table)
  const said = lines.reduce((sum, {text}) => sum + text.split(/\s+/u).length, 0)
  return said / lines.length >= 1.8
}
