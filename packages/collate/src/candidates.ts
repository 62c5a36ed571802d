import {comparedWords} from '@hedgerow/lexicon'
import type {Pairs} from './pairs.ts'
import type {Partners} from './partners.ts'
import type {Profile, Profiles} from './profile.ts'
import {clauseWeights, type TermWeights} from './similarity/bm25.ts'

/** Whether two clauses may ever stand in one row: of different procedures and of one kind (likes with likes). Two contacts that have no word in common are
 *  two offices, however alike they are placed: their office is among their words where it is known. */
export const mayCorrespond = (x: Profile, y: Profile): boolean =>
  x.procedure !== y.procedure && x.kind === y.kind && (x.kind !== 'contact' || shareTerm(x, y) || shareName(x, y))

const shareTerm = ({bag: {terms: own}}: Profile, {bag: {terms: other}}: Profile): boolean =>
  own.some((term) => other.includes(term))

/** The words of a name of its own are none of the bag's: the exploitation team of one force is the exploitation unit of another. */
const shareName = ({clause: x}: Profile, {clause: y}: Profile): boolean => {
  if (x.type !== 'contact' || y.type !== 'contact') return false
  const own = new Set(comparedWords(x.who))
  return comparedWords(y.who).some((word) => word.length > 3 && own.has(word))
}

/** How many candidates are chosen. */
export interface CandidateRules {
  /** At most so many of each other procedure for a clause. */
  readonly most: number
  /** At most about so many of all other procedures together, but at least 2 of each. */
  readonly budget: number
  /** A candidate with less than this share of the best one's weight is left out. */
  readonly share: number
}

/** The pairs worth scoring exactly: for each clause its best few of each partner procedure by shared term weight, sorted by place. An inverted index of
 *  each procedure, so that only clauses with a term in common are looked at. */
export const candidates = (known: Profiles, partners: Partners, rules: CandidateRules): Pairs => {
  const {clauses, terms} = known
  const weights = clauseWeights(known)
  const own = Array.from({length: partners.procedures}, (): Profile[] => [])
  for (const clause of clauses) own[clause.procedure]?.push(clause)
  const [a, b] = [[] as number[], [] as number[]]
  const scratch = scratchOf(Math.max(0, ...own.map(({length}) => length)) ** 2)
  own.forEach((rows, x) => {
    const found: number[] = []
    for (const y of partners.of(x)) {
      if (y < x) continue
      const widest = Math.max(partners.of(x).length, partners.of(y).length)
      const most = Math.max(2, Math.min(rules.most, Math.floor(rules.budget / widest)))
      between(rows, own[y] as readonly Profile[], weights, terms, {...rules, most}, clauses.length, scratch, found)
    }
    Float64Array.from(found)
      .sort()
      .forEach((code) => {
        a.push(Math.floor(code / clauses.length))
        b.push(code % clauses.length)
      })
  })
  return {a: Int32Array.from(a), b: Int32Array.from(b)}
}

/** The candidates of two procedures, added to `found` as codes `a × clauses + b`. */
const between = (
  rows: readonly Profile[],
  columns: readonly Profile[],
  {weights}: TermWeights,
  terms: number,
  rules: CandidateRules,
  clauses: number,
  scratch: Scratch,
  found: number[],
): void => {
  const index = postings(columns, weights, terms)
  const cells = rows.length * columns.length
  const shared = scratch.shared(cells)
  rows.forEach(({bag, index: of}, row) =>
    addShared(shared, row * columns.length, bag.terms, weights[of] as Float64Array, index),
  )
  for (let row = 0; row < rows.length; row++) clearOthers(shared, row * columns.length, columns, rows[row] as Profile)
  const chosen = scratch.chosen(cells)
  for (let row = 0; row < rows.length; row++) best(shared, chosen, row * columns.length, 1, columns.length, rules)
  for (let column = 0; column < columns.length; column++)
    best(shared, chosen, column, columns.length, rows.length, rules)
  for (let cell = 0; cell < cells; cell++) {
    if (chosen[cell] === 0) continue
    const [x, y] = [rows[Math.floor(cell / columns.length)] as Profile, columns[cell % columns.length] as Profile]
    found.push(x.index * clauses + y.index)
  }
}

