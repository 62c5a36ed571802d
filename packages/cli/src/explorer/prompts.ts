import type {Deed} from './deeds.ts'
import {type ListPlace, listStart, moved, placedAt} from './list.ts'

/** A thing to choose. */
export interface Choice {
  readonly value: string
  readonly label: string
  /** Said beside the label. */
  readonly note?: string
  /** Other words it is found by. */
  readonly also?: string
}

/** A field of a form. */
export interface Field {
  readonly name: string
  readonly label: string
  /** What is expected, said under the form. */
  readonly hint: string
  readonly value: string
  /** Values to go through with left and right; typed freely without. */
  readonly choices?: readonly string[]
  /** What is wrong with a value, or null. */
  readonly fault: (value: string) => string | null
}

/** What stands in the fields of a form, by their names. */
export type Values = Readonly<Record<string, string>>

/** What stands over a view and takes the keys until it is answered. */
export type Prompt =
  | {
      readonly kind: 'choose'
      readonly title: string
      readonly choices: readonly Choice[]
      readonly typed: string
      readonly place: ListPlace
      readonly answer: (value: string) => readonly Deed[]
    }
  | {
      readonly kind: 'form'
      /** What it is about, in a word of its own: what is typed in it and not written is kept by that. */
      readonly of: string
      readonly title: string
      /** What it is about, in lines. */
      readonly about: readonly string[]
      readonly fields: readonly Field[]
      /** What stood in the fields before anything was typed. */
      readonly begun: Values
      /** Whether it was left with something typed in it before, which stands in it again. */
      readonly isKept: boolean
      readonly at: number
      /** Signs of the field stood on that come after the caret. */
      readonly after: number
      /** Told after a first try. */
      readonly faults: Readonly<Record<string, string>>
      readonly answer: (values: Values) => readonly Deed[]
    }
  | {readonly kind: 'filter'; readonly typed: string}
  | {readonly kind: 'help'; readonly typed: string; readonly top: number}
  /** What a first-time user is told. */
  | {readonly kind: 'welcome'}

export type Form = Extract<Prompt, {kind: 'form'}>

/** The prompt after a key, null when it is done with; and what is to be done. */
export interface Answered {
  readonly prompt: Prompt | null
  readonly deeds: readonly Deed[]
}

export const choosing = (
  title: string,
  choices: readonly Choice[],
  answer: (value: string) => readonly Deed[],
  chosen?: string,
): Prompt => {
  const at = Math.max(
    0,
    choices.findIndex(({value}) => value === chosen),
  )
  return {kind: 'choose', title, choices, typed: '', place: placedAt(listStart, at, choices.length, listHeight), answer}
}

const valuesOf = (fields: readonly Field[]): Values => Object.fromEntries(fields.map(({name, value}) => [name, value]))

export const form = (
  of: string,
  title: string,
  about: readonly string[],
  fields: readonly Field[],
  answer: (values: Values) => readonly Deed[],
): Form => ({
  kind: 'form',
  of,
  title,
  about,
  fields,
  begun: valuesOf(fields),
  isKept: false,
  at: 0,
  after: 0,
  faults: {},
  answer,
})

/** What was typed in a form: of the fields that hold something else than at its beginning. */
const typedIn = ({fields, begun}: Form): Values =>
  valuesOf(fields.filter(({name, value}) => value.trim() !== begun[name]?.trim()))

/** A form with what was typed in it before. */
export const withTyped = (prompt: Form, typed: Values): Form => ({
  ...prompt,
  isKept: true,
  fields: prompt.fields.map((field) => ({...field, value: typed[field.name] ?? field.value})),
})

/** How many choices are shown at once. */
export const listHeight = 12

/** A text as it is searched: accents and case apart. */
export const plain = (words: string): string => words.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

/** Whether a text holds every word typed, in any order, accents and case apart. */
export const holdsWords = (text: string, typed: string): boolean => holdsPlain(plain(text), typed)

/** The same of a text that is plain already. */
export const holdsPlain = (own: string, typed: string): boolean =>
  plain(typed)
    .split(/\s+/u)
    .every((word) => own.includes(word))

