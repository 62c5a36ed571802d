import {type Lexicon, perLexicon} from '@hedgerow/lexicon'
import {tokens as tokensOf} from '@hedgerow/lexicon'
import type {Annotator} from './annotator.ts'
import {citationsIn} from './citations.ts'
import {names} from './names.ts'

interface Span {
  readonly kind: string
  readonly start: number
  readonly end: number
}

const patterns = perLexicon(
  ({local}) => local.patterns.map(({kind, pattern, flags}) => ({kind, pattern: new RegExp(pattern, flags ?? 'giu')})),
  ({local}) => local,
)

/** Reads the local particulars of a clause as printed, in order, each once: names of teams, panels, boards, systems,
 *  places and people,  telephone numbers, e-mail and web addresses, postcodes. The evidence's value is the kind.
 *  Generic roles and acronyms are none. */
export const local: Annotator = ({text}, {lexicon, localNames, tokens}) => {
  const contacts = patternsIn(text, lexicon)
  const cited = citationsIn(text, lexicon)
  const free = (taken: readonly {start: number; end: number}[], {start, end}: Span): boolean =>
    !taken.some((other) => start < other.end && end > other.start)
  const given = tokens.length > 0 || text === '' ? tokens : tokensOf(text)
  const named = names(given, localNames, lexicon)
    .map(({kind, first, last}) => ({kind, start: given[first]?.start ?? 0, end: given[last]?.end ?? 0}))
    .map((span) => withoutPossessive(text, span))
    .filter((span) => free([...contacts, ...cited], span))
  const found = [...contacts, ...named].sort((a, b) => a.start - b.start)
  if (found.length === 0) return {}
  return {
    local: [...new Set(found.map(({start, end}) => text.slice(start, end)))],
    evidence: found.map(({kind, start, end}) => ({of: 'local', in: 'text', start, end, value: kind})),
  }
}

/** "Ashby's" names Ashby; a possessive inside a name stays ("Carrow Children's Front Door"). */
const withoutPossessive = (text: string, {kind, start, end}: Span): Span => {
  const printed = text.slice(start, end)
  return {kind, start, end: end - (/['’]s$/u.exec(printed)?.[0].length ?? 0)}
}

/** Addresses and numbers, those of an earlier pattern first; of two that overlap the earlier pattern's stays. */
const patternsIn = (text: string, lexicon: Lexicon): readonly Span[] => {
  const found: Span[] = []
  for (const {kind, pattern} of patterns(lexicon))
    for (const match of text.matchAll(pattern)) {
      const start = match.index
      const end = start + match[0].length
      if (!found.some((other) => start < other.end && end > other.start)) found.push({kind, start, end})
    }
  return found
}
