import type {WordList} from '@hedgerow/lexicon'

/** The words of the list named; empty when the lexicon has no such list. */
export const wordList = (lists: readonly WordList[], name: string): readonly string[] =>
  lists.find(({list}) => list === name)?.words ?? []

/** The list named as a set. */
export const wordSet = (lists: readonly WordList[], name: string): ReadonlySet<string> => new Set(wordList(lists, name))

/** A list of phrases as what `phraseMatcher` takes, each standing for itself. */
export const phrases = (given: readonly string[]): readonly (readonly [string, string])[] =>
  given.map((phrase) => [phrase, phrase] as const)
