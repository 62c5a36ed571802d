/** The report as a tree of plain nodes: what is said, and nothing of how a format prints it. */

/** Words in a line. `value` is plain text: each format escapes it. */
export interface Text {
  readonly type: 'text'
  readonly value: string
}

export interface Strong {
  readonly type: 'strong'
  readonly value: string
}

/** A path, a row id, a fingerprint: something to be typed or searched for exactly. */
export interface Code {
  readonly type: 'code'
  readonly value: string
}

/** A pointer to another node's `id` in the same report. */
export interface Link {
  readonly type: 'link'
  readonly target: string
  readonly value: string
}

/** How one authority stands in a section or a row; printed with a sign and a word, never by colour alone. `only` is what nobody else has. */
export type Standing = 'same' | 'only' | 'nothing' | 'differs' | 'below' | 'unsure'

export interface StandingSign {
  readonly type: 'standing'
  readonly standing: Standing
  /** What follows the word: `2 of 5`, or empty. */
  readonly note: string
}

export type Phrase = Text | Strong | Code | Link | StandingSign

export interface Heading {
  readonly type: 'heading'
  readonly depth: 3 | 4 | 5
  readonly value: string
  readonly id: string | null
}

export interface Paragraph {
  readonly type: 'paragraph'
  readonly id: string | null
  readonly children: readonly Phrase[]
}

export interface List {
  readonly type: 'list'
  readonly items: readonly (readonly Phrase[])[]
}

/** A table with a caption. The first cell of each row is the row's header. */
export interface Table {
  readonly type: 'table'
  readonly caption: string
  readonly head: readonly string[]
  readonly rows: readonly (readonly (readonly Phrase[])[])[]
  /** An id for each row, where rows are linked to. */
  readonly ids?: readonly string[]
}

/** One provision in its authority's own words. `marks` are [start, end) offsets into `text`, in order, not
 *  overlapping. */
export interface Quote {
  readonly type: 'quote'
  readonly text: string
  readonly marks: readonly (readonly [number, number])[]
  /** The lead-in whose duty the words inherit, or null. */
  readonly leadIn: string | null
  /** The number as printed, or null. */
  readonly number: string | null
  /** `path:line`, or what the format has instead of lines. */
  readonly place: string
}

/** What each authority has in one row; `silent` are the names of those that have nothing there. */
export interface Readings {
  readonly type: 'readings'
  /** Where they are linked to by themselves: rows without a card. */
  readonly id?: string
  readonly caption: string
  readonly entries: readonly {readonly name: string; readonly quotes: readonly Quote[]}[]
  readonly silent: readonly string[]
}

/** What a card is about, by titles: what a reader may look for. */
export interface About {
  readonly topic: string
  readonly status: string
  readonly classes: readonly string[]
  readonly authorities: readonly string[]
}

/** One thing to be read as a whole and linked to: a row, an opportunity. */
export interface Card {
  readonly type: 'card'
  /** Only of a card that readers may pick out by it. */
  readonly about?: About
  readonly id: string
  readonly depth: 3 | 4 | 5
  readonly title: string
  readonly children: readonly Block[]
}

/** Shares in [0, 1] by name, to be drawn as bars; a series for each score. */
export interface Bars {
  readonly kind: 'bars'
  readonly names: readonly string[]
  readonly series: readonly {readonly title: string; readonly shares: readonly number[]}[]
}

/** Shares in [0, 1] of every pair, to be drawn as a square; null where there is none. Above the diagonal one score, below it another. */
export interface HeatMap {
  readonly kind: 'heat-map'
  readonly names: readonly string[]
  readonly shares: readonly (readonly (number | null)[])[]
}

/** A tree of likeness: a name, or what was joined and how alike it is, in [0, 1]. */
export type Joint = string | {readonly share: number; readonly parts: readonly [Joint, Joint]}

export interface Dendrogram {
  readonly kind: 'dendrogram'
  readonly root: Joint
}

/** A drawing of figures that a table beside it gives: a format that does not draw leaves it out, and nothing is lost. */
export interface Figure {
  readonly type: 'figure'
  readonly id: string
  readonly caption: string
  /** What it shows, for those who do not see it. */
  readonly alternative: string
  readonly drawing: Bars | HeatMap | Dendrogram
}

export type Block = Heading | Paragraph | List | Table | Readings | Card | Figure

export interface Chapter {
  readonly type: 'chapter'
  readonly id: string
  readonly title: string
  readonly children: readonly Block[]
  /** Whether it is better printed on a page turned on its side. */
  readonly isWide?: boolean
  /** Whether it begins a page where it is printed on paper. */
  readonly startsPage?: boolean
}

/** The root. */
export interface Outline {
  readonly type: 'outline'
  readonly title: string
  /** One line under the title: the day it is judged on, the version. */
  readonly subtitle: string
  readonly children: readonly Chapter[]
}

export type OutlineNode = Outline | Chapter | Block | Quote | Phrase

/** Phrases from strings and phrases; a string is plain text. */
export function phrases(...parts: readonly (string | Phrase)[]): readonly Phrase[] {
  return parts
    .filter((part) => part !== '')
    .map((part) => (typeof part === 'string' ? {type: 'text', value: part} : part))
}

/** Words that stand out. */
export function strong(value: string): Strong {
  return {type: 'strong', value}
}

/** An exact word: a path or an id. */
export function code(value: string): Code {
  return {type: 'code', value}
}

/** A link to `target`, an id of this report. */
export function link(target: string, value: string): Link {
  return {type: 'link', target, value}
}

/** A paragraph of strings and phrases. */
export function paragraph(...parts: readonly (string | Phrase)[]): Paragraph {
  return {type: 'paragraph', id: null, children: phrases(...parts)}
}

/** A heading; `id` null when nothing links to it. */
export function heading(depth: 3 | 4 | 5, value: string, id: string | null = null): Heading {
  return {type: 'heading', depth, value, id}
}

/** A list of lines, each a string or phrases. */
export function list(items: readonly (string | readonly Phrase[])[]): List {
  return {type: 'list', items: items.map((item) => (typeof item === 'string' ? phrases(item) : item))}
}

/** A table; a cell is a string or phrases. */
export function table(
  caption: string,
  head: readonly string[],
  rows: readonly (readonly (string | readonly Phrase[])[])[],
): Table {
  const cells = rows.map((row) => row.map((cell) => (typeof cell === 'string' ? phrases(cell) : cell)))
  return {type: 'table', caption, head, rows: cells}
}

/** Blocks without figures, for a format that does not draw: the tables beside them give what they show. */
export function drawnInWords(blocks: readonly Block[]): readonly Block[] {
  return blocks.filter(({type}) => type !== 'figure')
}
