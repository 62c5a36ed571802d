import type {Lexicon, WordList} from '@hedgerow/lexicon'

/** A function of the lexicon that works its value out once for each lexicon: matchers are costly to build and asked for with every clause. */
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

/** The words of the list named; empty when the lexicon has no such list. */
export const wordList = (lists: readonly WordList[], name: string): readonly string[] =>
  lists.find(({list}) => list === name)?.words ?? []

/** The list named as a set. */
export const wordSet = (lists: readonly WordList[], name: string): ReadonlySet<string> => new Set(wordList(lists, name))

/** A list of phrases as what `phraseMatcher` takes, each standing for itself. */
export const phrases = (given: readonly string[]): readonly (readonly [string, string])[] =>
  given.map((phrase) => [phrase, phrase] as const)
