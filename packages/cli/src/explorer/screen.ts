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

/** The lines of a frame that are not on the screen yet, each at its place. A line is cleared before it is written: after a whole one the cursor stands on its
 *  last sign, and clearing would take that away. */
export const changes = (before: readonly string[], now: readonly string[]): string => {
  const lines = now.flatMap((words, at) => (words === before[at] ? [] : [`${lineAt(at)}${clearLine}${words}${plain}`]))
  const rest = now.length < before.length ? [`${lineAt(now.length)}${clearBelow}`] : []
  const all = [...lines, ...rest]
  return all.length === 0 ? '' : frameBegins + all.join('') + frameEnds
}

/** The first of the signs that stand for lines: of those that Unicode leaves to private use, each a column wide. */
const firstStandIn = 0xe000

/** The sign that stands for the line at a place, from 0. */
export const standIn = (place: number): string => String.fromCodePoint(firstStandIn + place)

/** A terminal as Ink is to see it: it is given a sign for each line that has changed, and the line it stands for is written at its place, so that nothing
 *  flickers and little is sent. Ink's own way wipes the whole screen for every frame, and its incremental one loses lines (6.8.0). */
export interface Screen {
  readonly stream: NodeJS.WriteStream
  /** The places of the lines of a frame that are not on the screen yet: what stands for them is what the stream is given next. */
  readonly awaits: (frame: readonly string[]) => readonly number[]
  /** The next frame is written whole: something else was on the screen. */
  readonly forget: () => void
}

/** The screen of a terminal. To Ink it is one column wide: that is what a sign takes, and Ink fills every column it is told of with blanks. */
export const screenOn = (terminal: Output): Screen => {
  /** What was asked for, and what of it is on the screen. */
  let [asked, shown]: [readonly string[], readonly string[]] = [[], []]
  const stream = new Writable({
    decodeStrings: false,
    write: (drawn: string | Buffer, _, done) => {
      const places = new Set([...String(drawn)].map((sign) => (sign.codePointAt(0) ?? 0) - firstStandIn))
      const now = asked.map((words, at) => (places.has(at) ? words : (shown[at] ?? '')))
      terminal.write(changes(shown, now))
      shown = now
      done()
    },
  })
  return {
    stream: Object.assign(stream, {isTTY: true, columns: 1}) as unknown as NodeJS.WriteStream,
    awaits: (frame) => {
      asked = frame
      return [...frame.keys()].filter((at) => frame[at] !== shown[at])
    },
    forget: () => {
      terminal.write(home + clearBelow)
      ;[asked, shown] = [[], []]
    },
  }
}
