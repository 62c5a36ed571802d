import {getResolvedPDFJS} from 'unpdf'
import {type Box, drawnOf, type Drawn} from './drawn.ts'
import type {Pdf} from './opened.ts'
import {times, type Matrix} from './matrix.ts'

/** Some characters set in one go. Places are in points from the page's top left corner as it is shown; `y` is the baseline. */
export interface Run {
  readonly text: string
  readonly x: number
  readonly right: number
  readonly y: number
  /** Height of the letters, in points. */
  readonly size: number
  readonly bold: boolean
  /** The id by which the page's structure names this run, or null. */
  readonly mark: string | null
  /** Whether the document itself calls it page furniture. */
  readonly artifact: boolean
  /** Degrees it is turned clockwise, 0 for ordinary text. */
  readonly turned: number
}

/** A node of a page's structure, as tagged PDFs have it. */
export interface Tag {
  readonly role?: string
  readonly type?: string
  readonly id?: string
  readonly alt?: string
  readonly children?: readonly Tag[]
}

/** Something to be filled in. */
export interface Widget {
  readonly kind: 'tick' | 'radio' | 'text' | 'choice' | 'signature'
  readonly name: string
  /** What the form's author says it is for, or ''. */
  readonly label: string
  readonly options: readonly string[]
  readonly required: boolean
  readonly ticked: boolean
  readonly x: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** A page as printed: its letters, its lines and boxes, its inputs, and its structure where it has one. */
export interface PdfPage {
  readonly number: number
  readonly width: number
  readonly height: number
  readonly runs: readonly Run[]
  readonly drawn: Drawn
  readonly widgets: readonly Widget[]
  readonly tags: Tag | null
  /** Whether it shows a picture. */
  readonly pictured: boolean
}

type Page = Awaited<ReturnType<Pdf['getPage']>>

/** Page `number` (from 1). */
export const pageOf = async (pdf: Pdf, number: number): Promise<PdfPage> => {
  const page = await pdf.getPage(number)
  const {transform, width, height} = page.getViewport({scale: 1})
  const view = transform as unknown as Matrix
  const {OPS} = await getResolvedPDFJS()
  // Before the text: only drawing a page makes its fonts known.
  const drawn = await page.getOperatorList().then(
    (list) => drawnOf(list, OPS, view),
    () => ({rules: [], boxes: [], marks: [], pictures: 0}),
  )
  const content = await page.getTextContent({includeMarkedContent: true})
  const runs = withTickBoxes(runsOf(content.items as readonly Item[], view, boldOf(page)), [
    ...drawn.boxes,
    ...drawn.marks,
  ])
  const tags = runs.some(({mark}) => mark !== null) ? ((await page.getStructTree()) as Tag | null) : null
  const widgets = widgetsOf(await page.getAnnotations(), view)
  page.cleanup()
  return {number, width, height, runs, drawn, widgets, tags, pictured: drawn.pictures > 0}
}

interface Item {
  readonly str?: string
  readonly type?: string
  readonly tag?: string | null
  readonly id?: string
  readonly transform?: Matrix
  readonly width?: number
  readonly fontName?: string
}

const boldName = /bold|black|heavy|semibold|demi(?!light)/iu

const boldOf = (page: Page): ((font: string) => boolean) => {
  const known = new Map<string, boolean>()
  return (font) => {
    const before = known.get(font)
    if (before !== undefined) return before
    const found = fontOf(page, font)
    const bold = found?.bold === true || found?.black === true || boldName.test(found?.name ?? '')
    known.set(font, bold)
    return bold
  }
}

const fontOf = (page: Page, font: string): {name?: string; bold?: boolean; black?: boolean} | null => {
  try {
    return page.commonObjs.get(font) as {name?: string; bold?: boolean; black?: boolean}
  } catch {
    return null
  }
}

/** A damaged page sets words nowhere: they are kept, in its corner. */
const finite = (matrix: Matrix): Matrix => matrix.map((each) => (Number.isFinite(each) ? each : 0)) as unknown as Matrix

const runsOf = (items: readonly Item[], view: Matrix, bold: (font: string) => boolean): readonly Run[] => {
  const found: Run[] = []
  const open: {readonly tag: string; readonly id: string | null}[] = []
  for (const {str, type, tag, id, transform, width = 0, fontName = ''} of items) {
    if (type === 'beginMarkedContent' || type === 'beginMarkedContentProps') open.push({tag: tag ?? '', id: id ?? null})
    else if (type === 'endMarkedContent') open.pop()
    else if (str !== undefined && str !== '' && transform) {
      const [a, b, c, d, x, y] = finite(times(view, transform))
      const turned = (Math.round((Math.atan2(b, a) * 180) / Math.PI) + 360) % 360
      found.push({
        text: str.replaceAll('❒', '☐'),
        x,
        right: x + (Number.isFinite(width) ? width : 0),
        y,
        size: Math.hypot(c, d) || Math.hypot(a, b),
        bold: bold(fontName),
        mark: open.findLast((each) => each.id !== null)?.id ?? null,
        artifact: open.some((each) => each.tag === 'Artifact'),
        turned,
      })
    }
  }
  return withoutDoubles(found)
}

/** Letters printed twice, a hair apart, are printed bold that way. */
const withoutDoubles = (runs: readonly Run[]): readonly Run[] => {
  const seen = new Set<string>()
  return runs.filter(({text, x, y, size}) => {
    if (text.trim() === '') return true
    const near = size / 8
    const [left, base] = [Math.round(x / near), Math.round(y / near)]
    const around = [-1, 0, 1].flatMap((dx) => [-1, 0, 1].map((dy) => `${text}\n${left + dx}\n${base + dy}`))
    if (around.some((each) => seen.has(each))) return false
    seen.add(`${text}\n${left}\n${base}`)
    return true
  })
}

const isTickBox = ({x, right, top, bottom}: Box): boolean =>
  right - x > 4 && right - x < 16 && Math.abs(right - x - (bottom - top)) < 3

/** Small squares drawn before words are tick boxes: each is set as a character in front of the words it stands before. */
const withTickBoxes = (runs: readonly Run[], boxes: readonly Box[]): readonly Run[] => {
  const before = new Map<Run, Run>()
  for (const box of boxes.filter(isTickBox)) {
    const middle = (box.top + box.bottom) / 2
    const near = runs
      .filter(
        ({text, x, y, size, turned}) =>
          turned === 0 &&
          text.trim() !== '' &&
          x > box.right - 2 &&
          x < box.right + 14 &&
          Math.abs(y - size / 3 - middle) < 5,
      )
      .sort((a, b) => a.x - b.x)[0]
    if (near && !/[☐☑☒□■]/u.test(near.text))
      before.set(near, {...near, text: '☐ ', x: box.x, right: box.right, bold: false})
  }
  return before.size === 0 ? runs : runs.flatMap((run) => [...(before.has(run) ? [before.get(run) as Run] : []), run])
}

interface Annotation {
  readonly subtype?: string
  readonly fieldType?: string | null
  readonly fieldName?: string
  readonly fieldValue?: unknown
  readonly alternativeText?: string
  readonly rect?: readonly number[]
  readonly options?: readonly {displayValue?: string; exportValue?: string}[]
  readonly checkBox?: boolean
  readonly radioButton?: boolean
  readonly required?: boolean
  readonly hidden?: boolean
}

const widgetsOf = (annotations: readonly Annotation[], view: Matrix): readonly Widget[] =>
  annotations.flatMap((each): readonly Widget[] => {
    const kind = each.subtype === 'Widget' && each.hidden !== true ? kindOf(each) : null
    if (kind === null || !each.rect) return []
    const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = each.rect
    const [, , , , ax, ay] = times(view, [1, 0, 0, 1, x0, y0])
    const [, , , , bx, by] = times(view, [1, 0, 0, 1, x1, y1])
    return [
      {
        kind,
        name: each.fieldName ?? '',
        label: (each.alternativeText ?? '').trim(),
        options: (each.options ?? []).map(({displayValue, exportValue}) => displayValue ?? exportValue ?? ''),
        required: each.required === true,
        ticked: kind === 'tick' && typeof each.fieldValue === 'string' && !/^(?:off)?$/iu.test(each.fieldValue),
        x: Math.min(ax, bx),
        right: Math.max(ax, bx),
        top: Math.min(ay, by),
        bottom: Math.max(ay, by),
      },
    ]
  })

/** What is pressed, not filled in, has no kind. */
const kindOf = ({fieldType, checkBox, radioButton}: Annotation): Widget['kind'] | null => {
  if (fieldType === 'Tx') return 'text'
  if (fieldType === 'Ch') return 'choice'
  if (fieldType === 'Sig') return 'signature'
  return checkBox ? 'tick' : radioButton ? 'radio' : null
}
