import type {Box} from './drawn.ts'
import {latticesOf} from './grids.ts'
import {type Line, lineOf, linesInOrder} from './lines.ts'
import type {PdfPage, Run, Tag} from './page.ts'
import {type Grid, para, type Para, type Piece, pieceBox} from './pieces.ts'

const inline =
  /^(?:Span|Link|Em|Strong|Lbl|Reference|Quote|Code|Annot|BibEntry|Ruby|Warichu|Sub|NonStruct|Private|Figure|Formula|content|object)$/u
const cells = /^T[HD]$/u
const groups = /^(?:THead|TBody|TFoot)$/u
const contents = /^TOCI?$/u

/** What is met on the way through a page's structure. */
interface Walk {
  readonly page: PdfPage
  readonly byMark: Map<string, readonly Run[]>
  readonly note: (words: string) => void
}

/** The page as its own structure orders it, or null where that leaves out too much of its text to be trusted. */
export const taggedPieces = (page: PdfPage, note: (words: string) => void): readonly Piece[] | null => {
  if (!page.tags) return null
  const byMark = new Map<string, readonly Run[]>()
  for (const run of page.runs) if (run.mark !== null) byMark.set(run.mark, [...(byMark.get(run.mark) ?? []), run])
  const reached = new Set(marksIn(page.tags))
  const own = page.runs.filter(({artifact, text}) => !artifact && text.trim() !== '')
  for (const stray of own.filter(({mark}) => mark === null || !reached.has(mark))) {
    const beside = nearestOnLine(
      stray,
      own.filter(({mark}) => mark !== null && reached.has(mark)),
    )
    if (!beside?.mark) return null
    byMark.set(beside.mark, [...(byMark.get(beside.mark) ?? []), stray])
  }
  const pieces = flow(page.tags, {page, byMark, note}, null)
  return hasHidden(page, pieces) ? null : inOrder(pieces, page)
}

/** The run on the same line that a run the structure leaves out stands nearest to. */
const nearestOnLine = (stray: Run, runs: readonly Run[]): Run | null => {
  const level = runs.filter(({y, size}) => Math.abs(y - stray.y) < 0.3 * size)
  const gap = (run: Run): number => Math.max(run.x - stray.right, stray.x - run.right)
  return level.reduce<Run | null>((best, run) => (best && gap(best) <= gap(run) ? best : run), null)
}

/** Whether the rules of a table show cells that the structure leaves out, being empty, or merges: then the rules are read. */
const hasHidden = ({drawn}: PdfPage, pieces: readonly Piece[]): boolean => {
  const grids = pieces.filter(
    (piece): piece is Grid => piece.type === 'grid' && piece.rows.some(({length}) => length > 1),
  )
  if (grids.length === 0 || drawn.rules.length < 4) return false
  const lattices = latticesOf(drawn)
  return grids.some((grid) => {
    const own = lattices.find((each) => isWithin(pieceBox(grid), each))
    const shown = own?.rows.map(({length}) => length) ?? []
    const told = grid.rows.map(({length}) => length)
    if (shown.length !== told.length || told.filter((length) => length < 2).length * 2 > told.length) return false
    return shown.every((length, n) => length >= (told[n] as number)) && shown.join() !== told.join()
  })
}

/** Pieces from top to bottom, unless some stand side by side: then the structure's order holds, as long as it does not leap about the page
 *  as it does in a flow chart, and frames do not hold the text. */
const inOrder = (pieces: readonly Piece[], {drawn}: PdfPage): readonly Piece[] | null => {
  const placed = pieces.map((piece) => ({piece, box: pieceBox(piece)}))
  const beside = placed.some((a, n) => placed.slice(n + 1).some((b) => isBeside(a.box, b.box)))
  if (pieces.some(isTurning)) return pieces
  if (!beside) return [...placed].sort((a, b) => a.box.top - b.box.top).map(({piece}) => piece)
  const leaps = placed.filter(({box}, n) => n > 0 && box.bottom < (placed[n - 1] as {box: Box}).box.top - 10).length
  const frames = drawn.boxes.filter(({top, bottom}) => bottom - top > 15)
  const framed = placed.filter(({piece, box}) => piece.type !== 'grid' && frames.some((frame) => isWithin(box, frame)))
  return leaps > mostLeaps || framed.length * 2 > placed.length ? null : pieces
}

/** Whether a paragraph goes on in the next column: up and to the right. */
const isTurning = (piece: Piece): boolean =>
  piece.type === 'para' &&
  piece.lines.some(
    (line, n) =>
      n > 0 && line.y < (piece.lines[n - 1] as Line).y - line.size && line.x > (piece.lines[n - 1] as Line).right,
  )

/** A second column begins with one. */
const mostLeaps = 1

const isWithin = (inner: Box, outer: Box): boolean =>
  inner.x >= outer.x - 2 &&
  inner.right <= outer.right + 2 &&
  inner.top >= outer.top - 4 &&
  inner.bottom <= outer.bottom + 4

