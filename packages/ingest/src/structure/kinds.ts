import {type Lexicon, phraseMatcher, stem, type SectionKind, type Token, tokens, words} from '@hedgerow/lexicon'
import {headingNumber} from './numbering.ts'

/** What the headings and contents of one topic's sections stand for. */
export interface Kinds {
  /** The entry for a heading: the one it names exactly, articles aside, else the one with the phrase of most content words in it. */
  readonly byHeading: (heading: string) => SectionKind | null
  /** The entry whose cues are the most frequent in a text, if they are frequent, different and ahead enough; else null. */
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
  return words(text.replaceAll('&', ' and '))
    .map(({word}) => stem(word))
    .join(' ')
}

/** How sure a heading or the contents must be before they name a section: a wrong kind misleads, none does not. */
interface Sureness {
  /** Cues that must occur, how many different ones, and how many a hundred words. */
  readonly hits: number
  readonly different: number
  readonly perHundredWords: number
  /** How many times the cues of the next likely kind. */
  readonly lead: number
  /** The share of a longer title's content words that a phrase of one word must be. */
  readonly titleShare: number
}

const sureness = ({weights}: Lexicon): Sureness => {
  const weight = (name: string): number => weights.find((each) => each.name === name)?.value ?? 0
  return {
    hits: weight('section-cue-hits'),
    different: weight('section-cue-different'),
    perHundredWords: weight('section-cue-density'),
    lead: weight('section-cue-lead'),
    titleShare: weight('section-title-share'),
  }
}

const plain = (heading: string): string => heading.replaceAll('&', ' and ').replaceAll('/', ' ')

const withoutArticles = (key: string): string =>
  key
    .split(' ')
    .filter((word) => !/^(?:the|a|an)$/u.test(word))
    .join(' ')

const kinds = (lexicon: Lexicon, topic: string): Kinds => {
  // An entry made for this topic is meant before one that is common to all.
  const open = lexicon.sections.filter(({topics}) => topics.length === 0 || topics.includes(topic))
  const entries = [...open.filter(({topics}) => topics.length > 0), ...open.filter(({topics}) => topics.length === 0)]
  const exact = new Map<string, SectionKind>()
  const loose = new Map<string, SectionKind>()
  const notices = new Map<string, SectionKind>()
  for (const entry of entries)
    for (const heading of entry.headings) {
      const key = headingKey(heading)
      if (!exact.has(key)) exact.set(key, entry)
      if (!loose.has(withoutArticles(key))) loose.set(withoutArticles(key), entry)
      if (entry.notice !== undefined && !notices.has(key)) notices.set(key, entry)
    }
  const contained = phraseMatcher(
    entries.flatMap((entry) => entry.headings.map((heading) => [plain(heading), entry] as const)),
  )
  const cues = phraseMatcher(cueOwners(entries))
  const sure = sureness(lexicon)
  const closed = lexicon.wordClasses.filter((each) =>
    /^(?:determiner|pronoun|preposition|coordinator|condition-opener|time-opener)$/u.test(each.class),
  )
  const idle: ReadonlySet<string> = new Set([...lexicon.functionWords, ...closed.flatMap(({words: all}) => all)])
  return {
    byHeading: (heading) => {
      const key = headingKey(heading)
      const all = tokens(plain(heading))
      return exact.get(key) ?? loose.get(withoutArticles(key)) ?? longest(contained(all), all, idle, sure)
    },
    byContent: (text) => {
      const all = words(text)
      return densest(cues(all), all.length, entries, sure)
    },
    notice: (heading) => notices.get(headingKey(heading)) ?? null,
  }
}

/** The entry of the phrase with the most content words. One word says little of a title of many. */
const longest = (
  matches: readonly {entry: SectionKind; first: number; last: number}[],
  title: readonly Token[],
  idle: ReadonlySet<string>,
  {titleShare}: Sureness,
): SectionKind | null => {
  const content = (first: number, last: number): number =>
    title.slice(first, last + 1).filter(({word, kind}) => kind !== 'mark' && !idle.has(word)).length
  const all = content(0, title.length - 1)
  let best: {entry: SectionKind; length: number} | null = null
  for (const {entry, first, last} of matches) {
    const length = content(first, last)
    if (length === 0 || (length === 1 && length < titleShare * all)) continue
    if (!best || length > best.length) best = {entry, length}
  }
  return best?.entry ?? null
}

interface Cue {
  readonly cue: string
  readonly owners: readonly SectionKind[]
}

const cueOwners = (entries: readonly SectionKind[]): readonly (readonly [string, Cue])[] => {
  const owners = new Map<string, SectionKind[]>()
  for (const entry of entries)
    for (const cue of entry.cues.map(String)) {
      const own = owners.get(cue)
      if (own) own.push(entry)
      else owners.set(cue, [entry])
    }
  return [...owners].map(([cue, all]) => [cue, {cue, owners: all}] as const)
}

const densest = (
  matches: readonly {entry: Cue}[],
  size: number,
  entries: readonly SectionKind[],
  sure: Sureness,
): SectionKind | null => {
  const seen = new Map<SectionKind, {count: number; cues: Set<string>}>()
  for (const {entry} of matches)
    for (const owner of entry.owners) {
      const tally = seen.get(owner) ?? {count: 0, cues: new Set<string>()}
      seen.set(owner, {count: tally.count + 1, cues: tally.cues.add(entry.cue)})
    }
  const [first, second] = entries
    .flatMap((entry) => {
      const tally = seen.get(entry)
      return tally ? [{entry, count: tally.count, different: tally.cues.size}] : []
    })
    .sort((a, b) => b.count - a.count)
  if (!first || first.different < sure.different || first.count < sure.hits) return null
  return first.count * 100 >= sure.perHundredWords * size && first.count >= sure.lead * (second?.count ?? 0)
    ? first.entry
    : null
}
