import {words} from '@hedgerow/lexicon'
import {diffArrays} from 'diff'

/** A span of a text: start and end offsets, end exclusive. */
export type Mark = readonly [start: number, end: number]

/** Spans of `text` whose words are not in `reference`, or not in that order; neighbouring words are one span. Case and punctuation do not count.
 *  Source: Myers 1986, "An O(ND) difference algorithm and its variations", by the package diff. */
export const marks = (text: string, reference: string): readonly Mark[] => {
  const own = words(text)
  const parts = diffArrays(
    words(reference).map(({word}) => word),
    own.map(({word}) => word),
  )
  const spans: Mark[] = []
  let at = 0
  for (const {added, removed, value} of parts) {
    if (removed) continue
    const [first, last] = [own[at], own[at + value.length - 1]]
    if (added && first && last) spans.push([first.start, last.end])
    at += value.length
  }
  return spans
}

/** How many words of `from` or `to` a person would strike out or write in to get from one to the other: the larger of the two counts, summed over the places. */
export const changedWords = (from: string, to: string): number => {
  const parts = diffArrays(
    words(from).map(({word}) => word),
    words(to).map(({word}) => word),
  )
  let [total, struck, written] = [0, 0, 0]
  for (const {added, removed, value} of parts) {
    if (removed) struck += value.length
    else if (added) written += value.length
    else {
      total += Math.max(struck, written)
      struck = 0
      written = 0
    }
  }
  return total + Math.max(struck, written)
}

/** How alike two wordings are: twice the words they share over the words they have, each counted as often as it stands. Symmetric; in [0, 1].
 *  Source: Dice 1945, "Measures of the amount of ecologic association between species". */
export const wordingLikeness = (x: ReadonlyMap<string, number>, y: ReadonlyMap<string, number>): number => {
  let [shared, size] = [0, 0]
  // Not by `of`: that makes an entry of each word, for hundreds of thousands of pairs.
  x.forEach((count, word) => {
    shared += Math.min(count, y.get(word) ?? 0)
    size += count
  })
  y.forEach((count) => (size += count))
  return size === 0 ? 1 : (2 * shared) / size
}

/** How often each word stands in a text. */
export const wordCounts = (text: string): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>()
  for (const {word} of words(text)) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}

/** The text nearest all the others, the first of equals: what the rest is marked against, so that what stands out is what one of them says alone.
 *  Identical texts are compared once, weighed by how many have them. Empty for no texts. */
export const nearestText = (texts: readonly string[]): string => {
  const counts = new Map<string, number>()
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1)
  const distinct = [...counts].map(([text, count]) => ({text, count, words: wordCounts(text)}))
  let best = {text: '', nearness: -1}
  for (const each of distinct) {
    const nearness = distinct.reduce((sum, other) => sum + other.count * wordingLikeness(each.words, other.words), 0)
    if (nearness > best.nearness + 1e-9) best = {text: each.text, nearness}
  }
  return best.text
}
