import type {ControlBlock} from '../../blocks.ts'
import type {Box} from './drawn.ts'
import type {Line} from './lines.ts'

/** Lines that are one paragraph. */
export interface Para {
  readonly type: 'para'
  readonly lines: readonly Line[]
  /** What the document's own structure calls it; null where it does not say. */
  readonly role: 'heading' | 'item' | 'note' | null
  /** Of a heading the document calls one, else null. */
  readonly level: number | null
}

/** A table: rows of cells, each with its own pieces. */
export interface Grid {
  readonly type: 'grid'
  readonly page: number
  readonly headed: boolean
  readonly rows: readonly (readonly (readonly Piece[])[])[]
}

/** A frame with text in it. */
export interface Frame {
  readonly type: 'frame'
  readonly page: number
  readonly pieces: readonly Piece[]
}

/** Something to be filled in, with the lines that say what. */
export interface Input {
  readonly type: 'input'
  readonly page: number
  readonly control: Omit<ControlBlock, 'label'>
  readonly label: readonly Line[]
  /** What to call it where no line says: its author's description, or its name. */
  readonly called: string
}

/** What a page holds, in reading order. */
export type Piece = Para | Grid | Frame | Input

/** A paragraph of these lines, of which there must be one at least. */
export const para = (lines: readonly Line[], role: Para['role'] = null, level: number | null = null): Para => ({
  type: 'para',
  lines,
  role,
  level,
})

/** The first line of a paragraph. */
export const firstLine = ({lines}: Para): Line => lines[0] as Line

/** A paragraph's text, its lines joined by spaces. */
export const paraText = ({lines}: Para): string => lines.map(({text}) => text).join(' ')

const linesOf = (piece: Piece): readonly Line[] =>
  piece.type === 'para'
    ? piece.lines
    : piece.type === 'input'
      ? piece.label
      : (piece.type === 'frame' ? [piece.pieces] : piece.rows.flat()).flatMap((cell) => cell.flatMap(linesOf))

/** The room a piece's words take on their page. */
export const pieceBox = (piece: Piece): Box => {
  const lines = linesOf(piece)
  return {
    x: Math.min(...lines.map(({x}) => x)),
    right: Math.max(...lines.map(({right}) => right)),
    top: Math.min(...lines.map(({y, size}) => y - size)),
    bottom: Math.max(...lines.map(({y}) => y)),
  }
}
