/** Text with control characters, and marks that turn the direction of writing, shown as U+FFFD: what a document holds must never drive the
 *  terminal it is printed on, nor make a number read backwards. */
export const harmless = (text: string): string =>
  text.replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, (sign) => (sign === '\n' || sign === '\t' ? sign : '\ufffd'))

/** A text in lines of at most `columns`, each after `indent`; the first after `first` where that is given. Broken between words only. */
export const wrapped = (text: string, columns: number, indent = '', first = indent): readonly string[] => {
  const lines: string[] = []
  let line = ''
  const room = (): number => columns - (lines.length === 0 ? first : indent).length
  for (const word of harmless(text)
    .split(/\s+/u)
    .filter((each) => each !== '')) {
    if (line === '') line = word
    else if ([...line].length + 1 + [...word].length <= room()) line += ` ${word}`
    else {
      lines.push((lines.length === 0 ? first : indent) + line)
      line = word
    }
  }
  return [...lines, (lines.length === 0 ? first : indent) + line]
}
