import type {Control} from '@hedgerow/ast'
import {elementsIn, textIn, type XmlElement} from '@hedgerow/office'
import type {FlowInput, Inline} from '../flow/flow.ts'
import {isPrompt} from '../flow/prompts.ts'
import {wordCount} from '../flow/tally.ts'
import type {OdfSheet} from './sheet.ts'

const box = (ticked: boolean, {paragraph}: OdfSheet, label = ''): Inline => ({
  type: 'text',
  text: `${ticked ? '☑' : '☐'} ${label} `,
  bold: false,
  paragraph,
})

const input = (control: Control, options: readonly string[] = [], name = ''): FlowInput => ({
  type: 'input',
  control,
  options,
  name: name.replaceAll('_', ' ').trim(),
})

/** The controls of all forms by their id. */
export const controlsIn = (forms: XmlElement | undefined): ReadonlyMap<string, XmlElement> => {
  const found = new Map<string, XmlElement>()
  const visit = (element: XmlElement): void => {
    const id = element.attributes['form:id'] ?? element.attributes['xml:id']
    if (id !== undefined) found.set(id, element)
    elementsIn(element).forEach(visit)
  }
  if (forms) visit(forms)
  return found
}

const typed: Readonly<Record<string, Control>> = {
  'form:text': 'text',
  'form:textarea': 'text',
  'form:formatted-text': 'text',
  'form:password': 'text',
  'form:date': 'date',
  'form:time': 'time',
  'form:number': 'number',
  'form:listbox': 'choice',
  'form:combobox': 'choice',
}

/** A control of a form; buttons and fixed texts are none. A tick box prints its own label. */
export const formControl = (id: string, sheet: OdfSheet): readonly Inline[] => {
  const control = sheet.controls.get(id)
  if (!control) return []
  const {name, attributes} = control
  const label = attributes['form:label'] ?? ''
  if (name === 'form:checkbox' || name === 'form:radio') {
    const state = attributes['form:current-state'] ?? attributes['form:state'] ?? attributes['form:current-selected']
    return [box(state === 'checked' || state === 'true', sheet, label)]
  }
  if (name === 'form:fixed-text')
    return label === '' ? [] : [{type: 'text', text: ` ${label} `, bold: false, paragraph: sheet.paragraph}]
  const kind = typed[name]
  if (!kind) return []
  const options = elementsIn(control)
    .filter((each) => each.name === 'form:option' || each.name === 'form:item')
    .map((each) => (each.attributes['form:label'] ?? '').trim())
    .filter((text) => text !== '' && !isPrompt(text))
  return [input(kind, options, attributes['form:title'] ?? '')]
}

/** What a content control (`loext:content-control`) stands for; null where its content is ordinary text. */
export const contentControl = (element: XmlElement, sheet: OdfSheet): readonly Inline[] | null => {
  const on = (name: string): boolean => element.attributes[`loext:${name}`] === 'true'
  if (on('checkbox')) return [box(on('checked'), sheet)]
  const items = elementsIn(element, 'loext:list-item').map(({attributes}) =>
    (attributes['loext:display-text'] ?? attributes['loext:value'] ?? '').trim(),
  )
  const options = items.filter((text) => text !== '' && !isPrompt(text))
  const said = textIn(element).trim()
  const name = element.attributes['loext:alias'] ?? element.attributes['loext:tag'] ?? ''
  const blank = on('showing-place-holder') || said === '' || isPrompt(said)
  if (on('drop-down') || on('dropdown') || on('combobox') || items.length > 0)
    return blank || options.includes(said) ? [input('choice', options, name)] : null
  if (on('picture')) return []
  if (!blank) return null
  return [input(on('date') ? 'date' : 'text', [], name)]
}

const parameters = (mark: XmlElement): readonly (readonly [string, string])[] =>
  elementsIn(mark, 'field:param').map(({attributes}) => [
    attributes['field:name'] ?? '',
    attributes['field:value'] ?? '',
  ])

/** The kind of a field mark, without the name of the standard it is from: `FORMTEXT`. */
const markKind = (mark: XmlElement): string => (mark.attributes['field:type'] ?? '').split('.').at(-1) ?? ''

/** The entry of a form that a field mark stands for; nothing for other fields. */
export const markInlines = (mark: XmlElement, sheet: OdfSheet): readonly Inline[] => {
  const all = parameters(mark)
  switch (markKind(mark)) {
    case 'FORMCHECKBOX':
      return [
        box(
          all.some(([name, value]) => name === 'Checkbox_Checked' && value === 'true'),
          sheet,
        ),
      ]
    case 'FORMDROPDOWN':
      return [
        input(
          'choice',
          all.filter(([name]) => name === 'Dropdown_ListEntry').map(([, value]) => value),
        ),
      ]
    case 'FORMDATE':
    case 'DATE':
      return [input('date')]
    case 'FORMTEXT':
      return [input('text')]
    default:
      return []
  }
}

/** Counts an answer typed into a form. */
export const tallyAnswer = (text: string, {tally}: OdfSheet): void => {
  if (wordCount(text) > 0 && !isPrompt(text)) tally.answers++
}

/** A place to fill in that LibreOffice calls an input field, placeholder or input list. */
export const fieldInput = (element: XmlElement): FlowInput => {
  const labels = elementsIn(element, 'text:label').map(({attributes}) => (attributes['text:value'] ?? '').trim())
  const name = element.attributes['text:description'] ?? (element.name === 'text:placeholder' ? textIn(element) : '')
  return input(
    element.name === 'text:drop-down' ? 'choice' : 'text',
    labels.filter(Boolean),
    name.replace(/^<|>$/gu, ''),
  )
}
