import {type Lexicon, phraseMatcher, type SectionKind, stem, tokens, words} from '@hedgerow/lexicon'

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
  readonly contentsLead: number
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
    contentsLead: weight('section-contents-lead'),
  }
}

/** Evidence for each kind, by its place among the kinds, in log odds. */
type Evidence = readonly number[]

/** Naive Bayes over the words of the kinds' headings, with their cues weighted by how few kinds have them. Source: Manning, Raghavan, Schütze 2008,
 *  "Introduction to Information Retrieval", chapter 13; the margins are ours. */
export const likelyKind = (kinds: readonly SectionKind[], lexicon: Lexicon): LikelyKind => {
  const sure = sureness(lexicon)
  const owners = cueOwners(kinds)
  const idle = idleWords(lexicon)
  const told = toldByWord(kinds, owners, idle, sure)
  const cues = phraseMatcher([...owners.values()].map((each) => [each.cue, each] as const))
  return (title, contents) => {
    const content = contentStems(title, idle)
    const known = content.map((word) => told.get(word)).filter((each) => each !== undefined)
    const byTitle = kinds.map((_, at) => known.reduce((sum, each) => sum + (each[at] as number), 0))
    const byContents = toldByContents(contents, kinds, cues, sure)
    const all = byTitle.map((each, at) => each + sure.contents * (byContents[at] as number))
    const [first, second] = ranked(all)
    if (first === undefined) return null
    const holds = (byContents[first] as number) > 0
    const unknown = content.length - known.length
    const least = holds ? sure.contentsLeast : sure.titleLeast + sure.unknown * unknown
    const lead = holds ? sure.contentsLead : sure.titleLead
    const score = all[first] as number
    return score >= least && (second === undefined || score - (all[second] as number) >= lead)
      ? (kinds[first] as SectionKind)
      : null
  }
}

/** The places of the two greatest, the greater first. */
const ranked = (scores: Evidence): readonly number[] =>
  [...scores.keys()].sort((a, b) => (scores[b] as number) - (scores[a] as number) || a - b).slice(0, 2)

const idleWords = ({wordClasses, functionWords}: Lexicon): ReadonlySet<string> => {
  const closed = wordClasses.filter((each) =>
    /^(?:determiner|pronoun|preposition|coordinator|condition-opener|time-opener)$/u.test(each.class),
  )
  return new Set([...functionWords, ...closed.flatMap(({words: all}) => all)])
}

/** The stems of a title's content words, each once; a number or the code of a form ("IAR1") tells of no kind. */
const contentStems = (title: string, idle: ReadonlySet<string>): readonly string[] => {
  const content = tokens(title.replaceAll('/', ' ')).filter(
    ({word, kind}) =>
      kind !== 'mark' && !/\p{N}/u.test(word) && !idle.has(word) && !idle.has(word.replace(/'s?$/u, '')),
  )
  return [...new Set(content.map(({word}) => stem(word)))]
}

interface Cue {
  readonly cue: string
  /** The places of the kinds that have it. */
  readonly owners: readonly number[]
}

/** Cues by their stems. */
const cueOwners = (kinds: readonly SectionKind[]): ReadonlyMap<string, Cue> => {
  const found = new Map<string, {cue: string; owners: number[]}>()
  for (const [at, kind] of kinds.entries())
    for (const cue of kind.cues.map(String)) {
      const key = words(cue)
        .map(({word}) => stem(word))
        .join(' ')
      const own = found.get(key)
      if (!own) found.set(key, {cue, owners: [at]})
      else if (!own.owners.includes(at)) own.owners.push(at)
    }
  return found
}

/** What each word of the headings says of each kind. */
const toldByWord = (
  kinds: readonly SectionKind[],
  cues: ReadonlyMap<string, Cue>,
  idle: ReadonlySet<string>,
  {floor, prior, cueInTitle}: Sureness,
): ReadonlyMap<string, Evidence> => {
  const shares = new Map<string, number[]>()
  const add = (word: string, at: number, share: number): void => {
    const row = shares.get(word) ?? kinds.map(() => 0)
    row[at] = (row[at] as number) + share
    shares.set(word, row)
  }
  for (const [at, {headings}] of kinds.entries())
    for (const heading of headings)
      for (const word of contentStems(String(heading), idle)) add(word, at, 1 / (headings.length + prior))
  for (const [word, {owners}] of cues) for (const at of owners) if (!word.includes(' ')) add(word, at, cueInTitle)
  return new Map(
    [...shares].map(([word, row]) => {
      const mean = row.reduce((sum, share) => sum + share, 0) / kinds.length
      return [word, row.map((share) => Math.log((share + floor) / (mean + floor)))] as const
    }),
  )
}

/** What a section's contents say of each kind: a cue of one kind counts 1, one of all kinds nothing, one said again less. */
const toldByContents = (
  contents: readonly string[],
  kinds: readonly SectionKind[],
  cues: ReturnType<typeof phraseMatcher<Cue>>,
  {long}: Sureness,
): Evidence => {
  const counts = new Map<Cue, number>()
  let size = 0
  for (const text of contents) {
    const all = words(text)
    size += all.length
    for (const {entry} of cues(all)) counts.set(entry, (counts.get(entry) ?? 0) + 1)
  }
  const found = kinds.map(() => 0)
  const whole = Math.log(kinds.length)
  const scale = Math.sqrt(Math.max(1, size / long)) * whole
  for (const [{owners}, count] of counts)
    for (const at of owners)
      found[at] = (found[at] as number) + ((whole - Math.log(owners.length)) * (1 + Math.log(count))) / scale
  return found
}
