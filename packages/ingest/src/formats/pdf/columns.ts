import type {Part, Row} from './rows.ts'

/** Rows that one gutter parts: where they end, and the parts on each side. */
export interface Band {
  readonly end: number
  /** Where the right side begins. */
  readonly gutter: number
  readonly sides: readonly [left: Row, right: Row]
}

const narrowest = 12
const fewestRows = 3

/** The rows from `start` that one gutter parts, as its two sides; null where they are no columns. The right column may begin a line before the left. */
export const bandFrom = (rows: readonly Row[], start: number): Band | null => {
  const [first, next] = [rows[start] as Row, rows[start + 1]]
  if (first.length > 1) return partedFrom(rows, start)
  const band = next && next.length > 1 && isClose(first, next) ? partedFrom(rows, start + 1) : null
  if (!band || !first.every(({x}) => x >= band.gutter - 0.5)) return null
  const [left, right] = band.sides
  return {...band, sides: [left, [...first, ...right]]}
}

const partedFrom = (rows: readonly Row[], start: number): Band | null => {
  let gutter = {from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY}
  let end = start
  let both = 0
  for (; end < rows.length; end++) {
    const next = narrowed(gutter, rows[end] as Row)
    if (!next) break
    gutter = next
    if ((rows[end] as Row).length > 1) both++
  }
  while (end > start && !isTail(rows, end - 1, gutter.to)) end--
  const own = rows.slice(start, end).flat()
  const left = own.filter(({right}) => right <= gutter.from + 0.5)
  const side = own.filter(({x}) => x >= gutter.to - 0.5)
  const tabled = own.some(({table}) => table?.pieces.some(({type}) => type !== 'input'))
  if (!tabled && (both < fewestRows || !isColumn(left) || !isColumn(side))) return null
  if (left.length === 0 || side.length === 0) return null
  return {end, gutter: gutter.to, sides: [left, side]}
}

/** Whether a row still belongs to the columns: it stands on both sides, or on the right, or goes on close under the left one. */
const isTail = (rows: readonly Row[], n: number, gutter: number): boolean => {
  const row = rows[n] as Row
  return row.length > 1 || row.every(({x}) => x >= gutter - 0.5) || (n > 0 && isClose(rows[n - 1] as Row, row))
}

const isClose = (above: Row, below: Row): boolean => {
  const [low, high] = [Math.max(...above.map(({bottom}) => bottom)), Math.min(...below.map(({top}) => top))]
  return high - low < 0.6 * Math.max(...below.map(({top, bottom}) => bottom - top))
}

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
