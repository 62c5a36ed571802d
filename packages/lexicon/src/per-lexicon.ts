import type {Lexicon} from './lexicon.ts'

/** A function of the lexicon that works its value out once for each lexicon: matchers are costly to build and asked for
 *  with every clause. */
export const perLexicon = <Value>(build: (lexicon: Lexicon) => Value): ((lexicon: Lexicon) => Value) => {
  const kept = new WeakMap<Lexicon, Value>()
  return (lexicon) => {
    const known = kept.get(lexicon)
    if (known !== undefined) return known
    const value = build(lexicon)
    kept.set(lexicon, value)
    return value
  }
}
