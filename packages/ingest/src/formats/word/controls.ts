import {childOf, elementsIn, type XmlElement} from '@hedgerow/office'
import type {FlowInput, Inline} from '../flow/flow.ts'
import {isPrompt} from '../flow/prompts.ts'
import {tick} from './fields.ts'
import {spoken, type WordSheet} from './sheet.ts'
import {isOn, valueOf} from './styles.ts'

/** What a content control (`w:sdt`) stands for: the inlines it is printed as, or null where its content is ordinary text. */
export const controlInlines = (sdt: XmlElement, sheet: WordSheet): readonly Inline[] | null => {
  const properties = childOf(sdt, 'w:sdtPr')
  const gallery = valueOf(childOf(properties, 'w:docPartObj'), 'w:docPartGallery') ?? ''
  if (/^table of contents$/iu.test(gallery)) return []
  const box = childOf(properties, 'w14:checkbox')
  if (box) return [tick(/^(?:1|true|on)$/u.test(childOf(box, 'w14:checked')?.attributes['w14:val'] ?? ''), sheet)]
  const list = childOf(properties, 'w:dropDownList') ?? childOf(properties, 'w:comboBox')
  const said = spoken(childOf(sdt, 'w:sdtContent')).trim()
  const blank = (isOn(childOf(properties, 'w:showingPlcHdr')) ?? false) || isPrompt(said)
  const input: FlowInput = {type: 'input', control: 'text', options: [], name: nameOf(properties)}
  if (list) {
    const options = optionsOf(list)
    return blank || said === '' || options.includes(said) ? [{...input, control: 'choice', options}] : null
  }
  if (!blank && (said !== '' || holdsOther(sdt))) return null
  // What Word fills in from the document's properties asks nobody.
  if (childOf(properties, 'w:dataBinding') || childOf(properties, 'w:picture')) return []
  return [{...input, control: childOf(properties, 'w:date') ? 'date' : 'text'}]
}

const optionsOf = (list: XmlElement): readonly string[] =>
  elementsIn(list, 'w:listItem')
    .map(({attributes}) => (attributes['w:displayText'] ?? attributes['w:value'] ?? '').trim())
    .filter((text) => text !== '' && !isPrompt(text))

const nameOf = (properties: XmlElement | undefined): string =>
  (valueOf(properties, 'w:alias') ?? valueOf(properties, 'w:tag') ?? '').replaceAll('_', ' ').trim()

/** Tables, pictures and controls of their own. */
const holdsOther = (element: XmlElement): boolean =>
  elementsIn(element).some((child) => other.test(child.name) || (child.name !== 'w:sdtPr' && holdsOther(child)))
const other = /^(?:w:tbl|w:drawing|w:pict|w:sdt|w:fldChar|w:fldSimple|w:sym|w:footnoteReference)$/u

const activeX: Readonly<Record<string, 'tick' | 'text' | 'choice'>> = {
  '8BD21D10': 'text',
  '8BD21D20': 'choice',
  '8BD21D30': 'choice',
  '8BD21D40': 'tick',
  '8BD21D50': 'tick',
}

/** An ActiveX control as the place to fill in that it is; buttons and labels are none. Its options lie in a form that is not public. */
export const activeXInlines = (control: XmlElement, sheet: WordSheet): readonly Inline[] => {
  const ocx = sheet.parts.related(control.attributes['r:id'] ?? '')
  const kind = activeX[(ocx?.attributes['ax:classid'] ?? '').replace(/^\{/u, '').slice(0, 8).toUpperCase()]
  if (kind === undefined) return []
  return kind === 'tick' ? [tick(false, sheet)] : [{type: 'input', control: kind, options: [], name: ''}]
}
