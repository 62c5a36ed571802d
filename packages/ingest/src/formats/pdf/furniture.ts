import {type Edition} from '@hedgerow/ast'
import {statedIn} from '../../structure/edition.ts'
import {namesPublisher} from './headings.ts'
import {type Line, linesByPlace, segments, usualSize} from './lines.ts'
import type {PdfPage, Run} from './page.ts'

/** What was printed around the procedure's text. */
export interface Furniture {
  readonly pages: readonly PdfPage[]
  /** The lines left out, each once. */
  readonly lines: readonly string[]
  /** What they say of the edition. */
  readonly edition: Partial<Edition>
  /** The document's subject as its running header names it, and the size it is set in, or null. */
  readonly subject: Subject | null
}

export interface Subject {
  readonly text: string
  readonly size: number
}

/** How much of the page's height at each end may hold running headers and footers. */
const zone = 0.17
const edge = 0.09
const pageNumber =
  /^(?:[-–—([]\s*)?(?:page\s*)?\d{1,4}(?:\s*(?:of|\/)\s*\d{1,4})?(?:\s*[-–—)\]])?$|^(?:page\s*)?[ivxl]{1,6}$/iu
const numberedPage = /\bpage\s*#+\s*(?:of|\/)\s*#+/iu
const marking =
  /^(?:classification:?\s*)?(?:official(?:[ -]*sensitive)?|not protectively marked|protect|restricted|unclassified|confidential)(?:\s*when complete[d]?)?$/iu

/** Pages without their running headers, footers, page numbers and protective markings: what the document itself calls so, what stands at the same
 *  place on several pages with the same words (digits aside), and page numbers at the edge. */
export const withoutFurniture = (pages: readonly PdfPage[]): Furniture => {
  const trusted = pages.map(trustsArtifacts)
  const all = pages.map((page) =>
    linesByPlace(
      page.runs.filter(({turned}) => turned === 0),
      page.number,
    ),
  )
  const repeated = repeatedIn(pages, all)
  const dropped = new Set<Run>()
  const lines: string[] = []
  for (const [n, page] of pages.entries()) {
    for (const run of page.runs) if (trusted[n] === true && run.artifact) dropped.add(run)
    for (const line of all[n] as readonly Line[])
      if (isMarginal(line, page, repeated)) for (const run of line.runs) dropped.add(run)
    for (const line of all[n] as readonly Line[])
      if (line.runs.some((run) => dropped.has(run) && run.text.trim() !== '')) lines.push(line.text)
  }
  const parts = all
    .flat()
    .filter(({runs}) => runs.some((run) => dropped.has(run)))
    .flatMap((line) => segments(line, gapEms))
  return {
    pages: pages.map((page) => ({...page, runs: page.runs.filter((run) => !dropped.has(run))})),
    lines: [...new Set(lines)],
    edition: editionIn(parts),
    subject: subjectIn(all.flat().filter(({runs}) => runs.some((run) => dropped.has(run)))),
  }
}

/** A page whose words are mostly called furniture is wrongly tagged. */
const trustsArtifacts = ({runs}: PdfPage): boolean => {
  const letters = (own: readonly Run[]): number => own.reduce((sum, {text}) => sum + text.trim().length, 0)
  return letters(runs.filter(({artifact}) => artifact)) < 0.6 * letters(runs)
}

