/** The widest a column counts, and the longest word that is kept whole, in characters. */
const [widest, longestWord] = [90, 18]

/** Twentieths of a point that a bold letter of a table takes, with some to spare, and the air in a cell. */
const [letterWidth, air] = [112, 170]

/** The longest word of a column, in characters. */
const wordIn = (texts: readonly string[]): number =>
  Math.min(longestWord, Math.max(...texts.flatMap((text) => text.split(/\s+/).map(({length}) => length))))

/** How many characters of room a column wants: its longest text, at least its longest word and some air. */
const wanted = (texts: readonly string[]): number =>
  Math.max(wordIn(texts) + 3, Math.min(widest, Math.max(...texts.map(({length}) => length))))

/** Column widths by the words in them, as whole parts of `width`; a row of `texts` is a row of the table. No word is broken where there is room for all. */
export function columnWidths(texts: readonly (readonly string[])[], width: number): readonly number[] {
  const columns = (texts[0] ?? []).map((_, at) => texts.map((row) => row[at] ?? ''))
  const least = columns.map((column) => wordIn(column) * letterWidth + air)
  const counts = columns.map(wanted)
  const isTight = least.reduce((sum, each) => sum + each, 0) > width
  return shares(counts, isTight ? counts.map(() => 0) : least, width).map(Math.floor)
}

/** A width shared out by counts, none less than its least. The leasts together do not exceed it. */
function shares(counts: readonly number[], least: readonly number[], width: number): readonly number[] {
  const fixed = new Set<number>()
  for (;;) {
    const room = width - [...fixed].reduce((sum, at) => sum + (least[at] ?? 0), 0)
    const all = counts.reduce((sum, count, at) => sum + (fixed.has(at) ? 0 : count), 0)
    const found = counts.map((count, at) => (fixed.has(at) ? (least[at] ?? 0) : (count / all) * room))
    const short = found.findIndex((each, at) => !fixed.has(at) && each < (least[at] ?? 0))
    if (short < 0) return found
    fixed.add(short)
  }
}
