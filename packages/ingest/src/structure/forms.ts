import {type Content, type Control, type Field, field, form} from '@hedgerow/ast'
import type {Lexicon} from '@hedgerow/lexicon'
import type {ControlBlock, Words} from '../blocks.ts'
import {part, plainWords, withoutEnd} from '../words.ts'
import {answerName, isBlank, isBoxes, isChoice, labelledChoice, optionsIn} from './answers.ts'
import {holdsReach} from './contacts.ts'
import {type Context, standing} from './context.ts'
import {tickBox} from './numbering.ts'

const blank = /_{2,}|\.{4,}|…{2,}|\[\s*\](?=\s|$)|\[\s{2,}\]/u
const boxes = /[☐□❏❑◻☑☒]/u
/** A mark, not a word of the question: `Is an interpreter required?` asks. */
const requiredMark =
  /\*+\s*$|[([](?:required|mandatory|must be (?:completed|answered))[)\]]|[–-]\s*(?:required|mandatory)\s*$/iu

const markAfter =
  /^(?:\*+$|[([](?:required|mandatory|must be (?:completed|answered))[)\]]|[–-]\s*(?:required|mandatory)$)/iu

const controls: readonly (readonly [RegExp, Control])[] = [
  [/\bsignature\b|\bsigned\b/iu, 'signature'],
  [/(?<!up[ -]to[ -])\bdate\b|\bd\.?o\.?b\b/iu, 'date'],
  [/^(?:approximate )?time\b|\btime (?:of|seen|last|missing|found|returned|received|completed)\b|\btime$/iu, 'time'],
  [/\b(?:age|how many|number of)\b/iu, 'number'],
]

/** What a label asks for, as far as its words say. */
const controlFor = (label: string): Control => controls.find(([words]) => words.test(label))?.[1] ?? 'text'

/** A field with this label; its item and control come from the lexicon where it knows the label. */
export const fieldOf = (
  label: Words,
  context: Context,
  given: {control?: Control; required?: boolean; options?: readonly string[]} = {},
): Field => {
  const text = withoutEnd(withoutEnd(label.text, /[\s:_.…]/u), /[\s*]/u)
  // What stands in brackets may be the answer's form (`(required)`) or what is asked (`(date and time)`).
  const item =
    context.items(text, context.headings) ?? context.items(text.replace(/\([^)]*\)/gu, ' '), context.headings)
  const said = controlFor(text)
  return field(text, {
    ...standing(label, context),
    item: item?.item ?? null,
    control: given.control ?? (said === 'text' && item && item.control !== 'unknown' ? item.control : said),
    required: given.required === true || requiredMark.test(withoutEnd(label.text, /[\s:_.…]/u)),
    options: given.options ?? [],
  })
}

/** The fields a line of a form asks for: tick boxes, labels before blanks, and in a form a choice, a question or a label ending in a colon.
 *  Empty for any other line. */
export const fieldsOfLine = (words: Words, context: Context): readonly Field[] => {
  const tick = tickBox(words.text)
  if (tick || boxes.test(words.text)) return ticked(words, context)
  if (blank.test(words.text)) return blanks(words, context)
  if (context.setting !== 'form' || holdsReach(words.text)) return []
  const choice = words.text.length < longestLine ? labelledChoice(words.text) : null
  if (choice) return [fieldOf(part(words, 0, choice.end), context, {control: 'choice', options: choice.options})]
  // A choice alone answers its heading.
  const heading = context.headings.at(-1)
  if (heading !== undefined && isChoice(words.text)) return [choiceField(plainWords(heading), words, context)]
  return labelLine.test(words.text) && !instruction.test(words.text) ? [fieldOf(words, context)] : []
}

const choiceField = (label: Words, words: Words, context: Context): Field => ({
  ...fieldOf(label, context, {control: 'choice', options: optionsIn(words.text)}),
  ...standing(words, context),
})

const longestLine = 240
const labelLine = /^[^.!;]{1,120}[:?]\s*\*?$/u
/** Tells how to fill the form in, and asks for nothing. */
const instruction =
  /^(?:please\s+)?(?:tick|choose|select|circle|delete|mark|complete|note|use|see|answer|fill|list all that|check all)\b/iu

/** Whether a line only tells how to fill in what follows (`Tick all that apply:`). */
export const isInstruction = (text: string): boolean =>
  text.length <= 120 && instruction.test(text) && /:\s*$/u.test(text)

/** Whether a line looks like an entry of a form: a label with nothing, a blank or a choice after it, or a tick box. */
export const looksAsked = (text: string): boolean =>
  tickBox(text) !== null || boxes.test(text) || blank.test(text) || (text.length <= longestLine && isLabelLine(text))

const isLabelLine = (text: string): boolean =>
  (labelLine.test(text) && text.length <= 80 && !/\b(?:must|shall|should|will|following)\b/iu.test(text)) ||
  labelledChoice(text) !== null

/** Whether the items of a list in a form are what it asks for: a few words each, with no end of a sentence, that order nobody to do anything. An item that
 *  is still to be chosen, in square brackets from end to end, tells nothing either way. */
export const isLabelList = (items: readonly Words[], {setting, lexicon}: Context): boolean => {
  const known = items.filter(({text}) => !isOpen(text))
  return (
    setting === 'form' &&
    known.length > 1 &&
    known.every(({text}) => isBareLabel(text)) &&
    !known.some(({text}) => isOrder(text, lexicon))
  )
}

