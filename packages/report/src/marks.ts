import type {AssessedReading, AssessedRow} from '@hedgerow/assess'
import {words} from '@hedgerow/lexicon'
import {holders, readingsOf} from './rows.ts'

type Marks = AssessedReading['marks']

/** A row whose marks show both sides. Readings are marked against one of them, which has no marks itself; where there are only two, one
 *  provision each, what the other lacks of the first is marked as well. Any other row as it is. */
export function markedOnBothSides(row: AssessedRow): AssessedRow {
  const [a, b, ...more] = holders(row).map((id) => ({id, readings: readingsOf(row, id)}))
  const [x, y] = [a?.readings[0], b?.readings[0]]
  if (!a || !b || !x || !y || more.length > 0 || a.readings.length + b.readings.length > 2) return row
  if (x.text === y.text || (x.marks.length > 0 && y.marks.length > 0)) return row
  const [first, second] = [x, y].map((own, at) => {
    const other = at === 0 ? y : x
    return own.marks.length > 0 ? own : {...own, marks: marksFrom(own.text, other)}
  }) as [AssessedReading, AssessedReading]
  return {...row, readings: {...row.readings, [a.id]: [first], [b.id]: [second]}}
}

/** Spans of `text` that the other reading does not say: what is left once the words it has no mark on are taken out, in their order. No
 *  span where those words do not all stand in `text`. */
function marksFrom(text: string, other: AssessedReading): Marks {
  const kept = words(other.text).filter(({start, end}) => !other.marks.some(([from, to]) => start < to && end > from))
  const spans: (readonly [number, number])[] = []
  let [next, open] = [0, false]
  for (const {word, start, end} of words(text)) {
    const shared = kept[next]?.word === word
    if (shared) next++
    else if (open) spans[spans.length - 1] = [(spans.at(-1) as readonly [number, number])[0], end]
    else spans.push([start, end])
    open = !shared
  }
  return next === kept.length ? spans : []
}
