import {
  comparedWords,
  type Lexicon,
  type PhraseMatch,
  phraseMatcher,
  stem,
  type Token,
  words,
  perLexicon,
} from '@hedgerow/lexicon'
import {configuredIn} from './configured-names.ts'
import {isCapital, withLowerHead} from './lower-heads.ts'
import {namedOutright} from './named-outright.ts'
import {wordSet} from './word-lists.ts'

/** A local name with its tokens, inclusive, and what it names: team, panel, board, system, place, police-force, person,
 *  name … */
export interface FoundName {
  readonly kind: string
  readonly first: number
  readonly last: number
}

const grammar = perLexicon(({local, roles, functionWords}) => ({
  heads: phraseMatcher(
    local.heads.map(({head, kind}) => [head, kind] as const),
    {exact: true},
  ),
  national: phraseMatcher(
    local.national.map(({term}) => [term, term] as const),
    {exact: true},
  ),
  brands: phraseMatcher(
    local.names.map((entry) => [entry.name, entry] as const),
    {exact: true},
  ),
  generic: new Set(local.generic.map(({term}) => term)),
  ordinary: new Set(
    [
      local.vocabulary.words,
      ...roles.flatMap(({terms}) => terms.filter((term) => term === term.toLowerCase())),
      ...functionWords,
    ]
      .flatMap(comparedWords)
      .map(stem),
  ),
  joiners: wordSet(local.lists, 'joiners'),
  titles: wordSet(local.lists, 'titles'),
  lowerHeads: wordSet(local.lists, 'lower_heads'),
  inner: wordSet(local.lists, 'inner_marks'),
  naming: wordSet(local.lists, 'naming'),
}))

/** The local names in tokens, in order, not overlapping: configured names and brands wherever they stand, and runs of
 *  capitalised words that  hold a name word: one that is no ordinary word of the field, no national body and no generic
 *  acronym. */
export const names = (
  tokens: readonly Token[],
  configured: readonly string[],
  lexicon: Lexicon,
): readonly FoundName[] => {
  if (isAllCapitals(tokens)) return withLowerHead(tokens, configuredIn(tokens, configured), lexicon)
  const sure = [...configuredIn(tokens, configured), ...brandsIn(tokens, lexicon)]
  const held = nationalIn(tokens, lexicon)
  const found = runs(tokens, held, lexicon)
    .flatMap((run) => nameIn(tokens, run, sure, lexicon))
    .filter(
      (name) =>
        !sure.some(
          (brand) =>
            brand.first <= name.first && brand.last >= name.last && brand.last - brand.first > name.last - name.first,
        ),
    )
  const merged = [
    ...found,
    ...sure.filter((name) => !found.some((other) => other.first <= name.last && other.last >= name.first)),
  ]
  return withLowerHead(tokens, withoutOverlaps(merged), lexicon)
}

const withoutOverlaps = (found: readonly FoundName[]): readonly FoundName[] =>
  [...found]
    .sort((a, b) => a.first - b.first || b.last - a.last)
    .filter((name, at, all) => !all.slice(0, at).some((other) => other.last >= name.first))

const isAllCapitals = (tokens: readonly Token[]): boolean => {
  const spelt = tokens.filter(({kind, text}) => kind === 'word' && text.length > 1)
  return spelt.length > 3 && spelt.filter(({text}) => text === text.toUpperCase()).length > spelt.length * 0.6
}

const brandsIn = (tokens: readonly Token[], lexicon: Lexicon): readonly FoundName[] =>
  grammar(lexicon)
    .brands(tokens)
    .filter(({first, last, entry}) => printedAs(tokens, first, last, entry.name))
    .map(({first, last, entry}) => ({kind: entry.kind, first, last}))

/** Brands are words too ("compass", "met"): they count only as the lexicon prints them. */
const printedAs = (tokens: readonly Token[], first: number, last: number, name: string): boolean =>
  tokens
    .slice(first, last + 1)
    .filter(({kind}) => kind !== 'mark')
    .map(({text}) => text)
    .join(' ') ===
  words(name)
    .map(({text}) => text)
    .join(' ')

