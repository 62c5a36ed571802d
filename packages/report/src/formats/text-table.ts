import {shownWidth, widestWord, wrapped} from './wrap.ts'

const gap = 2

function columnWidths(
  grid: readonly (readonly string[])[],
  least: readonly number[],
  columns: number,
): readonly number[] {
  const widths = least.map((_, at) => Math.max(...grid.map((row) => shownWidth(row[at] ?? ''))))
  const room = columns - gap * (least.length - 1)
  // The widest column that can still give way gives way first, one sign at a time: short columns stay on one line.
  for (let over = widths.reduce((sum, width) => sum + width, 0) - room; over > 0; over--) {
    const slack = widths.map((width, at) => (width > (least[at] ?? 0) ? width : 0))
    const at = slack.indexOf(Math.max(...slack))
    widths[at] = (widths[at] ?? 0) - 1
  }
  return widths
}

function rowLines(row: readonly string[], widths: readonly number[]): readonly string[] {
  const cells = widths.map((width, at) => wrapped(row[at] ?? '', width))
  const height = Math.max(...cells.map((lines) => lines.length))
  return Array.from({length: height}, (_, line) =>
    cells
      .map((lines, at) => padded(lines[line] ?? '', widths[at] ?? 0))
      .join(' '.repeat(gap))
      .trimEnd(),
  )
}

function padded(words: string, width: number): string {
  return words + ' '.repeat(Math.max(0, width - shownWidth(words)))
}

/** One block a row, a line for each different cell, `head, head: cell`: for a table with more columns than the page has room for. */
function stacked(head: readonly string[], rows: readonly (readonly string[])[], columns: number): readonly string[] {
  return rows.flatMap((row, index) => [
    ...(index === 0 ? [] : ['']),
    ...wrapped(row[0] ?? '', columns),
    ...[...new Set(row.slice(1))].flatMap((cell) => {
      const names = head.filter((_, at) => at > 0 && row[at] === cell)
      return wrapped(`${names.join(', ')}: ${cell}`, columns, '    ', '  ')
    }),
  ])
}

/** A table as lines of at most `columns`: cells wrapped by words, the head underlined; stacked where even the
 *  longest words have no room. */
export function tableLines(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  columns: number,
): readonly string[] {
  const grid = [head, ...rows]
  const least = head.map((_, at) => Math.max(...grid.map((row) => widestWord(row[at] ?? ''))))
  const needed = least.reduce((sum, width) => sum + width, 0) + gap * (head.length - 1)
  if (needed > columns) return stacked(head, rows, columns)
  const widths = columnWidths(grid, least, columns)
  const rule = widths.map((width) => '-'.repeat(width)).join(' '.repeat(gap))
  const body = rows.map((row) => rowLines(row, widths))
  // A row of several lines is set off, or one row's end reads as the next one's beginning.
  const loose = body.some((lines) => lines.length > 1)
  return [
    ...rowLines(head, widths),
    rule,
    ...body.flatMap((lines, index) => (loose && index > 0 ? ['', ...lines] : lines)),
  ]
}
