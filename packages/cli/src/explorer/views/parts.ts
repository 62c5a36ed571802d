import type {AssessedRow, Status} from '@hedgerow/assess'
import {markedOnBothSides, tidyMarks} from '@hedgerow/report'
import type {AssessedReading} from '@hedgerow/assess'
import {standingLetters} from '../../shelf/catalogue.ts'
import {blank, cut, fitted, inRole, type Line, line, type Role, span, type Span} from '../lines.ts'
import {inSight, type ListPlace} from '../list.ts'
import {plain} from '../prompts.ts'
import type {Signs} from '../signs.ts'

/** A list in a window: items from `top` on, or from where the one stood on is seen; that one in reverse video and with a sign before it; no more lines
 *  than `height`. */
export const listLines = <Item>(
  items: readonly Item[],
  place: ListPlace,
  {height, columns, signs}: {readonly height: number; readonly columns: number; readonly signs: Signs},
  draw: (item: Item, columns: number) => Line,
): readonly Line[] => {
  const {at, top} = inSight(place, items.length, height)
  return items.slice(top, top + height).map((item, offset) => {
    const drawn = draw(item, columns - 2)
    return top + offset === at
      ? inRole([span(`${signs.chosen} `), ...drawn], 'selected', columns)
      : [span('  '), ...cut(drawn, columns - 2, signs.ellipsis)]
  })
}

/** A rule across with words in it. */
export const ruled = (words: string, columns: number, signs: Signs): Line => {
  const head = words === '' ? signs.rule.repeat(2) : `${signs.rule.repeat(2)} ${words} `
  const own = fitted(head, Math.min(columns, head.length), signs.ellipsis)
  return [span(own, 'faint'), span(signs.rule.repeat(Math.max(0, columns - own.length)), 'faint')]
}

/** Lines cut or filled with blank ones to so many. */
export const toHeight = (lines: readonly Line[], height: number): readonly Line[] => [
  ...lines.slice(0, height),
  ...Array.from({length: Math.max(0, height - lines.length)}, () => blank),
]

/** Lines cut to so many, the last saying how many are not in sight. */
export const clipped = (lines: readonly Line[], height: number, signs: Signs): readonly Line[] =>
  lines.length <= height || height < 2
    ? toHeight(lines, height)
    : [
        ...lines.slice(0, height - 1),
        line(`${signs.down} ${lines.length - height + 1} more lines: Enter opens them`, 'faint'),
      ]

/** `3 of 41`, or what there is instead. */
export const countWords = ({at}: ListPlace, length: number, none: string): string =>
  length === 0 ? none : `${at + 1} of ${length}`

/** What is said in a pane with nothing in it. */
export const nothing = (words: string): readonly Line[] => [line(words, 'faint')]

/** The sign and look of a row's status. */
export const statusLook = (status: Status, signs: Signs): {readonly sign: string; readonly role: Role} => {
  switch (status) {
    case 'unsure':
      return {sign: signs.unsure, role: 'unsure'}
    case 'below-standard':
      return {sign: signs.below, role: 'bad'}
    case 'differs':
      return {sign: signs.differs, role: 'differs'}
    case 'absent':
      return {sign: signs.nothing, role: 'differs'}
    case 'extra':
      return {sign: signs.only, role: 'plain'}
    case 'currency':
      return {sign: signs.dot, role: 'accent'}
    case 'local':
    case 'wording':
    case 'same':
      return {sign: signs.same, role: 'good'}
  }
}

/** The sign and look of a standing, by its letter in a catalogue. */
export const standingLook = (letter: string, signs: Signs): {readonly sign: string; readonly role: Role} => {
  switch (letter) {
    case standingLetters.below:
      return {sign: signs.below, role: 'bad'}
    case standingLetters.differs:
      return {sign: signs.differs, role: 'differs'}
    case standingLetters.unsure:
      return {sign: signs.unsure, role: 'unsure'}
    case standingLetters.nothing:
      return {sign: signs.nothing, role: 'faint'}
    case standingLetters.only:
      return {sign: signs.only, role: 'plain'}
    default:
      return {sign: signs.same, role: 'good'}
  }
}

/** A reading's own words with what differs marked: bold and underlined, and between square brackets where `bracketed`. */
export const readingSpans = ({text, marks, leadIn, number}: AssessedReading, bracketed: boolean): readonly Span[] => {
  const spans: Span[] = []
  let at = 0
  for (const [start, end] of tidyMarks(text, marks)) {
    const own = text.slice(start, end)
    spans.push(span(text.slice(at, start)), span(bracketed ? `[${own}]` : own, 'marked'))
    at = end
  }
  return [
    ...(number === null ? [] : [span(`${number} `, 'faint')]),
    ...(leadIn === null ? [] : [span(`(${leadIn}) `, 'faint')]),
    ...spans,
    span(text.slice(at)),
  ].filter(({text: words}) => words !== '')
}

/** Authorities that say the same to the letter in a row. */
export interface ReadingGroup {
  readonly authorities: readonly string[]
  readonly readings: readonly AssessedReading[]
}

/** A row's readings, those that say the same to the letter together; in the row's order, marked on both sides where there are only two. */
export const readingGroups = (row: AssessedRow): readonly ReadingGroup[] => {
  const groups = new Map<string, {authorities: string[]; readings: readonly AssessedReading[]}>()
  for (const [id, readings] of Object.entries(markedOnBothSides(row).readings)) {
    if (!readings || readings.length === 0) continue
    const key = JSON.stringify(readings.map(({text, leadIn}) => [text, leadIn]))
    const known = groups.get(key)
    if (known) known.authorities.push(id)
    else groups.set(key, {authorities: [id], readings})
  }
  return [...groups.values()]
}

/** So many answers are remembered: what one screen asks. */
const remembered = 4

/** Remembers the last answers to a few questions by the identity of what was asked. */
export const remembering = <Asked extends readonly unknown[], Answer>(
  answer: (...asked: Asked) => Answer,
): ((...asked: Asked) => Answer) => {
  let known: readonly {readonly asked: Asked; readonly answer: Answer}[] = []
  return (...asked) => {
    const found = known.find((each) => each.asked.every((one, at) => one === asked[at])) ?? {
      asked,
      answer: answer(...asked),
    }
    known = [found, ...known.filter((each) => each !== found)].slice(0, remembered)
    return found.answer
  }
}

/** The text an item is searched by, worked out once for as long as the item is held. */
export const searchedBy = <Item extends object, More extends readonly unknown[]>(
  text: (item: Item, ...more: More) => string,
): ((item: Item, ...more: More) => string) => {
  const known = new WeakMap<Item, string>()
  return (item, ...more) => {
    const own = known.get(item) ?? plain(text(item, ...more))
    known.set(item, own)
    return own
  }
}
