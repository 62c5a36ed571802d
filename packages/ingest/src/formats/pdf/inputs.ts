import type {Box} from './drawn.ts'
import type {Lattice} from './grids.ts'
import {type Line, lineOf, linesByPlace, segments} from './lines.ts'
import type {PdfPage, Run, Widget} from './page.ts'
import type {Input} from './pieces.ts'

/** An input where it stands. */
export interface PlacedInput {
  readonly box: Box
  readonly pieces: readonly Input[]
}

/** A page's inputs, each with the words beside or above it in its cell, and the page's runs without those words. A box to tick is no input here
 *  but a run: the words it stands before say what it is. */
export const inputsOn = (
  page: PdfPage,
  lattices: readonly Lattice[],
): {readonly inputs: readonly PlacedInput[]; readonly runs: readonly Run[]} => {
  const runs = page.runs.filter(({turned}) => turned === 0)
  if (page.widgets.length === 0) return {inputs: [], runs}
  const cut = runs.flatMap(atBoxes)
  const widgets = page.widgets.map((widget) => ticked(widget, cut)).sort((a, b) => a.top - b.top || a.x - b.x)
  const boxes = widgets.filter(isTick).flatMap((widget) => tickRun(widget, cut))
  const all = [...cut, ...boxes]
  const parts = linesByPlace(all, page.number).flatMap((line) => segments(line, 1).flatMap(fromBoxes))
  const asked = widgets.filter((widget) => !isTick(widget))
  const taken = new Map<Line, Widget['kind']>()
  const inputs = asked.flatMap((widget): readonly PlacedInput[] => {
    const cell = cellAround(widget, lattices)
    const near = parts.filter((part) => (cell ? holdsLine(cell, part) : !cellAround(boxOf(part), lattices)))
    const label = labelOf(widget, near, asked)
    // Two blanks in a row under one label, as for a code and a number, ask one thing.
    if (label && taken.get(label) === widget.kind && widget.kind === 'text') return []
    const lines = label ? wholeLabel(label, near) : []
    for (const line of lines) taken.set(line, widget.kind)
    // A cell that holds nothing but an input is asked for by the cells before it.
    const called = cell && !label && parts.some((part) => isBefore(part, cell)) ? '' : nameOf(widget)
    return [{box: label ? around(widget, label) : widget, pieces: [inputOf(widget, lines, called, page.number)]}]
  })
  const used = new Set([...taken.keys()].flatMap((line) => line.runs))
  return {inputs, runs: all.filter((run) => !used.has(run))}
}

const isTick = ({kind}: Widget): boolean => kind === 'tick' || kind === 'radio'

/** A box to tick as a character, unless one is printed there. */
const tickRun = (widget: Widget, runs: readonly Run[]): readonly Run[] => {
  if (runs.some((run) => isBox(run) && isOver(widget, run))) return []
  const beside = runs.filter((run) => run.text.trim() !== '' && Math.abs(run.y - widget.bottom) < 8)
  const y =
    beside.sort((a, b) => Math.abs(a.x - widget.right) - Math.abs(b.x - widget.right))[0]?.y ?? widget.bottom - 2
  const size = widget.bottom - widget.top
  const {x, right, ticked: on} = widget
  return [{text: on ? '☑' : '☐', x, right, y, size, bold: false, mark: null, artifact: false, turned: 0}]
}

const boxOf = ({x, right, y, size}: Line): Box => ({x, right, top: y - size, bottom: y})

const middle = ({x, right, top, bottom}: Box): {x: number; y: number} => ({x: (x + right) / 2, y: (top + bottom) / 2})

/** The smallest ruled cell that holds a box. */
const cellAround = (box: Box, lattices: readonly Lattice[]): Box | null => {
  const {x, y} = middle(box)
  const cells = lattices
    .flatMap(({rows}) => rows.flat())
    .filter((cell) => x > cell.x && x < cell.right && y > cell.top && y < cell.bottom)
  const room = ({x: left, right, top, bottom}: Box): number => (right - left) * (bottom - top)
  return [...cells].sort((a, b) => room(a) - room(b))[0] ?? null
}

const holdsLine = (cell: Box, line: Line): boolean => {
  const {x, y} = middle(boxOf(line))
  return x > cell.x && x < cell.right && y > cell.top && y < cell.bottom
}

const isBefore = (part: Line, cell: Box): boolean =>
  part.right <= cell.x + 2 && part.y > cell.top && part.y - part.size < cell.bottom && /\p{L}{2}/u.test(part.text)

const boxMark = /[☐□❏❑❒◻☑☒■]/u

const isBox = ({text}: Run): boolean => boxMark.test(text) && text.trim().length === 1

