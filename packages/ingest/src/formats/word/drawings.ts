import {elementsIn, type XmlElement} from '@hedgerow/office'
import type {Inline} from '../flow/flow.ts'
import {chosen, type WordSheet} from './sheet.ts'

/** The text boxes of a drawing, each as a box; its pictures are counted, as what they show cannot be read. */
export const drawingInlines = (drawing: XmlElement, sheet: WordSheet): readonly Inline[] => {
  const found: Inline[] = []
  let description: string | null = null
  let pictures = 0
  const visit = (element: XmlElement): void => {
    const {name, attributes} = element
    if (name === 'mc:AlternateContent') {
      const one = chosen(element)
      if (one) visit(one)
      return
    }
    if (name === 'w:txbxContent') {
      found.push({type: 'box', flow: boxed(element, sheet)})
      return
    }
    if (name === 'wp:docPr' || name === 'pic:cNvPr') description ||= attributes['descr']?.trim() || null
    if (name === 'v:shape') description ||= attributes['alt']?.trim() || null
    if (name === 'pic:pic' || name === 'v:imagedata') pictures++
    if (name === 'dgm:relIds') sheet.tally.diagrams++
    if (name === 'adec:decorative' && attributes['val'] !== '0') pictures = -100
    for (const child of elementsIn(element)) visit(child)
  }
  visit(drawing)
  if (pictures > 0) sheet.tally.pictures.push(description)
  return found
}

const boxed = (content: XmlElement, sheet: WordSheet): ReturnType<WordSheet['flowOf']> =>
  sheet.flowOf(content, {...sheet, open: [], anchored: true})
