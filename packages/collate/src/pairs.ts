/** Pairs of clauses of different procedures, by index of their profiles, in columns: `a` of the earlier procedure. */
export interface Pairs {
  readonly a: Int32Array
  readonly b: Int32Array
}

/** A column with one value for each pair. Written as a loop: `Float64Array.from` walks an iterator, which takes longer than most measures. */
export const columnOf = ({a, b}: Pairs, value: (a: number, b: number, at: number) => number): Float64Array => {
  const column = new Float64Array(a.length)
  for (let at = 0; at < column.length; at++) column[at] = value(a[at] as number, b[at] as number, at)
  return column
}

/** The values of a column at some places. */
export const gathered = (column: Float64Array, places: Int32Array): Float64Array => {
  const found = new Float64Array(places.length)
  for (let at = 0; at < found.length; at++) found[at] = column[places[at] as number] as number
  return found
}

const allCodes = new WeakMap<Pairs, Float64Array>()

/** The codes `a × clauses + b` of pairs: ascending, as pairs are sorted by place. Built once for each set of pairs. */
export const codesOf = (pairs: Pairs, clauses: number): Float64Array => {
  const found = allCodes.get(pairs) ?? columnOf(pairs, (a, b) => a * clauses + b)
  allCodes.set(pairs, found)
  return found
}

/** For each pair the place of the one whose clauses stand `stepA` and `stepB` places further on; -1 where that is none. Pairs are sorted, and so are
 *  the pairs asked for: one walk along both finds them all, where a search for each would take longer than the measures that ask. */
export const shifted = (pairs: Pairs, clauses: number, stepA: number, stepB: number): Int32Array => {
  const codes = codesOf(pairs, clauses)
  const places = new Int32Array(codes.length)
  const step = stepA * clauses + stepB
  for (let at = 0, to = 0; at < codes.length; at++) {
    const code = (codes[at] as number) + step
    while (to < codes.length && (codes[to] as number) < code) to++
    places[at] = to < codes.length && codes[to] === code ? to : -1
  }
  return places
}

/** For each clause its pairs: `other` ascending from `start[clause]` to `start[clause + 1]`, and beside it the pair's place in the columns. */
export interface Adjacency {
  readonly start: Int32Array
  readonly other: Int32Array
  readonly pair: Int32Array
}

const adjacencies = new WeakMap<Pairs, Adjacency>()

/** The adjacency of pairs, built once for each set of pairs. */
export const adjacency = (pairs: Pairs, clauses: number): Adjacency => {
  const found = adjacencies.get(pairs) ?? built(pairs, clauses)
  adjacencies.set(pairs, found)
  return found
}

const built = ({a, b}: Pairs, clauses: number): Adjacency => {
  const start = new Int32Array(clauses + 1)
  for (const index of a) start[index + 1] = (start[index + 1] as number) + 1
  for (const index of b) start[index + 1] = (start[index + 1] as number) + 1
  for (let at = 0; at < clauses; at++) start[at + 1] = (start[at + 1] as number) + (start[at] as number)
  const next = start.slice(0, clauses)
  const other = new Int32Array(2 * a.length)
  const pair = new Int32Array(2 * a.length)
  const note = (from: number, to: number, at: number): void => {
    let place = next[from] as number
    next[from] = place + 1
    for (const first = start[from] as number; place > first && (other[place - 1] as number) > to; place--) {
      other[place] = other[place - 1] as number
      pair[place] = pair[place - 1] as number
    }
    other[place] = to
    pair[place] = at
  }
  for (let at = 0; at < a.length; at++) {
    note(a[at] as number, b[at] as number, at)
    note(b[at] as number, a[at] as number, at)
  }
  return {start, other, pair}
}

/** The first place of a clause's pairs whose other clause is `least` or later. */
const firstFrom = ({start, other}: Adjacency, clause: number, least: number): number => {
  let [low, high] = [start[clause] as number, start[clause + 1] as number]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((other[middle] as number) < least) low = middle + 1
    else high = middle
  }
  return low
}

/** The place in the columns of the pair of two clauses, in either order; -1 for a pair that is none. */
export const pairAt = (known: Adjacency, a: number, b: number): number => {
  const place = firstFrom(known, a, b)
  return place < (known.start[a + 1] as number) && known.other[place] === b ? (known.pair[place] as number) : -1
}

/** Pairs from codes `a × clauses + b`, sorted by place, each once. */
export const sortedPairs = (codes: readonly number[], clauses: number): Pairs => {
  const sorted = Float64Array.from(codes).sort()
  const once = sorted.filter((code, at) => at === 0 || code !== sorted[at - 1])
  return {
    a: Int32Array.from(once, (code) => Math.floor(code / clauses)),
    b: Int32Array.from(once, (code) => code % clauses),
  }
}

/** Walks the pairs of every clause with every other procedure: `visit` hears where the adjacency has them, from `first` up to `end`, clauses ascending and
 *  of each the procedures ascending. */
export const eachRun = (
  {start, other}: Adjacency,
  procedureOf: Int32Array,
  visit: (clause: number, procedure: number, first: number, end: number) => void,
): void => {
  for (let clause = 0; clause + 1 < start.length; clause++) {
    const last = start[clause + 1] as number
    for (let first = start[clause] as number; first < last; ) {
      const procedure = procedureOf[other[first] as number] as number
      let end = first + 1
      while (end < last && procedureOf[other[end] as number] === procedure) end++
      visit(clause, procedure, first, end)
      first = end
    }
  }
}
