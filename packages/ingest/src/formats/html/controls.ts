import type {Control} from '@hedgerow/ast'
import type {Element} from 'hast'
import type {ControlBlock, Words} from '../../blocks.ts'
import {plainWords, squeezed} from '../../words.ts'
import type {Sheet} from './words.ts'

const typed: Readonly<Record<string, Control>> = {
  checkbox: 'tick',
  date: 'date',
  'datetime-local': 'date',
  month: 'date',
  week: 'date',
  time: 'time',
  number: 'number',
  range: 'number',
}
const notAsked = /^(?:hidden|submit|button|reset|image|search)$/u

const isOrHolds = (element: Element, tags: RegExp): boolean =>
  tags.test(element.tagName) || element.children.some((child) => child.type === 'element' && isOrHolds(child, tags))

const control = /^(?:input|select|textarea|button)$/u

/** Whether an element is an input, or a label around one. */
export const isControl = (element: Element): boolean =>
  control.test(element.tagName) || (element.tagName === 'label' && isOrHolds(element, /^(?:input|select|textarea)$/u))

/** What an input asks for; null for buttons and what a person does not fill in. A radio button is an option of its group's choice. */
export const controlOf = (
  element: Element,
  sheet: Sheet,
  wordsIn: (element: Element, sheet: Sheet) => Words,
): (ControlBlock & {group?: string}) | null => {
  const input = element.tagName === 'label' ? firstInput(element) : element
  if (!input || input.tagName === 'button') return null
  const type = String(input.properties['type'] ?? 'text')
  if (input.tagName === 'input' && notAsked.test(type)) return null
  const around = element.tagName === 'label' ? element : sheet.labels.get(String(input.properties['id'] ?? ''))
  const named = String(
    input.properties['ariaLabel'] ?? input.properties['title'] ?? input.properties['placeholder'] ?? '',
  )
  const label = around ? wordsIn(around, sheet) : plainWords(squeezed(named))
  const required = [true, '', 'true'].includes(
    (input.properties['required'] ?? input.properties['ariaRequired'] ?? false) as string | boolean,
  )
  if (type === 'radio') {
    const group = String(input.properties['name'] ?? '')
    return {type: 'control', control: 'choice', label: plainWords(''), required, options: [label.text], group}
  }
  const stated = statedControl(input)
  if (input.tagName === 'select')
    return {type: 'control', control: stated ?? 'choice', label, required, options: optionsOf(input)}
  return {
    type: 'control',
    control: stated ?? (input.tagName === 'textarea' ? 'text' : (typed[type] ?? 'text')),
    label,
    required,
    options: [],
  }
}

const controls: ReadonlySet<unknown> = new Set<Control>([
  'text',
  'date',
  'time',
  'number',
  'tick',
  'choice',
  'signature',
  'unknown',
])

/** What an imported form says itself that it asks for, where HTML has no such input. */
const statedControl = ({properties}: Element): Control | null =>
  controls.has(properties['dataControl']) ? (properties['dataControl'] as Control) : null

const firstInput = (element: Element): Element | undefined => {
  for (const child of element.children) {
    if (child.type !== 'element') continue
    if (control.test(child.tagName)) return child
    const found = firstInput(child)
    if (found) return found
  }
  return undefined
}

/** The first entry of a list often only asks to choose one. */
const prompting =
  /^(?:[-–—.\s]*(?:please )?(?:select|choose|pick)\b(?: (?:one|an?|your|from)\b.*)?[-–—.…\s:]*|[-–—\s]{2,})$/iu

/** Whether the first entry of a list only asks to choose one. */
export const asksToChoose = (entry: string): boolean => prompting.test(entry)

/** The options of a list, without a first entry that is none. What an imported form holds was chosen when it was read. */
const optionsOf = (select: Element): readonly string[] => {
  const [first, ...rest] = entriesOf(select)
  if (first === undefined) return []
  const prompts = rest.length > 0 && select.properties['dataControl'] === undefined && asksToChoose(first)
  return prompts ? rest : [first, ...rest]
}

const entriesOf = (element: Element): readonly string[] =>
  element.children.flatMap((child) => {
    if (child.type !== 'element') return []
    if (child.tagName !== 'option') return entriesOf(child)
    const text = squeezed(child.children.map((each) => (each.type === 'text' ? each.value : '')).join(''))
    return text === '' || child.properties['value'] === '' ? [] : [text]
  })
