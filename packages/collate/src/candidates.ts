import type {Profile, Profiles} from './profile.ts'
import {type TermWeights, termWeights} from './similarity/bm25.ts'

/** Two clauses of different procedures that may correspond: indexes of profiles, `a` of the earlier procedure. */
export interface Pair {
  readonly a: number
  readonly b: number
}

/** Whether two clauses may ever stand in one row: of different procedures and of one kind (likes with likes). */
export const mayCorrespond = (x: Profile, y: Profile): boolean => x.procedure !== y.procedure && x.kind === y.kind

/** The pairs worth scoring exactly: for each clause its `most` best of each other procedure by shared term weight.
 *  Terms held by more than `common` (a share) of all clauses choose no candidates, unless a clause has no other.
 *  A candidate with less than `share` of the best one's weight is left out. An inverted index, so time grows with shared terms, not with all pairs. */
export const candidates = (
  {clauses, terms}: Profiles,
  {most, common, share}: {readonly most: number; readonly common: number; readonly share: number},
): {readonly pairs: readonly Pair[]; readonly weights: TermWeights} => {
  const bags = clauses.map(({bag}) => bag)
  const weights = termWeights(bags, terms)
  const postings = invertedIndex(clauses, weights, terms)
  const limit = Math.max(clauses.length * common, 50)
  const scores = new Float64Array(clauses.length)
  const codes: number[] = []
  for (const clause of clauses) {
    const touched = accumulate(clause, clauses, weights, postings, limit, scores)
    for (const other of best(touched, scores, clauses, most, share))
      codes.push(Math.min(clause.index, other) * clauses.length + Math.max(clause.index, other))
    for (const other of touched) scores[other] = 0
  }
  const sorted = Float64Array.from(codes).sort()
  const pairs: Pair[] = []
  sorted.forEach((code, at) => {
    if (code !== sorted[at - 1]) pairs.push(ordered(code, clauses))
  })
  return {pairs, weights}
}

const ordered = (code: number, clauses: readonly Profile[]): Pair => {
  const a = Math.floor(code / clauses.length)
  const b = code % clauses.length
  return (clauses[a] as Profile).procedure < (clauses[b] as Profile).procedure ? {a, b} : {a: b, b: a}
}

interface Postings {
  readonly holders: readonly number[][]
  readonly weights: readonly number[][]
}

const invertedIndex = (clauses: readonly Profile[], {weights}: TermWeights, terms: number): Postings => {
  const holders: number[][] = Array.from({length: terms}, () => [])
  const held: number[][] = Array.from({length: terms}, () => [])
  for (const {index, bag} of clauses)
    bag.terms.forEach((term, at) => {
      ;(holders[term] as number[]).push(index)
      ;(held[term] as number[]).push((weights[index] as Float64Array)[at] as number)
    })
  return {holders, weights: held}
}

const accumulate = (
  clause: Profile,
  clauses: readonly Profile[],
  {weights}: TermWeights,
  postings: Postings,
  limit: number,
  scores: Float64Array,
): readonly number[] => {
  const touched: number[] = []
  const rare = [...clause.bag.terms.keys()].filter(
    (at) => (postings.holders[clause.bag.terms[at] as number] as number[]).length <= limit,
  )
  for (const at of rare.length > 0 ? rare : clause.bag.terms.keys()) {
    const term = clause.bag.terms[at] as number
    const own = (weights[clause.index] as Float64Array)[at] as number
    const holders = postings.holders[term] as number[]
    const held = postings.weights[term] as number[]
    for (let i = 0; i < holders.length; i++) {
      const other = holders[i] as number
      if (!mayCorrespond(clause, clauses[other] as Profile)) continue
      if (scores[other] === 0) touched.push(other)
      scores[other] = (scores[other] as number) + Math.min(own, held[i] as number)
    }
  }
  return touched
}

/** The `most` best of each procedure, kept in order by insertion: sorting every touched clause would cost more than scoring them. */
const best = (
  touched: readonly number[],
  scores: Float64Array,
  clauses: readonly Profile[],
  most: number,
  share: number,
): readonly number[] => {
  const byProcedure = new Map<number, number[]>()
  const ahead = (x: number, y: number): boolean =>
    scores[x] === scores[y] ? x < y : (scores[x] as number) > (scores[y] as number)
  for (const other of touched) {
    const {procedure} = clauses[other] as Profile
    let top = byProcedure.get(procedure)
    if (!top) byProcedure.set(procedure, (top = []))
    if (top.length === most && !ahead(other, top[most - 1] as number)) continue
    let at = top.length === most ? most - 1 : top.length
    for (; at > 0 && ahead(other, top[at - 1] as number); at--) top[at] = top[at - 1] as number
    top[at] = other
  }
  return [...byProcedure.values()].flatMap((top) => {
    const least = share * (scores[top[0] as number] as number)
    return top.filter((other) => (scores[other] as number) >= least)
  })
}
