import type {Box, Drawn} from './drawn.ts'

/** Cells that rules part on a page: row by row, top to bottom, each row left to right. A cell over several rows stands in each. */
export interface Lattice extends Box {
  readonly rows: readonly (readonly Box[])[]
}

const near = 3.5

interface Edge {
  readonly at: number
  readonly from: number
  readonly to: number
}

/** The lattices of rules and frames on a page, top to bottom; one with a single cell is a frame. */
export const latticesOf = ({rules, boxes}: Drawn): readonly Lattice[] => {
  const framed = boxes.filter(({x, right, top, bottom}) => right - x > 20 && bottom - top > 7)
  const level: Edge[] = []
  const upright: Edge[] = []
  for (const {x, right, top, bottom} of rules)
    if (right - x > bottom - top) level.push({at: (top + bottom) / 2, from: x, to: right})
    else upright.push({at: (x + right) / 2, from: top, to: bottom})
  for (const {x, right, top, bottom} of framed) {
    level.push({at: top, from: x, to: right}, {at: bottom, from: x, to: right})
    upright.push({at: x, from: top, to: bottom}, {at: right, from: top, to: bottom})
  }
  return components(level.filter(long), upright.filter(long))
    .flatMap(latticeOf)
    .sort((a, b) => a.top - b.top || a.x - b.x)
}

const long = ({from, to}: Edge): boolean => to - from > 5

interface Component {
  readonly level: readonly Edge[]
  readonly upright: readonly Edge[]
}

/** Edges that touch one another. */
const components = (level: readonly Edge[], upright: readonly Edge[]): readonly Component[] => {
  const owner = [...level, ...upright].map((_, n) => n)
  const root = (n: number): number => {
    let at = n
    while (owner[at] !== at) at = owner[at] = owner[owner[at] as number] as number
    return at
  }
  for (const [n, h] of level.entries())
    for (const [m, v] of upright.entries())
      if (h.at >= v.from - near && h.at <= v.to + near && v.at >= h.from - near && v.at <= h.to + near)
        owner[root(n)] = root(level.length + m)
  const found = new Map<number, {level: Edge[]; upright: Edge[]}>()
  const own = (n: number): {level: Edge[]; upright: Edge[]} => {
    const known = found.get(root(n)) ?? {level: [], upright: []}
    found.set(root(n), known)
    return known
  }
  for (const [n, edge] of level.entries()) own(n).level.push(edge)
  for (const [m, edge] of upright.entries()) own(level.length + m).upright.push(edge)
  return [...found.values()]
}

/** Values nearer than a hair taken for one. */
const snapped = (values: readonly number[]): readonly number[] => {
  const found: number[] = []
  for (const value of [...values].sort((a, b) => a - b)) {
    if (found.length === 0 || value - (found.at(-1) as number) > near) found.push(value)
  }
  return found
}

const covers = (edges: readonly Edge[], at: number, from: number, to: number): boolean => {
  const own = edges
    .filter((edge) => Math.abs(edge.at - at) <= near && edge.to > from && edge.from < to)
    .sort((a, b) => a.from - b.from)
  let reached = from
  let covered = 0
  for (const edge of own) {
    const start = Math.max(edge.from, reached)
    if (edge.to > start) covered += Math.min(edge.to, to) - start
    reached = Math.max(reached, edge.to)
  }
  return covered >= 0.8 * (to - from)
}

const mostLines = 200

const latticeOf = ({level, upright}: Component): readonly Lattice[] => {
  const closed = [...level, ...openEnd(level, upright)]
  const ys = snapped(closed.map(({at}) => at))
  const xs = snapped(upright.map(({at}) => at))
  if (ys.length < 2 || xs.length < 2 || ys.length > mostLines || xs.length > mostLines) return []
  const rows = ys
    .slice(1)
    .map((bottom, n) => rowOf(ys, n, bottom, xs, closed, upright))
    .filter((row) => row.length > 0)
  if (rows.length === 0) return []
  const all = rows.flat()
  return [
    {
      rows,
      x: Math.min(...all.map(({x}) => x)),
      right: Math.max(...all.map(({right}) => right)),
      top: Math.min(...all.map(({top}) => top)),
      bottom: Math.max(...all.map(({bottom}) => bottom)),
    },
  ]
}

/** The missing rule under a row that goes on over the page's end: where two uprights at least end together below the last rule. */
const openEnd = (level: readonly Edge[], upright: readonly Edge[]): readonly Edge[] => {
  const last = Math.max(...level.map(({at}) => at))
  const low = Math.max(...upright.map(({to}) => to))
  const ends = upright.filter(({to}) => Math.abs(to - low) <= near)
  const [from, to] = [Math.min(...ends.map(({at}) => at)), Math.max(...ends.map(({at}) => at))]
  return low - last > 8 && to - from > 20 ? [{at: low, from, to}] : []
}

/** The cells of the band between two rules, each as wide and as high as nothing parts it. */
const rowOf = (
  ys: readonly number[],
  n: number,
  bottom: number,
  xs: readonly number[],
  level: readonly Edge[],
  upright: readonly Edge[],
): readonly Box[] => {
  const top = ys[n] as number
  const parting = xs.filter((x) => covers(upright, x, top, bottom))
  return parting.slice(1).flatMap((right, m): readonly Box[] => {
    const x = parting[m] as number
    let up = n
    while (up > 0 && !covers(level, ys[up] as number, x, right)) up--
    let down = n + 1
    while (down < ys.length - 1 && !covers(level, ys[down] as number, x, right)) down++
    const closed = covers(level, ys[up] as number, x, right) && covers(level, ys[down] as number, x, right)
    return closed ? [{x, right, top: ys[up] as number, bottom: ys[down] as number}] : []
  })
}
