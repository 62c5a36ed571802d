import {comparedWords, type DataItem, type Lexicon, stem} from '@hedgerow/lexicon'
import {ownerOf} from './owners.ts'

/** The lexicon's data item for a field's label under the headings above it, or null. */
export type Items = (label: string, headings: readonly string[]) => DataItem | null

const known = new WeakMap<Lexicon, Items>()
const noise: ReadonlySet<string> = new Set([
  'the',
  'a',
  'an',
  'of',
  'and',
  'or',
  'please',
  'your',
  'is',
  'if',
  'any',
  'for',
  'to',
])

const key = (text: string): readonly string[] =>
  comparedWords(text.replaceAll('/', ' ').replace(/\be-mail\b/giu, 'email'))
    .map(stem)
    .filter((word) => !noise.has(word))

/** Labels are matched whole on their stems, first with the nearest heading before them (`Referrer` + `Name`), then alone.
 *  Whose name or telephone it is, the heading says: under one that names nobody such a bare label has no item. */
export const itemsOf = (lexicon: Lexicon): Items => {
  const found = known.get(lexicon) ?? items(lexicon)
  known.set(lexicon, found)
  return found
}

/** What is asked of several people, and the words of the items that ask it. */
const asked: readonly RegExp[] = [
  /\.(?:parent-)?name$/u,
  /\.date-of-birth$/u,
  /\.(?:parent-)?phone$/u,
  /\.(?:parent-)?address$/u,
  /\.email$/u,
  /\.relationship$/u,
  /\.ethnicity$/u,
]
/** A form with no heading that names anybody is about a child: whose birth date it asks for is then plain. */
const childsOwn = /^child\.(?:date-of-birth|ethnicity)$/u
const personal = /^(?:child|household|referrer)\./u

const items = (lexicon: Lexicon): Items => {
  const byLabel = new Map<string, DataItem>()
  for (const item of lexicon.dataItems)
    for (const label of item.labels) {
      const name = sorted(key(label))
      if (!byLabel.has(name)) byLabel.set(name, item)
    }
  const within = (own: readonly string[], headings: readonly string[], owner: string | null): DataItem | null => {
    for (const heading of [...headings].reverse().slice(0, 2)) {
      const above = key(heading)
      for (const prefix of [above, above.slice(0, 1), above.slice(-1)]) {
        const item = byLabel.get(sorted([...new Set([...prefix, ...own])]))
        if (item && prefix.length > 0 && belongs(item, owner)) return item
      }
    }
    return null
  }
  return (label, headings) => {
    const own = key(label)
    if (own.length === 0) return null
    const owner = ownerOf(headings)
    const alone = byLabel.get(sorted(own)) ?? null
    if (alone && ownerOf([label]) !== null && !/^relationship\b/iu.test(label)) return alone
    const found = within(own, headings, owner)
    if (found) return found
    if (!alone || !personal.test(alone.item)) return alone
    if (owner !== null) return belongs(alone, owner) ? alone : theirs(lexicon, alone, owner)
    return bare(alone) ? null : alone
  }
}

const belongs = ({item}: DataItem, owner: string | null): boolean =>
  owner === null || !personal.test(item) || item.startsWith(`${owner}.`)

const bare = ({item}: DataItem): boolean => !childsOwn.test(item) && asked.some((each) => each.test(item))

/** The same asked of somebody else: `child.name` of a parent is `household.parent-name`. */
const theirs = ({dataItems}: Lexicon, {item}: DataItem, owner: string): DataItem | null => {
  const same = asked.find((each) => each.test(item))
  return (
    (same &&
      dataItems.find(
        (each) => each.item.startsWith(`${owner}.`) && each.item.includes('.parent-') && same.test(each.item),
      )) ??
    (same && dataItems.find((each) => each.item.startsWith(`${owner}.`) && same.test(each.item))) ??
    null
  )
}

const sorted = (parts: readonly string[]): string => [...parts].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)).join(' ')