/** Adds what one clause shares with each column into its row of cells, from `first`. The innermost loop of the candidates, so plain counting. */
const addShared = (
  shared: Float64Array,
  first: number,
  terms: Int32Array,
  held: Float64Array,
  {start, column, weight}: Postings,
): void => {
  for (let at = 0; at < terms.length; at++) {
    const own = held[at] as number
    const end = start[(terms[at] as number) + 1] as number
    for (let place = start[terms[at] as number] as number; place < end; place++) {
      const cell = first + (column[place] as number)
      const other = weight[place] as number
      shared[cell] = (shared[cell] as number) + (own < other ? own : other)
    }
  }
}

/** Takes out of one clause's row of cells, from `first`, the columns of another kind: few beside those of its own, and most share nothing. */
const clearOthers = (shared: Float64Array, first: number, columns: readonly Profile[], {kind}: Profile): void => {
  for (let column = 0; column < columns.length; column++)
    if (shared[first + column] !== 0 && (columns[column] as Profile).kind !== kind) shared[first + column] = 0
}

/** The cells of two procedures, all 0: one piece of memory for every two. */
interface Scratch {
  readonly shared: (cells: number) => Float64Array
  readonly chosen: (cells: number) => Uint8Array
}

const scratchOf = (most: number): Scratch => {
  const [shared, chosen] = [new Float64Array(most), new Uint8Array(most)]
  return {
    shared: (cells) => shared.subarray(0, cells).fill(0),
    chosen: (cells) => chosen.subarray(0, cells).fill(0),
  }
}

interface Postings {
  readonly start: Int32Array
  readonly column: Int32Array
  readonly weight: Float64Array
}

const indexes = new WeakMap<readonly Profile[], Postings>()

/** The inverted index of a procedure's clauses: for each term who holds it and how heavily. */
const postings = (columns: readonly Profile[], weights: readonly Float64Array[], terms: number): Postings => {
  const known = indexes.get(columns)
  if (known) return known
  const start = new Int32Array(terms + 1)
  for (const {bag} of columns) for (const term of bag.terms) start[term + 1] = (start[term + 1] as number) + 1
  for (let term = 0; term < terms; term++) start[term + 1] = (start[term + 1] as number) + (start[term] as number)
  const next = start.slice(0, terms)
  const column = new Int32Array(start[terms] as number)
  const weight = new Float64Array(start[terms] as number)
  columns.forEach(({bag, index}, at) =>
    bag.terms.forEach((term, nth) => {
      const place = next[term] as number
      next[term] = place + 1
      column[place] = at
      weight[place] = (weights[index] as Float64Array)[nth] as number
    }),
  )
  const made = {start, column, weight}
  indexes.set(columns, made)
  return made
}

/** Marks the best few of `count` cells from `first`, `step` apart: the heaviest first, the earlier of equals. */
const best = (
  shared: Float64Array,
  chosen: Uint8Array,
  first: number,
  step: number,
  count: number,
  {most, share}: CandidateRules,
): void => {
  let least = 0
  let [lastWeight, lastAt] = [Number.POSITIVE_INFINITY, -1]
  for (let taken = 0; taken < most; taken++) {
    let [weight, at] = [0, -1]
    for (let nth = 0; nth < count; nth++) {
      const value = shared[first + nth * step] as number
      if (value > weight && (value < lastWeight || (value === lastWeight && nth > lastAt))) {
        weight = value
        at = nth
      }
    }
    if (at < 0 || weight < least) return
    if (taken === 0) least = share * weight
    chosen[first + at * step] = 1
    lastWeight = weight
    lastAt = at
  }
}
