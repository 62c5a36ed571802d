/** Idf of each gram over the sets given. */
export const gramWeights = (sets: readonly Int32Array[], grams: number): Float64Array => {
  const holders = new Float64Array(grams)
  for (const set of sets) for (const id of set) holders[id] = (holders[id] as number) + 1
  return holders.map((n) => Math.log(1 + (sets.length - n + 0.5) / (n + 0.5)))
}

/** Weighted Dice likeness of two gram sets, in [0, 1]; 0 when either is empty. Symmetric.
 *  Finds what stemming misses: compounds, misspellings, `safeguarding` beside `safeguard`. */
export const gramLikeness = (x: Int32Array, y: Int32Array, idf: Float64Array, sizeX: number, sizeY: number): number => {
  let shared = 0
  for (let i = 0, j = 0; i < x.length && j < y.length; ) {
    const gap = (x[i] as number) - (y[j] as number)
    if (gap === 0) {
      shared += idf[x[i] as number] as number
      i++
      j++
    } else if (gap < 0) i++
    else j++
  }
  return sizeX + sizeY === 0 ? 0 : (2 * shared) / (sizeX + sizeY)
}

/** The total weight of a gram set. */
export const gramSize = (set: Int32Array, idf: Float64Array): number =>
  set.reduce((sum, id) => sum + (idf[id] as number), 0)
