import type {RelationalMeasure, Scoring} from '../scoring.ts'
import type {Profile} from '../profile.ts'
import {setting} from '../setting.ts'
import {pairLookup} from './order.ts'

/** What third documents say of a pair: over every other procedure in which either clause has a likely match, the mean of the best
 *  chain a–k–b, a chain being as good as its weaker link. Where no third document speaks, the pair's own probability (no news). */
export const thirdDocuments: RelationalMeasure = ({clauses}, scoring, lexicon) => {
  const set = setting(lexicon)
  const likely = set('third-likely')
  const of = pairLookup(scoring, clauses.length)
  const matches = likelyMatches(clauses, scoring, likely, set('third-matches'))
  const chain = (from: number, to: number, best: Map<number, number>): void => {
    const avoid = (clauses[to] as Profile).procedure
    for (const {other, probability} of matches[from] as Match[]) {
      const {procedure} = clauses[other] as Profile
      if (procedure === avoid) continue
      const link = Math.min(probability, of(other, to))
      best.set(procedure, Math.max(best.get(procedure) ?? 0, link))
    }
  }
  return Float64Array.from(scoring.pairs, ({a, b}, at) => {
    const best = new Map<number, number>()
    chain(a, b, best)
    chain(b, a, best)
    if (best.size === 0) return scoring.probability[at] as number
    let sum = 0
    for (const link of best.values()) sum += link
    return sum / best.size
  })
}

interface Match {
  readonly other: number
  readonly probability: number
}

/** For each clause its matches at or above `likely`, at most `most` in each procedure, best first. */
const likelyMatches = (
  clauses: readonly Profile[],
  {pairs, probability: of}: Scoring,
  likely: number,
  most: number,
): readonly Match[][] => {
  const found: Match[][] = clauses.map(() => [])
  pairs.forEach(({a, b}, at) => {
    const probability = of[at] as number
    if (probability < likely) return
    found[a]?.push({other: b, probability})
    found[b]?.push({other: a, probability})
  })
  return found.map((all) => {
    const taken = new Map<number, number>()
    return all
      .sort((x, y) => y.probability - x.probability || x.other - y.other)
      .filter(({other}) => {
        const {procedure} = clauses[other] as Profile
        const count = (taken.get(procedure) ?? 0) + 1
        taken.set(procedure, count)
        return count <= most
      })
  })
}
