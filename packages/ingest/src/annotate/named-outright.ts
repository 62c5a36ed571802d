import {type Lexicon, perLexicon, phraseMatcher, type Token} from '@hedgerow/lexicon'
import {isCapital} from './lower-heads.ts'
import {phrases, wordList, wordSet} from './word-lists.ts'

const grammar = perLexicon(({local}) => ({
  phrases: phraseMatcher(phrases(wordList(local.lists, 'naming_phrases')), {exact: true}),
  heads: phraseMatcher(
    local.heads.map(({head, kind}) => [head, kind] as const),
    {exact: true},
  ),
  outright: wordSet(local.lists, 'outright_heads'),
  apposed: wordSet(local.lists, 'apposed'),
  callers: wordSet(local.lists, 'callers'),
}))

/** The places of ordinary words that their setting makes a name: "Safe Return Service" by what such names are made of, "Open Road, a charity" and
 *  "a club called First Light" by what is said of them, "Child Neglect Toolkit" because a tool printed as a name is one. */
export const namedOutright = (
  tokens: readonly Token[],
  {first, last}: {readonly first: number; readonly last: number},
  lexicon: Lexicon,
): ReadonlySet<number> => {
  const from = /^(?:the|an?|our|this)$/u.test(tokens[first]?.word ?? '') ? first + 1 : first
  const run = Array.from({length: last - from + 1}, (_, step) => from + step)
  const capital = run.every((at) => isCapital(tokens[at]))
  if (capital && (isApposed(tokens, from, last, lexicon) || isOutright(tokens, from, last, lexicon)))
    return new Set(run)
  return new Set(phrased(tokens, first, last, lexicon))
}

/** "Safe Return Service": words that together name a team right before its head. */
const phrased = (tokens: readonly Token[], first: number, last: number, lexicon: Lexicon): readonly number[] => {
  const {heads, phrases: naming} = grammar(lexicon)
  const slice = tokens.slice(first, last + 1)
  return naming(slice).flatMap((match) => {
    const next = slice[match.last + 1]
    if (!next || !isCapital(next) || heads([next]).length === 0) return []
    return Array.from({length: match.last - match.first + 1}, (_, step) => first + match.first + step)
  })
}

/** ", a charity", ", our new provider", or "called" before: said to be somebody of that name. */
const isApposed = (tokens: readonly Token[], first: number, last: number, lexicon: Lexicon): boolean => {
  const {apposed, callers} = grammar(lexicon)
  if (callers.has(tokens[first - 1]?.word ?? '')) return true
  if (tokens[last + 1]?.text !== ',' || !/^(?:an?|our)$/u.test(tokens[last + 2]?.word ?? '')) return false
  const said = tokens.slice(last + 3, last + 10)
  const end = said.findIndex(({kind, text}) => kind === 'mark' && text !== '-')
  return said.slice(0, end < 0 ? 3 : end).some(({word}) => apposed.has(word))
}

/** "Child Neglect Toolkit": a tool of two capitalised words or more, which does not open the sentence. */
const isOutright = (tokens: readonly Token[], first: number, last: number, lexicon: Lexicon): boolean =>
  last - first > 0 && isCapital(tokens[last]) && grammar(lexicon).outright.has(tokens[last]?.word ?? '')
