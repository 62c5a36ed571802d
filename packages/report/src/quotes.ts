import type {AssessedReading, AssessedRow} from '@hedgerow/assess'
import {placeOf} from '@hedgerow/ast'
import type {Context} from './context.ts'
import {markedOnBothSides} from './marks.ts'
import type {Quote, Readings} from './nodes.ts'
import {holders, readingsOf, silent} from './rows.ts'

/** Marks in order, inside the text and not overlapping, whatever they were: a mark out of place must never eat a
 *  word. */
export function tidyMarks(text: string, marks: AssessedReading['marks']): AssessedReading['marks'] {
  const inside = marks
    .map(([start, end]) => [Math.max(0, start), Math.min(text.length, end)] as const)
    .filter(([start, end]) => start < end)
    .sort((a, b) => a[0] - b[0] || a[1] - b[1])
  const merged: (readonly [number, number])[] = []
  for (const [start, end] of inside) {
    const last = merged.at(-1)
    if (last !== undefined && start <= last[1]) merged[merged.length - 1] = [last[0], Math.max(last[1], end)]
    else merged.push([start, end])
  }
  return merged
}

/** A text cut at its marks, in order: the pieces joined are the text. */
export function pieces(quote: Quote): readonly {readonly value: string; readonly marked: boolean}[] {
  const found: {readonly value: string; readonly marked: boolean}[] = []
  let at = 0
  for (const [start, end] of quote.marks) {
    if (start > at) found.push({value: quote.text.slice(at, start), marked: false})
    found.push({value: quote.text.slice(start, end), marked: true})
    at = end
  }
  if (at < quote.text.length) found.push({value: quote.text.slice(at), marked: false})
  return found
}

function quote(reading: AssessedReading): Quote {
  return {
    type: 'quote',
    text: reading.text,
    marks: tidyMarks(reading.text, reading.marks ?? []),
    leadIn: reading.leadIn,
    number: reading.number,
    place: placeOf(reading.source),
  }
}

/** Each authority's own words in a row. */
export function readingsBlock(unmarked: AssessedRow, {name}: Context, caption: string): Readings {
  const row = markedOnBothSides(unmarked)
  return {
    type: 'readings',
    caption,
    entries: holders(row).map((id) => ({name: name(id), quotes: readingsOf(row, id).map(quote)})),
    silent: silent(row).map(name),
  }
}
