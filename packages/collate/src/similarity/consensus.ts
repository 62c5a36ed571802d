import {adjacency, type Adjacency, columnOf} from '../pairs.ts'
import type {RelationalMeasure, Scoring} from '../scoring.ts'
import type {Profile} from '../profile.ts'
import {setting} from '../setting.ts'

/** What third documents say of a pair: over every other procedure in which either clause has a likely match, the mean of the best
 *  chain a–k–b, a chain being as good as its weaker link. Where no third document speaks, the pair's own probability (no news). */
export const thirdDocuments: RelationalMeasure = ({clauses}, scoring, lexicon) => {
  const set = setting(lexicon)
  const {pairs, probability} = scoring
  const known = adjacency(pairs, clauses.length)
  const isLikely = likelyMatches(clauses, known, scoring, set('third-likely'), set('third-matches'))
  const procedureOf = Int32Array.from(clauses, ({procedure}) => procedure)
  const best = new Float64Array((procedureOf.at(-1) ?? 0) + 1)
  const spoken = new Set<number>()
  /** Walks the likely matches of `from` beside the pairs of `to`, both sorted: a third clause in both lists closes a chain. */
  const chain = (from: number, to: number): void => {
    let there = known.start[to] as number
    const end = known.start[to + 1] as number
    for (let place = known.start[from] as number; place < (known.start[from + 1] as number); place++) {
      if (isLikely[place] === 0) continue
      const third = known.other[place] as number
      const procedure = procedureOf[third] as number
      if (procedure === procedureOf[to]) continue
      while (there < end && (known.other[there] as number) < third) there++
      const onward =
        there < end && known.other[there] === third ? (probability[known.pair[there] as number] as number) : 0
      const link = Math.min(probability[known.pair[place] as number] as number, onward)
      if (!spoken.has(procedure)) {
        spoken.add(procedure)
        best[procedure] = link
      } else if (link > (best[procedure] as number)) best[procedure] = link
    }
  }
  return columnOf(pairs, (a, b, at) => {
    spoken.clear()
    chain(a, b)
    chain(b, a)
    let sum = 0
    for (const procedure of spoken) sum += best[procedure] as number
    return spoken.size === 0 ? (probability[at] as number) : sum / spoken.size
  })
}

/** Marks, beside the adjacency, each clause's matches at or above `likely`, at most the `most` best in each procedure. */
const likelyMatches = (
  clauses: readonly Profile[],
  {start, other, pair}: Adjacency,
  {probability}: Scoring,
  likely: number,
  most: number,
): Uint8Array => {
  const marked = new Uint8Array(other.length)
  for (let clause = 0; clause < clauses.length; clause++) {
    const end = start[clause + 1] as number
    for (let first = start[clause] as number; first < end; ) {
      const {procedure} = clauses[other[first] as number] as Profile
      const places: number[] = []
      for (; first < end && (clauses[other[first] as number] as Profile).procedure === procedure; first++)
        if ((probability[pair[first] as number] as number) >= likely) places.push(first)
      const of = (place: number): number => probability[pair[place] as number] as number
      if (places.length > most) places.sort((x, y) => of(y) - of(x) || x - y)
      for (const place of places.slice(0, most)) marked[place] = 1
    }
  }
  return marked
}
