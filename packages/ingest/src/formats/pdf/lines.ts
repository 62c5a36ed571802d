import type {Run} from './page.ts'

/** Runs on one baseline, left to right. */
export interface Line {
  readonly page: number
  readonly runs: readonly Run[]
  readonly text: string
  readonly x: number
  readonly right: number
  readonly y: number
  /** Of most of its letters, in points. */
  readonly size: number
  /** Whether every letter is bold. */
  readonly bold: boolean
}

const hasText = ({text}: Run): boolean => text.trim() !== ''

/** The line these runs make, in the order given, or null when they hold nothing to read. */
export const lineOf = (runs: readonly Run[], page: number): Line | null => {
  const printed = runs.filter(hasText)
  const [first] = printed
  if (!first) return null
  const counts = new Map<number, number>()
  for (const {size, text} of printed) counts.set(size, (counts.get(size) ?? 0) + text.length)
  const size = [...counts].reduce((best, each) => (each[1] > best[1] ? each : best))[0]
  const main = printed.find((run) => run.size === size) as Run
  return {
    page,
    runs: trimmed(runs),
    text: runsText(runs).trim(),
    x: Math.min(...printed.map(({x}) => x)),
    right: Math.max(...printed.map(({right}) => right)),
    y: main.y,
    size,
    bold: printed.every(({bold, text}) => bold || !/[\p{L}\p{N}]/u.test(text)) && printed.some(({bold}) => bold),
  }
}

const trimmed = (runs: readonly Run[]): readonly Run[] => {
  const from = runs.findIndex(hasText)
  const to = runs.findLastIndex(hasText)
  return runs.slice(from, to + 1)
}

/** Whether white space belongs between two runs that follow each other on a line. */
export const isApart = (before: Run, after: Run): boolean =>
  !/\s$/u.test(before.text) &&
  !/^\s/u.test(after.text) &&
  after.x - before.right > 0.18 * Math.min(before.size, after.size)

/** The text of runs in the order given, a space where they stand apart. */
const runsText = (runs: readonly Run[]): string =>
  runs.reduce((text, run, n) => `${text}${n > 0 && isApart(runs[n - 1] as Run, run) ? ' ' : ''}${run.text}`, '')

/** Whether a run stands on the baseline of another: small raised letters (5th, a footnote's mark) do. */
const sharesLine = (run: Run, {y, size}: Run): boolean => {
  const apart = Math.abs(run.y - y)
  return (
    apart < 0.35 * Math.min(run.size, size) ||
    (apart < 0.6 * Math.max(run.size, size) && Math.abs(run.size - size) > 0.1 * size)
  )
}

/** Runs in the order the document gives them, cut where the baseline changes. What it gives late of a line it has begun goes back into it: boxes
 *  to tick often come after all the words. */
export const linesInOrder = (runs: readonly Run[], page: number): readonly Line[] => {
  const groups: Run[][] = []
  for (const run of runs) {
    const last = groups.at(-1)
    const main = last?.findLast(hasText)
    if (!last || !main) groups.push([...(groups.pop() ?? []), run])
    else if (sharesLine(run, main) && run.x >= main.x - 1) last.push(run)
    else {
      const begun = groups.find((group) => group.some((each) => hasText(each) && standsLevel(run, each)))
      if (!begun) groups.push([run])
      else if (hasText(run)) begun.splice(0, begun.length, ...[...begun, run].sort((a, b) => a.x - b.x))
    }
  }
  return groups.flatMap((group) => lineOf(group, page) ?? [])
}

const standsLevel = (a: Run, b: Run): boolean => Math.abs(a.y - b.y) < 0.2 * Math.min(a.size, b.size)

/** Runs wherever they stand, as lines from top to bottom, each from left to right. */
export const linesByPlace = (runs: readonly Run[], page: number): readonly Line[] => {
  const sorted = [...runs].filter(hasText).sort((a, b) => a.y - b.y || a.x - b.x)
  const groups: Run[][] = []
  for (const run of sorted) {
    const group = groups
      .slice(-4)
      .find((each) =>
        each.some((other) => sharesLine(run, other) && (run.x >= other.right - 1 || run.right <= other.x + 1)),
      )
    if (group) group.push(run)
    else groups.push([run])
  }
  return groups
    .flatMap(
      (group) =>
        lineOf(
          [...group].sort((a, b) => a.x - b.x),
          page,
        ) ?? [],
    )
    .sort((a, b) => a.y - b.y || a.x - b.x)
}

/** A line cut where a gap wider than `ems` of its letters parts it. */
export const segments = (line: Line, ems: number): readonly Line[] => {
  const parts: Run[][] = [[]]
  let end: number | null = null
  for (const run of line.runs) {
    if (!hasText(run)) continue
    if (end !== null && run.x - end > ems * line.size) parts.push([])
    parts.at(-1)?.push(run)
    end = run.right
  }
  return parts.flatMap((runs) => lineOf(runs, line.page) ?? [])
}

/** The size most letters of these runs or lines have, in points. */
export const usualSize = (sized: readonly {readonly size: number; readonly text: string}[]): number => {
  const counts = new Map<number, number>()
  for (const {size, text} of sized) counts.set(size, (counts.get(size) ?? 0) + text.length)
  return [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 10
}
