import type {Clause, Evidence, Procedure, Section} from '@hedgerow/ast'
import {meaningStart, placedClauses} from '@hedgerow/ast'
import {type Lexicon, type Token, words} from '@hedgerow/lexicon'
import type {RowKind} from './collation.ts'
import {nearTerms} from './senses.ts'
import {contentTerms} from './terms.ts'

/** How often each term occurs in a clause: term ids ascending, counts beside them. */
export interface Bag {
  readonly terms: Int32Array
  readonly counts: Float64Array
}

/** What a clause says as the similarity measures see it: words as integers, values and local particulars masked. Clauses that say the same share one. */
interface Said {
  /** Content stems, equivalents folded together, numbers as one mark. */
  readonly bag: Bag
  /** The same of the lead-in; empty without one. */
  readonly leadIn: Bag
  /** The same of lead-in and text together: what the clause says when read on its own. */
  readonly whole: Bag
  /** Hashed character 3- to 5-grams of the words, ascending, without repeats. */
  readonly grams: Int32Array
  /** Text with its lead-in, letter case and layout gone: equal keys are identical texts. */
  readonly key: string
}

/** What the similarity measures see of a clause. */
export interface Profile extends Said {
  /** Place in the collation, counted over every procedure. */
  readonly index: number
  /** Place of its procedure, and its place within that procedure. */
  readonly procedure: number
  readonly place: number
  readonly clause: Clause
  /** Place of its innermost section among the outlines, over every procedure. */
  readonly outline: number
  readonly kind: RowKind
}

/** A section as the alignment sees it, or the ground above the first heading. */
export interface Outline {
  readonly index: number
  readonly procedure: number
  /** Null for clauses above the first heading. */
  readonly section: Section | null
  readonly parents: readonly Section[]
  readonly title: Bag
}

/** Every clause and section of every procedure as integers, with the number of distinct terms. */
export interface Profiles {
  readonly clauses: readonly Profile[]
  readonly outlines: readonly Outline[]
  readonly terms: number
  readonly grams: number
  /** For each term id those of the terms near it in sense, ascending. */
  readonly near: readonly Int32Array[]
  /** The term ids of any other text of these procedures; a term that no clause has gets an id of its own. */
  readonly termsOf: (text: string) => Int32Array
}

/** Numbers strings from 0 in order of first sight. */
const interning = (): {
  readonly id: (text: string) => number
  readonly size: () => number
  readonly known: ReadonlyMap<string, number>
} => {
  const known = new Map<string, number>()
  return {
    id: (text) => {
      const found = known.get(text)
      if (found !== undefined) return found
      known.set(text, known.size)
      return known.size - 1
    },
    size: () => known.size,
    known,
  }
}

/** The profiles of every procedure, in the order given. */
export const profiles = (procedures: readonly Procedure[], lexicon: Lexicon): Profiles => {
  const termIds = interning()
  const gramIds = interning()
  const terms = contentTerms(lexicon)
  const grams = gramsOf(gramIds.id)
  const bagOf = (tokens: readonly Token[]): Bag => bag(terms(tokens).map(termIds.id))
  const said = sayings(bagOf, grams)
  const clauses: Profile[] = []
  const outlines: Outline[] = []
  procedures.forEach((procedure, at) => {
    const outlineOf = new Map<Section | null, number>()
    let place = 0
    for (const {clause, sections} of placedClauses(procedure)) {
      const section = sections.at(-1) ?? null
      let outline = outlineOf.get(section)
      if (outline === undefined) {
        outline = outlines.length
        outlineOf.set(section, outline)
        outlines.push({
          index: outline,
          procedure: at,
          section,
          parents: sections.slice(0, -1),
          title: bagOf(words(section?.title ?? '')),
        })
      }
      clauses.push({
        index: clauses.length,
        procedure: at,
        place: place++,
        clause,
        outline,
        kind: clause.type,
        ...said(clause),
      })
    }
  })
  return {
    clauses,
    outlines,
    terms: termIds.size(),
    grams: gramIds.size(),
    near: nearTerms(lexicon, termIds.known),
    termsOf: (text) => bagOf(words(text)).terms,
  }
}

