import {type Lexicon, words} from '@hedgerow/lexicon'
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
  const areAlike = found.every((x, at) => found.slice(at + 1).every((y) => shared(x.items, y.items, isNear) > 1))
  if (found.length < 2 || !areAlike) return new Map<Statement, {key: string; label: string}>()
  const kinds = exchanged(kindsOf(found, isNear), found.length)
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
  const list = enumeration.exec(text)
  if (!list || clausal.test(list[0])) return none
  const parts = list[0].split(/\s*,\s*(?:and\s+|or\s+)?|\s+(?:and|or)\s+/u)
  const {light} = senses(lexicon)
  const terms = (part: string): Item => foldedTerms(lexicon)(words(part)).filter((term) => !light.has(term))
  const items = parts.map((part, at) =>
    at === 0 ? terms(part).slice(-1) : at === parts.length - 1 ? terms(part).slice(0, 1) : terms(part),
  )
  return items.every((item) => item.length > 0) ? {items, text: list[0]} : none
})

/** Words of a clause: what has them between its commas is no list of things. */
const clausal =
  /\b(?:unless|if|where|when|while|until|before|after|must|should|may|shall|will|can|is|are|was|were|has|have|who|that|which|because|so|but|not)\b/iu

/** A list that does not claim to be whole. */
const open = /\b(?:such as|for example|e\.g|including|includes?|etc|among others|or similar|and so on)\b/iu

/** Three things or more, each of five words at most, with commas between and a word that joins before the last. */
const enumeration =
  /(?:[\p{L}’'-]+ ){0,2}[\p{L}’'-]+(?:, (?!and\b|or\b)(?:[\p{L}’'-]+ ?){1,5})+,? (?:and|or) (?:[\p{L}’'-]+ ?){1,3}/u