const isOpen = (text: string): boolean => text.startsWith('[') && text.indexOf(']') === text.length - 1

const isBareLabel = (text: string): boolean =>
  text.length <= 80 &&
  !/[.;!:]\W*$/u.test(text) &&
  !/\b(?:must|shall|should|will|we)\b/iu.test(text) &&
  !holdsReach(text) &&
  !instruction.test(text)

/** Whether a line begins with a verb and what it is done to: `Send the form`. */
const isOrder = (text: string, {wordClasses}: Lexicon): boolean => {
  const [first = '', second = ''] = text.toLowerCase().split(/\s+/u)
  return (
    /^(?:the|an?|this|that|any|your|it|them|all|each|to|with)$/u.test(second) &&
    wordClasses.some((each) => each.class === 'imperative-verb' && each.words.includes(first))
  )
}

/** A field whose answer is printed beside its label, in cells or after it: blanks, boxes or what to choose from. `heads` name the answers' columns. */
export const answered = (
  label: Words,
  answers: readonly {readonly text: string; readonly head: string}[],
  context: Context,
  given: {required?: boolean} = {},
): Field => {
  if (answers.length === 1 && /^(?:free )?text$/iu.test(answers[0]?.text ?? '')) return fieldOf(label, context, given)
  const named = answers.filter(({text, head}) => isBlank(text) && answerName(head) !== null)
  const ticks = answers.filter((each) => isBoxes(each.text) || (named.length > 1 && named.includes(each)))
  const options = answers.flatMap(({text}) => (isBlank(text) || isBoxes(text) ? [] : orElse(optionsIn(text), text)))
  const columns = ticks.length > 1 ? ticks.map(({head}) => answerName(head) ?? head).filter((head) => head !== '') : []
  const offers = answers.some(({text}) => optionsIn(text).length > 0) || ticks.length > 1
  const control: Control | null = offers ? 'choice' : ticks.length === 1 ? 'tick' : null
  return fieldOf(label, context, {...given, ...(control ? {control} : {}), options: [...columns, ...options]})
}

const orElse = (options: readonly string[], text: string): readonly string[] => (options.length > 0 ? options : [text])

/** `Label: ☐ Yes ☐ No` is a choice; boxes alone are ticks. */
const ticked = (words: Words, context: Context): readonly Field[] => {
  const marks = [...words.text.matchAll(/(?:[☐□❏❑◻☑☒]|\[[ xX]?\](?=\s))\s*/gu)]
  const first = marks[0]
  if (!first) return []
  const parts = marks.map((mark, n) =>
    part(words, mark.index + mark[0].length, marks[n + 1]?.index ?? words.text.length),
  )
  // What is asked before a blank on the same line is not what the boxes answer.
  const filled = [...words.text.slice(0, first.index).matchAll(/_{2,}(?:\s?\/\s?_{2,})*|\.{4,}|…{2,}/gu)].at(-1)
  const from = filled ? filled.index + filled[0].length : 0
  if (from > 0 && /\p{L}/u.test(words.text.slice(from, first.index)))
    return [...blanks(part(words, 0, from), context), ...ticked(part(words, from), context)]
  const label = part(words, 0, first.index)
  if (label.text !== '' && parts.every(({text}) => text !== ''))
    return [fieldOf(label, context, {control: 'choice', options: parts.map(({text}) => text)})]
  if (label.text === '')
    return parts.filter(({text}) => text !== '').map((each) => fieldOf(each, context, {control: 'tick'}))
  // Boxes after their labels: `Physical ☐ Emotional ☐`.
  const labels = marks.map((mark, n) =>
    part(
      words,
      n === 0 ? 0 : (marks[n - 1] as RegExpExecArray).index + (marks[n - 1] as RegExpExecArray)[0].length,
      mark.index,
    ),
  )
  const rest = part(words, (marks.at(-1) as RegExpExecArray).index + (marks.at(-1) as RegExpExecArray)[0].length)
  return [...labels, rest].filter(({text}) => text !== '').map((each) => fieldOf(each, context, {control: 'tick'}))
}

const blanks = (words: Words, context: Context): readonly Field[] => {
  const found: Field[] = []
  let from = 0
  for (const match of words.text.matchAll(/_{2,}(?:\s?\/\s?_{2,})*|\.{4,}|…{2,}|\[\s*\](?=\s|$)|$/gu)) {
    const printed = part(words, from, match.index)
    const before = found.at(-1)
    // `Name: ____ (required)`: a mark after the blank belongs to what was asked before it.
    const mark = before ? (markAfter.exec(printed.text)?.[0].length ?? 0) : 0
    if (before && mark > 0) found[found.length - 1] = {...before, required: true}
    const label = part(printed, mark)
    if (/\p{L}/u.test(label.text)) found.push(fieldOf(label, context))
    from = match.index + match[0].length
  }
  return found
}

/** The field of an input of a web form or Word form; one without a label asks for what its heading says, and is none without a heading. */
export const controlField = (block: ControlBlock, context: Context): readonly Field[] => {
  const options = block.options.filter((option) => option !== '')
  const named = block.control === 'text' ? {} : {control: block.control}
  const label = block.label.text === '' ? plainWords(context.headings.at(-1) ?? '') : block.label
  return label.text === '' ? [] : [fieldOf(label, context, {...named, required: block.required, options})]
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
