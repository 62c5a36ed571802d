import {words} from '@hedgerow/lexicon'
import {listed} from '../wording.ts'
import type {DraftReading} from './draft.ts'

/** Readings that differ in one place: what all begin and end with, and what each has between. */
export interface Slot {
  readonly before: string
  readonly values: readonly string[]
  readonly after: string
}

/** The one place in which readings differ, or null where there is no such place: other lead-ins, or nothing in common. */
export function slotOf(readings: readonly DraftReading[]): Slot | null {
  const [first] = readings
  if (!first || readings.some(({leadIn, term}) => leadIn !== first.leadIn || term !== first.term)) return null
  const texts = readings.map(({text}) => text)
  const parts = texts.map((text) => words(text))
  const shortest = Math.min(...parts.map(({length}) => length))
  const isShared = (at: (length: number) => number): boolean =>
    parts.every((own) => own[at(own.length)]?.text === parts[0]?.[at(parts[0].length)]?.text)
  let head = 0
  while (head < shortest && isShared(() => head)) head++
  let tail = 0
  while (tail < shortest - head && isShared((length) => length - 1 - tail)) tail++
  // A number is chosen with what it counts: `24 hours or 48 hours`.
  const isNumbers = parts.every((own) => own.length - head - tail === 1 && /^\d+$/u.test(own[head]?.text ?? ''))
  if (isNumbers && tail > 0) tail--
  if (head + tail < (shortest + 1) / 2 || head === 0) return null
  const spans = parts.map((own, n): readonly [number, number] => {
    const start = own[head]?.start ?? (texts[n] as string).length
    return [start, head + tail < own.length ? (own[own.length - tail - 1]?.end ?? start) : start]
  })
  const [from, to] = spans[0] as readonly [number, number]
  const slot = {
    before: first.text.slice(0, from),
    values: texts.map((text, n) => text.slice(...(spans[n] as [number, number]))),
    after: from === to && to < first.text.length ? ` ${first.text.slice(to)}` : first.text.slice(to),
  }
  return isWhole(slot, texts) ? slot : null
}

/** Whether each text comes back, layout apart, when its value is put into the slot: what stands around the value is every text's own. */
function isWhole({before, values, after}: Slot, texts: readonly string[]): boolean {
  const plain = (text: string): string => text.replace(/\s+/gu, '')
  return texts.every((text, n) => plain(before + values[n] + after) === plain(text))
}

/** A choice as it is marked in a text: `[Choose: 24 hours (Ashby, Brindle) or 1 working day (Carrow)]`. */
export function choiceMark(values: readonly string[], readings: readonly DraftReading[]): string {
  const options = values.map((value, n) => `${value || 'nothing here'} (${(readings[n]?.holders ?? []).join(', ')})`)
  return `[Choose: ${options.join(' or ')}]`
}

/** Who says it so, and what is chosen by it: `Ashby and Brindle: 24 hours`. */
export function labelled({label, holders}: DraftReading): string {
  return label === '' ? listed(holders) : `${listed(holders)}: ${label}`
}
