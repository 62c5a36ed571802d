import {childOf, elementsIn, textIn, type XmlElement} from '@hedgerow/office'
import {type Flow, type FlowNumber, type FlowParagraph, plainParagraph} from '../flow/flow.ts'
import {wordCount} from '../flow/tally.ts'
import {wholeOf} from '../word/styles.ts'
import {drawingInlines, inlinesIn} from './inlines.ts'
import {count, type Counted, indentOf, printed} from './lists.ts'
import type {OdfSheet} from './sheet.ts'
import {tableFlow} from './tables.ts'

/** The step of a list that paragraphs stand in. */
interface Step {
  readonly list: Counted
  readonly level: number
  readonly start: number | undefined
  /** A header stands in the list without being a step of it. */
  readonly header: boolean
  begun: boolean
}

const indexes = /^text:(?:table-of-content|illustration-index|table-index|object-index|user-index|alphabetical-index)$/u

/** The paragraphs and tables of a body, cell, section or frame in reading order. */
export const flowOf = (parent: XmlElement, sheet: OdfSheet): readonly Flow[] => {
  const flow: Flow[] = []
  gather(parent, null, sheet, flow)
  return flow
}

const gather = (parent: XmlElement, step: Step | null, sheet: OdfSheet, flow: Flow[]): void => {
  for (const child of elementsIn(parent)) gatherOne(child, step, sheet, flow)
}

const gatherOne = (element: XmlElement, step: Step | null, sheet: OdfSheet, flow: Flow[]): void => {
  const {name, attributes} = element
  if (indexes.test(name)) {
    sheet.paragraph += sheet.anchored ? 0 : paragraphs(element)
    return
  }
  switch (name) {
    case 'text:p':
    case 'text:h': {
      const paragraph = paragraphOf(element, step, sheet)
      if (paragraph) flow.push(paragraph)
      return
    }
    case 'text:list':
      return gatherList(element, sheet.lists.of(element), 0, sheet, flow)
    case 'text:numbered-paragraph': {
      const list = sheet.lists.of({
        ...element,
        attributes: {
          ...attributes,
          'text:continue-list': attributes['text:list-id'] ?? '',
          'xml:id': attributes['text:list-id'] ?? '',
        },
      })
      const level = (wholeOf(attributes['text:level']) ?? 1) - 1
      return gather(
        element,
        {list, level, start: wholeOf(attributes['text:start-value']), header: false, begun: false},
        sheet,
        flow,
      )
    }
    case 'table:table':
      flow.push(tableFlow(element, sheet))
      return
    case 'text:section':
      if (attributes['text:display'] !== 'none') return gather(element, null, sheet, flow)
      sheet.tally.hiddenWords += wordCount(textIn(element))
      sheet.paragraph += sheet.anchored ? 0 : paragraphs(element)
      return
  }
  if (name.startsWith('draw:')) flow.push(plainParagraph(drawingInlines(element, sheet), sheet.paragraph))
}

const paragraphs = (element: XmlElement): number =>
  elementsIn(element).reduce((sum, child) => sum + (/^text:[ph]$/u.test(child.name) ? 1 : paragraphs(child)), 0)

const deepest = 9

/** A list's steps. One set a second time into a step begins anew, unless the document says that it goes on. */
const gatherList = (element: XmlElement, list: Counted, level: number, sheet: OdfSheet, flow: Flow[]): void => {
  const style = element.attributes['text:style-name'] ?? list.style
  const own = style === list.style ? list : {...list, style}
  for (const item of elementsIn(element)) {
    const header = item.name === 'text:list-header'
    if (!header && item.name !== 'text:list-item') continue
    const step: Step = {
      list: own,
      level: Math.min(level, deepest),
      start: wholeOf(item.attributes['text:start-value']),
      header,
      begun: header,
    }
    let inner = 0
    for (const child of elementsIn(item)) {
      if (child.name !== 'text:list') gatherOne(child, step, sheet, flow)
      else {
        if (inner++ > 0 && child.attributes['text:continue-numbering'] !== 'true')
          list.counts.length = Math.min(list.counts.length, level + 1)
        gatherList(child, own, level + 1, sheet, flow)
      }
    }
  }
}

const paragraphOf = (element: XmlElement, step: Step | null, sheet: OdfSheet): FlowParagraph | null => {
  if (!sheet.anchored) sheet.paragraph++
  const {attributes} = element
  const style = sheet.styles.style('paragraph', attributes['text:style-name'])
  const rank = element.name === 'text:h' ? Math.max(wholeOf(attributes['text:outline-level']) ?? 1, 1) : style.rank
  const heading = style.title ? 0 : rank
  const before = sheet.tally.hiddenWords
  const inlines = inlinesIn(element, heading === null ? style : {...style, bold: false}, sheet)
  sheet.open.length = 0
  const bare = inlines.every((each) => each.type === 'text' && each.text.trim() === '')
  if (style.contents || (bare && sheet.tally.hiddenWords > before)) return null
  const goesOn = step !== null && step.begun && !step.header
  const number =
    step === null
      ? headingNumber(element, element.name === 'text:h' ? rank : null, style.list, sheet)
      : stepNumber(step, sheet)
  const listStyle = step && sheet.styles.list(step.list.style)
  const indent = step && !step.header ? indentOf(listStyle ?? undefined, step.level) : (style.indent ?? 0)
  return {type: 'paragraph', inlines, heading, number, indent, role: style.role, goesOn, paragraph: sheet.paragraph}
}

const stepNumber = (step: Step, {styles}: OdfSheet): FlowNumber | null => {
  if (step.begun) return null
  step.begun = true
  const style = styles.list(step.list.style)
  count(step.list, style, step.level, step.start)
  return printed(step.list, style, step.level)
}

/** The number of a heading that stands in no list, as the outline of the document numbers its level. */
const headingNumber = (
  {attributes}: XmlElement,
  rank: number | null,
  list: string | undefined,
  {styles, lists}: OdfSheet,
): FlowNumber | null => {
  const outline = list === undefined || list === '' || list === 'Outline' ? styles.outline : styles.list(list)
  if (rank === null || !outline || list === '' || attributes['text:is-list-header'] === 'true') return null
  const start =
    attributes['text:restart-numbering'] === 'true' ? (wholeOf(attributes['text:start-value']) ?? 1) : undefined
  count(lists.heading, outline, rank - 1, start)
  const number = printed(lists.heading, outline, rank - 1)
  return number?.text ? number : null
}

/** Takes note of the changes that are tracked in a text, which holds them as accepted: deletions are kept apart. */
export const tallyChanges = (text: XmlElement, {tally}: OdfSheet): void => {
  for (const region of elementsIn(childOf(text, 'text:tracked-changes'), 'text:changed-region'))
    for (const change of elementsIn(region)) {
      if (change.name !== 'text:insertion' && change.name !== 'text:deletion') continue
      tally.changes++
      const author = childOf(childOf(change, 'office:change-info'), 'dc:creator')
      if (author) tally.authors.add(textIn(author).trim())
    }
}
