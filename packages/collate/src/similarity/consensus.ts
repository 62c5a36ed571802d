import {adjacency, type Adjacency, columnOf} from '../pairs.ts'
import type {Lexicon} from '@hedgerow/lexicon'
import type {Profiles} from '../profile.ts'
import type {RelationalMeasure, Scoring} from '../scoring.ts'
import {setting} from '../setting.ts'

/** What third documents say of a pair: over every other procedure in which either clause has a likely match, the mean of the best
 *  chain a–k–b, a chain being as good as its weaker link. Where no third document speaks, the pair's own probability (no news). */
export const thirdDocuments: RelationalMeasure = (known, scoring, lexicon) => witness(known, scoring, lexicon).third

/** How far some third document has the two clauses of a pair apart: over every other procedure in which both have a likely match, the most by which the
 *  weaker of the two best matches outdoes the best chain a–k–b. 0 where a match is one side's only, which tells nothing of the other. */
export const thirdDenials: RelationalMeasure = (known, scoring, lexicon) => witness(known, scoring, lexicon).denied

/** What third documents say for and against each pair, worked out once for both measures. */
interface Witness {
  readonly third: Float64Array
  readonly denied: Float64Array
}

const heard = new WeakMap<Float64Array, Witness>()

const witness = ({clauses}: Profiles, scoring: Scoring, lexicon: Lexicon): Witness => {
  const before = heard.get(scoring.probability)
  if (before) return before
  const set = setting(lexicon)
  const {pairs, probability} = scoring
  const known = adjacency(pairs, clauses.length)
  const procedureOf = Int32Array.from(clauses, ({procedure}) => procedure)
  const likely = likelyMatches(procedureOf, known, scoring, set('third-likely'), set('third-matches'))
  const chains = chaining((procedureOf.at(-1) ?? 0) + 1)
  /** Walks the likely matches of `from` beside the pairs of `to`, both sorted: a third clause in both lists closes a chain. */
  const walk = (from: number, to: number, side: 0 | 1): void => {
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
      chains.note(procedure, side, probability[known.pair[place] as number] as number, onward)
    }
  }
  const denied = new Float64Array(pairs.a.length)
  const third = columnOf(pairs, (a, b, at) => {
    chains.begin()
    walk(a, b, 0)
    walk(b, a, 1)
    denied[at] = chains.denial()
    return chains.mean() ?? (probability[at] as number)
  })
  const told = {third, denied}
  heard.set(scoring.probability, told)
  return told
}

/** The best chain through each procedure and the best match of either side there, for one pair after another; `mean` is null where no procedure spoke. A
 *  stamp tells what belongs to the pair at hand, so that nothing is cleared between pairs. */
const chaining = (
  procedures: number,
): {
  readonly begin: () => void
  readonly note: (procedure: number, side: 0 | 1, match: number, onward: number) => void
  readonly mean: () => number | null
  readonly denial: () => number
} => {
  const [chain, stamp, spoken] = [new Float64Array(procedures), new Int32Array(procedures), new Int32Array(procedures)]
  const best = [new Float64Array(procedures), new Float64Array(procedures)] as const
  let [now, count] = [0, 0]
  return {
    begin: () => {
      now++
      count = 0
    },
    note: (procedure, side, match, onward) => {
      if (stamp[procedure] !== now) {
        stamp[procedure] = now
        spoken[count++] = procedure
        chain[procedure] = best[0][procedure] = best[1][procedure] = 0
      }
      chain[procedure] = Math.max(chain[procedure] as number, Math.min(match, onward))
      best[side][procedure] = Math.max(best[side][procedure] as number, match)
    },
    mean: () => {
      let sum = 0
      for (let at = 0; at < count; at++) sum += chain[spoken[at] as number] as number
      return count === 0 ? null : sum / count
    },
    denial: () => {
      let most = 0
      for (let at = 0; at < count; at++) {
        const of = spoken[at] as number
        most = Math.max(most, Math.min(best[0][of] as number, best[1][of] as number) - (chain[of] as number))
      }
      return most
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
