import type {Control} from '@hedgerow/ast'

/** Text of a document with the way back to its source: `pieces` say that text from `at` stands in the source from `offset` on. */
export interface Words {
  readonly text: string
  readonly pieces: readonly {readonly at: number; readonly offset: number}[]
  /** Spans that stand in bold, which councils use for run-in headings and terms. */
  readonly strong: readonly (readonly [number, number])[]
}

export interface HeadingBlock {
  readonly type: 'heading'
  readonly level: number
  readonly words: Words
}

export interface ParagraphBlock {
  readonly type: 'paragraph'
  readonly words: Words
}

export interface ListItem {
  /** As printed: `3.`, `(b)`, `iv.`, or null for a bullet. */
  readonly marker: string | null
  /** A tick box: its state, or null when it is none. */
  readonly checked: boolean | null
  readonly blocks: readonly Block[]
}

export interface ListBlock {
  readonly type: 'list'
  readonly ordered: boolean
  readonly items: readonly ListItem[]
}

export interface Cell {
  readonly words: Words
  readonly controls: readonly ControlBlock[]
}

export interface TableBlock {
  readonly type: 'table'
  readonly caption: string | null
  /** Header cells, or null when the table has no header row. */
  readonly head: readonly Cell[] | null
  readonly rows: readonly (readonly Cell[])[]
}

/** An input of a form. */
export interface ControlBlock {
  readonly type: 'control'
  readonly control: Control
  readonly label: Words
  readonly required: boolean
  readonly options: readonly string[]
  /** Buttons with one group are options of one choice. */
  readonly group?: string
}

export interface DefinitionBlock {
  readonly type: 'definition'
  readonly term: Words
  readonly meaning: Words
}

/** A boxed aside (`<aside>`, `<details>`, blockquote) with its heading if it has one. */
export interface BoxBlock {
  readonly type: 'box'
  readonly title: Words | null
  readonly blocks: readonly Block[]
}

/** A footnote or endnote: beside the text, never a step of it. Stands after the block that refers to it. */
export interface NoteBlock {
  readonly type: 'note'
  /** The mark as printed (`1`, `*`), or null. */
  readonly mark: string | null
  readonly words: Words
}

/** What every reader of a format produces: the document's blocks in reading order, numbers as printed, page furniture dropped. */
export type Block =
  | HeadingBlock
  | ParagraphBlock
  | ListBlock
  | TableBlock
  | ControlBlock
  | DefinitionBlock
  | BoxBlock
  | NoteBlock