const nationalIn = (tokens: readonly Token[], lexicon: Lexicon): ReadonlySet<number> => {
  const held = new Set<number>()
  for (const {first, last} of grammar(lexicon).national(tokens))
    if (/^\p{Lu}/u.test(tokens[first]?.text ?? '')) for (let at = first; at <= last; at++) held.add(at)
  return held
}

interface Run {
  readonly first: number
  readonly last: number
}

/** Runs of capitalised words, hyphens and possessives inside them, joined by "of", "and", "&" between two capitals. */
const runs = (tokens: readonly Token[], held: ReadonlySet<number>, lexicon: Lexicon): readonly Run[] => {
  const {joiners} = grammar(lexicon)
  const free = (at: number): boolean => isCapital(tokens[at]) && !held.has(at)
  const found: Run[] = []
  for (let first = 0; first < tokens.length; first++) {
    if (!free(first)) continue
    let last = first
    for (let at = first + 1; at < tokens.length; at++) {
      const token = tokens[at] as Token
      if (free(at)) last = at
      else if (
        !(
          token.text === '-' ||
          token.text === '&' ||
          (/^\d+$/u.test(token.text) && free(at - 1)) ||
          (joiners.has(token.word) && !held.has(at))
        )
      )
        break
      if (at - last > 2) break
    }
    found.push({first, last})
    first = last
  }
  return found
}

/** What a run names: cut at "and" where its parts stand for themselves, ordinary words trimmed from its ends unless a
 *  head noun holds them. */
const nameIn = (
  tokens: readonly Token[],
  run: Run,
  sure: readonly FoundName[],
  lexicon: Lexicon,
): readonly FoundName[] =>
  parts(tokens, run, lexicon).flatMap((part) => {
    const outright = namedOutright(tokens, part, lexicon)
    const isName = (at: number): boolean =>
      outright.has(at) || isNameWord(tokens, at, lexicon) || sure.some(({first, last}) => at >= first && at <= last)
    const first = firstName(tokens, part, isName, lexicon)
    if (first === null) return []
    const head = headOf(tokens, {first, last: part.last}, lexicon)
    if (head) return [{kind: head.kind, first, last: head.last}]
    const last = lastName(part.last, first, isName)
    const known = sure.find((name) => name.first >= first && name.last <= last)
    const kind = known && known.kind !== 'name' ? known.kind : isTitled(tokens, first, lexicon) ? 'person' : 'name'
    return last < first ? [] : [{kind, first, last}]
  })

/** "Ashby Council and Vale Police" are two names, "Vale and Moor Police" is one: cut after a part that has a head of
 *  its own or no name. */
const parts = (tokens: readonly Token[], {first, last}: Run, lexicon: Lexicon): readonly Run[] => {
  const cut: Run[] = []
  let from = first
  for (let at = first; at <= last; at++) {
    if (!/^(?:and|&|with|for|on|in|under|to|the)$/u.test(tokens[at]?.word ?? '') || isCapital(tokens[at])) continue
    const left = {first: from, last: at - 1}
    const nameless = !range(left).some((index) => isNameWord(tokens, index, lexicon))
    const joins = /^(?:and|&)$/u.test(tokens[at]?.word ?? '')
    const rightHead = headOf(tokens, {first: at + 1, last}, lexicon)
    const apart =
      !joins ||
      nameless ||
      !rightHead ||
      (headOf(tokens, left, lexicon)?.last === left.last && rightIsWhole(tokens, at + 1, last, lexicon))
    if (!apart) continue
    cut.push(left)
    from = at + 1
  }
  return [...cut, {first: from, last}]
}

const rightIsWhole = (tokens: readonly Token[], first: number, last: number, lexicon: Lexicon): boolean =>
  range({first, last}).some((at) => isNameWord(tokens, at, lexicon))

const range = ({first, last}: Run): readonly number[] =>
  Array.from({length: last - first + 1}, (_, step) => first + step)

/** A capitalised word that is not of the field's ordinary words and no generic acronym; at the start of a sentence only
 *  before another capital. */