const signature = (text: string): string =>
  text
    .toLowerCase()
    .replace(/\d+/gu, '#')
    .replace(/[^\p{L}#]+/gu, ' ')
    .trim()

const band = (y: number): number => Math.round(y / 4)

const isNearEdge = ({y}: Line, {height}: PdfPage): boolean => y < zone * height || y > (1 - zone) * height

const gapEms = 1.8

/** Each part of a marginal line, by signature, with the pages it stands on at one height. */
const repeatedIn = (pages: readonly PdfPage[], all: readonly (readonly Line[])[]): ReadonlySet<string> => {
  const found = new Map<string, Set<number>>()
  for (const [n, page] of pages.entries())
    for (const line of all[n] as readonly Line[])
      if (isNearEdge(line, page))
        for (const part of segments(line, gapEms))
          for (const place of [-1, 0, 1]) {
            const key = `${signature(part.text)}@${band(part.y) + place}`
            found.set(key, (found.get(key) ?? new Set()).add(n))
          }
  const enough = Math.max(2, Math.ceil(pages.length * 0.3))
  return new Set([...found].filter(([, on]) => on.size >= enough).map(([key]) => key))
}

const isMarginal = (line: Line, page: PdfPage, repeated: ReadonlySet<string>): boolean => {
  if (!isNearEdge(line, page)) return false
  const text = line.text.trim()
  const parts = segments(line, gapEms)
  if (parts.every((part) => repeated.has(`${signature(part.text)}@${band(part.y)}`))) return true
  if (line.y < edge * page.height || line.y > (1 - edge) * page.height)
    if (pageNumber.test(text) || marking.test(text)) return true
  return (numberedPage.test(signature(text)) && text.length < 100) || isHeader(line, page)
}

/** A short line at the very edge, in letters smaller than the text's, is a header or footer though the page stands alone. */
const isHeader = ({y, size, text}: Line, {height, runs}: PdfPage): boolean =>
  (y < 0.06 * height || y > 0.94 * height) && text.length < 100 && size < 0.93 * usualSize(runs)

/** What the lines state; of several dates the latest. */
const editionIn = (parts: readonly Line[]): Partial<Edition> => {
  const texts = parts.map(({text}) => text)
  // A label and its date may stand apart on the line.
  const pairs = texts.flatMap((text, n) =>
    text.endsWith(':') && texts[n + 1] !== undefined ? [`${text} ${texts[n + 1]}`] : [],
  )
  return statedIn([...texts, ...pairs])
}

const subjectLabel = /^(?:subject|title|policy title|document title|procedure|policy)\s*:/iu

/** What a running header says the document is about: what stands beside a label, with the line under it, or else its largest words. */
const subjectIn = (lines: readonly Line[]): Subject | null => {
  for (const [n, line] of lines.entries()) {
    const parts = segments(line, gapEms)
    const at = parts.findIndex(({text}) => subjectLabel.test(text))
    const own = /:\s*(\S.*)$/u.exec(parts[at]?.text ?? '')?.[1]
    const said = own ?? (at >= 0 ? parts[at + 1]?.text : undefined)
    if (said === undefined || !/\p{L}{3}/u.test(said)) continue
    const x = own === undefined ? (parts[at + 1] as Line).x : xOf(parts[at] as Line, own)
    const under = lines
      .slice(n + 1, n + 4)
      .filter(({page, y}) => page === line.page && y > line.y && y - line.y < 2 * line.size)
      .flatMap((each) => segments(each, gapEms))
      .find((part) => Math.abs(part.x - x) < 3)
    return {text: `${said.trim()}${under ? ` ${under.text}` : ''}`, size: line.size}
  }
  return largestIn(lines)
}

/** Where the run stands that these last words of a line begin in. */
const xOf = ({runs, x}: Line, words: string): number =>
  runs.find(({text}) => words.startsWith(text.trim()) && text.trim() !== '')?.x ?? x

/** The largest words of the first page's header, where they are larger than the rest of it and name no publisher. */
const largestIn = (lines: readonly Line[]): Subject | null => {
  const parts = lines.filter(({page}) => page === lines[0]?.page).flatMap((line) => segments(line, gapEms))
  const sizes = parts.map(({size}) => size)
  const named = parts.filter(
    ({text, size, bold}) =>
      (size > Math.min(...sizes) * 1.1 || bold) &&
      /\p{L}{4}/u.test(text) &&
      !/\d|:|\.\w/u.test(text) &&
      !namesPublisher(text),
  )
  const size = Math.max(...named.map((each) => each.size))
  const own = named.filter((each) => each.size === size)
  return own.length === 0 || own.length > 2 ? null : {text: own.map(({text}) => text).join(' '), size}
}
