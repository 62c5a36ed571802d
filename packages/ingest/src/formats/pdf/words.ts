import type {Words} from '../../blocks.ts'
import {part, writing} from '../../words.ts'
import type {Places} from '../places.ts'
import {isApart, type Line} from './lines.ts'
import type {Run} from './page.ts'

/** How words broken at line ends are joined, and where they stand. */
export interface Script {
  readonly places: Places
  /** Every word of the document that is printed unbroken, small letters. */
  readonly known: ReadonlySet<string>
}

/** The unbroken words of these lines: neither half of a word cut at a line's end is one. */
export const wordsOf = (lines: readonly Line[]): ReadonlySet<string> => {
  const found = new Set<string>()
  for (const [n, {text}] of lines.entries()) {
    const cut = /[-\u00AD\u2010]\s*$/u.test(lines[n - 1]?.text ?? '')
    const whole = (cut ? text.replace(/^\S+/u, '') : text).replace(/\S+[-\u00AD\u2010]\s*$/u, '')
    for (const word of whole.toLowerCase().match(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu) ?? []) found.add(word)
  }
  return found
}

/** Parts of words that keep their hyphen: before it, and after it. */
const prefixes =
  /^(?:self|non|co|pre|post|multi|inter|re|well|long|short|follow|ex|cross|high|low|out|in|on|under|over|early|one|two|three|four|five|full|part|semi|anti|sub)$/u
const suffixes =
  /^(?:based|informed|led|related|wide|specific|free|term|time|day|week|month|hour|year|old|making|sharing|centred|focused|aged|up|in|out|to|of|on|off|and|or|agency|management|team|risk|harm|being|going|taking|level|person|party)$/u

/** What becomes of a hyphen at a line's end. In a telephone number or an address it stays; a word keeps it that is printed with it elsewhere, and loses it
 *  that is printed without; else both parts say, by being words or common parts of them. */
const keepsHyphen = (before: string, after: string, known: ReadonlySet<string>): boolean => {
  const head = (/[\p{L}\p{N}]+$/u.exec(before)?.[0] ?? '').toLowerCase()
  const tail = (/^[\p{L}\p{N}]+/u.exec(after)?.[0] ?? '').toLowerCase()
  if (/[/@]|\.\S/u.test(`${/\S+$/u.exec(before)?.[0] ?? ''}${/^\S+/u.exec(after)?.[0] ?? ''}`)) return true
  if (/\p{N}/u.test(head + tail) || /^\p{Lu}/u.test(after)) return true
  if (known.has(head + tail)) return false
  if (known.has(`${head}-${tail}`) || prefixes.test(head) || suffixes.test(tail)) return true
  return known.has(tail) && tail.length > 3
}

const broken = /[\p{L}\p{N}][-\u00AD\u2010]+$/u

/** How a line goes on in the next: `whole` words apart, a word broken with its hyphen kept (`hyphen`) or not (`none`). */
const joint = (line: Line, next: Line | undefined, {known}: Script): 'whole' | 'hyphen' | 'none' => {
  const text = line.text.trimEnd()
  if (!next || !broken.test(text) || !/^[\p{L}\p{N}]/u.test(next.text)) return 'whole'
  // A soft hyphen is there to be taken out again; so is the hyphen a program sets in its place.
  if (/[\u00AD\u2010]$/u.test(text)) return 'none'
  return keepsHyphen(text.slice(0, -1), next.text, known) ? 'hyphen' : 'none'
}

/** A paragraph's words, its lines joined; a broken word is made whole. `from` leaves out that many characters at the start. */
export const joinedWords = (lines: readonly Line[], script: Script, from = 0): Words => {
  const out = writing()
  let before: ReturnType<typeof joint> = 'none'
  for (const [n, line] of lines.entries()) {
    if (before === 'whole') out.add(' ', null)
    before = joint(line, lines[n + 1], script)
    writeLine(line, script, before === 'none', out)
  }
  const words = out.words()
  return from === 0 ? words : part(words, from)
}

const writeLine = ({runs, page}: Line, {places}: Script, cut: boolean, out: ReturnType<typeof writing>): void => {
  const last = runs.findLastIndex(({text}) => text.trim() !== '')
  const texts = runs.map((run, n) => {
    const before = runs[n - 1]
    const gap = before && isApart(before, run) ? ' ' : ''
    return gap + (cut && n === last ? run.text.trimEnd().replace(/[-\u00AD\u2010]+$/u, '') : run.text)
  })
  const write = (n: number): void => {
    const text = texts[n] as string
    if (text !== '') out.add(text, places.take(text.length, {page}))
  }
  for (let n = 0; n < runs.length; ) {
    const end = boldTo(runs, n)
    if (end === n) write(n++)
    else
      out.bold(() => {
        while (n < end) write(n++)
      })
  }
}

/** Where the bold stretch from `start` ends; blanks within it count. */
const boldTo = (runs: readonly Run[], start: number): number => {
  if ((runs[start] as Run).bold !== true || (runs[start] as Run).text.trim() === '') return start
  let end = start + 1
  for (let n = end; n < runs.length; n++) {
    const {bold, text} = runs[n] as Run
    if (text.trim() === '') continue
    if (!bold) break
    end = n + 1
  }
  return end
}
