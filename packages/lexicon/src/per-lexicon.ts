import type {Lexicon} from './lexicon.ts'

/** A function of the lexicon that works its value out once for each lexicon: matchers are costly to build and asked for with every clause.
 *  `part` names the part the value is made from, so that lexicons that share it (one for each authority's role names) share the value too. */
export const perLexicon = <Value>(
  build: (lexicon: Lexicon) => Value,
  part: (lexicon: Lexicon) => object = (lexicon) => lexicon,
): ((lexicon: Lexicon) => Value) => {
  const kept = new WeakMap<object, Value>()
  return (lexicon) => {
    const key = part(lexicon)
    const known = kept.get(key)
    if (known !== undefined) return known
    const value = build(lexicon)
    kept.set(key, value)
    return value
  }
}
