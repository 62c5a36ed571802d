import {type DataItem, type Lexicon, stem, words} from '@hedgerow/lexicon'

/** The lexicon's data item for a field's label under the headings above it, or null. */
export type Items = (label: string, headings: readonly string[]) => DataItem | null

const known = new WeakMap<Lexicon, Items>()
const noise: ReadonlySet<string> = new Set(['the', 'a', 'an', 'of', 'and', 'or', 'please', 'your', 'is', 'if', 'any', 'for', 'to'])

const key = (text: string): readonly string[] =>
  words(text.replaceAll('/', ' ')).map(({word}) => stem(word)).filter((word) => !noise.has(word))

/** Labels are matched whole on their stems, first with the nearest heading before them (`Referrer` + `Name`), then alone. */
export const itemsOf = (lexicon: Lexicon): Items => {
  const found = known.get(lexicon) ?? items(lexicon)
  known.set(lexicon, found)
  return found
}

const items = (lexicon: Lexicon): Items => {
  const byLabel = new Map<string, DataItem>()
  for (const item of lexicon.dataItems)
    for (const label of item.labels) {
      const name = sorted(key(label))
      if (!byLabel.has(name)) byLabel.set(name, item)
    }
  return (label, headings) => {
    const own = key(label)
    if (own.length === 0) return null
    for (const heading of [...headings].reverse().slice(0, 2)) {
      const above = key(heading)
      for (const prefix of [above, above.slice(0, 1), above.slice(-1)]) {
        const item = byLabel.get(sorted([...new Set([...prefix, ...own])]))
        if (item) return item
      }
    }
    return byLabel.get(sorted(own)) ?? null
  }
}

const sorted = (parts: readonly string[]): string => [...parts].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)).join(' ')
