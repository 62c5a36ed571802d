/** Width of a string as it shows: colour codes take no room. */
export function shownWidth(words: string): number {
  return [...words.replace(/\p{Cc}\[[0-9;]*m/gu, '')].length
}

/** Control characters shown as U+FFFD: what a document holds must never drive the terminal it is printed on.
 *  Marks that turn the direction of writing are shown too, for they can make a number read backwards. */
export function harmless(words: string): string {
  const shown = (sign: string): string => (sign === '\n' || sign === '\t' ? sign : '\ufffd')
  return words.replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, shown)
}

/** The words in lines of at most `width`, each after `indent`, the first after `first` where that is given. Broken between words only; a
 *  longer word has a line of its own. At least one line. */
export function wrapped(words: string, width: number, indent = '', first = indent): readonly string[] {
  const lines: string[] = []
  let [line, room] = ['', width - first.length]
  for (const word of words.split(/\s+/).filter((each) => each !== '')) {
    if (line === '') line = word
    else if (shownWidth(line) + 1 + shownWidth(word) <= room) line += ` ${word}`
    else {
      lines.push(line)
      line = word
      room = width - indent.length
    }
  }
  return [...lines, line].map((each, at) => (at === 0 ? first : indent) + each)
}

/** The longest word's width: the least a column needs. */
export function widestWord(words: string): number {
  return Math.max(0, ...words.split(/\s+/).map(shownWidth))
}
