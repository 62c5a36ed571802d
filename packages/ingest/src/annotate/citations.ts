import type {Citation} from '@hedgerow/ast'
import {type CitedWork, type Lexicon, perLexicon} from '@hedgerow/lexicon'
import type {Annotator} from './annotator.ts'
import {codedGuidance} from './coded-guidance.ts'

/** A citation with its place in the text, end exclusive. */
export interface FoundCitation extends Citation {
  readonly start: number
  readonly end: number
}

/** Reads the statutes and guidance a clause names, in order, each once, with the year if one is printed beside it. A
 *  numbered section alone is  one only where its number means one Act in this field ("a section 47 enquiry"); "see
 *  section 3" is a cross-reference. */
export const citations: Annotator = ({text}, {lexicon}) => {
  const found = citationsIn(text, lexicon)
  if (found.length === 0) return {}
  return {
    citations: once(found),
    evidence: found.map(({id, start, end}) => ({of: 'citations', in: 'text', start, end, value: id})),
  }
}

const latest = perLexicon(
  (): {text: string; found: readonly FoundCitation[]} => ({text: '', found: []}),
  ({citations}) => citations,
)

/** Every citation printed in a text, in order, not overlapping. The latest text is remembered: two annotators ask for each clause. */
export const citationsIn = (text: string, lexicon: Lexicon): readonly FoundCitation[] => {
  const memory = latest(lexicon)
  if (memory.text !== text) Object.assign(memory, {text, found: allIn(text, lexicon)})
  return memory.found
}

const allIn = (text: string, lexicon: Lexicon): readonly FoundCitation[] => {
  const known = worksIn(text, lexicon)
  const free = <Found extends FoundCitation>(
    taken: readonly FoundCitation[],
    found: readonly Found[],
  ): readonly Found[] => found.filter(({start, end}) => !taken.some((other) => start < other.end && end > other.start))
  const unknown = free(known, unknownIn(text))
  const works = [...known, ...unknown, ...free([...known, ...unknown], codedIn(text))]
  const sections = free(works, sectionsIn(text, lexicon)).filter((section) => !isPartOf(text, section, works))
  return [...works, ...sections].sort((a, b) => a.start - b.start || a.end - b.end)
}

/** "NICE guideline NG225": a work that is known by its code. */
const codedIn = (text: string): readonly FoundCitation[] =>
  codedGuidance(text).map(({code, year, start, end}) => ({
    id: `nice-${code.toLowerCase()}`,
    title: `NICE ${code}`,
    year,
    start,
    end,
  }))

/** "Sexual Offences Act 2003, sections 47 to 50", "section 17 of the Crime and Disorder Act": a section printed with another Act is that Act's. */
const isPartOf = (text: string, {id, start, end}: FoundCitation, works: readonly FoundCitation[]): boolean =>
  works.some(
    (work) =>
      work.id !== id &&
      ((work.end <= start && /^[\s,:(–-]*$/u.test(text.slice(work.end, start))) ||
        (work.start >= end && /^\W*(?:(?:to|and|or)\W+\w+\W+)?of\W+(?:the\W+)?$/u.test(text.slice(end, work.start)))),
  )

/** One citation for each work and year; a work named without its year too is one with it. */
const once = (found: readonly FoundCitation[]): readonly Citation[] => {
  const kept = new Map<string, Citation>()
  for (const {id, title, year} of found) {
    const before = kept.get(`${id} null`)
    if (year === null && [...kept.values()].some((other) => other.id === id)) continue
    if (before && year !== null) kept.set(`${id} null`, {id, title, year})
    else if (![...kept.values()].some((other) => other.id === id && other.year === year))
      kept.set(`${id} ${year}`, {id, title, year})
  }
  return [...kept.values()]
}

/** A term of a work, found by its first word. */
interface Term {
  readonly work: CitedWork
  /** The term as in the lexicon: its capitals must be printed. */
  readonly term: string
  /** The term as `evened` text has it. */
  readonly evened: string
}

interface Terms {
  /** Terms by their first word in small letters, longest first. */
  readonly byFirst: ReadonlyMap<string, readonly Term[]>
}

const terms = perLexicon(
  ({citations}): Terms => {
    const sorted = citations
      .flatMap((work) => work.terms.map((term) => ({work, term, evened: evened(term)})))
      .sort((a, b) => b.term.length - a.term.length || (a.term < b.term ? -1 : 1))
    const byFirst = new Map<string, Term[]>()
    for (const term of sorted) {
      const [first = ''] = wordsOf(term.term)
      byFirst.set(first, [...(byFirst.get(first) ?? []), term])
    }
    return {byFirst}
  },
  ({citations}) => citations,
)

const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

/** The terms whose first word a text holds, longest first: every other term need not be looked for. */
const candidates = (text: string, lexicon: Lexicon): readonly Term[] => {
  const {byFirst} = terms(lexicon)
  const plain = evened(text)
  const found = [...new Set(wordsOf(text))]
    .flatMap((word) => byFirst.get(word) ?? [])
    .filter((term) => plain.includes(term.evened))
  return found.sort((a, b) => b.term.length - a.term.length || (a.term < b.term ? -1 : 1))
}

/** Small letters, straight apostrophes, one space between words: what a term's pattern allows for, so that a plain look settles most terms. */
const evened = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[’]/gu, "'")
    .replace(/:?,?\s+/gu, ' ')

