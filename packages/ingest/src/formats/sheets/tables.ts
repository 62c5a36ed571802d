import type {Block, Cell, ControlBlock, Words} from '../../blocks.ts'
import {isAnswerHead} from '../../structure/answers.ts'
import {plainWords} from '../../words.ts'
import {isMarker, type Line} from './lines.ts'
import type {GridCell} from './workbook.ts'

/** Writes cells so that their words know where they stand. */
export interface Pen {
  readonly words: (cell: GridCell) => Words
  readonly note: (cell: GridCell, text: string) => Words
  /** Is told of cells whose words are left out. */
  readonly omit: (cells: readonly GridCell[]) => void
}

const blank: Cell = {words: plainWords(''), controls: []}
const placeholder = /^(?:[-–<[(]*\s*)?(?:please )?(?:select|choose|pick|click|tap|enter)\b/iu

/** Whether a cell is there to be answered: empty, or with a word that only stands in for the answer. */
const isRoom = (cell: GridCell): boolean =>
  cell.room || (cell.asked !== null && (placeholder.test(cell.text) || cell.asked.options.includes(cell.text)))

const controlOf = (cell: GridCell, label: Words): ControlBlock => ({
  type: 'control',
  control: cell.asked?.control ?? 'text',
  label,
  required: false,
  options: cell.asked?.options ?? [],
})

/** Rows of labels with room beside or below them. Room that is drawn as several cells in a row is one place to answer. */
export const askedBlocks = (lines: readonly Line[], pen: Pen): readonly Block[] => {
  const blocks: Block[] = []
  let rows: (readonly Cell[])[] = []
  const close = (): void => {
    if (rows.length > 0) blocks.push({type: 'table', caption: null, head: null, rows})
    rows = []
  }
  for (const {cells, kind} of lines) {
    const asked = numberless(cells, pen)
    if (kind === 'room') {
      // Room below a label belongs to it, and is one place however many rows are drawn.
      const last = rows.at(-1)
      if (!last) rows.push(answers(asked, pen))
      else if (!last.some(({controls}) => controls.length > 0))
        rows[rows.length - 1] = [...last, ...answers(asked, pen)]
      continue
    }
    const [first, second] = asked
    if (first && second && first.down > 1 && first.text !== '' && second.text !== '') {
      // A label beside several rows of questions says whom they are about.
      close()
      blocks.push({type: 'paragraph', words: bold(pen.words(first))})
      rows.push(answers(asked.slice(1), pen))
    } else rows.push(answers(asked, pen))
  }
  close()
  return blocks
}

const bold = (words: Words): Words => ({...words, strong: [[0, words.text.length]]})

/** Cells without the question's number in a column of its own: fields are known by their labels. */
const numberless = (cells: readonly GridCell[], pen: Pen): readonly GridCell[] => {
  if (cells.length < 3 || !isMarker(cells[0]) || cells[1]?.text === '') return cells
  pen.omit(cells.slice(0, 1))
  return cells.slice(1)
}

const answers = (cells: readonly GridCell[], pen: Pen): readonly Cell[] => {
  const found: Cell[] = []
  let open: GridCell | null = null
  for (const cell of cells) {
    if (!isRoom(cell)) {
      found.push({words: pen.words(cell), controls: []})
      open = null
      continue
    }
    const last = found.at(-1)
    if (open && last && cell.asked === null) continue
    if (open && last && open.asked === null) found.pop()
    found.push({words: plainWords(''), controls: [controlOf(cell, plainWords(''))]})
    open = cell
  }
  return found
}

/** A table of rows below a head, or of rows alone. Under a head with nothing but room each column is asked for; a column left empty all the way down asks. */
export const gridBlocks = (lines: readonly Line[], head: Line | null, pen: Pen): readonly Block[] => {
  const body = lines.filter((line) => line !== head)
  const columns = [
    ...new Set([...lines, ...(head ? [head] : [])].flatMap(({cells}) => cells.map(({column}) => column))),
  ].sort((a, b) => a - b)
  if (head && body.length > 0 && body.every(({cells}) => cells.every(isRoom))) return askedColumns(head, body, pen)
  const top = head ? columns.map((column) => cellAt(head, column)) : null
  const answerHead = top !== null && isAnswerHead(top.map((cell) => cell?.text ?? ''))
  const asking = answerHead
    ? []
    : columns.filter(
        (column) =>
          body.length > 0 &&
          body.every((line) => isAsking(cellAt(line, column))) &&
          body.some((line) => cellAt(line, column)),
      )
  const numbers =
    asking.length > 0 || answerHead
      ? columns.filter((column, n) => n === 0 && body.every((line) => isMarker(cellAt(line, column))))
      : []
  pen.omit(body.flatMap(({cells}) => cells.filter(({column}) => numbers.includes(column))))
  const kept = columns.filter((column) => !numbers.includes(column))
  const rows = spread(body).map((line) =>
    kept.map((column) => gridCell(cellAt(line, column), column, asking, head, pen)),
  )
  const named = head ? kept.map((column) => headCell(head, column, pen)) : null
  if (head && rows.length === 0) return [{type: 'table', caption: null, head: null, rows: [named as readonly Cell[]]}]
  return [{type: 'table', caption: null, head: named, rows}]
}

const cellAt = ({cells}: Line, column: number): GridCell | undefined => cells.find((cell) => cell.column === column)

const isAsking = (cell: GridCell | undefined): boolean => cell === undefined || isRoom(cell)

const headCell = (head: Line, column: number, pen: Pen): Cell => {
  const cell = cellAt(head, column)
  return cell ? {words: pen.words(cell), controls: []} : blank
}

const gridCell = (
  cell: GridCell | undefined,
  column: number,
  asking: readonly number[],
  head: Line | null,
  pen: Pen,
): Cell => {
  if (!cell) return blank
  if (!isRoom(cell)) return {words: pen.words(cell), controls: []}
  if (column === asking[0]) return {words: plainWords(''), controls: [controlOf(cell, plainWords(''))]}
  const name = head ? cellAt(head, column) : undefined
  // Further answers of a row are known by their column alone.
  return cell.asked && name && asking.includes(column)
    ? {words: plainWords(''), controls: [controlOf(cell, pen.words(name))]}
    : blank
}

const askedColumns = (head: Line, body: readonly Line[], pen: Pen): readonly Block[] =>
  head.texts.map((cell) => {
    const below = body.map((line) => cellAt(line, cell.column)).find((each) => each?.asked)
    return controlOf(below ?? {...cell, asked: null}, pen.words(cell))
  })

/** Lines in which a cell that reaches down stands in each row it reaches, so that every row can be read alone. */
const spread = (lines: readonly Line[]): readonly Line[] => {
  const over: GridCell[] = []
  return lines.map((line) => {
    const above = over.filter(
      (cell) => cell.row < line.row && cell.row + cell.down > line.row && !cellAt(line, cell.column),
    )
    over.push(...line.texts.filter(({down}) => down > 1))
    return above.length === 0 ? line : {...line, cells: [...line.cells, ...above]}
  })
}