/** Reads what clauses say, once for those that say the same: procedures descended from one template hold the same sentence many times over. */
const sayings = (
  bagOf: (tokens: readonly Token[]) => Bag,
  grams: (tokens: readonly Token[]) => Int32Array,
): ((clause: Clause) => Said) => {
  const known = new Map<string, Said>()
  return (clause) => {
    const masked = clause.evidence.flatMap((each) => (isLocalSpan(each) ? [each.start, each.end] : []))
    const term = clause.type === 'definition' ? clause.term : ''
    const office = clause.type === 'contact' ? (clause.role ?? '') : ''
    const same = [clause.type, term, office, clause.leadIn ?? '', clause.text, ...masked].join('\n')
    const found = known.get(same) ?? saidIn(clause, bagOf, grams)
    known.set(same, found)
    return found
  }
}

const saidIn = (
  clause: Clause,
  bagOf: (tokens: readonly Token[]) => Bag,
  grams: (tokens: readonly Token[]) => Int32Array,
): Said => {
  const leadIn = words(clause.leadIn ?? '')
  const tokens = [
    ...termOf(clause),
    ...officeOf(clause),
    ...words(clause.text).filter((token) => !isLocal(clause, token)),
  ]
  return {
    bag: bagOf(tokens),
    leadIn: bagOf(leadIn),
    whole: bagOf([...leadIn, ...tokens]),
    grams: grams(tokens),
    key: identityKey(clause),
  }
}

/** The words of a term that stands apart from its meaning. */
const termOf = (clause: Clause): readonly Token[] =>
  clause.type === 'definition' && meaningStart(clause) === 0 ? words(clause.term) : []

/** What a contact under a name of its own is, where that is known: two front doors share not a word of their names. */
const officeOf = (clause: Clause): readonly Token[] =>
  clause.type === 'contact' &&
  clause.role &&
  clause.evidence.some((each) => isLocalSpan(each) && each.start === clause.text.indexOf(clause.who))
    ? words(clause.role.replaceAll('-', ' '))
    : []

const isLocal = (clause: Clause, token: Token): boolean =>
  clause.evidence.some((each) => isLocalSpan(each) && each.start < token.end && token.start < each.end)

const isLocalSpan = (each: Evidence): boolean => each.of === 'local' && each.in === 'text'

/** Text with lead-in, for telling identical clauses: case, spaces and closing punctuation do not count. */
export const identityKey = (clause: Clause): string => {
  const plain = (text: string): string =>
    text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/\s+/gu, ' ')
      .replace(/[\s.;:,]+$/u, '')
      .trim()
  return `${clause.type}\n${plain(clause.leadIn ?? '')}\n${plain(clause.text)}`
}

const bag = (ids: readonly number[]): Bag => {
  const counts = new Map<number, number>()
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1)
  const sorted = [...counts.keys()].sort((a, b) => a - b)
  return {terms: Int32Array.from(sorted), counts: Float64Array.from(sorted, (id) => counts.get(id) as number)}
}

/** The character 3- to 5-grams of words, each word's worked out once. */
const gramsOf = (id: (gram: string) => number): ((tokens: readonly Token[]) => Int32Array) => {
  const known = new Map<string, readonly number[]>()
  const ofWord = (word: string): readonly number[] => {
    const found = known.get(word)
    if (found) return found
    const padded = `_${word}_`
    const own: number[] = []
    for (let size = 3; size <= 5; size++)
      for (let at = 0; at + size <= padded.length; at++) own.push(id(padded.slice(at, at + size)))
    known.set(word, own)
    return own
  }
  return (tokens) => {
    const found = new Set<number>()
    for (const {word, kind} of tokens) if (kind !== 'number') for (const gram of ofWord(word)) found.add(gram)
    return Int32Array.from(found).sort()
  }
}