/** The choices that hold what was typed. */
export const choicesLeft = ({choices, typed}: Extract<Prompt, {kind: 'choose'}>): readonly Choice[] =>
  choices.filter(({label, note = '', also = ''}) => holdsWords(`${label} ${note} ${also}`, typed))

/** What was typed after one more key: a sign is added, backspace takes one away; null for a key that types nothing. */
const typedWith = (typed: string, key: string, text: string): string | null => {
  if (key === 'backspace') return [...typed].slice(0, -1).join('')
  if (key === 'ctrl-u') return ''
  if (key === 'ctrl-w') return typed.replace(/\S*\s*$/u, '')
  return text === '' ? null : typed + text
}

/** A prompt after a key. `text` is what the key types, empty for keys that type nothing. */
export const answered = (prompt: Prompt, key: string, text: string): Answered => {
  switch (prompt.kind) {
    case 'choose':
      return chosen(prompt, key, text)
    case 'form':
      return filledIn(prompt, key, text)
    case 'filter':
      return filtered(prompt, key, text)
    case 'help':
      return helped(prompt, key, text)
    case 'welcome':
      return done([
        {do: 'welcomed'},
        ...(key === 'enter' || key === 'space' || key === 'esc' ? [] : [{do: 'press' as const, key}]),
      ])
  }
}

const stay = (prompt: Prompt, deeds: readonly Deed[] = []): Answered => ({prompt, deeds})
const done = (deeds: readonly Deed[] = []): Answered => ({prompt: null, deeds})

const chosen = (prompt: Extract<Prompt, {kind: 'choose'}>, key: string, text: string): Answered => {
  const left = choicesLeft(prompt)
  if (key === 'esc') return done()
  if (key === 'enter') {
    const one = left[prompt.place.at]
    return one ? done(prompt.answer(one.value)) : stay(prompt)
  }
  const move = (
    {up: 'up', down: 'down', 'page-up': 'page-up', 'page-down': 'page-down', home: 'home', end: 'end'} as const
  )[key as 'up']
  if (move) return stay({...prompt, place: moved(prompt.place, move, left.length, listHeight)})
  const typed = typedWith(prompt.typed, key, text)
  return typed === null ? stay(prompt) : stay({...prompt, typed, place: listStart})
}

const filtered = (prompt: Extract<Prompt, {kind: 'filter'}>, key: string, text: string): Answered => {
  if (key === 'esc') return done([{do: 'unfilter'}])
  if (key === 'enter') return done()
  if (key === 'up' || key === 'down') return {prompt: null, deeds: [{do: 'press', key}]}
  const typed = typedWith(prompt.typed, key, text)
  return typed === null ? stay(prompt) : stay({...prompt, typed}, [{do: 'filter', words: typed}])
}

const helped = (prompt: Extract<Prompt, {kind: 'help'}>, key: string, text: string): Answered => {
  if (key === 'esc' || key === 'enter') return done()
  const by = ({up: -1, down: 1, 'page-up': -10, 'page-down': 10} as Readonly<Record<string, number>>)[key]
  if (by !== undefined) return stay({...prompt, top: Math.max(0, prompt.top + by)})
  if (text === '?' && prompt.typed === '') return done()
  const typed = typedWith(prompt.typed, key, text)
  return typed === null ? stay(prompt) : stay({...prompt, typed, top: 0})
}

/** The faults of a form without that of the field that is typed in. */
const withoutFault = ({faults, fields, at}: Form): Form['faults'] =>
  Object.fromEntries(Object.entries(faults).filter(([name]) => name !== fields[at]?.name))

const withValue = (prompt: Form, value: string, after = 0): Form => ({
  ...prompt,
  after,
  faults: withoutFault(prompt),
  fields: prompt.fields.map((field, at) => (at === prompt.at ? {...field, value} : field)),
})

