import {comparedWords, type Lexicon, perLexicon, phraseMatcher, type SectionKind, stem, words} from '@hedgerow/lexicon'

/** The likeliest of some kinds by the words of a section's title and by cues in its contents, if it is likely and ahead enough; else null. */
export type LikelyKind = (title: string, contents: readonly string[]) => SectionKind | null

/** Numbers of weights.yaml; a wrong kind misleads, none does not. */
interface Sureness {
  /** Share of a kind's headings a word is taken to stand in though it is in none, and how many headings without it each kind is taken to have. */
  readonly floor: number
  readonly prior: number
  /** Share of headings that a cue is taken to stand in. */
  readonly cueInTitle: number
  readonly contents: number
  /** Words beyond which a text holds cues of any kind. */
  readonly long: number
  readonly titleLeast: number
  readonly unknown: number
  readonly titleLead: number
  readonly contentsLeast: number
  readonly contentsUnknown: number
  readonly contentsLead: number
  /** What carries a kind: a word this much its own, two words that each say this much, or contents that say this much. */
  readonly own: number
  readonly speaks: number
  /** How many times more at home a word may be in a kind of another topic and still speak for one of this. */
  readonly elsewhereTimes: number
  readonly contentsAlone: number
}

const sureness = ({weights}: Lexicon): Sureness => {
  const weight = (name: string): number => weights.find((each) => each.name === name)?.value ?? 0
  return {
    floor: weight('section-word-floor'),
    prior: weight('section-word-prior'),
    cueInTitle: weight('section-cue-in-title'),
    contents: weight('section-contents'),
    long: weight('section-contents-words'),
    titleLeast: weight('section-title-least'),
    unknown: weight('section-title-unknown'),
    titleLead: weight('section-title-lead'),
    contentsLeast: weight('section-contents-least'),
    contentsUnknown: weight('section-contents-unknown'),
    contentsLead: weight('section-contents-lead'),
    own: weight('section-word-own'),
    speaks: weight('section-word-speaks'),
    elsewhereTimes: weight('section-word-elsewhere'),
    contentsAlone: weight('section-contents-alone'),
  }
}

/** Evidence for each kind, by its place among the kinds, in log odds. */
type Evidence = readonly number[]

/** What a word of a title says: evidence for each kind, and which share of its standing in headings is each kind's own; null for a word of cues only. */
interface Word {
  readonly says: Evidence
  readonly own: readonly number[] | null
  /** For each kind, whether the word is far more at home in a kind that the topic cannot have. */
  readonly isElsewhere: readonly boolean[]
}

/** Naive Bayes over the words of the kinds' headings, with their cues weighted by how few kinds have them. Source: Manning, Raghavan, Schütze 2008,
 *  "Introduction to Information Retrieval", chapter 13; the margins, and what must carry a kind, are ours. */
export const likelyKind = (kinds: readonly SectionKind[], lexicon: Lexicon): LikelyKind => {
  const sure = sureness(lexicon)
  const owners = cueOwners(kinds)
  const idle = idleWords(lexicon)
  const shares = headingShares(lexicon)
  const told = toldByWord(kinds, owners, {shares, elsewhere: new Set(kindsElsewhere(kinds, lexicon))}, sure)
  const cues = phraseMatcher([...owners.values()].map((each) => [each.cue, each] as const))
  return (title, contents) => {
    const stems = contentStems(title, idle)
    const known = stems.map(told).filter((each) => each !== undefined)
    const byTitle = kinds.map((_, at) => known.reduce((sum, {says}) => sum + (says[at] as number), 0))
    const cueCounts = countedCues(contents, cues)
    const byContents = toldByContents(cueCounts, kinds, sure)
    const all = byTitle.map((each, at) => each + sure.contents * (byContents[at] as number))
    const [first, second] = ranked(all)
    if (first === undefined) return null
    const held = toldByContents(withoutTitle(cueCounts, stems), kinds, sure)[first] as number
    if (held < sure.contentsAlone && !carries(known, first, sure)) return null
    const unknown = stems.length - known.filter(({own}) => own).length
    const least =
      held > 0 ? sure.contentsLeast + sure.contentsUnknown * unknown : sure.titleLeast + sure.unknown * unknown
    const lead = (all[first] as number) - (second === undefined ? 0 : (all[second] as number))
    const sureOf = (all[first] as number) >= least && lead >= (held > 0 ? sure.contentsLead : sure.titleLead)
    return sureOf ? (kinds[first] as SectionKind) : null
  }
}

/** The kinds of other topics, whose words mislead where a topic has none of its own: `Assessment and safety plan` is then no form, though of the common
 *  kinds only forms are headed by assessments. A topic with kinds of its own has its words among them. */
const kindsElsewhere = (kinds: readonly SectionKind[], {sections}: Lexicon): readonly SectionKind[] =>
  kinds.some(({topics}) => topics.length > 0) ? [] : sections.filter((each) => !kinds.includes(each))

/** Whether a title says a kind and not only leans to it: by a word that is mostly its own, or by two words that each speak for it. */
const carries = (known: readonly Word[], kind: number, {own, speaks}: Sureness): boolean =>
  known.some((word) => (word.own?.[kind] ?? 0) >= own) ||
  known.filter((word) => word.own && !word.isElsewhere[kind] && (word.says[kind] as number) >= speaks).length >= 2

/** The places of the two greatest, the greater first. */
const ranked = (scores: Evidence): readonly number[] =>
  [...scores.keys()].sort((a, b) => (scores[b] as number) - (scores[a] as number) || a - b).slice(0, 2)

