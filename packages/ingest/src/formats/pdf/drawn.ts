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
  /** Small pictures. */
  readonly marks: readonly Box[]
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
  const marks: Box[] = []
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
        for (const box of boxesOf((args[1] as readonly (ArrayLike<number> | null)[])[0] ?? null, state.matrix))
          shapes.push(box)
    }
    if (code === codes['transform'] && fnArray[n + 1] === codes['restore']) {
      if (covers(state.matrix)) pictures++
      else marks.push(around([moved(state.matrix, 0, 0), moved(state.matrix, 1, 1)]))
    }
    if (isPicture(code, codes) && covers(state.matrix)) pictures++
  }
  const isThin = ({x, right, top, bottom}: Box): boolean => right - x <= thin || bottom - top <= thin
  return {rules: shapes.filter(isThin), boxes: shapes.filter((each) => !isThin(each)), marks, pictures}
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

type Point = readonly [number, number]

/** A stretch of a path from one point to the next; curves are known by their ends. */
interface Stretch {
  readonly from: Point
  readonly to: Point
  readonly straight: boolean
}

/** The boxes and lines a path draws. */
const boxesOf = (path: ArrayLike<number> | null, matrix: Matrix): readonly Box[] => {
  if (!path) return []
  const found: Box[] = []
  let stretches: Stretch[] = []
  let last: Point | null = null
  const close = (): void => {
    if (stretches.length > 0 && stretches.length < mostShapes) for (const box of strokes(stretches)) found.push(box)
    stretches = []
  }
  for (let at = 0; at < path.length; ) {
    const step = path[at] as number
    const length = stepLengths[step]
    if (length === undefined) break
    if (step === 0) close()
    if (length >= 2) {
      const to: Point = moved(matrix, path[at + length - 1] as number, path[at + length] as number)
      if (step !== 0 && last) stretches.push({from: last, to, straight: step === 1})
      last = to
    }
    at += length + 1
  }
  close()
  return found
}

/** A rectangle, its corners rounded or not, is one box; anything else is its straight lines, as far as they run along or down the page. */
const strokes = (stretches: readonly Stretch[]): readonly Box[] => {
  const points = [(stretches[0] as Stretch).from, ...stretches.map(({to}) => to)]
  const box = around(points)
  const flat = box.right - box.x <= thin || box.bottom - box.top <= thin
  if (stretches.length >= 3 && (flat ? stretches.every(({straight}) => straight) : isBoxed(stretches, box)))
    return [box]
  return stretches.flatMap(({from, to, straight}) => {
    const line = around([from, to])
    return straight && (line.right - line.x <= thin || line.bottom - line.top <= thin) ? [line] : []
  })
}

/** So much of each side of a rectangle with round corners is straight at least. */
const straightShare = 0.4

const isBoxed = (stretches: readonly Stretch[], {x, right, top, bottom}: Box): boolean => {
  // What is left open between the last point and the first counts as drawn.
  const closing = {from: (stretches.at(-1) as Stretch).to, to: (stretches[0] as Stretch).from, straight: true}
  const straight = [...stretches, closing].filter((each) => each.straight)
  const isDrawn = (axis: 0 | 1, at: number, length: number): boolean =>
    straight
      .filter((each) => [each.from, each.to].every((point) => Math.abs(point[axis] - at) < 1))
      .reduce((sum, {from, to}) => sum + Math.abs((to[1 - axis] as number) - (from[1 - axis] as number)), 0) >=
    straightShare * length
  const [height, width] = [bottom - top, right - x]
  return isDrawn(0, x, height) && isDrawn(0, right, height) && isDrawn(1, top, width) && isDrawn(1, bottom, width)
}

const around = (points: readonly Point[]): Box => ({
  x: Math.min(...points.map(([x]) => x)),
  right: Math.max(...points.map(([x]) => x)),
  top: Math.min(...points.map(([, y]) => y)),
  bottom: Math.max(...points.map(([, y]) => y)),
})
