import {type Lexicon, type Token, tokens, words} from '@hedgerow/lexicon'
import {senses} from '../leftover.ts'
import {foldedTerms} from '../residue.ts'
import type {Statement} from '../statement.ts'
import {type Classifier, isScope, perRow, perStatement} from './classifier.ts'

/** Things that are listed: where two statements list the same things and one lists something more, in whatever words the rest is said, they do not agree.
 *  `the social worker, the police and the midwife` is no `the social worker, the police, the midwife and the health visitor`. A list left open (`such as`,
 *  `including`) is none, and one thing in the place of another may be its other name. */
export const listed: Classifier = {
  class: 'other',
  value: (statement, evidence) =>
    evidence.row.kind === 'provision' && !isScope(evidence) ? listValue(statement, evidence) : null,
}

/** The same in a definition. */
export const listedInDefinition: Classifier = {
  class: 'definition',
  value: (statement, evidence) => (evidence.row.kind === 'definition' ? listValue(statement, evidence) : null),
}

const listValue: Classifier['value'] = (statement, {statements, lexicon}) =>
  listsOf(statements, lexicon).get(statement) ?? null

/** A thing listed, by the terms it is called. */
type Item = readonly string[]

interface Enumeration {
  readonly items: readonly Item[]
  readonly text: string
}

interface Listing extends Enumeration {
  readonly statement: Statement
}

/** What each statement of a row lists, as values; none where fewer than two list things, or any two share fewer than two. */
const listsOf = perRow((statements: readonly Statement[], lexicon: Lexicon) => {
  const found = statements.flatMap((statement): readonly Listing[] => {
    const list = enumerationOf(statement, lexicon)
    return list.items.length === 0 ? [] : [{statement, ...list}]
  })
  const isNear = (x: Item, y: Item): boolean => areOne(x, y, lexicon)
  // Of those that list the same in the same words one is compared.
  const distinct = [...new Map(found.map((each) => [each.text, each])).values()]
  const areAlike = distinct.every((x, at) => distinct.slice(at + 1).every((y) => shared(x.items, y.items, isNear) > 1))
  if (found.length < 2 || !areAlike) return new Map<Statement, {key: string; label: string}>()
  const kinds = exchanged(kindsOf(distinct, isNear), distinct.length)
  return new Map(
    found.map(({statement, items, text}) => {
      const own = kinds.filter(
        (kind) => items.some((item) => kind.some((each) => isNear(each, item))) || isSaid(kind, statement, lexicon),
      )
      return [statement, {key: own.map((kind) => kinds.indexOf(kind)).join(' '), label: `lists ${text}`}]
    }),
  )
})

const shared = (x: readonly Item[], y: readonly Item[], isNear: (a: Item, b: Item) => boolean): number =>
  x.filter((item) => y.some((other) => isNear(item, other))).length

/** The things listed anywhere in a row, those that may be one together. */
const kindsOf = (listings: readonly Listing[], isNear: (a: Item, b: Item) => boolean): readonly (readonly Item[])[] => {
  const kinds: Item[][] = []
  for (const item of listings.flatMap(({items}) => items)) {
    const known = kinds.find((kind) => kind.some((each) => isNear(each, item)))
    if (known) known.push(item)
    else kinds.push([item])
  }
  return kinds
}

/** Kinds without those that stand in one list only each: where every list has one of its own, they may be one thing by several names. */
const exchanged = (kinds: readonly (readonly Item[])[], lists: number): readonly (readonly Item[])[] => {
  const alone = kinds.filter((kind) => kind.length === 1)
  return alone.length >= lists ? kinds.filter((kind) => kind.length > 1) : kinds
}

/** Whether two things share a term that says something, or terms of near sense. */
const areOne = (x: Item, y: Item, lexicon: Lexicon): boolean => {
  const {isNear} = senses(lexicon)
  return x.some((term) => y.some((other) => term === other || isNear(term, other)))
}

/** Whether a statement names a thing outside its list. */
const isSaid = (kind: readonly Item[], statement: Statement, lexicon: Lexicon): boolean => {
  const {isNear} = senses(lexicon)
  const said = termsOf(statement, lexicon)
  return kind.some((item) => item.every((term) => said.some((other) => other === term || isNear(other, term))))
}

const termsOf = perStatement(({readings, text}, lexicon): readonly string[] =>
  foldedTerms(lexicon)(
    words(`${readings.map(({clause, heading}) => `${heading.title} ${clause.leadIn ?? ''}`).join(' ')} ${text}`),
  ),
)

const none: Enumeration = {items: [], text: ''}

const enumerationOf = perStatement(({clauses: [clause, ...others], text}, lexicon): Enumeration => {
  if (!clause || others.length > 0 || open.test(text)) return none
  const parts = listIn(tokens(text))
  const [first, last] = [parts[0]?.[0], parts.at(-1)?.at(-1)]
  const printed = first && last ? text.slice(first.start, last.end) : ''
  if (printed === '' || clausal.test(printed)) return none
  const {light} = senses(lexicon)
  const terms = (part: readonly Token[]): Item => foldedTerms(lexicon)(part).filter((term) => !light.has(term))
  const items = parts.map((part, at) =>
    at === 0 ? terms(part).slice(-1) : at === parts.length - 1 ? terms(part).slice(0, 1) : terms(part),
  )
  return items.every((item) => item.length > 0) ? {items, text: printed} : none
})

/** The parts of the first list among tokens: three things or more, each of five words at most, with commas between and a word that joins before the last;
 *  empty where there is none. */
const listIn = (all: readonly Token[]): readonly (readonly Token[])[] => {
  for (let comma = all.findIndex(isComma); comma >= 0; ) {
    const next = all.findIndex((token, at) => at > comma && isComma(token))
    const parts = listFrom(all, comma)
    if (parts.length > 2) return parts
    comma = next
  }
  return []
}

const isComma = ({text}: Token): boolean => text === ','
const isJoin = ({word}: Token): boolean => word === 'and' || word === 'or'

/** The parts of a list whose first comma is at a place; empty where the words behind it are no list. */
const listFrom = (all: readonly Token[], comma: number): readonly (readonly Token[])[] => {
  const parts = [wordsBefore(all, comma, 3)]
  for (let at = comma; ; ) {
    const joined = isJoin(all[at + 1] ?? (all[at] as Token))
    const from = joined && isComma(all[at] as Token) ? at + 2 : at + 1
    const end = all.findIndex((token, place) => place >= from && (token.kind === 'mark' || isJoin(token)))
    const isLast = joined || isJoin(all[at] as Token)
    const part = all.slice(from, end < 0 ? all.length : end)
    if (isLast) return part.length === 0 ? [] : [...parts, part.slice(0, 3)]
    const divides = end >= 0 && (isComma(all[end] as Token) || isJoin(all[end] as Token))
    if (!divides || part.length === 0 || part.length > 5) return []
    parts.push(part)
    at = end
  }
}

/** The words right before a place, so many at most. */
const wordsBefore = (all: readonly Token[], place: number, most: number): readonly Token[] => {
  let from = place
  while (from > 0 && from > place - most && all[from - 1]?.kind !== 'mark') from--
  return all.slice(from, place)
}

/** Words of a clause: what has them between its commas is no list of things. */
const clausal =
  /\b(?:unless|if|where|when|while|until|before|after|must|should|may|shall|will|can|is|are|was|were|has|have|who|that|which|because|so|but|not)\b/iu

/** A list that does not claim to be whole. */
const open = /\b(?:such as|for example|e\.g|including|includes?|etc|among others|or similar|and so on)\b/iu
