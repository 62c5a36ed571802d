import {alignedTable} from './aligned-rows.ts'
import {bandFrom} from './columns.ts'
import type {Box} from './drawn.ts'
import {type Lattice, latticesOf} from './grids.ts'
import {inputsOn} from './inputs.ts'
import {type Line, lineOf, linesByPlace} from './lines.ts'
import type {PdfPage, Run} from './page.ts'
import {leadingOf, paragraphsOf} from './paragraphs.ts'
import {para, type Piece} from './pieces.ts'
import {baselines, type Row, rowsOf, type Table, tablesIn, wholeLines} from './rows.ts'

/** A page's pieces by where they stand: ruled tables and frames, columns, paragraphs. */
export const placedPieces = (page: PdfPage): readonly Piece[] => {
  const ruled = latticesOf(page.drawn).filter((each) => holdsText(each, page.runs) && !isPage(each, page))
  const lattices = withoutNested(ruled)
  const {inputs, runs} = inputsOn(page, lattices)
  const leading = leadingOf(linesByPlace(runs, page.number))
  const sideways = turnedLines(page)
  const known = new Map<string, readonly Piece[]>()
  // A cell over several rows holds the same pieces in each.
  const within = (box: Box): readonly Piece[] => {
    const key = `${box.x} ${box.top} ${box.right} ${box.bottom}`
    const found = known.get(key) ?? piecesIn(box)
    known.set(key, found)
    return found
  }
  const piecesIn = (box: Box): readonly Piece[] => {
    const level = linesByPlace(
      runs.filter((run) => isIn(run, box)),
      page.number,
    )
    const turned = box.right - box.x < narrow ? sideways.filter((each) => isInside(each.box, box)) : []
    const asked = inputs.filter(({box: own}) => isInside(own, box))
    const aside = turned.length > 0 ? [para(turned.map(({line}) => line))] : []
    if (level.length === 0) return [...aside, ...asked.flatMap(({pieces}) => pieces)]
    return [...aside, ...placed(level, asked, Math.min(leading, leadingOf(level) * 1.2))]
  }
  const free = linesByPlace(
    runs.filter((run) => !lattices.some((each) => isIn(run, each))),
    page.number,
  )
  const tables = lattices.map((each) => ({box: each, pieces: latticePieces(each, page.number, within)}))
  const loose = inputs.filter(({box}) => !lattices.some((each) => isInside(box, each)))
  const cells = lattices.flatMap(({rows}) => rows.flat()).filter(({x, right}) => right - x < narrow)
  const aside = sideways.filter(({box}) => !cells.some((each) => isInside(box, each)))
  return placed([...free, ...aside.map(({line}) => line)], [...tables, ...loose], leading)
}

const isInside = (inner: Box, {x, right, top, bottom}: Box): boolean => {
  const [across, down] = [(inner.x + inner.right) / 2, (inner.top + inner.bottom) / 2]
  return across > x && across < right && down > top && down < bottom
}

/** Words set along the side of a form or table: the line they are when turned back, and the room they take. */
interface Turned {
  readonly line: Line
  readonly box: Box
}

/** A page's turned words in the order they are read in: side by side as lines are one below the other. */
const turnedLines = ({runs, number}: PdfPage): readonly Turned[] => {
  const sideways = runs.filter(({turned, text}) => (turned === 90 || turned === 270) && text.trim() !== '')
  const columns = new Map<number, Run[]>()
  for (const run of sideways) columns.set(Math.round(run.x / 6), [...(columns.get(Math.round(run.x / 6)) ?? []), run])
  const found = [...columns.values()].flatMap(stretches).flatMap((own): readonly Turned[] => {
    const [top, bottom] = [
      Math.min(...own.map((run) => ends(run).top)),
      Math.max(...own.map((run) => ends(run).bottom)),
    ]
    const back = own.map((run) => ({...run, y: top + run.size, right: run.x + run.size, turned: 0}))
    const line = lineOf(back, number)
    return line ? [{line, box: {x: line.x - line.size, right: line.x, top, bottom}}] : []
  })
  const down = sideways[0]?.turned === 90
  return found.sort((a, b) => (down ? b.box.x - a.box.x : a.box.x - b.box.x))
}

/** A cell as narrow as this holds turned words; a wider one only happens to reach under them. */
const narrow = 70

/** How far a turned run reaches up and down: read upwards it begins at the bottom. */
const ends = ({turned, y, x, right}: Run): {top: number; bottom: number} =>
  turned === 270 ? {top: y - (right - x), bottom: y} : {top: y, bottom: y + (right - x)}

