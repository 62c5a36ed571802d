/** How much of a document is read before it is refused rather than read slowly. */
export interface Limits {
  /** Characters of the whole document. */
  readonly characters: number
  /** Characters of one line of Markdown, or of one block of any format. */
  readonly block: number
  /** How deep lists, boxes and elements may nest. */
  readonly nesting: number
  /** Runs of emphasis and link marks in one paragraph of Markdown, above which they are read as nothing. */
  readonly marks: number
  /** Bytes that a zipped document may unpack to. */
  readonly unpacked: number
  /** Pages of a PDF. */
  readonly pages: number
}

/** Far above any printed procedure (the longest seen has 0.4 million characters), far below what makes the parsers crawl. */
export const defaultLimits: Limits = {
  characters: 8_000_000,
  block: 200_000,
  nesting: 200,
  marks: 2_000,
  unpacked: 200_000_000,
  pages: 2_000,
}
