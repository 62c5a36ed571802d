import {comparedWords, type Lexicon, perLexicon, type SectionKind, stem} from '@hedgerow/lexicon'
import {likelyKind} from './likely-kinds.ts'
import {headingNumber} from './numbering.ts'

/** What the headings and contents of one topic's sections stand for. */
export interface Kinds {
  /** The entry for a heading: the one it names exactly, articles and codes aside, else the likeliest by its words, else the first
   *  of the two that its parts name, else the form it ends in; else null. */
  readonly byHeading: (heading: string) => SectionKind | null
  /** The same for a document's title, which may end in what the document is about: a procedure on a form is no form. */
  readonly byTitle: (title: string) => SectionKind | null
  /** The same for a section, where the cues in its contents speak too. */
  readonly bySection: (heading: string, contents: readonly string[]) => SectionKind | null
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
export const headingKey = (heading: string): string =>
  comparedWords(unnumbered(heading).replaceAll('&', ' and ')).map(stem).join(' ')

const unnumbered = (heading: string): string => {
  const number = headingNumber(heading)
  return number && number.at < heading.length ? heading.slice(number.at) : heading
}

/** A key without articles, and without numbers and codes ("A5", "IAR1"), which tell one form or part from another and not its kind. */
const bare = (key: string): string =>
  key
    .split(' ')
    .filter((word) => !/^(?:the|a|an|.*\p{N}.*)$/u.test(word))
    .join(' ')

/** The keys of the lexicon's own headings: most are those of every topic. */
const keysOf = perLexicon((): ((heading: string) => {readonly key: string; readonly core: string}) => {
  const found = new Map<string, {readonly key: string; readonly core: string}>()
  return (heading) => {
    const known = found.get(heading)
    if (known) return known
    const key = headingKey(heading)
    const made = {key, core: bare(key)}
    found.set(heading, made)
    return made
  }
})

/** The first entry of a heading whose two parts each name one: "Introduction and scope" is an introduction. */
const firstNamed = (heading: string, named: Kinds['byHeading']): SectionKind | null => {
  const [first, second, ...more] = unnumbered(heading).split(/\s+(?:and|&)\s+/u)
  if (first === undefined || second === undefined || more.length > 0) return null
  return named(second) ? named(first) : null
}

/** The form that a heading of a few words ends in: `Your report form`, whatever it reports. */
const lastNamed = (heading: string, exact: ReadonlyMap<string, SectionKind>): SectionKind | null => {
  const words = comparedWords(unnumbered(heading))
  return words.length < 6 && /^(?:forms?|proforma|template)$/u.test(words.at(-1) ?? '')
    ? (exact.get(stem('form')) ?? null)
    : null
}

const kinds = (lexicon: Lexicon, topic: string): Kinds => {
  // An entry made for this topic is meant before one that is common to all.
  const open = lexicon.sections.filter(({topics}) => topics.length === 0 || topics.includes(topic))
  const entries = [...open.filter(({topics}) => topics.length > 0), ...open.filter(({topics}) => topics.length === 0)]
  const exact = new Map<string, SectionKind>()
  const loose = new Map<string, SectionKind>()
  const notices = new Map<string, SectionKind>()
  for (const entry of entries)
    for (const heading of entry.headings) {
      const {key, core} = keysOf(lexicon)(heading)
      if (!exact.has(key)) exact.set(key, entry)
      if (!loose.has(core)) loose.set(core, entry)
      if (entry.notice !== undefined && !notices.has(key)) notices.set(key, entry)
    }
  const likely = likelyKind(entries, lexicon)
  const named = (heading: string): SectionKind | null => {
    const key = headingKey(heading)
    return exact.get(key) ?? loose.get(bare(key)) ?? null
  }
  const told = (heading: string, contents: readonly string[]): SectionKind | null =>
    named(heading) ?? likely(unnumbered(heading), contents) ?? firstNamed(heading, named)
  return {
    byTitle: (title) => told(title, []),
    byHeading: (heading) => told(heading, []) ?? lastNamed(heading, exact),
    bySection: (heading, contents) => told(heading, contents) ?? lastNamed(heading, exact),
    notice: (heading) => notices.get(headingKey(heading)) ?? null,
  }
}
