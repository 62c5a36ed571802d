import {type Lexicon, nearSenses, perLexicon, wordTokens} from '@hedgerow/lexicon'
import {contentTerms} from './terms.ts'

/** For a term those near it in sense, by the lexicon's groups of near words: what one author calls `ring`, another calls `telephone`. Only for finding what
 *  corresponds; a near word proves no agreement. */
export const nearSense = perLexicon((lexicon: Lexicon): ((term: string) => ReadonlySet<string>) => {
  const terms = contentTerms(lexicon)
  return nearSenses(lexicon, (word) => terms(wordTokens(word)))
})

/** For each term id the ids of the other terms near it in sense, ascending, among the terms given. */
export const nearTerms = (lexicon: Lexicon, ids: ReadonlyMap<string, number>): readonly Int32Array[] => {
  const nearOf = nearSense(lexicon)
  return [...ids].map(([term, own]) => {
    const found: number[] = []
    for (const other of nearOf(term)) {
      const id = ids.get(other)
      if (id !== undefined && id !== own) found.push(id)
    }
    return Int32Array.from(found).sort()
  })
}
