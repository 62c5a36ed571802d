import type {Element} from 'hast'
import {h, s} from 'hastscript'
import type {Bars, Dendrogram, Figure, HeatMap, Joint} from '../nodes.ts'
import {leavesOf} from '../dendrogram.ts'
import {percent} from '../wording.ts'

/** How many steps of shade there are: each is darker than the one before, so that they are told apart in greyscale. */
const shades = 10

const shadeOf = (share: number): number => Math.min(shades - 1, Math.floor(share * shades))

/** From this shade on words on it are light. */
const dark = 6

/** Room for a name, and of a line, in the drawing's own units. */
const nameWidth = (names: readonly string[]): number =>
  Math.min(220, 12 + 8 * Math.max(...names.map(({length}) => length)))
const line = 26

const rounded = (value: number): number => Math.round(value * 10) / 10

const words = (x: number, y: number, text: string, more: Readonly<Record<string, string | number>> = {}): Element =>
  s('text', {x: rounded(x), y: rounded(y), ...more}, text)

/** Up to so many authorities a cell has room for its figure. */
const mostNumbered = 20

/** Cells of one shade as one path: a large map is a few strings instead of thousands of elements. Neighbours in a row are drawn as one. */
function shadePath(shares: HeatMap['shares'], shade: number, size: number): string {
  const parts: string[] = []
  for (const [row, cells] of shares.entries()) {
    let start = -1
    for (let column = 0; column <= cells.length; column++) {
      const share = cells[column] ?? null
      const isShade = column < cells.length && share !== null && shadeOf(share) === shade
      if (isShade && start < 0) start = column
      if (isShade || start < 0) continue
      parts.push(`M${start * size} ${row * size}h${(column - start) * size}v${size}H${start * size}z`)
      start = -1
    }
  }
  return parts.join('')
}

function numbers({shares}: HeatMap, size: number): readonly Element[] {
  return shares.flatMap((cells, row) =>
    cells.flatMap((share, column) =>
      share === null
        ? []
        : [
            words((column + 0.5) * size, (row + 0.5) * size + 5, percent(share).replace('%', ''), {
              textAnchor: 'middle',
              className: shadeOf(share) >= dark ? 'light' : '',
            }),
          ],
    ),
  )
}

function heatMap(drawing: HeatMap): Element {
  const {names, shares} = drawing
  const isSmall = names.length <= mostNumbered
  const size = isSmall ? 40 : 8
  const side = names.length * size
  const room = isSmall ? nameWidth(names) : 4
  const labels = isSmall
    ? names.flatMap((name, at) => [
        words(room - 8, room + (at + 0.5) * size + 5, name, {textAnchor: 'end'}),
        words(0, 0, name, {transform: `translate(${room + (at + 0.5) * size + 5} ${room - 8}) rotate(-90)`}),
      ])
    : []
  const paths = Array.from({length: shades}, (_, shade) =>
    s('path', {className: [`s${shade}`], d: shadePath(shares, shade, size)}),
  )
  return svg(room + side + 4, room + side + 4, [
    ...labels,
    s('g', {transform: `translate(${room} ${room})`}, [
      s('rect', {width: side, height: side, className: ['none']}),
      ...paths,
      ...(isSmall ? numbers(drawing, size) : []),
    ]),
  ])
}

function bars({names, series}: Bars): Element {
  const room = nameWidth(names)
  const [length, thick] = [400, 12]
  const step = series.length * thick + 14
  const drawn = names.flatMap((name, at) => [
    words(room - 8, at * step + thick * series.length * 0.5 + 9, name, {textAnchor: 'end'}),
    ...series.flatMap(({shares}, n) => {
      const share = shares[at] ?? 0
      const y = at * step + n * thick + 4
      return [
        s('rect', {x: room, y, width: rounded(share * length), height: thick - 2, className: [n === 0 ? 's8' : 's3']}),
        words(room + share * length + 6, y + thick - 2, percent(share)),
      ]
    }),
  ])
  return svg(room + length + 60, names.length * step + 8, drawn)
}

/** A joint drawn: how far from the left its stem begins, how far down it stands, and what is drawn below it. */
interface Drawn {
  readonly x: number
  readonly y: number
  readonly parts: readonly Element[]
}

interface Frame {
  readonly left: number
  readonly length: number
  readonly rows: ReadonlyMap<string, number>
}

function joint(node: Joint, frame: Frame): Drawn {
  if (typeof node === 'string') {
    const y = (frame.rows.get(node) ?? 0) * line + line / 2
    return {x: frame.left, y, parts: [words(frame.left - 8, y + 5, node, {textAnchor: 'end'})]}
  }
  const [a, b] = node.parts.map((part) => joint(part, frame)) as [Drawn, Drawn]
  const x = rounded(frame.left + (1 - node.share) * frame.length)
  const y = rounded((a.y + b.y) / 2)
  const path = s('path', {className: ['stem'], d: `M${a.x} ${a.y}H${x}V${b.y}H${b.x}`})
  return {x, y, parts: [...a.parts, ...b.parts, path]}
}

/** Lines at every fifth of the scale, with their figures. */
function scale(left: number, length: number, height: number): readonly Element[] {
  return [1, 0.8, 0.6, 0.4, 0.2, 0].flatMap((share) => {
    const x = rounded(left + (1 - share) * length)
    return [
      s('path', {className: ['grid'], d: `M${x} 0V${height}`}),
      words(x, height + 18, `${Math.round(share * 100)}%`, {textAnchor: 'middle'}),
    ]
  })
}

function dendrogram({root}: Dendrogram): Element {
  const leaves = leavesOf(root)
  const [left, length, height] = [nameWidth(leaves), 440, leaves.length * line]
  const rows = new Map(leaves.map((name, at) => [name, at]))
  const {parts} = joint(root, {left, length, rows})
  return svg(left + length + 30, height + 26, [...scale(left, length, height), ...parts])
}

function svg(width: number, height: number, children: readonly Element[]): Element {
  return s('svg', {viewBox: `0 0 ${width} ${height}`, width, height, ariaHidden: 'true', focusable: 'false'}, [
    ...children,
  ])
}

function drawn({drawing}: Figure): Element {
  switch (drawing.kind) {
    case 'bars':
      return bars(drawing)
    case 'heat-map':
      return heatMap(drawing)
    case 'dendrogram':
      return dendrogram(drawing)
  }
}

/** What the shades mean, from none alike to all alike. */
function key(): Element {
  const steps = Array.from({length: shades}, (_, at) =>
    h('span', {className: ['step', `s${at}`, at >= dark ? 'light' : '']}, `${at * shades}–${(at + 1) * shades}`),
  )
  return h('p', {className: ['key']}, ['Per cent alike: ', ...steps])
}

/** A figure with its drawing as SVG. The drawing itself is passed over by a screen reader, which is told what it shows; its figures stand in a table beside it. */
export function figureElement(figure: Figure): Element {
  const {id, caption, alternative} = figure
  return h('figure', {id}, [
    h('figcaption', caption),
    ...(figure.drawing.kind === 'heat-map' ? [key()] : []),
    h('div', {className: ['scroll'], role: 'img', ariaLabel: alternative, tabIndex: 0}, drawn(figure)),
  ])
}
