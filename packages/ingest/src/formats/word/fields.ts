import {childOf, elementsIn, type XmlElement} from '@hedgerow/office'
import type {Inline} from '../flow/flow.ts'
import {isPrompt} from '../flow/prompts.ts'
import {wordCount} from '../flow/tally.ts'
import {type OpenField, type WordSheet} from './sheet.ts'
import {isOn, valueOf} from './styles.ts'

const left: ReadonlySet<string> = new Set(['w:del', 'w:moveFrom', 'mc:Fallback'])

/** The starts of the fields in a document that are ended later on. */
export const endedFields = (root: XmlElement): ReadonlySet<XmlElement> => {
  const found = new Set<XmlElement>()
  const open: XmlElement[] = []
  const visit = (element: XmlElement): void => {
    if (left.has(element.name)) return
    if (element.name === 'w:fldChar') {
      const kind = element.attributes['w:fldCharType']
      if (kind === 'begin') open.push(element)
      const start = kind === 'end' ? open.pop() : undefined
      if (start) found.add(start)
    }
    for (const child of element.children) if (typeof child !== 'string') visit(child)
  }
  visit(root)
  return found
}

const contents = /^\s*TOC\b/u
const entry = /^\s*FORM(?:TEXT|CHECKBOX|DROPDOWN)\b/u

/** Whether text met now is no part of what is printed: an instruction, a table of contents, an answer in a form. */
export const isUnprinted = ({open}: WordSheet): boolean =>
  open.some(({inResult, code}) => !inResult || contents.test(code) || entry.test(code))

/** Whether text met now has been typed into a form. */
export const isAnswer = ({open}: WordSheet): boolean => {
  const last = open.at(-1)
  return last !== undefined && last.inResult && /^\s*FORMTEXT\b/u.test(last.code)
}

/** Whether a field with this instruction prints a table of contents. */
export const isContents = (code: string): boolean => contents.test(code)

/** Takes note of the start, middle or end of a field; what it prints by itself: an entry of a form. */
export const fieldInlines = (mark: XmlElement, sheet: WordSheet): readonly Inline[] => {
  const kind = mark.attributes['w:fldCharType']
  if (kind === 'begin') {
    if (sheet.fields.has(mark)) sheet.open.push({data: childOf(mark, 'w:ffData'), code: '', inResult: false})
    return []
  }
  const field = sheet.open.at(-1)
  if (!field) return []
  if (kind === 'separate') {
    field.inResult = true
    return []
  }
  if (kind !== 'end') return []
  sheet.open.pop()
  return isUnprinted(sheet) ? [] : entryOf(field, sheet)
}

const entryOf = ({data, code}: OpenField, sheet: WordSheet): readonly Inline[] => {
  const input = {type: 'input', options: [], name: nameOf(data)} as const
  const [, kind] = /^\s*(FORMTEXT|FORMCHECKBOX|FORMDROPDOWN|MACROBUTTON)\b/u.exec(code) ?? []
  switch (kind) {
    case 'FORMCHECKBOX':
      return [tick(isTicked(childOf(data, 'w:checkBox')), sheet)]
    case 'FORMDROPDOWN':
      return [{...input, control: 'choice', options: entriesOf(childOf(data, 'w:ddList'))}]
    case 'FORMTEXT': {
      const type = valueOf(childOf(data, 'w:textInput'), 'w:type') ?? ''
      return [{...input, control: type === 'date' ? 'date' : type === 'number' ? 'number' : 'text'}]
    }
    case 'MACROBUTTON':
      return [{...input, control: 'text'}]
    default:
      return []
  }
}

/** The box that a tick box is printed as. */
export const tick = (ticked: boolean, {paragraph}: WordSheet): Inline => ({
  type: 'text',
  text: ticked ? '☑' : '☐',
  bold: false,
  paragraph,
})

const isTicked = (box: XmlElement | undefined): boolean =>
  isOn(childOf(box, 'w:checked') ?? childOf(box, 'w:default')) ?? false

const entriesOf = (list: XmlElement | undefined): readonly string[] =>
  elementsIn(list, 'w:listEntry')
    .map(({attributes}) => (attributes['w:val'] ?? '').trim())
    .filter((text) => text !== '' && !isPrompt(text))

/** Names that Word gives by itself say nothing. */
const nameOf = (data: XmlElement | undefined): string => {
  const name = valueOf(data, 'w:statusText') ?? valueOf(data, 'w:helpText') ?? valueOf(data, 'w:name') ?? ''
  return /^(?:Text|Check|Dropdown)\d*$/iu.test(name) ? '' : name.replaceAll('_', ' ').trim()
}

/** Counts an answer that somebody typed into a form. */
export const tallyAnswer = (text: string, {tally, open}: WordSheet): void => {
  const usual = valueOf(childOf(open.at(-1)?.data, 'w:textInput'), 'w:default') ?? ''
  if (wordCount(text) > 0 && text.trim() !== usual.trim() && !isPrompt(text)) tally.answers++
}