const isNameWord = (tokens: readonly Token[], at: number, lexicon: Lexicon): boolean => {
  const {ordinary, generic, titles} = grammar(lexicon)
  const token = tokens[at]
  if (!token || !isCapital(token) || token.text.length < 2) return false
  if (isAddressed(tokens, at, titles) || isNaming(tokens, at, lexicon)) return true
  if (
    token.text.includes('.') ||
    generic.has(token.text.replace(/['’]s?$/u, '')) ||
    titles.has(token.word) ||
    ordinary.has(stem(token.word)) ||
    ordinary.has(stem(token.word.replace(/'s?$/u, '')))
  )
    return false
  if (/^\p{Lu}[\p{Lu}\d&]+s?$/u.test(token.text)) return isBrandedAcronym(tokens, at, lexicon)
  return !opensSentence(tokens, at, lexicon) || isCapital(tokens[at + 1])
}

/** "the Monday Group", "Harbour Team": an ordinary word that names a team when it stands right before a team's head. */
const isNaming = (tokens: readonly Token[], at: number, lexicon: Lexicon): boolean => {
  const {naming, heads} = grammar(lexicon)
  const next = tokens[at + 1]
  return naming.has(tokens[at]?.word ?? '') && next !== undefined && isCapital(next) && heads([next]).length > 0
}

/** "Sgt Dean": after a short form of address any capitalised word is a name, even an ordinary one. */
const isAddressed = (tokens: readonly Token[], at: number, titles: ReadonlySet<string>): boolean => {
  const title = tokens[at - 1]
  return (
    isCapital(title) &&
    titles.has(title?.word ?? '') &&
    (title?.text.length ?? 0) < 5 &&
    !titles.has(tokens[at]?.word ?? '')
  )
}

/** An acronym of no known meaning is a name only before a head: "RISE team", "ARC Panel". */
const isBrandedAcronym = (tokens: readonly Token[], at: number, lexicon: Lexicon): boolean => {
  const next = tokens[at + 1]
  return next !== undefined && (grammar(lexicon).lowerHeads.has(next.word) || grammar(lexicon).heads([next]).length > 0)
}

/** Whether a word opens a sentence, an item, an option or a cell: nothing but a number or a mark that ends something
 *  stands before it. */
const opensSentence = (tokens: readonly Token[], at: number, lexicon: Lexicon): boolean => {
  const previous = tokens[at - 1]
  if (previous === undefined) return true
  if (previous.kind === 'number') return opensSentence(tokens, at - 1, lexicon)
  return previous.kind === 'mark' && !grammar(lexicon).inner.has(previous.text)
}

/** Where the name begins: at its first name word, or before it where ordinary words belong to the head ("Single Front
 *  Door Ashby" keeps none). */
const firstName = (
  tokens: readonly Token[],
  {first, last}: Run,
  isName: (at: number) => boolean,
  lexicon: Lexicon,
): number | null => {
  const at = range({first, last}).find(isName)
  if (at === undefined) return null
  if (isTitled(tokens, at, lexicon) && at - 1 >= first) return at - 1
  const isHead = grammar(lexicon).heads([tokens[at] as Token]).length > 0 || isNaming(tokens, at, lexicon)
  return isHead && isCapital(tokens[at - 1]) && at - 1 >= first && !opensSentence(tokens, at - 1, lexicon) ? at - 1 : at
}

const isTitled = (tokens: readonly Token[], first: number, lexicon: Lexicon): boolean => {
  const {titles} = grammar(lexicon)
  return titles.has(tokens[first]?.word ?? '') || titles.has(tokens[first - 1]?.word ?? '')
}

const lastName = (from: number, first: number, isName: (at: number) => boolean): number => {
  let last = from
  while (last >= first && !isName(last)) last--
  return last
}

/** The last head noun of a run that is printed with a capital. */
const headOf = (
  tokens: readonly Token[],
  {first, last}: Run,
  lexicon: Lexicon,
): {readonly kind: string; readonly last: number} | null => {
  const slice = tokens.slice(first, last + 1)
  const head: PhraseMatch<string> | undefined = grammar(lexicon)
    .heads(slice)
    .findLast((match) => match.last > 0 && isCapital(slice[match.last]))
  return head ? {kind: head.entry, last: first + head.last} : null
}
