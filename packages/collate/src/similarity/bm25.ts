import type {Bag, Profiles} from '../profile.ts'

/** Term weights of a set of bags: idf and each bag's saturated counts. */
export interface TermWeights {
  readonly idf: Float64Array
  /** Beside each bag's terms: idf × saturated count. */
  readonly weights: readonly Float64Array[]
  /** Each bag scored against itself. */
  readonly self: Float64Array
}

const k1 = 1.2
const b = 0.75

/** BM25 weights over `bags`, whose term ids are below `terms`. Idf is never negative.
 *  Source: Robertson and Zaragoza 2009, "The probabilistic relevance framework"; k1 and b are its usual values. */
export const termWeights = (bags: readonly Bag[], terms: number): TermWeights => {
  const holders = new Float64Array(terms)
  let length = 0
  for (const {terms: ids, counts} of bags) {
    for (const id of ids) holders[id] = (holders[id] as number) + 1
    length += counts.reduce((sum, count) => sum + count, 0)
  }
  const mean = length / Math.max(1, bags.length) || 1
  const idf = holders.map((n) => Math.log(1 + (bags.length - n + 0.5) / (n + 0.5)))
  const found = new Map<Bag, {readonly row: Float64Array; readonly sum: number}>()
  for (const each of bags) {
    if (found.has(each)) continue
    const row = saturated(each, mean, idf)
    found.set(each, {row, sum: row.reduce((sum, weight) => sum + weight, 0)})
  }
  const weights = bags.map((each) => found.get(each)?.row as Float64Array)
  const self = Float64Array.from(bags, (each) => found.get(each)?.sum as number)
  return {idf, weights, self}
}

const known = new WeakMap<Profiles, TermWeights>()

/** The weights of every clause's own words, computed once. */
export const clauseWeights = (profiles: Profiles): TermWeights => {
  const found =
    known.get(profiles) ??
    termWeights(
      profiles.clauses.map(({bag}) => bag),
      profiles.terms,
    )
  known.set(profiles, found)
  return found
}

const saturated = ({terms, counts}: Bag, mean: number, idf: Float64Array): Float64Array => {
  const length = counts.reduce((sum, count) => sum + count, 0)
  const norm = k1 * (1 - b + (b * length) / mean)
  return counts.map((count, at) => ((idf[terms[at] as number] as number) * count * (k1 + 1)) / (count + norm))
}

/** Weight that two bags share, by the lighter of the two for each term: the numerator of every coverage below. */
export const sharedWeight = (x: Bag, wx: Float64Array, y: Bag, wy: Float64Array): number => {
  let shared = 0
  for (let i = 0, j = 0; i < x.terms.length && j < y.terms.length; ) {
    const gap = (x.terms[i] as number) - (y.terms[j] as number)
    if (gap === 0) shared += Math.min(wx[i++] as number, wy[j++] as number)
    else if (gap < 0) i++
    else j++
  }
  return shared
}
