import type {Block, Cell, ControlBlock, Words} from '../../blocks.ts'
import {isBold, joined, plainWords} from '../../words.ts'
import type {Flow, FlowTable} from './flow.ts'
import {named, unnamed} from './flow-words.ts'

/** A cell with its blocks read, and the column it starts in. */
interface ReadCell {
  readonly blocks: readonly Block[]
  readonly start: number
  readonly across: number
  readonly goesOn: boolean
  readonly shaded: boolean
}

interface ReadRow {
  readonly cells: readonly ReadCell[]
  readonly header: boolean
}

/** A table as a grid in which every row can be read alone; one that only lays out the page as the blocks in its cells. A bar across a table
 *  with a bold title parts it in two; notes and boxes anchored in it stand after it. */
export const tableBlocks = (
  table: FlowTable,
  blocksOf: (flow: readonly Flow[]) => readonly Block[],
): readonly Block[] => {
  const read = table.rows.map(({cells, header}) => ({
    header,
    cells: placed(cells.map((cell) => ({...cell, blocks: blocksOf(cell.flow)}))),
  }))
  const rows = read.filter(({cells}) => cells.length > 0)
  const cells = rows.flatMap((row) => row.cells)
  if (cells.length === 1 && !isTitle(cells[0]?.blocks ?? []) && !cells.some(({blocks}) => holdsHeading(blocks)))
    return flat(cells).length === 0 ? [] : [{type: 'box', title: null, blocks: flat(cells)}]
  if (rows.every((row) => row.cells.length === 1)) return flat(cells)
  return parted(rows)
}

/** Notes and text boxes anchored in cells: they stand after the table. */
const besideOf = (rows: readonly ReadRow[]): readonly Block[] =>
  rows.flatMap(({cells}) => cells.flatMap(({blocks}) => blocks.filter(isBeside)))
const isBeside = ({type}: Block): boolean => type === 'note' || type === 'box'
const holdsHeading = (blocks: readonly Block[]): boolean => blocks.some(({type}) => type === 'heading')
const isLayout = ({blocks}: ReadCell): boolean => blocks.some(({type}) => type === 'table' || type === 'heading')
const flat = (cells: readonly ReadCell[]): readonly Block[] =>
  cells.flatMap(({goesOn, blocks}) => (goesOn ? [] : blocks)).map(named)

const placed = (cells: readonly Omit<ReadCell, 'start'>[]): readonly ReadCell[] => {
  let start = 0
  return cells.map((cell) => {
    const here = {...cell, start}
    start += cell.across
    return here
  })
}

/** One line that stands over what follows it. */
const isTitle = (blocks: readonly Block[]): boolean => {
  const [only, ...more] = blocks
  if (!only || more.length > 0) return false
  if (only.type === 'heading') return true
  return (
    only.type === 'paragraph' &&
    isBold(only.words) &&
    !/[.:?;,]$/u.test(only.words.text) &&
    only.words.text.length <= 90
  )
}

/** The table cut at the rows that are nothing but a title; its head stands over each piece. */
const parted = (rows: readonly ReadRow[]): readonly Block[] => {
  const found: Block[] = []
  const wide = rows.filter(({cells}) => cells.length > 1)
  const head = wide[0] && isHead(wide[0], wide[1]) ? wide[0] : null
  let piece: ReadRow[] = []
  const close = (): void => {
    if (piece.length > 0) for (const block of pieceBlocks(head, piece)) found.push(block)
    piece = []
  }
  for (const row of rows) {
    const [bar] = row.cells
    if (row.cells.length === 1 && bar && !bar.goesOn && isTitle(bar.blocks)) {
      close()
      found.push(...bar.blocks)
    } else if (row !== head) piece.push(row)
  }
  close()
  // A head over nothing but titles heads no row.
  const unused = head && !rows.some((row) => row !== head && row.cells.length > 1)
  return [...(unused ? pieceBlocks(null, [head]) : []), ...found, ...(head && !unused ? besideOf([head]) : [])]
}

const isHead = (row: ReadRow, next: ReadRow | undefined): boolean => {
  if (!next || row.cells.some(({goesOn}) => goesOn)) return false
  if (row.header) return true
  const filled = row.cells.filter(({blocks}) => blocks.length > 0)
  if (filled.length < 2 || filled.length * 2 < row.cells.length) return false
  if (filled.every(({blocks}) => isTitle(blocks))) return !next.cells.every(({blocks}) => isTitle(blocks))
  return (
    row.cells.every(({shaded}) => shaded) &&
    !next.cells.some(({shaded}) => shaded) &&
    filled.length === row.cells.length
  )
}

const pieceBlocks = (head: ReadRow | null, rows: readonly ReadRow[]): readonly Block[] => {
  if (rows.some(({cells}) => cells.some(isLayout)))
    return flat([...(head?.cells ?? []), ...rows.flatMap(({cells}) => cells)])
  const grid = gridOf(head ? [head, ...rows] : rows)
  const table: Block = {
    type: 'table',
    caption: null,
    head: head ? (grid[0] ?? null) : null,
    rows: head ? grid.slice(1) : grid,
  }
  return [table, ...besideOf(rows)]
}

const empty: Cell = {words: plainWords(''), controls: []}
const mostColumns = 200

/** Rows of cells. Columns are those in which some row has a cell of its own; where all rows have as many cells, how wide each is says nothing. */
const gridOf = (rows: readonly ReadRow[]): readonly (readonly Cell[])[] => {
  const wide = rows.filter(({cells}) => cells.length > 1)
  const starts = [...new Set(wide.flatMap(({cells}) => cells.map(({start}) => start)))].sort((a, b) => a - b)
  const alike = new Set(wide.map(({cells}) => cells.length)).size <= 1 || starts.length > mostColumns
  const columns = new Map(starts.map((start, at) => [start, at]))
  const above = new Map<number, Cell>()
  return rows.map(({cells}) => {
    const row: Cell[] = []
    for (const [at, cell] of cells.entries()) {
      const column = alike ? at : (columns.get(cell.start) ?? at)
      while (row.length < column) row.push(empty)
      const held = cell.goesOn ? above.get(cell.start) : undefined
      const read = held ?? cellOf(cell, row)
      above.set(cell.start, read)
      row.push(read)
    }
    const width = alike ? (wide[0]?.cells.length ?? 1) : starts.length
    while (row.length < width) row.push(empty)
    return row
  })
}

const cellOf = ({blocks}: ReadCell, before: readonly Cell[]): Cell => {
  const beside = before.some(({words}) => words.text !== '')
  const controls = blocks.filter((block): block is ControlBlock => block.type === 'control')
  return {
    words: joined(
      blocks.flatMap(blockWords).filter(({text}) => text !== ''),
      '\n',
    ),
    // Beside a question the question labels it, not the name its maker gave it.
    controls: controls.map((block) => (beside ? unnamed(block) : (named(block) as ControlBlock))),
  }
}

const blockWords = (block: Block): readonly Words[] => {
  switch (block.type) {
    case 'heading':
    case 'paragraph':
      return [block.words]
    case 'control':
      return [block.label]
    case 'definition':
      return [block.term, block.meaning]
    case 'list':
      return block.items.flatMap(({marker, blocks}) => {
        const [first, ...rest] = blocks.flatMap(blockWords)
        if (marker === null) return first ? [first, ...rest] : []
        return [first ? joined([plainWords(marker), first], ' ') : plainWords(marker), ...rest]
      })
    case 'note':
    case 'box':
    case 'table':
      return []
  }
}
