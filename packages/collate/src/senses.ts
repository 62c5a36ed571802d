import {type Lexicon, perLexicon, words} from '@hedgerow/lexicon'
import {contentTerms} from './terms.ts'

/** For each term those near it in sense, by the lexicon's groups of near words: what one author calls `ring`, another calls `telephone`. Only for finding what
 *  corresponds; a near word proves no agreement. */
const nearSenses = perLexicon((lexicon: Lexicon): ReadonlyMap<string, readonly string[]> => {
  const terms = contentTerms(lexicon)
  const known = new Map<string, readonly string[]>()
  // Most words stand in several groups.
  const termsOf = (word: string): readonly string[] => {
    const own = known.get(word) ?? terms(words(word))
    known.set(word, own)
    return own
  }
  const found = new Map<string, Set<string>>()
  for (const group of lexicon.wordClasses)
    if (group.class === 'near-sense')
      for (const near of group.words) {
        const own = near.split(' ').flatMap(termsOf)
        for (const term of own) for (const other of own) if (term !== other) add(found, term, other)
      }
  return new Map([...found].map(([term, others]) => [term, [...others]]))
})

const add = (found: Map<string, Set<string>>, term: string, other: string): void => {
  const known = found.get(term)
  if (known) known.add(other)
  else found.set(term, new Set([other]))
}

/** For each term id the ids of the terms near it in sense, ascending, among the terms given. */
export const nearTerms = (lexicon: Lexicon, ids: ReadonlyMap<string, number>): readonly Int32Array[] => {
  const near = nearSenses(lexicon)
  return [...ids.keys()].map((term) =>
    Int32Array.from((near.get(term) ?? []).flatMap((other) => ids.get(other) ?? [])).sort(),
  )
}
