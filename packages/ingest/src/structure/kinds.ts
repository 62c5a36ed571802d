import {type Lexicon, phraseMatcher, stem, type SectionKind, tokens, words} from '@hedgerow/lexicon'
import {headingNumber} from './numbering.ts'

/** What the headings and contents of one topic's sections stand for. */
export interface Kinds {
  /** The entry for a heading: the one it names exactly, else the one with the longest phrase in it. */
  readonly byHeading: (heading: string) => SectionKind | null
  /** The entry whose cues are the most frequent in a text, if at least two different ones of them are frequent enough; null on a tie. */
  readonly byContent: (text: string) => SectionKind | null
  /** The notice entry a box heading names exactly. */
  readonly notice: (heading: string) => SectionKind | null
}

const known = new WeakMap<Lexicon, Map<string, Kinds>>()

/** The section kinds of a topic; made once for each lexicon. */
export const kindsOf = (lexicon: Lexicon, topic: string): Kinds => {
  const topics = known.get(lexicon) ?? new Map<string, Kinds>()
  known.set(lexicon, topics)
  const found = topics.get(topic) ?? kinds(lexicon, topic)
  topics.set(topic, found)
  return found
}

/** A heading's words as compared: no number, case, marks or endings; `&` is `and`. */
export const headingKey = (heading: string): string => {
  const number = headingNumber(heading)
  const text = number && number.at < heading.length ? heading.slice(number.at) : heading
  return words(text.replaceAll('&', ' and ')).map(({word}) => stem(word)).join(' ')
}

const kinds = (lexicon: Lexicon, topic: string): Kinds => {
  // An entry made for this topic is meant before one that is common to all.
  const open = lexicon.sections.filter(({topics}) => topics.length === 0 || topics.includes(topic))
  const entries = [...open.filter(({topics}) => topics.length > 0), ...open.filter(({topics}) => topics.length === 0)]
  const exact = new Map<string, SectionKind>()
  const notices = new Map<string, SectionKind>()
  for (const entry of entries)
    for (const heading of entry.headings) {
      const key = headingKey(heading)
      if (!exact.has(key)) exact.set(key, entry)
      if (entry.notice !== undefined && !notices.has(key)) notices.set(key, entry)
    }
  const contained = phraseMatcher(entries.flatMap((entry) => entry.headings.map((heading) => [heading.replaceAll('&', ' and '), entry] as const)))
  const cues = phraseMatcher(cueOwners(entries))
  const least = density(lexicon)
  return {
    byHeading: (heading) => exact.get(headingKey(heading)) ?? longest(contained(tokens(heading.replaceAll('&', ' and ')))),
    byContent: (text) => {
      const all = words(text)
      return densest(cues(all), all.length, entries, least)
    },
    notice: (heading) => notices.get(headingKey(heading)) ?? null,
  }
}

const longest = (matches: readonly {entry: SectionKind; first: number; last: number}[]): SectionKind | null => {
  let best: {entry: SectionKind; length: number} | null = null
  for (const {entry, first, last} of matches) if (!best || last - first + 1 > best.length) best = {entry, length: last - first + 1}
  return best?.entry ?? null
}

interface Cue {
  readonly cue: string
  readonly owners: readonly SectionKind[]
}

const cueOwners = (entries: readonly SectionKind[]): readonly (readonly [string, Cue])[] => {
  const owners = new Map<string, SectionKind[]>()
  for (const entry of entries) for (const cue of entry.cues.map(String)) owners.set(cue, [...(owners.get(cue) ?? []), entry])
  return [...owners].map(([cue, all]) => [cue, {cue, owners: all}] as const)
}

/** How sure the contents must be before they name a section: a wrong kind misleads, none does not. */
interface Density {
  readonly hits: number
  readonly perHundredWords: number
}

const density = ({weights}: Lexicon): Density => ({
  hits: weights.find(({name}) => name === 'section-cue-hits')?.value ?? 3,
  perHundredWords: weights.find(({name}) => name === 'section-cue-density')?.value ?? 2,
})

const densest = (matches: readonly {entry: Cue}[], size: number, entries: readonly SectionKind[], least: Density): SectionKind | null => {
  const seen = new Map<SectionKind, {count: number; cues: Set<string>}>()
  for (const {entry} of matches)
    for (const owner of entry.owners) {
      const tally = seen.get(owner) ?? {count: 0, cues: new Set<string>()}
      seen.set(owner, {count: tally.count + 1, cues: tally.cues.add(entry.cue)})
    }
  const sure = entries
    .map((entry) => ({entry, tally: seen.get(entry)}))
    .filter(({tally}) => tally && tally.cues.size >= 2 && tally.count >= least.hits && tally.count * 100 >= least.perHundredWords * size)
    .sort((a, b) => (b.tally?.count ?? 0) - (a.tally?.count ?? 0))
  const [first, second] = sure
  // Two kinds equally likely are none.
  return first && first.tally?.count !== second?.tally?.count ? first.entry : null
}
