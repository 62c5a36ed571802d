import {childOf, elementsIn, textIn, type XmlElement} from '@hedgerow/office'
import type {Inline} from '../flow/flow.ts'
import {wordCount} from '../flow/tally.ts'
import {activeXInlines, controlInlines} from './controls.ts'
import {drawingInlines} from './drawings.ts'
import {fieldInlines, isAnswer, isContents, isUnprinted, tallyAnswer} from './fields.ts'
import {noteInline} from './notes.ts'
import {chosen, spoken, tallyChange, type WordSheet} from './sheet.ts'
import {type Look, runLook, valueOf} from './styles.ts'
import {symbolsOf} from './symbols.ts'

const skipped: ReadonlySet<string> = new Set([
  'w:pPr',
  'w:rPr',
  'w:sdtPr',
  'w:sdtEndPr',
  'w:customXmlPr',
  'w:smartTagPr',
  'w:rt',
  'w:proofErr',
])

/** What the children of a paragraph, or of anything inside one, print; `look` is what their style gives them. */
export const inlinesIn = (parent: XmlElement, look: Look, sheet: WordSheet): readonly Inline[] => {
  const found: Inline[] = []
  for (const child of elementsIn(parent)) for (const inline of inlinesOf(child, look, sheet)) found.push(inline)
  return found
}

const inlinesOf = (element: XmlElement, look: Look, sheet: WordSheet): readonly Inline[] => {
  const {name, attributes} = element
  if (skipped.has(name)) return []
  switch (name) {
    case 'w:r':
      return runInlines(element, look, sheet)
    case 'w:del':
    case 'w:moveFrom':
      if (name === 'w:del') tallyChange(sheet, element)
      return []
    case 'w:ins':
    case 'w:moveTo':
      tallyChange(sheet, element)
      return inlinesIn(element, look, sheet)
    case 'w:fldSimple':
      return isContents(attributes['w:instr'] ?? '') ? [] : inlinesIn(element, look, sheet)
    case 'w:sdt': {
      const control = controlInlines(element, sheet)
      if (control) return isUnprinted(sheet) ? [] : control
      const content = childOf(element, 'w:sdtContent')
      return content ? inlinesIn(content, look, sheet) : []
    }
    case 'mc:AlternateContent': {
      const one = chosen(element)
      return one ? inlinesIn(one, look, sheet) : []
    }
    case 'w:subDoc':
      sheet.tally.embedded++
      return []
    case 'm:t':
      return printed(textIn(element), look, sheet)
    default:
      return inlinesIn(element, look, sheet)
  }
}

const runInlines = (run: XmlElement, look: Look, sheet: WordSheet): readonly Inline[] => {
  const rPr = childOf(run, 'w:rPr')
  const style = valueOf(rPr, 'w:rStyle')
  const own = {...look, ...(style === undefined ? {} : runParts(sheet.styles.run(style))), ...runLook(rPr)}
  const note = elementsIn(run).find(({name}) => name === 'w:footnoteReference' || name === 'w:endnoteReference')
  if (note && own.hidden !== true && !isUnprinted(sheet)) return noteInline(run, note, sheet, inlinesIn)
  return partInlines(run, own, sheet)
}

const partInlines = (run: XmlElement, look: Look, sheet: WordSheet): readonly Inline[] => {
  const found: Inline[] = []
  for (const child of elementsIn(run)) found.push(...partInline(child, look, sheet))
  return found
}

const runParts = ({bold, hidden, font}: Look): Look => ({
  ...(bold === undefined ? {} : {bold}),
  ...(hidden === undefined ? {} : {hidden}),
  ...(font === undefined ? {} : {font}),
})

/** Text as it is printed, or nothing where it is hidden, an instruction, or an answer. */
const printed = (text: string, {bold, hidden, font}: Look, sheet: WordSheet): readonly Inline[] => {
  if (hidden === true) {
    if (!isUnprinted(sheet)) sheet.tally.hiddenWords += wordCount(text)
    return []
  }
  if (isAnswer(sheet)) tallyAnswer(text, sheet)
  if (isUnprinted(sheet)) return []
  return [{type: 'text', text: symbolsOf(text, font), bold: bold ?? false, paragraph: sheet.paragraph}]
}

const partInline = (part: XmlElement, look: Look, sheet: WordSheet): readonly Inline[] => {
  switch (part.name) {
    case 'w:t':
      return printed(textIn(part), look, sheet)
    case 'w:tab':
    case 'w:ptab':
      return printed(' ', look, sheet)
    case 'w:br':
    case 'w:cr':
      return look.hidden === true || isUnprinted(sheet) ? [] : [{type: 'break'}]
    case 'w:noBreakHyphen':
      return printed('-', look, sheet)
    case 'w:sym':
      return printed(symbolOf(part), {...look, font: part.attributes['w:font'] ?? ''}, sheet)
    case 'w:fldChar':
      return fieldInlines(part, sheet)
    case 'w:instrText': {
      const field = sheet.open.at(-1)
      if (field && !field.inResult) field.code += textIn(part)
      return []
    }
    case 'w:drawing':
    case 'w:pict':
    case 'w:object':
      if (look.hidden === true) sheet.tally.hiddenWords += wordCount(spoken(part))
      return look.hidden === true || isUnprinted(sheet) ? [] : objectInlines(part, sheet)
    case 'mc:AlternateContent': {
      const one = chosen(part)
      return one ? partInlines(one, look, sheet) : []
    }
    case 'w:ruby':
      return inlinesIn(childOf(part, 'w:rubyBase') ?? part, look, sheet)
    default:
      return []
  }
}

const objectInlines = (element: XmlElement, sheet: WordSheet): readonly Inline[] => {
  const control = childOf(element, 'w:control')
  return control ? activeXInlines(control, sheet) : drawingInlines(element, sheet)
}

const symbolOf = (element: XmlElement): string => {
  const code = Number.parseInt(element.attributes['w:char'] ?? '', 16)
  return code > 0 && code <= 0xffff ? String.fromCodePoint(code) : ''
}
