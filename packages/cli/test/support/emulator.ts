import stringWidth from 'string-width'

/** A small terminal: what it shows after what was written to it, and how it is set. */
export interface Emulator {
  readonly write: (words: string) => void
  readonly lines: () => readonly string[]
  /** Private modes that are on, by number. */
  readonly modes: ReadonlySet<string>
  /** How often it had to scroll. */
  readonly scrolled: () => number
  readonly resize: (columns: number, rows: number) => void
}

const sequence = /\p{Cc}\[(\??)([\d;]*)([A-Za-z])|(\n)|(\r)/u
const signs = new Intl.Segmenter('en', {granularity: 'grapheme'})

/** A terminal of so many columns and rows that knows what the explorer writes. Throws for anything it does not know. */
export const emulator = (columns: number, rows: number): Emulator => {
  let cells: string[][] = Array.from({length: rows}, () => [])
  let [row, column, wide, high, scrolled] = [0, 0, columns, rows, 0]
  const modes = new Set<string>(['7', '25'])
  const down = (): void => {
    if (row < high - 1) row++
    else {
      cells = [...cells.slice(1), []]
      scrolled++
    }
  }
  const printed = (text: string): void => {
    for (const {segment} of signs.segment(text)) {
      const width = stringWidth(segment)
      if (column + width > wide) {
        if (modes.has('7')) {
          down()
          column = 0
        } else column = wide - width
      }
      const line = cells[row] as string[]
      while (line.length < column) line.push(' ')
      line.splice(column, Math.max(1, width), segment, ...Array.from({length: Math.max(0, width - 1)}, () => ''))
      column += width
    }
  }
  /** After the last column the cursor stays on it until something more is printed. */
  const at = (): number => Math.min(column, wide - 1)
  const obey = (isPrivate: boolean, words: string, letter: string): void => {
    const [first = 1, second = 1] = words.split(';').map((each) => Number(each) || 1)
    if (isPrivate && (letter === 'h' || letter === 'l'))
      for (const mode of words.split(';')) {
        if (letter === 'h') modes.add(mode)
        else modes.delete(mode)
      }
    else if (letter === 'H') [row, column] = [Math.min(first, high) - 1, Math.min(second, wide) - 1]
    else if (letter === 'K') cells[row] = (cells[row] as string[]).slice(0, at())
    else if (letter === 'J')
      cells = cells.map((line, each) => (each < row ? line : each > row ? [] : line.slice(0, at())))
    else if (letter !== 'm') throw new TypeError(`Unexpected sequence ${isPrivate ? '?' : ''}${words}${letter}`)
  }
  const write = (words: string): void => {
    let rest = words
    while (rest !== '') {
      const found = sequence.exec(rest)
      printed(found ? rest.slice(0, found.index) : rest)
      if (found === null) return
      const [all, mark, own, letter, newline] = found
      if (letter !== undefined) obey(mark === '?', own as string, letter)
      else if (newline) down()
      else column = 0
      rest = rest.slice(found.index + all.length)
    }
  }
  return {
    write,
    lines: () => cells.map((line) => line.join('').trimEnd()),
    modes,
    scrolled: () => scrolled,
    resize: (wider, higher) => {
      ;[wide, high] = [wider, higher]
      cells = Array.from({length: higher}, (_, at) => (cells[at] ?? []).slice(0, wider))
    },
  }
}
