import {type Lexicon, phraseMatcher, type Token, perLexicon} from '@hedgerow/lexicon'
import type {FoundName} from './names.ts'
import {wordSet} from './word-lists.ts'

const grammar = perLexicon(({local}) => ({
  heads: phraseMatcher(
    local.heads.map(({head, kind}) => [head, kind] as const),
    {exact: true},
  ),
  lowerHeads: wordSet(local.lists, 'lower_heads'),
  ranks: wordSet(local.lists, 'ranks'),
}))

/** Whether a token is a word printed with a capital, and no address. */
export const isCapital = (token: Token | undefined): boolean =>
  token !== undefined &&
  token.kind === 'word' &&
  /^\p{Lu}/u.test(token.text) &&
  !token.text.includes('@') &&
  !/^(?:https?:|www\.)/iu.test(token.text)

/** "MACE panel", "Eastholt Early Signs form": a small-letter panel, team or form after a name, with only capitalised words between, belongs to it. */
export const withLowerHead = (
  tokens: readonly Token[],
  found: readonly FoundName[],
  lexicon: Lexicon,
): readonly FoundName[] =>
  found.map((name) => {
    let last = name.last + 1
    while (isCapital(tokens[last])) last++
    const next = tokens[last]
    if (grammar(lexicon).ranks.has(tokens[last + 1]?.word ?? '')) return name
    if (!next || next.text !== next.word || !grammar(lexicon).lowerHeads.has(next.word)) return name
    const kind = grammar(lexicon).heads([next])[0]?.entry ?? name.kind
    return {kind, first: name.first, last}
  })
