import type {Clause, Facts} from '@hedgerow/ast'
import type {Measure} from './measure.ts'

/** Likeness of what two provisions are about as far as facts tell, values apart: the same event counted from, the same verb done to the same thing, by and
 *  to the same roles, the same thing counted or measured. The mean of those that both state; a half where no fact is shared. */
export const factLikeness: Measure = ({clause: x}, {clause: y}) => {
  let [votes, sum] = [0, 0]
  for (const compare of comparisons) {
    const vote = compare(x, y)
    if (vote === null) continue
    votes++
    sum += vote
  }
  return votes === 0 ? 0.5 : sum / votes
}

type Comparison = (x: Clause, y: Clause) => number | null

const overlap = (x: readonly string[], y: readonly string[]): number | null => {
  if (x.length === 0 || y.length === 0) return null
  let shared = 0
  for (const each of x) if (y.includes(each)) shared++
  return shared / Math.min(x.length, y.length)
}

const equal = (x: string | null | undefined, y: string | null | undefined): number | null =>
  x && y ? (x === y ? 1 : 0) : null

const noEvents: readonly string[] = []

const events = ({deadlines}: Facts): readonly string[] =>
  deadlines.length === 0 ? noEvents : deadlines.flatMap(({event}) => (event ? [event] : []))

const comparisons: readonly Comparison[] = [
  (x, y) => overlap(x.actors, y.actors),
  (x, y) => overlap(x.recipients, y.recipients),
  (x, y) => equal(x.action?.verb, y.action?.verb),
  (x, y) => equal(x.action?.object, y.action?.object),
  (x, y) => overlap(events(x), events(y)),
  (x, y) => (x.deadlines.length > 0 === y.deadlines.length > 0 ? null : 0.25),
  (x, y) => equal(x.trigger?.of, y.trigger?.of),
  (x, y) => equal(x.threshold?.of, y.threshold?.of),
]

/** Whether two provisions state different duties: other actors do another thing, to other recipients or counted from another event, and nothing that both
 *  state is the same. A fact that one of them leaves open tells nothing. */
export const areOtherDuties = (x: Clause, y: Clause): boolean => {
  if (overlap(x.actors, y.actors) !== 0 || equal(x.action?.verb, y.action?.verb) !== 0) return false
  const bearing = [overlap(x.recipients, y.recipients), overlap(events(x), events(y))]
  return bearing.includes(0) && ![...bearing, equal(x.action?.object, y.action?.object)].includes(1)
}
