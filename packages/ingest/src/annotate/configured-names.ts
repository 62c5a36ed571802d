import {type PhraseMatch, phraseMatcher, type Token} from '@hedgerow/lexicon'

type NameMatcher = (tokens: readonly Token[]) => readonly PhraseMatch<string>[]
const matchers = new WeakMap<readonly string[], NameMatcher>()

/** The matcher of a list of configured names, made once for each list; names without a capital are left out. */
export const matcherOf = (configured: readonly string[]): NameMatcher => {
  const known = matchers.get(configured)
  if (known) return known
  const given = configured.filter((name) => /\p{Lu}/u.test(name))
  const made = phraseMatcher(
    given.map((name) => [name.replace(/(?<=\p{L})['’]s?(?!\p{L})/gu, ''), name] as const),
    {exact: true},
  )
  matchers.set(configured, made)
  return made
}
