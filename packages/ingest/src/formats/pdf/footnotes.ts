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

/** A page as it is looked through for notes. */
interface Looked {
  readonly page: PdfPage
  readonly lines: readonly Line[]
  /** Raised marks in the text. */
  readonly refs: readonly Run[]
}

const looked = (page: PdfPage): Looked => {
  const lines = linesByPlace(
    page.runs.filter(({turned}) => turned === 0),
    page.number,
  )
  return {
    page,
    lines,
    refs: lines.flatMap((line) => line.runs.filter((run) => mark.test(run.text.trim()) && isRaised(run, line))),
  }
}

/** The footnotes at each page's end, and what refers to them in the text: raised marks there or on the page before, and smaller lines at the foot that
 *  begin with one of them. */
export const withoutNotes = (pages: readonly PdfPage[], body: number): readonly Noted[] => {
  const all = pages.map(looked)
  const feet = all.map((each, n) => foot(each, [...(all[n - 1]?.refs ?? []), ...each.refs], body))
  return all.map(({page, refs}, n) => {
    const own = feet[n] ?? []
    const noted = new Set([...own, ...(feet[n + 1] ?? [])].flat().map(markOf))
    const dropped = new Set<Run>([
      ...own.flat().flatMap(({runs}) => runs),
      ...refs.filter(({text}) => noted.has(text.trim())),
    ])
    return {
      page: {...page, runs: page.runs.filter((run) => !dropped.has(run))},
      notes: own.flatMap((lines) =>
        paragraphsOf(lines.map((line, at) => (at === 0 ? spaced(line) : line))).map((each) => para(each.lines, 'note')),
      ),
    }
  })
}

/** The notes at a page's foot, each as its lines: from the first that begins with a mark of `refs`, where nothing but small print follows. */
const foot = ({lines}: Looked, refs: readonly Run[], body: number): readonly (readonly Line[])[] => {
  const marks = new Set(refs.map(({text}) => text.trim()))
  const isStart = (line: Line): boolean => line.size < 0.95 * body && marks.has(markOf(line))
  const start = lines.findIndex((line, n) => isStart(line) && lines.slice(n).every(({size}) => size < 0.95 * body))
  if (start < 0) return []
  const groups: Line[][] = []
  for (const line of lines.slice(start)) {
    if (isStart(line)) groups.push([line])
    else groups.at(-1)?.push(line)
  }
  return groups
}

/** The mark a line begins with, glued to its words or not; '' for none. */
const markOf = ({text}: Line): string => /^(\d{1,2}|[*†‡§])(?=[\s.)\p{Lu}])/u.exec(text)?.[1] ?? ''

const isRaised = (run: Run, line: Line): boolean => run.size < 0.92 * line.size && run.y <= line.y - 0.05 * line.size

/** A note's first line with a blank after its mark. */
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
