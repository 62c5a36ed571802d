import {Writable} from 'node:stream'
import type {Output} from '../streams.ts'

const home = '\u001b[H'
const clearLine = '\u001b[K'
const clearBelow = '\u001b[J'
const hideCursor = '\u001b[?25l'
const showCursor = '\u001b[?25h'
const alternate = '\u001b[?1049h'
const primary = '\u001b[?1049l'
const pasteOn = '\u001b[?2004h'
const pasteOff = '\u001b[?2004l'
const wheelOn = '\u001b[?1000h\u001b[?1006h'
const wheelOff = '\u001b[?1006l\u001b[?1000l'
/** Terminals that know it show a frame at once; others pass over it. */
const frameBegins = '\u001b[?2026h'
const frameEnds = '\u001b[?2026l'
/** Where terminals disagree on a sign's width, a line that is wider than it should be must not run into the next. */
const wrapOff = '\u001b[?7l'
const wrapOn = '\u001b[?7h'
const plain = '\u001b[0m'

/** What to write before the first frame, and after the last. */
export const entering = alternate + hideCursor + wrapOff + pasteOn + wheelOn + home + clearBelow
export const leaving = plain + wheelOff + pasteOff + wrapOn + showCursor + primary

const lineAt = (at: number): string => `\u001b[${at + 1};1H`

/** The lines of a frame that are not on the screen yet, each at its place. */
export const changes = (before: readonly string[], now: readonly string[]): string => {
  const lines = now.flatMap((words, at) => (words === before[at] ? [] : [`${lineAt(at)}${words}${plain}${clearLine}`]))
  const rest = now.length < before.length ? [`${lineAt(now.length)}${clearBelow}`] : []
  const all = [...lines, ...rest]
  return all.length === 0 ? '' : frameBegins + all.join('') + frameEnds
}

/** A terminal as Ink is to see it: each of Ink's frames is written as what has changed since the last, so that nothing flickers and little is sent. Ink's
 *  own way wipes the whole screen for every frame, and its incremental one loses lines (6.8.0). */
export interface Screen {
  readonly stream: NodeJS.WriteStream
  /** The next frame is written whole: something else was on the screen. */
  readonly forget: () => void
  readonly resize: (columns: number, rows: number) => void
}

export const screenOn = (terminal: Output, columns: number, rows: number): Screen => {
  let before: readonly string[] = []
  const stream = new Writable({
    decodeStrings: false,
    write: (frame: string | Buffer, _, done) => {
      const now = String(frame).split('\n')
      terminal.write(changes(before, now))
      before = now
      done()
    },
  })
  const seen = Object.assign(stream, {isTTY: true, columns, rows})
  return {
    stream: seen as unknown as NodeJS.WriteStream,
    forget: () => {
      terminal.write(home + clearBelow)
      before = []
    },
    resize: (wide, high) => {
      Object.assign(seen, {columns: wide, rows: high})
      before = []
      terminal.write(home + clearBelow)
    },
  }
}
