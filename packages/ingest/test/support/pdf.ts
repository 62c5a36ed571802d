import {PDFDocument, type PDFFont, type PDFPage, StandardFonts} from 'pdf-lib'

/** Words on a page: `y` in points from the top, `x` from the left. */
export interface Printed {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly size?: number
  readonly bold?: boolean
}

/** A page of a PDF made for a test. `lines` are drawn from corner to corner, points from the top left. */
export interface Sheet {
  readonly words?: readonly Printed[]
  readonly lines?: readonly (readonly [x0: number, y0: number, x1: number, y1: number])[]
  /** Anything else, with the page drawn on. */
  readonly more?: (page: PDFPage, pdf: PDFDocument) => Promise<void> | void
}

const height = 842

/** A PDF of A4 pages without tags. */
export const pdfOf = async (sheets: readonly Sheet[], title?: string): Promise<Uint8Array> => {
  const pdf = await PDFDocument.create()
  if (title !== undefined) pdf.setTitle(title)
  const plain = await pdf.embedFont(StandardFonts.Helvetica)
  const bold = await pdf.embedFont(StandardFonts.HelveticaBold)
  for (const sheet of sheets) await drawn(pdf, sheet, plain, bold)
  return pdf.save()
}

const drawn = async (
  pdf: PDFDocument,
  {words = [], lines = [], more}: Sheet,
  plain: PDFFont,
  bold: PDFFont,
): Promise<void> => {
  const page = pdf.addPage([595, height])
  for (const {text, x, y, size = 11, bold: heavy = false} of words)
    page.drawText(text, {x, y: height - y, size, font: heavy ? bold : plain})
  for (const [x0, y0, x1, y1] of lines)
    page.drawLine({start: {x: x0, y: height - y0}, end: {x: x1, y: height - y1}, thickness: 0.5})
  await more?.(page, pdf)
}

/** Lines of text one below the other. */
export const column = (
  texts: readonly string[],
  x: number,
  y: number,
  given: Partial<Printed> = {},
): readonly Printed[] => texts.map((text, n) => ({text, x, y: y + n * 14, ...given}))

/** The rules of a table with these column and row edges. */
export const rules = (xs: readonly number[], ys: readonly number[]): NonNullable<Sheet['lines']> => {
  const [left, right] = [Math.min(...xs), Math.max(...xs)]
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)]
  return [...ys.map((y) => [left, y, right, y] as const), ...xs.map((x) => [x, top, x, bottom] as const)]
}
