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
export const firstFrom = ({start, other}: Adjacency, clause: number, least: number): number => {
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