const isBeside = (a: Box, b: Box): boolean => {
  const shared = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)
  return shared > 4 && shared > 0.3 * Math.min(a.bottom - a.top, b.bottom - b.top) && (a.right <= b.x || b.right <= a.x)
}

const marksIn = (tag: Tag): readonly string[] =>
  tag.type === 'content' && tag.id !== undefined ? [tag.id] : (tag.children ?? []).flatMap(marksIn)

const roleOf = ({role, type}: Tag): string => role ?? type ?? ''

/** A tag's content as pieces. Runs of inline content become paragraphs; a label goes before what it labels. */
const flow = (tag: Tag, walk: Walk, within: Para['role'], level: number | null = null): readonly Piece[] => {
  const found: Piece[] = []
  let runs: Run[] = []
  const flush = (): void => {
    const lines = linesInOrder(runs, walk.page.number)
    if (lines.length > 0) found.push(para(lines, within, level))
    runs = []
  }
  // A structure may name the same words twice.
  const taken = (mark: string): readonly Run[] => {
    const own = walk.byMark.get(mark) ?? []
    walk.byMark.delete(mark)
    return own
  }
  const visit = (each: Tag): void => {
    const role = roleOf(each)
    if (each.alt && role === 'Figure' && marksIn(each).every((mark) => !hasWords(walk.byMark.get(mark))))
      walk.note(each.alt)
    if (inline.test(role) && !holdsBlock(each)) runs.push(...marksIn(each).flatMap(taken))
    // A label and the body it stands before are one paragraph.
    else if (role === 'LBody') for (const child of each.children ?? []) visit(child)
    else if (contents.test(role)) flush()
    else {
      const labels = role === 'P' && found.length === 0 && roleOf(tag) === 'LI' ? runs : []
      if (labels.length === 0) flush()
      else runs = []
      found.push(...blocks(each, walk, within, labels))
    }
  }
  for (const child of tag.children ?? []) visit(child)
  flush()
  return found
}

const hasWords = (runs: readonly Run[] | undefined): boolean => (runs ?? []).some(({text}) => text.trim() !== '')

const holdsBlock = (tag: Tag): boolean =>
  (tag.children ?? []).some((child) => !inline.test(roleOf(child)) || holdsBlock(child))

/** A block's pieces, `before` set in front of its first line. */
const blocks = (tag: Tag, walk: Walk, within: Para['role'], before: readonly Run[]): readonly Piece[] => {
  const role = roleOf(tag)
  const heading = /^H([1-6])?$|^Title$/u.exec(role)
  if (heading) return flow(tag, walk, 'heading', role === 'Title' ? 1 : Number(heading[1] ?? 2))
  if (role === 'Table') return gridOf(tag, walk)
  if (role === 'LI') return firstAsItem(flow(tag, walk, null))
  if (role === 'Note') return flow(tag, walk, 'note')
  const found = flow(tag, walk, within === 'note' ? 'note' : within)
  const [first, ...rest] = found
  if (before.length === 0) return found
  const label = lineOf(before, walk.page.number)
  if (!label) return found
  if (first?.type !== 'para') return [para([label], within), ...found]
  const [line, ...more] = first.lines
  const joined =
    line && Math.abs(line.y - label.y) < line.size / 2 ? lineOf([...label.runs, ...line.runs], line.page) : null
  return [{...first, lines: joined ? [joined, ...more] : [label, ...first.lines]}, ...rest]
}

/** Of an item's own paragraphs the first stands for it. */
const firstAsItem = ([first, ...rest]: readonly Piece[]): readonly Piece[] =>
  first === undefined ? [] : [first.type === 'para' && first.role === null ? {...first, role: 'item'} : first, ...rest]

const gridOf = (table: Tag, walk: Walk): readonly Piece[] => {
  const caption = (table.children ?? [])
    .filter((child) => roleOf(child) === 'Caption')
    .flatMap((child) => flow(child, walk, null))
  // The rows of a table over several pages are named on each of them, and empty on all but one.
  const rows = rowsOf(table)
    .map((row) => (row.children ?? []).filter((child) => cells.test(roleOf(child))))
    .map((row) => ({
      isHead: row.length > 1 && row.every((cell) => roleOf(cell) === 'TH'),
      cells: row.map((cell) => flow(cell, walk, null)),
    }))
    .filter((row) => row.cells.some((cell) => cell.length > 0))
  const grid: Grid = {
    type: 'grid',
    page: walk.page.number,
    headed: rows.length > 1 && rows[0]?.isHead === true,
    rows: rows.map((row) => row.cells),
  }
  return rows.length === 0 ? caption : [...caption, grid]
}

const rowsOf = (table: Tag): readonly Tag[] =>
  (table.children ?? []).flatMap((child) =>
    roleOf(child) === 'TR' ? [child] : groups.test(roleOf(child)) ? rowsOf(child) : [],
  )