const patterns = new Map<string, RegExp>()

/** The pattern of a term, made when a text first holds it: most terms are in no document of a region. */
const termPattern = (term: string): RegExp => {
  const known = patterns.get(term) ?? madePattern(term)
  patterns.set(term, known)
  return known
}

const madePattern = (term: string): RegExp => {
  const body = term
    .replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')
    .replace(/['’]/gu, "['’]")
    .replace(/:? /gu, ':?,?\\s+')
  return new RegExp(body, 'giu')
}

/** Where a term stands in a text, not as part of a word, nor before a single digit. Asked beside the pattern: classes of letters in one that takes no notice
 *  of case take a millisecond to compile, and there is a pattern for every term. */
const placesOf = (term: string, text: string): readonly RegExpExecArray[] => {
  const pattern = termPattern(term)
  const found: RegExpExecArray[] = []
  pattern.lastIndex = 0
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    if (isApart(text, match.index, pattern.lastIndex)) found.push(match)
    else pattern.lastIndex = match.index + ((text.codePointAt(match.index) as number) > 0xffff ? 2 : 1)
  }
  return found
}

const isApart = (text: string, start: number, end: number): boolean =>
  !/[\p{L}\p{N}]$/u.test(text.slice(Math.max(0, start - 2), start)) &&
  !/^(?:\p{L}|\d(?!\d))/u.test(text.slice(end, end + 2))

const worksIn = (text: string, lexicon: Lexicon): readonly FoundCitation[] => {
  const found: FoundCitation[] = []
  for (const {work, term} of candidates(text, lexicon))
    for (const match of placesOf(term, text)) {
      const start = match.index
      const end = start + match[0].length
      const clash = found.some(
        (other) =>
          start < other.end &&
          end > other.start &&
          !(other.start === start && other.end === end && other.id !== work.id),
      )
      if (clash || !capitalsAgree(term, match[0])) continue
      const {year, end: whole} = yearBeside(text, start, end, work)
      // An Act of another year is another Act: its name may end in this one's.
      if (work.kind === 'statute' && year !== null && !work.vintages.some((vintage) => vintage.year === year)) continue
      found.push({id: work.id, title: work.title, year, start, end: whole})
    }
  return found.sort((a, b) => a.start - b.start)
}

/** Each word that begins with a capital in the lexicon must do so in print: "working together to safeguard children" is
 *  no title. */
const capitalsAgree = (term: string, printed: string): boolean => {
  const given = printed.split(/\s+/u)
  return term.split(' ').every((word, at) => !/^\p{Lu}/u.test(word) || /^\p{Lu}/u.test(given[at] ?? ''))
}

const beforeYear = String.raw`(?:[A-Z][\p{L}.]*|of|for|and|HM|the|revised|updated|edition|statutory|guidance|(?:(?:last|first) )?(?:published|issued|updated|revised|reissued)(?: in| on)?)`
const nearYear = new RegExp(
  String.raw`^(?:\s+|\s*[,–:-]\s*)?\(?(?:${beforeYear}[\s,]+){0,6}?((?:19|20)\d\d)(?!\d)\)?`,
  'u',
)

