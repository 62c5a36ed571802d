import type {Clause} from '@hedgerow/ast'
import {type Lexicon, words} from '@hedgerow/lexicon'
import {contentTerms} from '../terms.ts'
import type {Measure} from './measure.ts'

/** Likeness of what two fields or contacts are of: 1 for the same data item or role, 0 for two known different ones, the share of the names' words in common
 *  where no lexicon entry settles it; a half for what has no name. */
export const nameLikeness = (lexicon: Lexicon): Measure => {
  const alike = calledAlike(lexicon)
  return ({clause: x}, {clause: y}) => {
    const [keyX, keyY] = [keyOf(x), keyOf(y)]
    if (keyX !== null && keyY !== null) return keyX === keyY ? 1 : 0
    return alike(nameOf(x), nameOf(y))
  }
}

/** Likeness of the terms that two definitions define: the share of their words in common; a half for what defines no term. Apart from other names, for a
 *  term is the surest thing that two definitions share, while any number of fields ask for a telephone number. */
export const termLikeness = (lexicon: Lexicon): Measure => {
  const alike = calledAlike(lexicon)
  return ({clause: x}, {clause: y}) => alike(definedBy(x), definedBy(y))
}

/** What the lexicon knows a clause to be of: its data item, or the role that is reached. */
const keyOf = (clause: Clause): string | null =>
  clause.type === 'field' ? clause.item : clause.type === 'contact' ? (clause.role ?? null) : null

const nameOf = (clause: Clause): string | null =>
  clause.type === 'contact' ? clause.who : clause.type === 'field' ? clause.text : null

const definedBy = (clause: Clause): string | null => (clause.type === 'definition' ? clause.term : null)

/** The share of two names' words in common; a half where either is unknown. */
const calledAlike = (lexicon: Lexicon): ((x: string | null, y: string | null) => number) => {
  const terms = contentTerms(lexicon)
  const memory = new Map<string, ReadonlySet<string>>()
  const termsOf = (name: string): ReadonlySet<string> => {
    const known = memory.get(name) ?? new Set(terms(words(name)))
    memory.set(name, known)
    return known
  }
  return (x, y) => (x === null || y === null ? 0.5 : dice(termsOf(x), termsOf(y)))
}

const dice = (x: ReadonlySet<string>, y: ReadonlySet<string>): number => {
  if (x.size + y.size === 0) return 0.5
  return (2 * [...x].filter((term) => y.has(term)).length) / (x.size + y.size)
}
