import {type PhraseMatch, phraseMatcher, type Token} from '@hedgerow/lexicon'

type NameMatcher = (tokens: readonly Token[]) => readonly PhraseMatch<string>[]
const matchers = new WeakMap<readonly string[], NameMatcher>()

/** A configured name in tokens, inclusive. */
interface Configured {
  readonly kind: 'name'
  readonly first: number
  readonly last: number
}

/** The configured names that stand in tokens, in order. Nothing else of the list bears on how the tokens are read. */
export const configuredIn = (tokens: readonly Token[], configured: readonly string[]): readonly Configured[] => {
  const match = matcherOf(configured)
  return match(tokens.map((token) => ({...token, word: token.word.replace(/'s?$/u, '')})))
    .filter(({first, entry}) => /^\p{Lu}|^\d/u.test(tokens[first]?.text ?? '') || !/^\p{Lu}/u.test(entry))
    .map(({first, last}) => ({kind: 'name', first, last}))
}

/** The matcher of a list of configured names, made once for each list; names without a capital are left out. */
const matcherOf = (configured: readonly string[]): NameMatcher => {
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
