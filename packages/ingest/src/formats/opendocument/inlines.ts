import {childOf, elementsIn, textIn, type XmlElement} from '@hedgerow/office'
import type {Inline} from '../flow/flow.ts'
import {wordCount} from '../flow/tally.ts'
import {symbolsOf} from '../word/symbols.ts'
import {contentControl, fieldInput, formControl, markInlines, tallyAnswer} from './controls.ts'
import type {OdfSheet} from './sheet.ts'
import type {OdfStyle} from './styles.ts'

/** How a stretch of text looks. */
export type Look = Pick<OdfStyle, 'bold' | 'hidden' | 'font'>

/** What the content of a paragraph, or of a span in one, prints. */
export const inlinesIn = (parent: XmlElement, look: Look, sheet: OdfSheet): readonly Inline[] => {
  const found: Inline[] = []
  for (const child of parent.children) {
    const all = typeof child === 'string' ? printed(child, look, sheet) : inlinesOf(child, look, sheet)
    for (const inline of all) found.push(inline)
  }
  return found
}

const printed = (text: string, {bold, hidden, font}: Look, sheet: OdfSheet): readonly Inline[] => {
  if (hidden === true) {
    sheet.tally.hiddenWords += wordCount(text)
    return []
  }
  if (sheet.open.some((mark) => markInlines(mark, sheet).length > 0)) {
    tallyAnswer(text, sheet)
    return []
  }
  return [{type: 'text', text: symbolsOf(text, font), bold: bold ?? false, paragraph: sheet.paragraph}]
}

const skipped =
  /^(?:office:annotation(?:-end)?|text:(?:bookmark|reference-mark|change|toc-mark|alphabetical-index-mark|user-index-mark)(?:-start|-end)?|text:soft-page-break|field:param|office:forms|svg:.*|draw:a11y.*)$/u

const inlinesOf = (element: XmlElement, look: Look, sheet: OdfSheet): readonly Inline[] => {
  const {name, attributes} = element
  if (name === 'office:annotation') sheet.tally.comments++
  if (skipped.test(name)) return []
  switch (name) {
    case 'text:span': {
      const {bold, hidden, font} = sheet.styles.style('text', attributes['text:style-name'])
      const own = {bold: bold ?? look.bold, hidden: hidden ?? look.hidden, font: font ?? look.font}
      return inlinesIn(element, own as Look, sheet)
    }
    case 'text:s':
    case 'text:tab':
      return printed(' ', look, sheet)
    case 'text:line-break':
      return look.hidden === true ? [] : [{type: 'break'}]
    case 'text:hidden-text':
      sheet.tally.hiddenWords += wordCount(attributes['text:string-value'] ?? textIn(element))
      return []
    case 'text:ruby':
      return inlinesIn(childOf(element, 'text:ruby-base') ?? element, look, sheet)
    case 'text:note':
      return look.hidden === true ? [] : [noteInline(element, sheet)]
    case 'text:text-input':
    case 'text:placeholder':
    case 'text:drop-down':
      if (look.hidden === true) return []
      if (name === 'text:text-input') tallyAnswer(textIn(element), sheet)
      return [fieldInput(element)]
    default:
      return formInlines(element, look, sheet)
  }
}

const formInlines = (element: XmlElement, look: Look, sheet: OdfSheet): readonly Inline[] => {
  switch (element.name) {
    case 'loext:content-control':
      return contentControl(element, sheet) ?? inlinesIn(element, look, sheet)
    case 'field:fieldmark':
      return markInlines(element, sheet)
    case 'field:fieldmark-start':
      sheet.open.push(element)
      return []
    case 'field:fieldmark-end': {
      const mark = sheet.open.pop()
      return mark ? markInlines(mark, sheet) : []
    }
    case 'draw:control':
      return formControl(element.attributes['draw:control'] ?? '', sheet)
    default:
      return /^draw:/u.test(element.name) ? drawingInlines(element, sheet) : inlinesIn(element, look, sheet)
  }
}

const noteInline = (note: XmlElement, sheet: OdfSheet): Inline => {
  const citation = childOf(note, 'text:note-citation')
  const body = childOf(note, 'text:note-body')
  const inside: OdfSheet = {...sheet, open: [], anchored: true}
  const inlines = (body ? paragraphsIn(body) : []).flatMap((paragraph, at): readonly Inline[] => [
    ...(at > 0 ? [{type: 'break'} as const] : []),
    ...inlinesIn(paragraph, {}, inside),
  ])
  return {type: 'note', mark: (citation && textIn(citation).trim()) || null, inlines}
}

const paragraphsIn = (element: XmlElement): readonly XmlElement[] =>
  elementsIn(element).flatMap((child) => (/^text:[ph]$/u.test(child.name) ? [child] : paragraphsIn(child)))

/** The texts of frames and shapes, each as a box; pictures are counted. */
export const drawingInlines = (element: XmlElement, sheet: OdfSheet): readonly Inline[] => {
  const {name} = element
  const inside: OdfSheet = {...sheet, open: [], anchored: true}
  if (name === 'draw:control') return formControl(element.attributes['draw:control'] ?? '', sheet)
  if (
    name === 'draw:text-box' ||
    (name !== 'draw:frame' && elementsIn(element).some((child) => /^text:(?:p|h|list)$/u.test(child.name)))
  )
    return [{type: 'box', flow: sheet.flowOf(element, inside)}]
  if (name === 'draw:frame') {
    const children = elementsIn(element)
    const texts = children.some((child) => child.name === 'draw:text-box')
    if (!texts && children.some((child) => child.name === 'draw:image'))
      sheet.tally.pictures.push(descriptionOf(element))
  }
  return elementsIn(element)
    .filter((child) => child.name.startsWith('draw:'))
    .flatMap((child) => drawingInlines(child, sheet))
}

const descriptionOf = (frame: XmlElement): string | null => {
  const told = childOf(frame, 'svg:desc') ?? childOf(frame, 'svg:title')
  return (told && textIn(told).trim()) || null
}
