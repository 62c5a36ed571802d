import type {Profile, Profiles} from './profile.ts'
import {clauseWeights} from './similarity/bm25.ts'

/** What the words of a clause leave of an absence: how much of it the likest clause of a procedure says. Shares in [0, 1], 0 where nothing is shared. */
export interface Coverage {
  /** The greatest share of the clause's weight that stands in one clause there, its lead-in and the headings over it. */
  readonly covered: number
  /** The greatest share of the weight of both that either has of the other (Dice's coefficient, weighted). */
  readonly alike: number
  /** As `covered`, where a word of near sense stands for the word itself. */
  readonly near: number
  /** The clause that covers it most; null where none shares a term with it. */
  readonly by: number | null
}

/** How far single clauses of a procedure, of whatever kind, say what a clause says. `counts` tells which of them are asked. */
export const coverageLookup = (
  known: Profiles,
  procedures: number,
): ((clause: Profile, procedure: number, counts: (other: number) => boolean) => Coverage) => {
  const {idf} = clauseWeights(known)
  const said = known.clauses.map(({bag}) => bag.terms)
  const around = known.clauses.map(({whole, outline}) => joined(whole.terms, known.outlines[outline]?.title.terms))
  const own = Float64Array.from(said, (terms) => terms.reduce((sum, term) => sum + (idf[term] as number), 0))
  const start = starts(known.clauses, procedures)
  const [saying, holding] = [postings(said, known.terms), postings(around, known.terms)]
  const [gives, takes, nears] = [0, 1, 2].map(() => new Float64Array(said.length)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ]
  const addNear = nearSums(known, holding, nears)
  return ({index}, procedure, counts) => {
    const [first, end] = [start[procedure] as number, start[procedure + 1] as number]
    add(takes.fill(0, first, end), holding, said[index] as Int32Array, idf, first, end)
    add(gives.fill(0, first, end), saying, around[index] as Int32Array, idf, first, end)
    addNear(said[index] as Int32Array, idf, first, end)
    const weight = own[index] as number
    let [covered, alike, near, by] = [0, 0, 0, -1]
    for (let other = first; other < end; other++) {
      const there = takes[other] as number
      if (nears[other] === 0 || !counts(other)) continue
      near = Math.max(near, (nears[other] as number) / weight)
      alike = Math.max(alike, (2 * Math.min(there, gives[other] as number)) / (weight + (own[other] as number)))
      if (there / weight <= covered) continue
      covered = there / weight
      by = other
    }
    return {covered, alike, near, by: by < 0 ? null : by}
  }
}

/** The terms of either, ascending. */
const joined = (terms: Int32Array, more: Int32Array = new Int32Array(0)): Int32Array =>
  more.length === 0 ? terms : Int32Array.from(new Set([...terms, ...more])).sort()

/** Where the clauses of each procedure begin, and after the last where they end. */
const starts = (clauses: readonly Profile[], procedures: number): Int32Array => {
  const start = new Int32Array(procedures + 1)
  for (const {procedure} of clauses) start[procedure + 1] = (start[procedure + 1] as number) + 1
  for (let at = 0; at < procedures; at++) start[at + 1] = (start[at + 1] as number) + (start[at] as number)
  return start
}

/** For each term the clauses that have it, ascending. */
const postings = (sets: readonly Int32Array[], terms: number): readonly Int32Array[] => {
  const found = Array.from({length: terms}, (): number[] => [])
  sets.forEach((set, index) => {
    for (const term of set) found[term]?.push(index)
  })
  return found.map((list) => Int32Array.from(list))
}

/** Adds the weight of each term to the clauses between `first` and `end` that have it. */
const add = (
  sums: Float64Array,
  index: readonly Int32Array[],
  terms: Int32Array,
  idf: Float64Array,
  first: number,
  end: number,
): void => {
  for (const term of terms) {
    const list = index[term] as Int32Array
    for (let at = placeFrom(list, first); at < list.length && (list[at] as number) < end; at++)
      sums[list[at] as number] = (sums[list[at] as number] as number) + (idf[term] as number)
  }
}

/** Sums for each clause the weight of the terms that it has or that one of its terms is near to, each once. */
const nearSums = (
  {near}: Profiles,
  index: readonly Int32Array[],
  sums: Float64Array,
): ((terms: Int32Array, idf: Float64Array, first: number, end: number) => void) => {
  const counted = new Int32Array(sums.length)
  let round = 0
  return (terms, idf, first, end) => {
    sums.fill(0, first, end)
    for (const term of terms) {
      round++
      const count = (holder: Int32Array): void => {
        for (let at = placeFrom(holder, first); at < holder.length && (holder[at] as number) < end; at++) {
          const clause = holder[at] as number
          if (counted[clause] === round) continue
          counted[clause] = round
          sums[clause] = (sums[clause] as number) + (idf[term] as number)
        }
      }
      count(index[term] as Int32Array)
      for (const other of near[term] as Int32Array) count(index[other] as Int32Array)
    }
  }
}

/** The place of the first number of an ascending list that is at least `least`. */
const placeFrom = (list: Int32Array, least: number): number => {
  let [low, high] = [0, list.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((list[middle] as number) < least) low = middle + 1
    else high = middle
  }
  return low
}
