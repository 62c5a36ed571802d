import {type Line, lineOf, segments} from './lines.ts'
import {markerOf} from './marker.ts'
import type {Run} from './page.ts'
import {type Grid, para} from './pieces.ts'

/** A table without rules: lines whose parts stand at the same places. */
export interface AlignedTable {
  /** How many of the lines it takes. */
  readonly length: number
  readonly grid: Grid
}

const near = 4
const fewestRows = 2
const longestLabel = 5

/** The table that begins at the first of these lines, top to bottom, or null. A line that only fills places of the row above, close under it, goes
 *  on with its cells. Two columns are a table only where the first holds short names: columns of prose are none. */
export const alignedTable = (lines: readonly Line[], leading: number): AlignedTable | null => {
  const [first] = lines
  const heads = first ? segments(first, 1.8) : []
  if (!first || heads.length < 2 || markerOf(first.text) !== null || /:$/u.test(heads[0]?.text ?? '')) return null
  const places = heads.map(({x}) => x)
  const aligned = alignedLines(lines, places)
  const goesOn = continuations(aligned, places.length, leading)
  const rows: Line[][][] = []
  let length = 0
  for (const [n, {parts, columns}] of aligned.entries()) {
    if (!goesOn[n] && (columns[0] !== 0 || columns.length < 2)) break
    if (!goesOn[n]) rows.push(places.map(() => []))
    for (const [m, part] of parts.entries()) rows.at(-1)?.[columns[m] as number]?.push(part)
    length = n + 1
  }
  return isTable(rows, places.length) ? {length, grid: gridOf(rows)} : null
}

interface Aligned {
  readonly y: number
  readonly parts: readonly Line[]
  /** The place each part stands at. */
  readonly columns: readonly number[]
}

const alignedLines = (lines: readonly Line[], places: readonly number[]): readonly Aligned[] => {
  const found: Aligned[] = []
  for (const line of lines) {
    const parts = cutAt(line, places)
    const columns = parts.map(({x}) => places.findIndex((place) => Math.abs(place - x) < near))
    if (columns.includes(-1) || new Set(columns).size < columns.length) break
    found.push({y: line.y, parts, columns})
  }
  return found
}

/** Which lines go on with the row above: where rows are set apart, those that are not; else those close under it that leave a place empty. */
const continuations = (lines: readonly Aligned[], width: number, leading: number): readonly boolean[] => {
  const gaps = lines.map(({y}, n) => (n === 0 ? Number.POSITIVE_INFINITY : y - (lines[n - 1] as Aligned).y))
  const known = gaps.slice(1)
  const least = Math.min(...known)
  const apart = known.length > 0 && Math.max(...known) > 1.18 * least && least < 1.3 * leading
  return lines.map(({columns}, n) =>
    apart ? (gaps[n] as number) < 1.1 * least : columns.length < width && (gaps[n] as number) < 1.25 * leading,
  )
}

/** A line cut where a run begins at one of the places, however near the run before it ends. */
const cutAt = (line: Line, places: readonly number[]): readonly Line[] => {
  const groups: Run[][] = []
  for (const run of line.runs.filter(({text}) => text.trim() !== '')) {
    if (groups.length === 0 || places.some((place) => Math.abs(place - run.x) < near)) groups.push([run])
    else groups.at(-1)?.push(run)
  }
  return groups.flatMap((runs) => segments(lineOf(runs, line.page) as Line, 1.8))
}

const said = (cell: readonly Line[]): number =>
  cell.map(({text}) => text.split(/\s+/u).length).reduce((a, b) => a + b, 0)

const isTable = (rows: readonly (readonly (readonly Line[])[])[], width: number): boolean => {
  if (rows.length < fewestRows) return false
  const wide = rows.filter((row) => row.filter((cell) => cell.length > 0).length >= 2).length
  if (wide < rows.length) return false
  if (width > 2) return true
  return rows.length > fewestRows && rows.every(([name]) => said(name ?? []) <= longestLabel)
}

const gridOf = (rows: readonly (readonly (readonly Line[])[])[]): Grid => ({
  type: 'grid',
  page: rows[0]?.flat()[0]?.page ?? 1,
  headed:
    rows.length > 1 &&
    (rows[0] ?? []).every((cell) => cell.length > 0 && cell.every(({bold}) => bold)) &&
    !(rows[1] ?? []).flat().every(({bold}) => bold),
  rows: rows.map((row) => row.map((cell) => (cell.length === 0 ? [] : [para(cell)]))),
})