/** Turned runs one after the other, cut where a gap parts them. */
const stretches = (runs: readonly Run[]): readonly (readonly Run[])[] => {
  const up = runs[0]?.turned === 270
  const sorted = [...runs].sort((a, b) => (up ? b.y - a.y : a.y - b.y))
  const groups: Run[][] = []
  for (const run of sorted) {
    const last = groups.at(-1)?.at(-1)
    const gap = last ? (up ? ends(last).top - ends(run).bottom : ends(run).top - ends(last).bottom) : 0
    if (!last || gap > run.size) groups.push([run])
    else groups.at(-1)?.push(gap > 0.2 * run.size ? {...run, text: ` ${run.text}`} : run)
  }
  return groups
}

const isIn = ({x, right, y, size}: Run, box: Box): boolean => {
  const middle = (x + right) / 2
  const height = y - size / 3
  return middle > box.x && middle < box.right && height > box.top && height < box.bottom
}

const holdsText = (box: Box, runs: readonly Run[]): boolean =>
  runs.some((run) => run.text.trim() !== '' && isIn(run, box))

/** A frame round the whole page is decoration. */
const isPage = ({rows, top, bottom, x, right}: Lattice, {width, height}: PdfPage): boolean =>
  rows.length === 1 && rows[0]?.length === 1 && bottom - top > 0.8 * height && right - x > 0.8 * width

const holds = (outer: Box, inner: Box): boolean =>
  inner.x >= outer.x - 2 &&
  inner.right <= outer.right + 2 &&
  inner.top >= outer.top - 2 &&
  inner.bottom <= outer.bottom + 2

const withoutNested = (all: readonly Lattice[]): readonly Lattice[] =>
  all.filter(
    (each) =>
      !all.some(
        (other) =>
          other !== each && holds(other, each) && (!holds(each, other) || all.indexOf(other) < all.indexOf(each)),
      ),
  )

const latticePieces = (lattice: Lattice, page: number, within: (box: Box) => readonly Piece[]): readonly Piece[] => {
  const rows = lattice.rows.map((row) => row.map(within)).filter((row) => row.some((cell) => cell.length > 0))
  if (rows.length === 1 && rows[0]?.length === 1) return [{type: 'frame', page, pieces: rows[0][0] ?? []}]
  return [{type: 'grid', page, headed: isHeaded(rows), rows}]
}

/** A first row set apart in bold heads its table. */
const isHeaded = (rows: readonly (readonly (readonly Piece[])[])[]): boolean => {
  const [first, ...rest] = rows
  const bold = (cell: readonly Piece[]): boolean =>
    cell.every((piece) => piece.type === 'para' && piece.lines.every((line) => line.bold))
  return (
    first !== undefined &&
    first.length > 1 &&
    rest.length > 0 &&
    first.every((cell) => cell.length > 0 && bold(cell)) &&
    !rest.every((row) => row.every(bold))
  )
}

/** Lines and tables from top to bottom, side by side where a gutter parts them. */
const placed = (lines: readonly Line[], tables: readonly Table[], leading: number): readonly Piece[] => {
  const rows = rowsOf(lines, tables)
  const found: Piece[] = []
  let flow: Line[] = []
  const flush = (): void => {
    if (flow.length > 0) found.push(...paragraphsOf(flow, leading))
    flow = []
  }
  for (let at = 0; at < rows.length; ) {
    const aligned = alignedTable(rowLines(rows, at), leading)
    const band = aligned ? null : bandFrom(rows, at)
    if (band) {
      flush()
      for (const side of band.sides) found.push(...placed(wholeLines(side), tablesIn(side), leading))
      at = band.end
      continue
    }
    if (aligned) {
      flush()
      found.push(aligned.grid)
      at += aligned.length
      continue
    }
    const row = rows[at] as Row
    flow.push(...wholeLines(row))
    for (const {pieces} of tablesIn(row)) {
      flush()
      found.push(...pieces)
    }
    at++
  }
  flush()
  return found
}

/** The lines of the rows from `start`, as far as each row is one line. */
const rowLines = (rows: readonly Row[], start: number): readonly Line[] => {
  if ((rows[start] as Row).length < 2) return []
  const found: Line[] = []
  for (const row of rows.slice(start)) {
    const lines = baselines(row)
    if (lines.length !== 1 || row.some(({table}) => table)) break
    found.push(lines[0] as Line)
  }
  return found
}
