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
  const procedureOf = Int32Array.from(known.clauses, ({procedure}) => procedure)
  const saying = postings(said, known.terms, procedureOf, procedures)
  const holding = postings(around, known.terms, procedureOf, procedures)
  const [gives, takes, nears] = [0, 1, 2].map(() => new Float64Array(said.length)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ]
  const addNear = nearSums(known, holding, nears)
  return ({index}, procedure, counts) => {
    const [first, end] = [start[procedure] as number, start[procedure + 1] as number]
    add(takes.fill(0, first, end), holding, said[index] as Int32Array, idf, procedure)
    add(gives.fill(0, first, end), saying, around[index] as Int32Array, idf, procedure)
    nears.fill(0, first, end)
    addNear(said[index] as Int32Array, idf, procedure)
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

/** For each term and procedure the clauses there that have it, ascending: `clauses` from `start[term × procedures + procedure]` to the next start. */
interface Postings {
  readonly procedures: number
  readonly start: Int32Array
  readonly clauses: Int32Array
}

const postings = (
  sets: readonly Int32Array[],
  terms: number,
  procedureOf: Int32Array,
  procedures: number,
): Postings => {
  const start = new Int32Array(terms * procedures + 1)
  const placeOf = (term: number, clause: number): number => term * procedures + (procedureOf[clause] as number)
  sets.forEach((set, clause) => {
    for (const term of set) {
      const next = placeOf(term, clause) + 1
      start[next] = (start[next] as number) + 1
    }
  })
  for (let at = 1; at < start.length; at++) start[at] = (start[at] as number) + (start[at - 1] as number)
  const free = start.slice()
  const clauses = new Int32Array(start.at(-1) as number)
  sets.forEach((set, clause) => {
    for (const term of set) {
      const place = placeOf(term, clause)
      clauses[free[place] as number] = clause
      free[place] = (free[place] as number) + 1
    }
  })
  return {procedures, start, clauses}
}

/** Adds the weight of each term to the clauses of a procedure that have it. */
const add = (
  sums: Float64Array,
  {procedures, start, clauses}: Postings,
  terms: Int32Array,
  idf: Float64Array,
  procedure: number,
): void => {
  for (let nth = 0; nth < terms.length; nth++) {
    const term = terms[nth] as number
    const place = term * procedures + procedure
    const weight = idf[term] as number
    for (let at = start[place] as number; at < (start[place + 1] as number); at++)
      sums[clauses[at] as number] = (sums[clauses[at] as number] as number) + weight
  }
}

/** Sums for each clause the weight of the terms that it has or that one of its terms is near to, each once. */
const nearSums = (
  {near}: Profiles,
  {procedures, start, clauses}: Postings,
  sums: Float64Array,
): ((terms: Int32Array, idf: Float64Array, procedure: number) => void) => {
  const counted = new Int32Array(sums.length)
  let round = 0
  const count = (holder: number, procedure: number, weight: number): void => {
    const place = holder * procedures + procedure
    for (let at = start[place] as number; at < (start[place + 1] as number); at++) {
      const clause = clauses[at] as number
      if (counted[clause] === round) continue
      counted[clause] = round
      sums[clause] = (sums[clause] as number) + weight
    }
  }
  return (terms, idf, procedure) => {
    for (let nth = 0; nth < terms.length; nth++) {
      const term = terms[nth] as number
      const others = near[term] as Int32Array
      round++
      count(term, procedure, idf[term] as number)
      for (let at = 0; at < others.length; at++) count(others[at] as number, procedure, idf[term] as number)
    }
  }
}
