import {withoutEnd} from '../words.ts'

const boxMark = '(?:[☐□❏❑◻☑☒]|\\[[ xX]?\\](?=\\s|$))'
const boxes = new RegExp(boxMark, 'gu')
/** Nothing to read: white space, ruled lines, dots, slashes between date blanks, hints how a date is written. */
const blank = /^(?:[\s_.…/:£%-]|\bD{1,2}\b|\bM{1,2}\b|\b(?:YY|YYYY)\b|\bHH\b)*$/iu
const yes = /^(?:yes|no|n\/a|not (?:known|sought|yet|sure|applicable)|unknown|unsure|partly|don['’]t know)$/iu
const score = /^\d{1,2}(?:[\s,]+\d{1,2})+$/u
const longestOption = 8
/** A choice printed in words is a line of them. */
const longestText = 300

/** Whether a cell or the rest of a line leaves room for an answer and says nothing itself. */
export const isBlank = (text: string): boolean => blank.test(text)

/** Whether text is nothing but tick boxes. */
export const isBoxes = (text: string): boolean => text.search(boxes) >= 0 && isBlank(text.replace(boxes, ''))

/** The answers a text offers to choose from: `☐ Yes ☐ No`, `Yes / No`, `A / B / C`, `0 1 2 3`. Empty when it offers none. */
export const optionsIn = (text: string): readonly string[] => {
  if (text.search(boxes) >= 0) return boxed(text)
  if (text.length > longestText) return []
  const plain = withoutEnd(text, /[\s)*.]/u).replace(/^[\s(]+/u, '')
  if (score.test(plain)) return plain.split(/[\s,]+/u)
  const parts = plain.split(/\s*[/|]\s*/u)
  if (
    parts.length < 2 ||
    parts.some((each) => each === '' || isBlank(each) || each.split(/\s+/u).length > longestOption)
  )
    return spoken(plain)
  return /\s[/|]\s/u.test(plain) || parts.every((each) => /^\p{L}+$/u.test(each)) ? parts : spoken(plain)
}

const boxed = (text: string): readonly string[] => {
  const at = [...text.matchAll(boxes)].map(({index, 0: {length}}) => ({index, end: index + length}))
  const before = text.slice(0, at[0]?.index).trim()
  // Boxes stand before their words, or after them: `Physical ☐ Emotional ☐`.
  const parts =
    before === ''
      ? at.map(({end}, n) => text.slice(end, at[n + 1]?.index))
      : at.map(({index}, n) => text.slice(at[n - 1]?.end ?? 0, index))
  return parts.map((each) => withoutEnd(each, /[\s/|,;]/u).trim()).filter((each) => !isBlank(each))
}

/** `Yes No`, `Yes, no or not known`. */
const spoken = (text: string): readonly string[] => {
  const parts = text.split(/\s*(?:,|\bor\b)\s*|\s+(?=(?:yes|no|n\/a|unknown|unsure)\b)/iu).filter((each) => each !== '')
  return parts.length >= 2 && parts.every((each) => yes.test(each)) ? parts : []
}

/** Whether a text is a choice and nothing else. `Parent/Carer` is more likely a label than a choice. */
export const isChoice = (text: string): boolean => {
  const options = optionsIn(text)
  return (
    options.length >= 2 && (text.search(boxes) >= 0 || !/\S\/\S/u.test(text) || options.every((each) => yes.test(each)))
  )
}

/** Whether a cell is the place of an answer: blank, boxes, or a choice. */
export const isAnswer = (text: string): boolean => isBlank(text) || isBoxes(text) || isChoice(text)

/** The answer a column's head names (`Yes ☐` → `Yes`), or null when it names something else. */
export const answerName = (head: string): string | null => {
  const name = withoutEnd(head.replace(boxes, ' ').trim(), /[\s:*?]/u)
  return yes.test(name) || /^[yn]$/iu.test(name) ? name : null
}

/** Whether a row heads columns that are the answers: `Indicator | Yes | No`, with or without a name over the questions. */
export const isAnswerHead = (cells: readonly string[]): boolean => {
  const answers = cells.filter((cell) => answerName(cell) !== null)
  return answers.length >= 2 && answers.length < cells.length && new Set(answers).size === answers.length
}

/** A label and the choice printed after it in one line (`Any harm? Yes / No`), with where the label ends; null when there is none. */
export const labelledChoice = (text: string): {readonly end: number; readonly options: readonly string[]} | null => {
  for (const {index} of text.matchAll(/[:?](?=\s)/gu)) {
    const options = optionsIn(text.slice(index + 1).trim())
    if (options.length >= 2) return {end: index + 1, options}
  }
  return null
}