const idleWords = perLexicon(({wordClasses, functionWords}): ReadonlySet<string> => {
  const closed = wordClasses.filter((each) =>
    /^(?:determiner|pronoun|preposition|coordinator|condition-opener|time-opener)$/u.test(each.class),
  )
  return new Set([...functionWords, ...closed.flatMap(({words: all}) => all)])
})

/** The stems of a title's content words, each once; a number or the code of a form ("IAR1") tells of no kind. */
const contentStems = (title: string, idle: ReadonlySet<string>): readonly string[] => {
  const content = comparedWords(title.replaceAll('/', ' ')).filter(
    (word) => !/\p{N}/u.test(word) && !idle.has(word) && !idle.has(word.replace(/'s?$/u, '')),
  )
  return [...new Set(content.map(stem))]
}

interface Cue {
  readonly cue: string
  readonly stems: readonly string[]
  /** The places of the kinds that have it. */
  readonly owners: readonly number[]
}

/** Cues by their stems. */
const cueOwners = (kinds: readonly SectionKind[]): ReadonlyMap<string, Cue> => {
  const found = new Map<string, Cue & {owners: number[]}>()
  for (const [at, kind] of kinds.entries())
    for (const cue of kind.cues.map(String)) {
      const stems = comparedWords(cue).map(stem)
      const key = stems.join(' ')
      const own = found.get(key)
      if (!own) found.set(key, {cue, stems, owners: [at]})
      else if (!own.owners.includes(at)) own.owners.push(at)
    }
  return found
}

interface Telling {
  readonly shares: Shares
  /** Kinds of other topics: what such a kind has as its own in its headings says little of one of this topic. */
  readonly elsewhere: ReadonlySet<SectionKind>
}

/** What a word of headings and cues says of each kind; undefined for a word of neither. Worked out for the words that are asked for: few of them are. */
const toldByWord = (
  kinds: readonly SectionKind[],
  cues: ReadonlyMap<string, Cue>,
  {shares: known, elsewhere}: Telling,
  {floor, cueInTitle, elsewhereTimes}: Sureness,
): ((word: string) => Word | undefined) => {
  const found = new Map<string, Word | undefined>()
  const told = (word: string): Word | undefined => {
    const [everywhere, cued] = [known.get(word), cues.get(word)]
    const row = kinds.some((kind) => everywhere?.has(kind)) ? everywhere : undefined
    if (!row && !cued) return undefined
    const shares = kinds.map((kind, at) => (row?.get(kind) ?? 0) + (cued?.owners.includes(at) ? cueInTitle : 0))
    const mean = sumOf(shares) / kinds.length
    const own = row && kinds.map((kind) => row.get(kind) ?? 0)
    const others = [...(everywhere ?? [])].flatMap(([kind, share]) => (elsewhere.has(kind) ? [share] : []))
    const whole = own ? sumOf(own) + sumOf(others) : 0
    return {
      says: shares.map((share) => Math.log((share + floor) / (mean + floor))),
      own: own ? own.map((share) => share / whole) : null,
      isElsewhere: shares.map((share) => share * elsewhereTimes < Math.max(0, ...others)),
    }
  }
  return (word) => {
    if (!found.has(word)) found.set(word, told(word))
    return found.get(word)
  }
}

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, each) => sum + each, 0)

/** For each word the share of the headings it stands in of each kind that has it, in the order of the kinds. */
type Shares = ReadonlyMap<string, ReadonlyMap<SectionKind, number>>

/** The shares in the headings of all kinds, whatever their topic. */
const headingShares = perLexicon((lexicon): Shares => {
  const {prior} = sureness(lexicon)
  const idle = idleWords(lexicon)
  const shares = new Map<string, Map<SectionKind, number>>()
  for (const kind of lexicon.sections)
    for (const heading of kind.headings)
      for (const word of contentStems(String(heading), idle)) {
        let row = shares.get(word)
        if (!row) shares.set(word, (row = new Map()))
        row.set(kind, (row.get(kind) ?? 0) + 1 / (kind.headings.length + prior))
      }
  return shares
})

interface CueCounts {
  readonly counts: ReadonlyMap<Cue, number>
  /** Words in the contents. */
  readonly size: number
}

const countedCues = (contents: readonly string[], cues: ReturnType<typeof phraseMatcher<Cue>>): CueCounts => {
  const counts = new Map<Cue, number>()
  let size = 0
  for (const text of contents) {
    const all = words(text)
    size += all.length
    for (const {entry} of cues(all)) counts.set(entry, (counts.get(entry) ?? 0) + 1)
  }
  return {counts, size}
}

/** The cues that say more than the title's own words again: those alone can carry a kind that the title does not. */
const withoutTitle = ({counts, size}: CueCounts, title: readonly string[]): CueCounts => ({
  counts: new Map([...counts].filter(([{stems}]) => !stems.every((word) => title.includes(word)))),
  size,
})

/** What a section's contents say of each kind: a cue of one kind counts 1, one of all kinds nothing, one said again less. */
const toldByContents = ({counts, size}: CueCounts, kinds: readonly SectionKind[], {long}: Sureness): Evidence => {
  const found = kinds.map(() => 0)
  const whole = Math.log(kinds.length)
  const scale = Math.sqrt(Math.max(1, size / long)) * whole
  for (const [{owners}, count] of counts)
    for (const at of owners)
      found[at] = (found[at] as number) + ((whole - Math.log(owners.length)) * (1 + Math.log(count))) / scale
  return found
}
