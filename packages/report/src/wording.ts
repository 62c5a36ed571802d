import type {DifferenceName, OpportunityClass, Status} from '@hedgerow/assess'
import type {Severity} from '@hedgerow/lexicon'
import type {Standing} from './nodes.ts'

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** A share in [0, 1] as a whole per cent: `86%`. Never 100% below 1 nor 0% above 0, so that rounding claims no
 *  agreement that is not there. */
export function percent(share: number): string {
  const rounded = Math.round(share * 100)
  if (share < 1 && rounded === 100) return '99%'
  if (share > 0 && rounded === 0) return '1%'
  return `${rounded}%`
}

/** A score as a whole per cent, or `not scored` where there is none. */
export function score(share: number | null): string {
  return share === null ? 'not scored' : percent(share)
}

/** `1 document`, `2 documents`; `plural` where an s does not do. */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : plural}`
}

const spelledNumbers = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine']

/** `counted` for the beginning of a sentence: up to nine in words, with a capital. */
export function opening(count: number, noun: string, plural = `${noun}s`): string {
  return `${spelledNumbers[count] ?? count} ${count === 1 ? noun : plural}`
}

/** `Ashby, Brindle and Carrow`; an empty list gives an empty string. */
export function listed(names: readonly string[]): string {
  if (names.length < 2) return names.join('')
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}

/** So many names can be read in a sentence; of more it says how many. */
export const mostNamed = 12

/** Names as `listed`, or how many there are where nobody would read them: `139 authorities`. The table beside a row names each. */
export function namedOrCounted(names: readonly string[]): string {
  return names.length > mostNamed ? counted(names.length, 'authority', 'authorities') : listed(names)
}

/** `2024-05-01` as `1 May 2024`, `2024-05` as `May 2024`; anything else as it is. */
export function dated(iso: string): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(iso) ?? []
  const name = months[Number(month) - 1]
  if (name === undefined) return iso
  return day === undefined ? `${name} ${year}` : `${Number(day)} ${name} ${year}`
}

/** First letter in upper case. */
export function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** A full stop where a sentence from elsewhere lacks one. */
export function sentence(words: string): string {
  return /[.!?]$/.test(words.trim()) ? words.trim() : `${words.trim()}.`
}

/** Sign and word for a standing: the sign alone is enough in print, the word alone for a screen reader. */
export const standings: Readonly<Record<Standing, {readonly sign: string; readonly word: string}>> = {
  same: {sign: '=', word: 'same'},
  only: {sign: '+', word: 'only here'},
  nothing: {sign: '–', word: 'nothing there'},
  differs: {sign: '≠', word: 'differs'},
  below: {sign: '↓', word: 'below standard'},
  unsure: {sign: '?', word: 'unsure'},
}

/** What a row's status is called in the report. */
export const statusWords: Readonly<Record<Status, string>> = {
  unsure: 'unsure, please check',
  'below-standard': 'below a standard',
  differs: 'differs',
  absent: 'missing somewhere',
  extra: 'in one authority only',
  currency: 'out of date',
  local: 'local particulars only',
  wording: 'wording only',
  same: 'same',
}

/** The kind of a step in plain words. */
export const opportunityWords: Readonly<Record<OpportunityClass, string>> = {
  'fix-now': 'Fix now',
  'agree-value': 'Agree a value',
  'design-work': 'Design work',
  'leave-local': 'Leave local',
  check: 'Check',
}

/** What somebody has to do for each kind of step. */
export const opportunityMeaning: Readonly<Record<OpportunityClass, string>> = {
  'fix-now': 'a change of text that one author can make without a meeting',
  'agree-value': 'the texts are ready; the authorities must choose one value',
  'design-work': 'a form, a contract, a role or a joint process has to be redesigned first',
  'leave-local': 'a difference that local arrangements explain; no change proposed',
  check: 'a person must look before anything is proposed',
}

/** How grave a finding is, in plain words: an `error` of the configuration is no mistake of anybody's. `off` is printed as nothing. */
export const severityWords: Readonly<Record<Severity, string>> = {
  error: 'serious',
  warning: 'moderate',
  note: 'minor',
  off: '',
}

/** How many findings of each gravity there are: `2 serious, 5 moderate and 1 minor`. */
export function gravities({error, warning, note}: Readonly<Record<'error' | 'warning' | 'note', number>>): string {
  return `${error} ${severityWords.error}, ${warning} ${severityWords.warning} and ${note} ${severityWords.note}`
}

/** What a row differs by, a word or two for each class; the lexicon's titles are sentences of their own. */
export const classWords: Readonly<Record<DifferenceName, string>> = {
  'below-standard': 'below a standard',
  deadline: 'time limit',
  trigger: 'count that sets it off',
  threshold: 'level that sets it off',
  modality: 'how binding',
  actor: 'who does it',
  recipient: 'who is told',
  condition: 'condition',
  scope: 'who is covered',
  action: 'what is done',
  definition: 'meaning',
  citation: 'law cited',
  'form-field': 'form field',
  other: 'other words',
  currency: 'out of date',
  local: 'local particulars',
  wording: 'wording',
  absent: 'missing somewhere',
  extra: 'in one only',
  unsure: 'unsure',
}

/** What is said of a topic with one holder. */
export const comparedWithNothing = 'Fewer than two authorities have this topic: nothing was compared.'
