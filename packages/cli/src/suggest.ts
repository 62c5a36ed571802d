/** The known word most like `given`, or null where none is near: at most a third of its letters differ. Case does not count. */
export const nearest = (given: string, known: readonly string[]): string | null => {
  let best: string | null = null
  let least = Number.POSITIVE_INFINITY
  for (const each of known) {
    const far = distance(given.toLowerCase(), each.toLowerCase())
    if (far < least) [best, least] = [each, far]
  }
  return best !== null && least <= Math.max(1, Math.floor(Math.max(given.length, best.length) / 3)) ? best : null
}

/** `Did you mean topics?` with a space before it, or nothing where no known word is near. */
export const didYouMean = (given: string, known: readonly string[], shown = (word: string): string => word): string => {
  const word = nearest(given, known)
  return word === null ? '' : ` Did you mean ${shown(word)}?`
}

/** How many letters must be put in, taken out, changed or swapped with their neighbour to turn one word into the other.
 *  Source: optimal string alignment, Damerau 1964. */
export const distance = (a: string, b: string): number => {
  let before: number[] = []
  let last = Array.from({length: b.length + 1}, (_, at) => at)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = (last[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1)
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      row[j] = Math.min(
        change,
        (last[j] as number) + 1,
        (row[j - 1] as number) + 1,
        swapped ? (before[j - 2] as number) + 1 : change,
      )
    }
    ;[before, last] = [last, row]
  }
  return last[b.length] as number
}