/** The year inside the term, directly after it (in brackets or not, a month or a publisher before it), or directly
 *  before it. */
const yearBeside = (
  text: string,
  start: number,
  end: number,
  work: CitedWork,
): {readonly year: number | null; readonly end: number} => {
  const inside = [...text.slice(start, end).matchAll(/(?:19|20)\d\d/gu)].map(([year]) => Number(year))
  const own = inside.find((year) => work.vintages.some((vintage) => vintage.year === year))
  if (own !== undefined || inside.length > 0) return {year: own ?? (inside[0] as number), end}
  const after = nearYear.exec(text.slice(end, end + 60))
  if (after && !/^\s+(?:in|from|since|by|on)\b/u.test(after[0]))
    return {year: Number(after[1]), end: end + after[0].length}
  const before =
    /((?:19|20)\d\d)\)?\s+(?:edition\s+of\s+)?(?:the\s+|DfE\s+|national\s+|statutory\s+guidance,?\s+)?["“‘']?$/u.exec(
      text.slice(Math.max(0, start - 80), start),
    )
  return {year: before ? Number(before[1]) : null, end}
}

const capitalWord = String.raw`(?:\p{Lu}[\p{L}’'-]*|\(\p{Lu}[^()]{0,40}\))`
const joint = `(?:and|of|the|for|in|on|to|or|from|${capitalWord})`
const kinds = '(?:Act|Regulations|Order|Rules|Guidance|Code of Practice|Code|Directions|Measure|Standards)'
const unknownTitle = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(${capitalWord}(?:,?\s+${joint}){0,14}?\s+${kinds})` +
    String.raw`(?:\s*\(?(?:England|Wales|England and Wales)\)?)?,?\s*\(?((?:19|20)\d\d)(?!\d)\)?`,
  'gu',
)

/** Titles the lexicon does not know, by their form: capitalised words that end in Act, Regulations, Order, Guidance …
 *  and a year. Id: a slug. */
const unknownIn = (text: string): readonly FoundCitation[] =>
  [...text.matchAll(unknownTitle)].map((match) => {
    const title = (match[1] as string).replace(
      /^(?:The|Under|See|In|As|With|A|An|And|Section|Part|Schedule|By|Per|Follow|Read|Refer to)\s+(?:the\s+|of\s+)*/u,
      '',
    )
    const year = Number(match[2])
    const start = match.index + (match[1] as string).length - title.length
    const dated = /(?:Act|Regulations|Order|Rules|Measure)$/u.test(title) ? `${title} ${year}` : title
    return {id: slug(dated), title: dated, year, start, end: match.index + match[0].length}
  })

const slug = (title: string): string =>
  title
    .toLowerCase()
    .replace(/['’]/gu, '')
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-|-$/gu, '')

const sectionWord = String.raw`(?:sections?|ss?\.?)\s*`
const sectionMention = new RegExp(
  String.raw`(?<![\p{L}\p{N}])${sectionWord}(\d+[A-Z]{0,2})` +
    String.raw`(?:\s*(?:,|and|or|\/|&)\s*(?:${sectionWord})?(\d+[A-Z]{0,2}))?(?![\p{L}\d]|\.\d)`,
  'giu',
)

/** "section 47", "s.47", "s47", "sections 17 and 47", but no cross-reference ("see section 47", "section 17 below"). */
const sectionsIn = (text: string, lexicon: Lexicon): readonly FoundCitation[] =>
  [...text.matchAll(sectionMention)].flatMap((match) => {
    const end = match.index + match[0].length
    const before = text.slice(Math.max(0, match.index - 24), match.index)
    const after = text.slice(end, end + 24)
    if (
      /(?:\bsee|\brefer to|\bgo to|\bin|\(see)\s+(?:also\s+)?$/iu.test(before) ||
      /^\s*(?:above|below|of this|in this|:)/iu.test(after)
    )
      return []
    const work = lexicon.citations.find(({sections}) =>
      [match[1], match[2]].some((number) => number && sections?.includes(number.toUpperCase())),
    )
    return work
      ? [{id: work.id, title: work.title, year: null, start: match.index, end: match.index + match[0].length}]
      : []
  })
