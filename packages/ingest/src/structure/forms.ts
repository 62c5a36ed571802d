import {type Content, type Control, type Field, field, form} from '@hedgerow/ast'
import type {ControlBlock, Words} from '../blocks.ts'
import {part} from '../words.ts'
import {holdsReach} from './contacts.ts'
import {type Context, standing} from './context.ts'
import {tickBox} from './numbering.ts'

const blank = /_{2,}|\.{4,}|…{2,}|\[\s*\](?=\s|$)|\[\s{2,}\]/u
const boxes = /[☐□❏❑◻☑☒]/u
const requiredMark = /\s*(?:\*+\s*$|\(?\b(?:required|mandatory|must be completed)\b\)?)/iu
const chosen = /\b(yes\s*[/|]\s*no(?:\s*[/|]\s*(?:n\/?a|not known|unknown|unsure|don['’]t know))?|low\s*[/|]\s*medium\s*[/|]\s*high|male\s*[/|]\s*female(?:\s*[/|]\s*\w+)*)\b/iu

const controls: readonly (readonly [RegExp, Control])[] = [
  [/\bsignature\b|\bsigned\b/iu, 'signature'],
  [/\bdate\b|\bd\.?o\.?b\b/iu, 'date'],
  [/\btime\b/iu, 'time'],
  [/\b(?:age|how many|number of)\b/iu, 'number'],
]

/** What a label asks for, as far as its words say. */
const controlFor = (label: string): Control => controls.find(([words]) => words.test(label))?.[1] ?? 'text'

/** A field with this label; its item and control come from the lexicon where it knows the label. */
export const fieldOf = (label: Words, context: Context, given: {control?: Control; required?: boolean; options?: readonly string[]} = {}): Field => {
  const text = label.text.replace(/[\s:_.…]+$/u, (end) => (end.includes('?') ? '?' : '')).replace(/\s*\*+$/u, '')
  const item = context.items(text.replace(/\([^)]*\)/gu, ' '), context.headings) ?? context.items(text, context.headings)
  const said = controlFor(text)
  return field(text, {
    ...standing(label, context),
    item: item?.item ?? null,
    control: given.control ?? (said === 'text' && item && item.control !== 'unknown' ? item.control : said),
    required: given.required === true || requiredMark.test(label.text),
    options: given.options ?? [],
  })
}

/** The fields a line of a form asks for: tick boxes, labels before blanks, and in a form a label ending in a colon. Empty for any other line. */
export const fieldsOfLine = (words: Words, context: Context): readonly Field[] => {
  const tick = tickBox(words.text)
  if (tick || boxes.test(words.text)) return ticked(words, context)
  if (blank.test(words.text)) return blanks(words, context)
  if (context.setting !== 'form' || holdsReach(words.text)) return []
  const choice = chosen.exec(words.text)
  if (choice && words.text.length < 160) return [choiceOf(words, choice, context)]
  return /^[^.!]{1,120}[:?]\s*\*?$/u.test(words.text) && /:\s*\*?$/u.test(words.text) ? [fieldOf(words, context)] : []
}

const choiceOf = (words: Words, choice: RegExpExecArray, context: Context): Field => {
  const options = choice[0].split(/\s*[/|]\s*/u)
  const label = part(words, 0, choice.index)
  // The options may come first, or stand alone under their heading.
  const named = label.text.replace(/[\s:(]+$/u, '') === '' ? words : part(words, 0, label.text.replace(/[\s(]+$/u, '').length)
  return fieldOf(named, context, {control: 'choice', options})
}

/** `Label: ☐ Yes ☐ No` is a choice; boxes alone are ticks. */
const ticked = (words: Words, context: Context): readonly Field[] => {
  const marks = [...words.text.matchAll(/(?:[☐□❏❑◻☑☒]|\[[ xX]?\](?=\s))\s*/gu)]
  const first = marks[0]
  if (!first) return []
  const parts = marks.map((mark, n) => part(words, mark.index + mark[0].length, marks[n + 1]?.index ?? words.text.length))
  const label = part(words, 0, first.index)
  if (label.text !== '' && parts.every(({text}) => text !== '')) return [fieldOf(label, context, {control: 'choice', options: parts.map(({text}) => text)})]
  if (label.text === '') return parts.filter(({text}) => text !== '').map((each) => fieldOf(each, context, {control: 'tick'}))
  // Boxes after their labels: `Physical ☐ Emotional ☐`.
  const labels = marks.map((mark, n) => part(words, n === 0 ? 0 : (marks[n - 1] as RegExpExecArray).index + (marks[n - 1] as RegExpExecArray)[0].length, mark.index))
  const rest = part(words, (marks.at(-1) as RegExpExecArray).index + (marks.at(-1) as RegExpExecArray)[0].length)
  return [...labels, rest].filter(({text}) => text !== '').map((each) => fieldOf(each, context, {control: 'tick'}))
}

const blanks = (words: Words, context: Context): readonly Field[] => {
  const found: Field[] = []
  let from = 0
  for (const match of words.text.matchAll(/_{2,}|\.{4,}|…{2,}|\[\s*\](?=\s|$)|$/gu)) {
    const label = part(words, from, match.index)
    if (/\p{L}/u.test(label.text)) found.push(fieldOf(label, context))
    from = match.index + match[0].length
  }
  return found
}

/** The field of an input of a web form or Word form. */
export const controlField = (block: ControlBlock, context: Context): Field => {
  const options = block.options.filter((option) => option !== '')
  const named = block.control === 'text' ? {} : {control: block.control}
  return fieldOf(block.label, context, {...named, required: block.required, options})
}

/** Contents with neighbouring fields gathered into forms titled `title`. */
export const withForms = (contents: readonly Content[], title: string | null): readonly Content[] => {
  const found: Content[] = []
  let fields: Field[] = []
  const close = (): void => {
    if (fields.length > 0) found.push(form(title, fields))
    fields = []
  }
  for (const content of contents) {
    if (content.type === 'field') fields.push(content)
    else {
      close()
      found.push(content)
    }
  }
  close()
  return found
}
