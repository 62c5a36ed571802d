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

/** The unbroken words of these lines. */
export const wordsOf = (lines: readonly Line[]): ReadonlySet<string> => {
  const found = new Set<string>()
  for (const {text} of lines)
    for (const word of text
      .replace(/\S+-$/u, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu) ?? [])
      found.add(word)
  return found
}

/** Prefixes that keep their hyphen. */
const prefixes =
  /^(?:self|non|co|pre|post|multi|inter|re|well|long|short|follow|ex|cross|high|low|out|in|on|under|over|early|one|two|three|four|five|full|part|semi|anti|sub)$/u

/** What becomes of a hyphen at a line's end: the word stands elsewhere without it, or with it, or else its prefix says. */
const keepsHyphen = (before: string, after: string, known: ReadonlySet<string>): boolean => {
  const head = (/[\p{L}\p{N}]+$/u.exec(before)?.[0] ?? '').toLowerCase()
  const tail = (/^[\p{L}\p{N}]+/u.exec(after)?.[0] ?? '').toLowerCase()
  if (known.has(head + tail)) return false
  if (known.has(`${head}-${tail}`)) return true
  return prefixes.test(head) || /^\p{N}+$/u.test(head) || (known.has(head) && known.has(tail) && head.length > 3)
}

/** A paragraph's words, its lines joined; a broken word is made whole. `from` leaves out that many characters at the start. */
export const joinedWords = (lines: readonly Line[], script: Script, from = 0): Words => {
  const out = writing()
  let before = ''
  for (const line of lines) {
    const text = line.text
    const broken = /\p{L}[-\u00AD\u2010]$/u.test(before) && /^\p{Ll}/u.test(text)
    if (before !== '' && !broken) out.add(' ', null)
    const next = lines[lines.indexOf(line) + 1]
    const cut =
      next !== undefined &&
      /\p{L}[-\u00AD\u2010]$/u.test(text) &&
      /^\p{Ll}/u.test(next.text) &&
      (text.endsWith('\u00AD') || !keepsHyphen(text.slice(0, -1), next.text, script.known))
    writeLine(line, script, cut, out)
    before = text
  }
  const words = out.words()
  return from === 0 ? words : part(words, from)
}

const writeLine = ({runs, page}: Line, {places}: Script, cut: boolean, out: ReturnType<typeof writing>): void => {
  const last = runs.findLastIndex(({text}) => text.trim() !== '')
  const texts = runs.map((run, n) => {
    const before = runs[n - 1]
    const gap = before && isApart(before, run) ? ' ' : ''
    return gap + (cut && n === last ? run.text.trimEnd().slice(0, -1) : run.text)
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
