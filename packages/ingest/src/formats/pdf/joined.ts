import {type Line} from './lines.ts'
import {follows, markerOf} from './marker.ts'
import {firstLine, type Grid, para, paraText, type Para, type Piece} from './pieces.ts'

/** The pieces of all pages as one document: paragraphs and tables that go on over a page's end are whole again, and a paragraph that
 *  holds several steps is cut at their marks. */
export const joinedPieces = (pieces: readonly Piece[]): readonly Piece[] => {
  const found: Piece[] = []
  // Notes at a page's end wait for what goes on at the top of the next.
  const notes: Piece[] = []
  for (const piece of pieces.flatMap(unwrapped).flatMap(parted)) {
    if (piece.type === 'para' && piece.role === 'note') {
      notes.push(piece)
      continue
    }
    const last = found.at(-1)
    const whole = last ? together(last, piece) : null
    if (whole) found[found.length - 1] = whole
    else {
      if (!isStep(piece)) found.push(...notes.splice(0))
      found.push(piece)
    }
  }
  found.push(...notes)
  return found
}

/** A list is not parted by the notes to it. */
const isStep = (piece: Piece): boolean =>
  piece.type === 'para' && (piece.role === 'item' || markerOf(paraText(piece)) !== null)

/** A frame round one paragraph sets it apart and is no box; a table whose rows mostly hold a single cell, or whose cells hold whole lists, only
 *  sets the page, and is read row by row. */
const unwrapped = (piece: Piece): readonly Piece[] => {
  if (piece.type === 'frame') {
    const inside = piece.pieces.flatMap(unwrapped)
    return inside.length === 1 ? inside : [{...piece, pieces: inside}]
  }
  return piece.type === 'grid' && isLayout(piece) ? piece.rows.flatMap(layoutRow) : [piece]
}

const filled = (row: Grid['rows'][number]): Grid['rows'][number] => row.filter((cell) => cell.length > 0)

const isLayout = ({rows}: Grid): boolean => {
  const single = rows.filter(({length}) => length <= 1).length
  const listing = rows
    .flatMap(filled)
    .filter(
      (cell) => cell.length > 3 && cell.some((piece) => piece.type !== 'para' || markerOf(paraText(piece)) !== null),
    )
  return single * 2 > rows.length || listing.length * 2 > rows.length
}

/** Short cells side by side are one line. */
const layoutRow = (row: Grid['rows'][number]): readonly Piece[] => {
  const cells = filled(row)
  const lines = cells.flatMap((cell) =>
    cell.length === 1 && cell[0]?.type === 'para' && cell[0].lines.length === 1 ? cell[0].lines : [],
  )
  if (cells.length > 1 && lines.length === cells.length) return [para(lines)]
  return cells.flatMap((cell) => cell.flatMap(unwrapped))
}

/** Steps that the document's structure runs together. */
const parted = (piece: Piece): readonly Piece[] => {
  if (piece.type !== 'para' || piece.lines.length < 2) return [piece]
  const groups: Line[][] = []
  for (const line of piece.lines) {
    const first = groups.at(-1)?.[0]
    const [own, next] = [first && markerOf(first.text), markerOf(line.text)]
    if (first && !(own && next && follows(own, next) && Math.abs(first.x - line.x) < 4)) groups.at(-1)?.push(line)
    else groups.push([line])
  }
  return groups.map((lines) => para(lines, piece.role, piece.level))
}

const together = (last: Piece, next: Piece): Piece | null => {
  if (last.type === 'para' && next.type === 'para')
    return isContinued(last, next) ? {...last, lines: [...last.lines, ...next.lines]} : null
  if (last.type === 'grid' && next.type === 'grid' && next.page === last.page + 1) return wholeGrid(last, next)
  return null
}

/** Whether a paragraph at the top of a page, or broken off by the document's structure, goes on with the one before it. */
const isContinued = (last: Para, next: Para): boolean => {
  const end = last.lines.at(-1) as Line
  const start = firstLine(next)
  if (markerOf(start.text) !== null || last.role === 'note' || next.role === 'heading' || last.role === 'heading')
    return false
  if (Math.abs(end.size - start.size) > 0.6 || end.bold !== start.bold) return false
  const before = paraText(last)
  if (/[.!?:;]["”’)]*$/u.test(before)) return false
  const open =
    /^[\p{Ll}(]/u.test(start.text) || /[,\p{L}]-$|,$|\b(?:and|or|the|of|to|in|with|for|by|a|an)$/iu.test(before)
  if (!open) return false
  if (start.page === end.page + 1) return true
  // Or at the top of the next column.
  if (start.page === end.page && start.y < end.y - end.size && start.x > end.right) return true
  // Within a page only where the line before was full.
  return (
    start.page === end.page && start.y > end.y && start.y - end.y < 2 * end.size && end.right - end.x > 20 * end.size
  )
}

const cellText = (cell: readonly Piece[]): string =>
  cell.map((piece) => (piece.type === 'para' ? paraText(piece) : '')).join(' ')

const rowText = (row: Grid['rows'][number] | undefined): string => (row ?? []).map(cellText).join('|')

/** A table and its next page: a head printed again is dropped, and a row whose first cell is empty goes on with the row before. */
const wholeGrid = (last: Grid, next: Grid): Grid | null => {
  const width = (grid: Grid): number => Math.max(...grid.rows.map(({length}) => length))
  if (width(last) !== width(next)) return null
  const repeated = rowText(last.rows[0]) === rowText(next.rows[0])
  if (next.headed && !repeated) return null
  const [first, ...rest] = repeated ? next.rows.slice(1) : next.rows
  const open = last.rows.at(-1)
  if (first && open && isCut(open, first))
    return {...last, rows: [...last.rows.slice(0, -1), open.map((cell, n) => [...cell, ...(first[n] ?? [])]), ...rest]}
  return {...last, rows: [...last.rows, ...(first ? [first] : []), ...rest]}
}

/** Whether a row goes on over the page's end: the first cell says nothing more, and a cell that does broke off. */
const isCut = (open: Grid['rows'][number], next: Grid['rows'][number]): boolean =>
  open.length === next.length &&
  cellText(next[0] ?? []) === '' &&
  next.every((cell, n) => cellText(cell) === '' || !/[.!?:;]$/u.test(cellText(open[n] ?? []))) &&
  next.some((cell) => cellText(cell) !== '')