const filledIn = (prompt: Form, key: string, text: string): Answered => {
  const field = prompt.fields[prompt.at]
  if (key === 'esc' || field === undefined) return done(left(prompt))
  const last = prompt.fields.length - 1
  const to = (at: number): Answered => stay({...prompt, faults: {...prompt.faults, ...faultIn(field)}, at, after: 0})
  if (key === 'up' || key === 'shift-tab') return to(prompt.at === 0 ? last : prompt.at - 1)
  if (key === 'down' || key === 'tab') return to(prompt.at === last ? 0 : prompt.at + 1)
  if (key === 'ctrl-s' || (key === 'enter' && prompt.at === last)) return sent(prompt)
  if (key === 'enter') return to(prompt.at + 1)
  return stay(field.choices ? turned(prompt, field, field.choices, key, text) : edited(prompt, field, key, text))
}

/** What is wrong with what was typed in a field, told as soon as it is left; an empty one may be filled in later. */
const faultIn = ({name, value, fault}: Field): Readonly<Record<string, string>> => {
  const words = value.trim() === '' ? null : fault(value.trim())
  return words === null ? {} : {[name]: words}
}

/** A field's words before the caret and after it. */
export const aroundCaret = ({after}: Form, {value}: Field): readonly [before: string, after: string] => {
  const signs = [...value]
  const at = Math.max(0, signs.length - after)
  return [signs.slice(0, at).join(''), signs.slice(at).join('')]
}

/** A form whose field was typed in at the caret, or whose caret was moved. */
const edited = (prompt: Form, field: Field, key: string, text: string): Form => {
  const [before, behind] = aroundCaret(prompt, field)
  const [length, after] = [[...field.value].length, [...behind].length]
  const moved = {left: after + 1, right: after - 1, home: length, 'ctrl-a': length, end: 0, 'ctrl-e': 0}[key]
  if (moved !== undefined) return {...prompt, after: Math.min(length, Math.max(0, moved))}
  if (key === 'delete') return withValue(prompt, before + [...behind].slice(1).join(''), Math.max(0, after - 1))
  const typed = typedWith(before, key, text)
  return typed === null ? prompt : withValue(prompt, typed + behind, after)
}

/** A form that is left: what was typed in it is kept. */
const left = (prompt: Form): readonly Deed[] => {
  const typed = typedIn(prompt)
  if (Object.keys(typed).length === 0) return [{do: 'keep', of: prompt.of, typed: null}]
  const words = `“${prompt.title}” was not written. What you typed stands in it when you open it again.`
  return [
    {do: 'keep', of: prompt.of, typed},
    {do: 'say', words},
  ]
}

/** Left, right and space go through the choices of a field; a letter goes to the next that begins with it. */
const turned = (prompt: Form, field: Field, choices: readonly string[], key: string, text: string): Form => {
  const at = choices.indexOf(field.value)
  const by = key === 'left' ? -1 : key === 'right' || text === ' ' ? 1 : 0
  if (by !== 0) return withValue(prompt, choices[(at + by + choices.length) % choices.length] as string)
  if (text === '') return prompt
  const after = [...choices.slice(at + 1), ...choices.slice(0, at + 1)]
  return withValue(prompt, after.find((each) => each.startsWith(text.toLowerCase())) ?? field.value)
}

/** What is written with a form's words: until it is on the disk they are kept. */
const keeping = (deed: Deed, of: string): Deed =>
  deed.do === 'judge' || deed.do === 'write-view' || deed.do === 'write-report' ? {...deed, typedIn: of} : deed

/** A form that is sent: its deeds, or the form again at the first field with a fault, saying what is wrong. */
const sent = (prompt: Form): Answered => {
  const faults = Object.fromEntries(
    prompt.fields.flatMap(({name, value, fault}) => {
      const words = fault(value.trim())
      return words === null ? [] : [[name, words]]
    }),
  )
  const at = prompt.fields.findIndex(({name}) => faults[name] !== undefined)
  if (at >= 0) return stay({...prompt, faults, at})
  const {of, fields} = prompt
  const values = Object.fromEntries(fields.map(({name, value}) => [name, value.trim()]))
  return done([{do: 'keep', of, typed: typedIn(prompt)}, ...prompt.answer(values).map((deed) => keeping(deed, of))])
}
