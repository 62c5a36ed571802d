import {isCaps} from './headings.ts'
import type {Line} from './lines.ts'
import {follows, markerOf} from './marker.ts'
import {para, type Para} from './pieces.ts'

/** The usual distance of baselines within a paragraph of these lines, in points. */
export const leadingOf = (lines: readonly Line[]): number => {
  const gaps = lines
    .slice(1)
    .map((line, n) => line.y - (lines[n] as Line).y)
    .filter((gap, n) => gap > 0.5 * (lines[n] as Line).size && gap < 2.6 * (lines[n] as Line).size)
    .sort((a, b) => a - b)
  return gaps[Math.floor(gaps.length / 4)] ?? 1.3 * (lines[0]?.size ?? 10)
}

/** Where the words after a line's mark or label begin: lines that go on are set there. */
export const hangOf = (line: Line): number => {
  const marker = markerOf(line.text)
  const label = /^\p{Lu}[\p{Lu}\s/&-]{2,30}:\s/u.exec(line.text)
  const length = marker?.at ?? label?.[0].length ?? 0
  if (length === 0) return line.x
  let read = 0
  for (const run of line.runs) {
    if (read >= length - 1 && run.text.trim() !== '') return run.x
    read += run.text.trim() === '' ? 1 : run.text.length
  }
  return line.x
}

/** Lines of one column as paragraphs: cut at marks, wider gaps, other letters, other margins, and lines that end with room for the next word. */
export const paragraphsOf = (lines: readonly Line[], leading: number = leadingOf(lines)): readonly Para[] => {
  const margin = Math.max(...lines.map(({right}) => right))
  const found: Line[][] = []
  for (const line of lines) {
    const open = found.at(-1)
    if (open && goesOn(open, line, leading, margin)) open.push(line)
    else found.push([line])
  }
  return found.map((own) => para(own))
}

const dotted = /^\d{1,3}(?:\.\d{1,3})+[.)]?\s/u

const goesOn = (open: readonly Line[], line: Line, leading: number, margin: number): boolean => {
  const first = open[0] as Line
  const last = open.at(-1) as Line
  const gap = line.y - last.y
  if (gap > Math.max(leading, 1.15 * line.size) * 1.2 + 0.6 || gap < 0) return false
  if (/(?:_{3,}|\.{5,}|…{2,})$/u.test(last.text)) return false
  if (Math.abs(line.size - last.size) > 0.1 * last.size + 0.2) return false
  if (line.bold !== last.bold && (line.bold || first.bold) && !isMidSentence(last, line)) return false
  if (markerOf(line.text) !== null && !isInside(open, line)) return false
  if (dotted.test(line.text) && (Math.abs(line.x - first.x) < 4 || /[.:;]$/u.test(last.text))) return false
  const usual = open.length > 1 ? last.x : hangOf(first)
  const em = line.size
  const centred = Math.abs((line.x + line.right) / 2 - (last.x + last.right) / 2) < em
  // A bold label after a full stop begins anew.
  if (line.runs[0]?.bold === true && last.runs.at(-1)?.bold !== true && /[.!?]$/u.test(last.text)) return false
  const marked = hangOf(first) > first.x
  const aligned =
    Math.abs(line.x - usual) < em ||
    (open.length === 1 && Math.abs(line.x - first.x) < (marked ? 2 : 3 * em)) ||
    (centred && line.bold)
  if (!aligned) return false
  if (line.bold && last.bold && isCaps(line.text) && isCaps(last.text)) return true
  return !(hasRoom(last, line, margin) && endsHere(last, line))
}

/** Whether the bold of one line goes on in the next, or begins at its start, in the middle of a sentence. */
const isMidSentence = (last: Line, line: Line): boolean =>
  last.runs.findLast(({text}) => text.trim() !== '')?.bold === line.runs[0]?.bold &&
  !/[.:;!?]$/u.test(last.text) &&
  /^\p{Ll}/u.test(line.text)

/** A mark in the middle of a sentence is a word: `… under section / 1. of the Act`. */
const isInside = (open: readonly Line[], line: Line): boolean => {
  const first = open[0] as Line
  const marker = markerOf(line.text)
  if (!marker || marker.printed === null) return false
  const own = markerOf(first.text)
  if (own && follows(own, marker)) return false
  return (
    Math.abs(line.x - hangOf(first)) < 2 &&
    /[,\p{Ll}]$/u.test((open.at(-1) as Line).text) &&
    !marker.kinds.some(({value}) => value === 1)
  )
}

const hasRoom = (last: Line, line: Line, margin: number): boolean => {
  const word = /^\S+/u.exec(line.text)?.[0] ?? ''
  const letter = (line.right - line.x) / Math.max(1, line.text.length)
  return last.right + (word.length + 1.5) * letter < margin
}

const endsHere = (last: Line, line: Line): boolean =>
  /[.:;!?]["”’)]*$/u.test(last.text) || /^[\p{Lu}\d“"(•☐☑]/u.test(line.text)
