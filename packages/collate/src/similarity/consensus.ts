import {adjacency, type Adjacency, columnOf} from '../pairs.ts'
import type {RelationalMeasure, Scoring} from '../scoring.ts'
import {setting} from '../setting.ts'

/** What third documents say of a pair: over every other procedure in which either clause has a likely match, the mean of the best
 *  chain a–k–b, a chain being as good as its weaker link. Where no third document speaks, the pair's own probability (no news). */
export const thirdDocuments: RelationalMeasure = ({clauses}, scoring, lexicon) => {
  const set = setting(lexicon)
  const {pairs, probability} = scoring
  const known = adjacency(pairs, clauses.length)
  const procedureOf = Int32Array.from(clauses, ({procedure}) => procedure)
  const likely = likelyMatches(procedureOf, known, scoring, set('third-likely'), set('third-matches'))
  const chains = chaining((procedureOf.at(-1) ?? 0) + 1)
  /** Walks the likely matches of `from` beside the pairs of `to`, both sorted: a third clause in both lists closes a chain. */
  const walk = (from: number, to: number): void => {
    let there = known.start[to] as number
    const end = known.start[to + 1] as number
    const last = likely.start[from + 1] as number
    for (let at = likely.start[from] as number; at < last; at++) {
      const place = likely.places[at] as number
      const third = known.other[place] as number
      const procedure = procedureOf[third] as number
      if (procedure === procedureOf[to]) continue
      while (there < end && (known.other[there] as number) < third) there++
      const closes = there < end && known.other[there] === third
      const onward = closes ? (probability[known.pair[there] as number] as number) : 0
      chains.note(procedure, Math.min(probability[known.pair[place] as number] as number, onward))
    }
  }
  return columnOf(pairs, (a, b, at) => {
    chains.begin()
    walk(a, b)
    walk(b, a)
    return chains.mean() ?? (probability[at] as number)
  })
}

/** The best chain through each procedure, for one pair after another; `mean` is null where no procedure spoke. A stamp tells what belongs to the pair
 *  at hand, so that nothing is cleared between pairs. */
const chaining = (
  procedures: number,
): {
  readonly begin: () => void
  readonly note: (procedure: number, link: number) => void
  readonly mean: () => number | null
} => {
  const [best, stamp, spoken] = [new Float64Array(procedures), new Int32Array(procedures), new Int32Array(procedures)]
  let [now, count] = [0, 0]
  return {
    begin: () => {
      now++
      count = 0
    },
    note: (procedure, link) => {
      if (stamp[procedure] !== now) {
        stamp[procedure] = now
        spoken[count++] = procedure
        best[procedure] = link
      } else if (link > (best[procedure] as number)) best[procedure] = link
    },
    mean: () => {
      let sum = 0
      for (let at = 0; at < count; at++) sum += best[spoken[at] as number] as number
      return count === 0 ? null : sum / count
    },
  }
}

/** For each clause the places, in the adjacency, of its likely matches: ascending from `start[clause]` to `start[clause + 1]`. */
interface Likely {
  readonly start: Int32Array
  readonly places: Int32Array
}

/** Each clause's matches at or above `least`, at most the `most` best in each procedure. */
const likelyMatches = (
  procedureOf: Int32Array,
  {start, other, pair}: Adjacency,
  {probability}: Scoring,
  least: number,
  most: number,
): Likely => {
  const ends = new Int32Array(procedureOf.length + 1)
  const places = new Int32Array(other.length)
  const of = (place: number): number => probability[pair[place] as number] as number
  let count = 0
  for (let clause = 0; clause < procedureOf.length; clause++) {
    const end = start[clause + 1] as number
    for (let place = start[clause] as number; place < end; ) {
      const procedure = procedureOf[other[place] as number]
      const from = count
      for (; place < end && procedureOf[other[place] as number] === procedure; place++)
        if (of(place) >= least) places[count++] = place
      if (count - from <= most) continue
      const best = [...places.subarray(from, count)].sort((x, y) => of(y) - of(x) || x - y).slice(0, most)
      places.set(
        best.sort((x, y) => x - y),
        from,
      )
      count = from + best.length
    }
    ends[clause + 1] = count
  }
  return {start: ends, places: places.subarray(0, count)}
}
