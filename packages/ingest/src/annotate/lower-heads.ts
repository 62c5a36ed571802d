import {type Lexicon, phraseMatcher, type Token, perLexicon} from '@hedgerow/lexicon'
import type {FoundName} from './names.ts'
import {wordSet} from './word-lists.ts'

const grammar = perLexicon(({local}) => ({
  heads: phraseMatcher(
    local.heads.map(({head, kind}) => [head, kind] as const),
    {exact: true},
  ),
  lowerHeads: wordSet(local.lists, 'lower_heads'),
  lowerModifiers: wordSet(local.lists, 'lower_modifiers'),
  ranks: wordSet(local.lists, 'ranks'),
}))

/** Whether a token is a word printed with a capital, and no address. */
export const isCapital = (token: Token | undefined): boolean =>
  token !== undefined &&
  token.kind === 'word' &&
  /^\p{Lu}/u.test(token.text) &&
  !token.text.includes('@') &&
  !/^(?:https?:|www\.)/iu.test(token.text)

/** "MACE panel", "Eastholt Early Signs form", "Tarnside youth team": a small-letter panel, team or form after a name, with only capitalised words
 *  or words for what a team is about between, belongs to it. */
export const withLowerHead = (
  tokens: readonly Token[],
  found: readonly FoundName[],
  lexicon: Lexicon,
): readonly FoundName[] =>
  found.map((name) => {
    const {heads, lowerHeads, ranks} = grammar(lexicon)
    const last = headPlace(tokens, name.last + 1, lexicon)
    const next = tokens[last]
    if (ranks.has(tokens[last + 1]?.word ?? '')) return name
    if (!next || next.text !== next.word || !lowerHeads.has(next.word)) return name
    const kind = heads([next])[0]?.entry ?? name.kind
    return {kind, first: name.first, last}
  })

/** Where a small-letter head may stand: after capitalised words, and up to three words for what a team is about unless the name owns it ("Ashby's"). */
const headPlace = (tokens: readonly Token[], from: number, lexicon: Lexicon): number => {
  let at = from
  while (isCapital(tokens[at])) at++
  if (/['’]s?$/u.test(tokens[at - 1]?.text ?? '')) return at
  let head = at
  while (head < at + 3 && grammar(lexicon).lowerModifiers.has(tokens[head]?.word ?? '')) head++
  return grammar(lexicon).lowerHeads.has(tokens[head]?.word ?? '') ? head : at
}
