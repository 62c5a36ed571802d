import type {Token} from '@hedgerow/lexicon'
import type {Grammar} from './grammar.ts'

/** Where the last noun phrase of tokens `from` to `to` (exclusive) begins: at a role's determiner, the last determiner not after a
 *  preposition, or the last word. For "on receipt of a referral the hub" it is "the hub". `to` when there is no word. */
export const trailingNoun = (tokens: readonly Token[], grammar: Grammar, from: number, to: number): number => {
  // "the family they": a pronoun is a noun phrase by itself.
  if (to > from && /^(?:they|he|she|it|we|you)$/u.test(tokens[to - 1]?.word ?? '')) return to - 1
  const determiner = lastDeterminer(tokens, grammar, from, to)
  const role = grammar.roles(tokens.slice(from, to)).findLast(({last}) => restIsAdverbs(tokens, from + last + 1, to))
  if (role) {
    const start = from + role.first
    return determiner >= 0 && determiner < start && start - determiner <= 3 ? determiner : start
  }
  if (determiner >= 0) return determiner
  return to > from ? to - 1 : to
}

const restIsAdverbs = (tokens: readonly Token[], from: number, to: number): boolean =>
  tokens.slice(from, to).every(({word}) => word.endsWith('ly') || ['also', 'then', 'always'].includes(word))

const lastDeterminer = (tokens: readonly Token[], grammar: Grammar, from: number, to: number): number => {
  for (let at = to - 1; at >= from; at--)
    if (grammar.is('determiner', tokens[at]?.word) && !(at > from && grammar.is('preposition', tokens[at - 1]?.word)))
      return at
  return -1
}
