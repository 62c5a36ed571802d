import {type Matrix, moved, times} from './matrix.ts'

/** A rectangle in points from the page's top left corner. */
export interface Box {
  readonly x: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** What is drawn on a page beside its letters: thin ones are rules, the others boxes. */
export interface Drawn {
  readonly rules: readonly Box[]
  readonly boxes: readonly Box[]
  readonly pictures: number
}

interface Operators {
  readonly fnArray: readonly number[]
  readonly argsArray: readonly unknown[]
}

type Codes = Readonly<Record<string, number>>

/** More on one page is a map or a picture made of lines, and tells nothing of a table. */
const mostShapes = 20_000
const thin = 3

/** The rules, boxes and pictures among a page's drawing operators, in the coordinates that `view` gives. */
export const drawnOf = ({fnArray, argsArray}: Operators, codes: Codes, view: Matrix): Drawn => {
  const paints = paintCodes(codes)
  const shapes: Box[] = []
  const kept: State[] = []
  let state: State = {matrix: view, white: false, whiteLine: false}
  let pictures = 0
  for (const [n, code] of fnArray.entries()) {
    const args = argsArray[n] as readonly unknown[] | null
    if (code === codes['save']) kept.push(state)
    else if (code === codes['restore']) state = kept.pop() ?? state
    else if (code === codes['paintFormXObjectBegin']) {
      kept.push(state)
      const [matrix] = (args ?? []) as readonly [ArrayLike<number> | null]
      if (matrix) state = {...state, matrix: times(state.matrix, Array.from(matrix) as unknown as Matrix)}
    } else if (code === codes['paintFormXObjectEnd']) state = kept.pop() ?? state
    else if (code === codes['transform'])
      state = {...state, matrix: times(state.matrix, Array.from(args as ArrayLike<number>) as unknown as Matrix)}
    else if (code === codes['setFillRGBColor']) state = {...state, white: isWhite(args)}
    else if (code === codes['setStrokeRGBColor']) state = {...state, whiteLine: isWhite(args)}
    else if (code === codes['constructPath'] && args && shapes.length < mostShapes) {
      const how = paints.get(args[0] as number)
      if (how && !(how === 'fill' && state.white) && !(how === 'stroke' && state.whiteLine))
        shapes.push(...boxesOf((args[1] as readonly (ArrayLike<number> | null)[])[0] ?? null, state.matrix))
    }
    if (code === codes['transform'] && fnArray[n + 1] === codes['restore'] && covers(state.matrix)) pictures++
    if (isPicture(code, codes) && covers(state.matrix)) pictures++
  }
  const isThin = ({x, right, top, bottom}: Box): boolean => right - x <= thin || bottom - top <= thin
  return {rules: shapes.filter(isThin), boxes: shapes.filter((each) => !isThin(each)), pictures}
}

interface State {
  readonly matrix: Matrix
  readonly white: boolean
  readonly whiteLine: boolean
}

const isWhite = (args: readonly unknown[] | null): boolean => /^#f[c-f]f[c-f]f[c-f]$/iu.test(String(args?.[0] ?? ''))

const isPicture = (code: number, codes: Codes): boolean =>
  code === codes['paintImageXObject'] ||
  code === codes['paintInlineImageXObject'] ||
  code === codes['paintImageMaskXObject']

/** Large pictures are left undecoded, and leave only the room made for them: a scaling that nothing follows. Marks smaller than a thumb are no loss. */
const covers = ([a, b, c, d]: Matrix): boolean => Math.hypot(a, b) > 72 && Math.hypot(c, d) > 72

const paintCodes = (codes: Codes): ReadonlyMap<number, 'fill' | 'stroke' | 'both'> =>
  new Map(
    (
      [
        ['fill', 'fill'],
        ['eoFill', 'fill'],
        ['stroke', 'stroke'],
        ['closeStroke', 'stroke'],
        ['fillStroke', 'both'],
        ['eoFillStroke', 'both'],
        ['closeFillStroke', 'both'],
        ['closeEOFillStroke', 'both'],
      ] as const
    ).flatMap(([name, how]) => (codes[name] === undefined ? [] : [[codes[name], how] as const])),
  )

/** How many numbers follow each step of a path: move, line, curve, quadratic curve, close. */
const stepLengths = [2, 2, 6, 4, 0] as const

/** The bounding box of each stroke of a path; strokes that curve are pictures or letters and are left out. */
const boxesOf = (path: ArrayLike<number> | null, matrix: Matrix): readonly Box[] => {
  if (!path) return []
  const found: Box[] = []
  let points: (readonly [number, number])[] = []
  let curved = false
  const close = (): void => {
    if (points.length > 1 && !curved) found.push(...strokes(points))
    points = []
    curved = false
  }
  for (let at = 0; at < path.length; ) {
    const step = path[at] as number
    const length = stepLengths[step]
    if (length === undefined) break
    if (step === 0) close()
    if (step === 2 || step === 3) curved = true
    if (length >= 2) points.push(moved(matrix, path[at + length - 1] as number, path[at + length] as number))
    at += length + 1
  }
  close()
  return found
}

/** A closed rectangle is one box; anything else is its single lines, as far as they run along or down the page. */
const strokes = (points: readonly (readonly [number, number])[]): readonly Box[] => {
  const xs = new Set(points.map(([x]) => Math.round(x)))
  const ys = new Set(points.map(([, y]) => Math.round(y)))
  if (points.length >= 4 && xs.size === 2 && ys.size === 2) return [around(points)]
  if (points.length >= 4 && (xs.size === 1 || ys.size === 1)) return [around(points)]
  return points.slice(1).flatMap((end, n) => {
    const box = around([points[n] as readonly [number, number], end])
    return box.right - box.x <= thin || box.bottom - box.top <= thin ? [box] : []
  })
}

const around = (points: readonly (readonly [number, number])[]): Box => ({
  x: Math.min(...points.map(([x]) => x)),
  right: Math.max(...points.map(([x]) => x)),
  top: Math.min(...points.map(([, y]) => y)),
  bottom: Math.max(...points.map(([, y]) => y)),
})
