import {type Line, lineOf, linesByPlace} from './lines.ts'
import type {PdfPage, Run} from './page.ts'
import {para, type Piece} from './pieces.ts'
import {paragraphsOf} from './paragraphs.ts'

/** A page without its footnotes and the marks that refer to them, and the notes. */
export interface Noted {
  readonly page: PdfPage
  readonly notes: readonly Piece[]
}

const mark = /^(?:\d{1,2}|[*†‡§])$/u

/** The footnotes at a page's end, and what refers to them in the text: raised marks above, and smaller lines below that begin with one of them. */
export const withoutNotes = (page: PdfPage, body: number): Noted => {
  const lines = linesByPlace(
    page.runs.filter(({turned}) => turned === 0),
    page.number,
  )
  const refs = lines.flatMap((line) => line.runs.filter((run) => mark.test(run.text.trim()) && isRaised(run, line)))
  const marks = new Set(refs.map(({text}) => text.trim()))
  const isStart = (line: Line): boolean =>
    line.size < 0.95 * body && marks.has(markOf(line)) && refs.some(({y}) => y < line.y - line.size)
  const start = lines.findIndex((line, n) => isStart(line) && lines.slice(n).every(({size}) => size < 0.95 * body))
  if (start < 0) return {page, notes: []}
  const own = lines.slice(start)
  const noted = new Set(own.flatMap((line) => (isStart(line) ? [markOf(line)] : [])))
  const dropped = new Set<Run>([...own.flatMap(({runs}) => runs), ...refs.filter(({text}) => noted.has(text.trim()))])
  return {
    page: {...page, runs: page.runs.filter((run) => !dropped.has(run))},
    notes: grouped(own, isStart).flatMap((each) => paragraphsOf(each).map(({lines: all}) => para(all, 'note'))),
  }
}

/** The mark a line begins with, glued to its words or not; '' for none. */
const markOf = ({text}: Line): string => /^(\d{1,2}|[*†‡§])(?=[\s.)\p{Lu}])/u.exec(text)?.[1] ?? ''

const isRaised = (run: Run, line: Line): boolean => run.size < 0.92 * line.size && run.y <= line.y - 0.05 * line.size

/** The lines note by note, a blank after each mark. */
const grouped = (lines: readonly Line[], isStart: (line: Line) => boolean): readonly (readonly Line[])[] => {
  const groups: Line[][] = []
  for (const line of lines) {
    if (isStart(line)) groups.push([spaced(line)])
    else if (groups.length > 0) groups.at(-1)?.push(line)
  }
  return groups
}

const spaced = (line: Line): Line => {
  const at = line.runs.findIndex(({text}) => text.trim() !== '')
  const length = markOf(line).length
  const runs = line.runs.map((run, n) =>
    n === at
      ? {
          ...run,
          text: `${run.text.trimStart().slice(0, length)} ${run.text.trimStart().slice(length)}`,
          size: line.size,
          y: line.y,
        }
      : run,
  )
  return lineOf(runs, line.page) ?? line
}
