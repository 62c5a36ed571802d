import {childOf, elementsIn, type XmlElement} from '@hedgerow/office'
import {type Flow, type FlowNumber, type FlowParagraph, type Inline, plainParagraph} from '../flow/flow.ts'
import {controlInlines} from './controls.ts'
import {inlinesIn} from './inlines.ts'
import {chosen, paragraphCount, tallyChange, type WordSheet} from './sheet.ts'
import {isOn, type Look, paragraphLook, type Style, valueOf} from './styles.ts'
import {tableFlow} from './tables.ts'

interface Pile {
  readonly flow: Flow[]
  /** Text of paragraphs whose mark is deleted: it runs on into the next one. */
  readonly carried: Inline[]
}

/** The paragraphs and tables of a body, cell or text box in reading order. */
export const flowOf = (parent: XmlElement, sheet: WordSheet): readonly Flow[] => {
  const pile: Pile = {flow: [], carried: []}
  gather(parent, sheet, pile)
  release(sheet, pile)
  return pile.flow
}

/** Carried text that no paragraph takes up stands alone. */
const release = (sheet: WordSheet, {flow, carried}: Pile): void => {
  if (carried.length > 0) flow.push(plainParagraph(carried.splice(0), sheet.paragraph))
}

const gather = (parent: XmlElement, sheet: WordSheet, pile: Pile): void => {
  for (const child of elementsIn(parent)) gatherOne(child, sheet, pile)
}

const gatherOne = (element: XmlElement, sheet: WordSheet, pile: Pile): void => {
  switch (element.name) {
    case 'w:p':
      return addParagraph(element, sheet, pile)
    case 'w:tbl': {
      release(sheet, pile)
      pile.flow.push(tableFlow(element, sheet))
      return
    }
    case 'w:sdt': {
      const control = controlInlines(element, sheet)
      const content = childOf(element, 'w:sdtContent')
      if (control) {
        sheet.paragraph += sheet.anchored ? 0 : paragraphCount(content)
        if (control.length > 0) pile.flow.push(plainParagraph(control, sheet.paragraph))
      } else if (content) gather(content, sheet, pile)
      return
    }
    case 'mc:AlternateContent': {
      const one = chosen(element)
      return one && gather(one, sheet, pile)
    }
    case 'w:altChunk':
      sheet.tally.embedded++
      return
    case 'w:ins':
    case 'w:moveTo':
      tallyChange(sheet, element)
      return gather(element, sheet, pile)
    case 'w:del':
      tallyChange(sheet, element)
      return
    case 'w:customXml':
    case 'w:smartTag':
      return gather(element, sheet, pile)
  }
}

const contentsStyle = /^(?:(?:toc|contents) (?:heading|\d)|table of figures)$/u

const addParagraph = (element: XmlElement, sheet: WordSheet, pile: Pile): void => {
  if (!sheet.anchored) sheet.paragraph++
  const pPr = childOf(element, 'w:pPr')
  const mark = childOf(pPr, 'w:rPr')
  const style = sheet.styles.paragraph(valueOf(pPr, 'w:pStyle'))
  const hiddenBefore = sheet.tally.hiddenWords
  const heading = headingOf(style, paragraphLook(pPr))
  const inlines = inlinesIn(element, heading === null ? style : {...style, bold: false}, sheet)
  tallyMark(mark, sheet)
  if (contentsStyle.test(style.name)) return
  if (childOf(mark, 'w:del') || childOf(mark, 'w:moveFrom')) {
    for (const inline of inlines) pile.carried.push(inline)
    return
  }
  const all = [...pile.carried.splice(0), ...inlines]
  // A paragraph of hidden text alone is not printed, and takes no number.
  const hidden = isOn(childOf(mark, 'w:vanish')) ?? style.hidden ?? false
  if (all.length === 0 && (hidden || sheet.tally.hiddenWords > hiddenBefore)) return
  pile.flow.push(paragraphOf(all, style, paragraphLook(pPr), heading, sheet))
}

const tallyMark = (mark: XmlElement | undefined, sheet: WordSheet): void => {
  for (const child of elementsIn(mark))
    if (/^w:(?:ins|del|moveTo)$/u.test(child.name)) tallyChange(sheet, child, 'markChanges')
}

const headingOf = (style: Style, own: Look): number | null =>
  own.heading === undefined || (own.heading !== null && style.heading !== undefined && style.heading !== null)
    ? (style.heading ?? null)
    : own.heading

const paragraphOf = (
  inlines: readonly Inline[],
  style: Style,
  own: Look,
  heading: number | null,
  sheet: WordSheet,
): FlowParagraph => {
  const {numbering, paragraph} = sheet
  const list = own.list ?? style.list
  const tied = own.list === undefined && list !== undefined ? numbering.levelOf(list, style.line) : undefined
  const level = own.level ?? tied ?? (own.list === undefined ? style.level : undefined) ?? 0
  const number: FlowNumber | null = list === undefined ? null : numbering.next(list, level)
  const step = list === undefined ? undefined : numbering.indentOf(list, level)
  const usual = own.list === undefined ? (style.indent ?? step) : (step ?? style.indent)
  const indent = own.indent ?? usual ?? 0
  return {type: 'paragraph', inlines, heading, number, indent, role: style.role, goesOn: false, paragraph}
}