/** A run cut before and after each printed box, the room shared out by length. */
const atBoxes = (run: Run): readonly Run[] => {
  const texts = run.text.split(/([☐□❏❑❒◻☑☒■])/u).filter((text) => text !== '')
  if (texts.length < 2) return [run]
  const width = (run.right - run.x) / run.text.length
  let at = 0
  return texts.map((text) => {
    const x = run.x + at * width
    at += text.length
    return {...run, text, x, right: run.x + at * width}
  })
}

/** A segment cut so that each printed box begins one, without the box itself. */
const fromBoxes = (line: Line): readonly Line[] => {
  const groups: Run[][] = [[]]
  for (const run of line.runs) {
    if (isBox(run)) groups.push([])
    else groups.at(-1)?.push(run)
  }
  return groups.flatMap((group) => lineOf(group, line.page) ?? [])
}

const isOver = ({x, right, top, bottom}: Widget, run: Run): boolean =>
  run.x < right + 2 && run.right > x - 2 && run.y - run.size / 3 > top - 4 && run.y - run.size / 3 < bottom + 4

/** A blank no larger than a letter over a printed box is there to be ticked. */
const ticked = (widget: Widget, runs: readonly Run[]): Widget =>
  widget.kind === 'text' && widget.right - widget.x < 20 && runs.some((run) => isBox(run) && isOver(widget, run))
    ? {...widget, kind: 'tick'}
    : widget

const around = (widget: Widget, {x, right, y, size}: Line): Box => ({
  x: Math.min(widget.x, x),
  right: Math.max(widget.right, right),
  top: Math.min(widget.top, y - size),
  bottom: Math.min(widget.bottom, Math.max(widget.top, y - size) + 12),
})

/** A label that begins in the middle of a sentence goes on from the lines above it. */
const wholeLabel = (label: Line, parts: readonly Line[]): readonly Line[] => {
  const lines = [label]
  while (/^\p{Ll}/u.test((lines[0] as Line).text) && lines.length < 4) {
    const {x, y, size} = lines[0] as Line
    const above = parts.find((part) => Math.abs(part.x - x) < 2 && y - part.y > 0.5 * size && y - part.y < 1.6 * size)
    if (!above) break
    lines.unshift(above)
  }
  return lines
}

const inputOf = (widget: Widget, label: readonly Line[], called: string, page: number): Input => {
  const {kind, options, required} = widget
  const control = kind === 'choice' ? 'choice' : kind === 'signature' ? 'signature' : 'text'
  return {type: 'input', page, label, called, control: {type: 'control', control, required, options}}
}

/** What an input's author says it is for, or calls it. */
const nameOf = ({label, name}: Widget): string => (label === '' ? spoken(name) : label)

/** A field's name as its author wrote it, without the path and the counting a program adds. */
const spoken = (name: string): string =>
  (name.split('.').at(-1) ?? name)
    .replace(/\[\d+\]/gu, '')
    .replace(/[_-]+/gu, ' ')
    .replace(/([a-z])([A-Z])/gu, '$1 $2')
    .trim()

/** The words that say what an input asks for: to the left on its line, or just above. */
const labelOf = (widget: Widget, parts: readonly Line[], all: readonly Widget[]): Line | null => {
  const named = parts.filter(({text}) => /\p{L}{2}/u.test(text))
  const left = nearest(
    named.filter(
      (part) =>
        part.right < widget.x + 6 &&
        widget.x - part.right < 150 &&
        isLevel(part, widget) &&
        !isParted(part, widget, all),
    ),
    (part) => widget.x - part.right,
  )
  const above = nearest(
    named.filter(
      (part) =>
        part.x < widget.right &&
        part.right > widget.x &&
        part.y < widget.top + 0.4 * (widget.bottom - widget.top) + 4 &&
        widget.top - part.y < 12,
    ),
    (part) => Math.abs(widget.top - part.y) + Math.abs(part.x - widget.x) / 4,
  )
  return above && (!left || widget.x - left.right > 8) ? above : left
}

const isLevel = ({y, size}: Line, {top, bottom}: Widget): boolean =>
  Math.abs(y - size / 3 - (top + bottom) / 2) < Math.max(6, (bottom - top) / 2)

/** Whether another input stands between words and an input: then they belong to that one. */
const isParted = (part: Line, widget: Widget, all: readonly Widget[]): boolean =>
  all.some(
    (other) => other !== widget && isLevel(part, other) && other.x >= part.right - 6 && other.right <= widget.x + 6,
  )

const nearest = (parts: readonly Line[], far: (part: Line) => number): Line | null =>
  parts.reduce<Line | null>((best, part) => (best && far(best) <= far(part) ? best : part), null)
