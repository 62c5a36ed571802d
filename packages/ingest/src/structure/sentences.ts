import {isConjunction} from './conjunctions.ts'

const segmenter = new Intl.Segmenter('en-GB', {granularity: 'sentence'})

/** A full stop after these ends no sentence, whatever follows. */
const never =
  /(?:^|[\s(“"‘'/])(?:e\.g|i\.e|eg|ie|cf|viz|vs|v|approx|ca?|s|ss|sec|sect|div|subd|para|paras|pp?|no|nos|art|arts|reg|regs|sch|pt|ch|cl|vol|fig|app|ref|tel|ext|mob|dr|mrs?|ms|prof|rev|st|sgt|insp|supt|cllr|hon|rt|dept|govt|min|mins|max|hrs?|yrs?|incl|inc|est)\.$/iu
/** A full stop after these ends a sentence only where the next word looks like the start of one. */
const seldom = /(?:^|[\s(])(?:etc|p\.m|a\.m|et al|ltd|co|jr|sr)\.?$/iu
const initial = /(?:^|[\s(.])(\p{Lu})\.$/u
const labelled =
  /\b(?:appendix|annex|form|part|section|stage|step|group|category|level|tier|schedule|table|option|grade|class|plan|type|unit|vitamin)\s+\p{Lu}\.$/iu
/** A part of a document named by its number, `section II.`, and after it a part of that, as in `section II. B. above`. */
const namedPart =
  /\b(?:appendix|annex|part|section|paragraph|schedule|step)s?\s+(?:\p{Lu}{1,4}|\d{1,3})\.(?:\s+(?:\p{Lu}|\d{1,3})[.)])*$/iu
const partOfIt = /^(?:\p{Lu}|\d{1,3})[.)](?:\s+(?:\p{Ll}|\d)|\s*$)/u
/** A number alone before a stop is a paragraph's number, not a sentence. */
const bareNumber = /^\s*(?:\(?(?:\d{1,3}(?:\.\d{1,3})*|[ivx]{1,5}|[a-z])[.)])\s*$/iu
/** Words run together over a lost line end: `harm.The`. */
const glued = /(?<=[\p{Ll}\d)”]{2})[.?!](?=\p{Lu}\p{Ll}+[\s,])/gu
const address = /[@/]|www\./u

/** Where the sentences of a paragraph stand: spans without the white space around them, as a careful reader splits. */
export const sentences = (paragraph: string): readonly (readonly [number, number])[] => {
  const spans: [number, number][] = []
  for (const [from, to] of segments(paragraph)) {
    const last = spans.at(-1)
    if (last && runsOn(paragraph.slice(last[0], last[1]), paragraph.slice(from, to))) last[1] = to
    else spans.push([from, to])
  }
  return spans.map((span) => trimmed(paragraph, span)).filter(([from, to]) => to > from)
}

/** Text longer than this goes to the segmenter in pieces: it copies its whole input with every sentence. */
const stretch = 4000

const segments = (text: string): readonly (readonly [number, number])[] => {
  const found: (readonly [number, number])[] = []
  for (const [start, end] of stretches(text))
    for (const {segment, index} of segmenter.segment(text.slice(start, end))) {
      let from = start + index
      for (const {index: stop} of segment.matchAll(glued)) {
        const word = segment.slice(
          segment.lastIndexOf(' ', stop) + 1,
          segment.indexOf(' ', stop) < 0 ? undefined : segment.indexOf(' ', stop),
        )
        if (address.test(word)) continue
        found.push([from, start + index + stop + 1])
        from = start + index + stop + 1
      }
      found.push([from, start + index + segment.length])
    }
  return found
}

const stretches = (text: string): readonly (readonly [number, number])[] => {
  const found: (readonly [number, number])[] = []
  let from = 0
  while (text.length - from > stretch) {
    const cut = cutAfter(text, from + stretch)
    if (cut === null) break
    found.push([from, cut])
    from = cut
  }
  found.push([from, text.length])
  return found
}

/** Where a long text can be cut: best where a sentence surely ends, else between words that are joined again, else at any stop. */
const cuts: readonly RegExp[] = [/[.?!]\s+(?=\p{Lu})/u, /[\p{L},]\s+(?=\p{Ll})/u, /[.?!]\s+/u]

const cutAfter = (text: string, at: number): number | null => {
  for (const reach of [text.slice(at, at + stretch), text.slice(at)])
    for (const cut of cuts) {
      const found = cut.exec(reach)
      if (found) return at + found.index + found[0].length
    }
  return null
}

const runsOn = (before: string, after: string): boolean => {
  const end = before.trimEnd()
  const next = after.trimStart()
  if (next === '' || /^[)\]”’,;:]/u.test(next) || isConjunction(next)) return true
  if (bareNumber.test(end) || never.test(end) || (namedPart.test(end) && partOfIt.test(next))) return true
  if (/^\p{Ll}/u.test(next) && !/[.?!:]["”’)]?$/u.test(end)) return true
  if (seldom.test(end)) return /^[\p{Ll}\d(]/u.test(next)
  if (initial.test(end) && !labelled.test(end)) return /^\p{Lu}/u.test(next)
  return /^\p{Ll}/u.test(next) && /\.$/u.test(end)
}

const trimmed = (text: string, [from, to]: readonly [number, number]): readonly [number, number] => {
  const part = text.slice(from, to)
  return [from + (part.length - part.trimStart().length), to - (part.length - part.trimEnd().length)]
}
