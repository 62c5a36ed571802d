import type {Clause} from '@hedgerow/ast'
import {type Lexicon, words} from '@hedgerow/lexicon'
import {contentTerms} from '../terms.ts'
import type {Measure} from './measure.ts'

/** Likeness of what two definitions, fields or contacts are of: 1 for the same term, data item or role, 0 for two known different ones, the share of
 *  the terms' words in common where no lexicon entry settles it; a half for provisions, which have no name. */
export const nameLikeness = (lexicon: Lexicon): Measure => {
  const terms = contentTerms(lexicon)
  const memory = new Map<string, ReadonlySet<string>>()
  const termsOf = (name: string): ReadonlySet<string> => {
    const known = memory.get(name) ?? new Set(terms(words(name)))
    memory.set(name, known)
    return known
  }
  return ({clause: x}, {clause: y}) => {
    const [keyX, keyY] = [keyOf(x), keyOf(y)]
    if (keyX !== null && keyY !== null) return keyX === keyY ? 1 : 0
    const [nameX, nameY] = [nameOf(x), nameOf(y)]
    return nameX === null || nameY === null ? 0.5 : dice(termsOf(nameX), termsOf(nameY))
  }
}

/** What the lexicon knows a clause to be of: its data item, or the role that is reached. */
const keyOf = (clause: Clause): string | null =>
  clause.type === 'field' ? clause.item : clause.type === 'contact' ? (clause.role ?? null) : null

const nameOf = (clause: Clause): string | null => {
  switch (clause.type) {
    case 'definition':
      return clause.term
    case 'contact':
      return clause.who
    case 'field':
      return clause.text
    case 'provision':
      return null
  }
}

const dice = (x: ReadonlySet<string>, y: ReadonlySet<string>): number => {
  if (x.size + y.size === 0) return 0.5
  return (2 * [...x].filter((term) => y.has(term)).length) / (x.size + y.size)
}
