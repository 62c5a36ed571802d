import type {Box} from './drawn.ts'
import {type Line, lineOf, segments} from './lines.ts'
import {markerOf} from './marker.ts'
import type {Piece} from './pieces.ts'

/** A ruled table, frame or input, where it stands. */
export interface Table {
  readonly box: Box
  readonly pieces: readonly Piece[]
}

/** A segment of a line, or a table. */
export interface Part extends Box {
  readonly line?: Line
  readonly table?: Table
}

/** What stands side by side. */
export type Row = readonly Part[]

/** A gap of so many letters' heights parts what stands side by side. */
const gapEms = 1.8

/** Lines and tables by height: what shares a height is a row, left to right. */
export const rowsOf = (lines: readonly Line[], tables: readonly Table[]): readonly Row[] => {
  const parts: readonly Part[] = [
    ...lines.flatMap((line) =>
      segmentsOf(line).map(
        (each): Part => ({
          line: each,
          x: each.x,
          right: each.right,
          top: each.y - each.size * 0.8,
          bottom: each.y + each.size * 0.2,
        }),
      ),
    ),
    ...tables.map((table): Part => ({...table.box, table})),
  ].sort((a, b) => a.top - b.top || a.x - b.x)
  const rows: Part[][] = []
  let low = Number.NEGATIVE_INFINITY
  for (const part of parts) {
    const middle = (part.top + part.bottom) / 2
    const row = rows.at(-1)
    if (row && part.line && middle < low && row.every(({line}) => line)) row.push(part)
    else if (row && part.top < low - 2 && row.some(({x, right}) => part.x > right + 4 || part.right < x - 4)) {
      row.push(part)
      low = Math.max(low, part.bottom)
    } else {
      rows.push([part])
      low = part.bottom
    }
  }
  return rows.map((row) => [...row].sort((a, b) => a.x - b.x))
}

/** A line's segments, a mark or label kept with what it stands before. */
const segmentsOf = (line: Line): readonly Line[] => {
  const all = segments(line, gapEms)
  const [first, second, ...rest] = all
  if (!first || !second) return all
  const isMark = markerOf(`${first.text} x`) !== null && first.text.length < 6
  return isMark ? [lineOf([...first.runs, ...second.runs], line.page) ?? first, ...rest] : all
}

/** Segments on one baseline put together again. */
export const wholeLines = (row: Row): readonly Line[] =>
  baselines(row).flatMap((line) => (segments(line, gapEms).length === 2 ? farApart(line) : [line]))

/** The lines of a row, whatever gaps they have. */
export const baselines = (row: Row): readonly Line[] => {
  const byHeight = new Map<string, Line[]>()
  for (const {line} of row)
    if (line) byHeight.set(line.y.toFixed(1), [...(byHeight.get(line.y.toFixed(1)) ?? []), line])
  return [...byHeight.values()].flatMap(
    (own) =>
      lineOf(
        own.flatMap(({runs}) => runs),
        (own[0] as Line).page,
      ) ?? [],
  )
}

const farEms = 8

/** Two things printed at the two ends of a line are two lines, unless the first is a label or mark of the second. */
const farApart = (line: Line): readonly Line[] => {
  const parts = segments(line, farEms)
  const [first] = parts
  return first && (/:$/u.test(first.text) || markerOf(`${first.text} x`) !== null) ? [line] : parts
}

/** The tables of a row. */
export const tablesIn = (row: Row): readonly Table[] => row.flatMap(({table}) => (table ? [table] : []))
