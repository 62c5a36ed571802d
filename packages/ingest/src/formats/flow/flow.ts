import type {Control} from '@hedgerow/ast'

/** A stretch of text in one weight; `paragraph` counts the document's paragraphs from 1. */
export interface FlowText {
  readonly type: 'text'
  readonly text: string
  readonly bold: boolean
  readonly paragraph: number
}

/** A place to fill in. `name` is what its maker called it, for where no words stand beside it. */
export interface FlowInput {
  readonly type: 'input'
  readonly control: Control
  readonly options: readonly string[]
  readonly name: string
}

/** What a paragraph is made of; a note or box stands where it is anchored. */
export type Inline =
  | FlowText
  | FlowInput
  | {readonly type: 'break'}
  | {readonly type: 'note'; readonly mark: string | null; readonly inlines: readonly Inline[]}
  | {readonly type: 'box'; readonly flow: readonly Flow[]}

/** The number or bullet a word processor prints before a paragraph. */
export interface FlowNumber {
  /** As printed (`4.1`, `(b)`), or null for a bullet. */
  readonly text: string | null
  /** Whether the bullet is drawn as a box to tick. */
  readonly tick: boolean
  /** Paragraphs of one list share it. */
  readonly list: string
  /** From 0, outermost first. */
  readonly level: number
  readonly value: number
}

/** A term and what it means, as a list of definitions prints them, or a quotation set apart. */
export type FlowRole = 'term' | 'meaning' | 'quote'

/** A paragraph with what its style and list make of it. */
export interface FlowParagraph {
  readonly type: 'paragraph'
  readonly inlines: readonly Inline[]
  /** 1 to 9, 0 for the document's title, null for text. */
  readonly heading: number | null
  readonly number: FlowNumber | null
  /** How far its words stand from the margin, in twentieths of a point. */
  readonly indent: number
  readonly role: FlowRole | null
  /** Whether the document itself says that it goes on with the step before it. */
  readonly goesOn: boolean
  readonly paragraph: number
}

/** A cell as printed: one that goes on with the cell above it is empty. */
export interface FlowCell {
  readonly flow: readonly Flow[]
  /** Columns it spans, at least 1. */
  readonly across: number
  /** Whether it goes on with the cell above it. */
  readonly goesOn: boolean
  readonly shaded: boolean
}

/** A row of the cells that begin in it; `header` where the document marks it as a head. */
export interface FlowRow {
  readonly cells: readonly FlowCell[]
  readonly header: boolean
}

/** A table, rows from the top. */
export interface FlowTable {
  readonly type: 'table'
  readonly rows: readonly FlowRow[]
}

/** What a word processor's document holds, in reading order and in neither of their dialects: the steps that make blocks of it are the same for all. */
export type Flow = FlowParagraph | FlowTable

/** A paragraph that is nothing but text. */
export const plainParagraph = (inlines: readonly Inline[], paragraph: number): FlowParagraph => ({
  type: 'paragraph',
  inlines,
  heading: null,
  number: null,
  indent: 0,
  role: null,
  goesOn: false,
  paragraph,
})
