import type {Token} from '@hedgerow/lexicon'
import type {Grammar} from './grammar.ts'
import type {Party} from './noun-phrase.ts'
import type {Sentence} from './sentence.ts'

/** "Where staff believe that a child is at risk they must …": whoever the condition before is about, if it names nobody else. */
export const theyWho = (
  tokens: readonly Token[],
  grammar: Grammar,
  {frames, first: start}: Sentence,
  place: number,
): readonly Party[] => {
  const opening = frames.find(({kind, first}) => kind === 'condition' && first === start)
  if (tokens[place]?.word !== 'they' || !opening || opening.content >= place) return []
  const roles = grammar
    .roles(tokens.slice(opening.content, place))
    .filter(({entry, start: from}) => entry !== 'child' && !isWithin(tokens, from, opening.content))
  const [only, ...others] = roles
  return only && others.length === 0 && only.first <= 2
    ? [{id: only.entry, start: only.start, end: only.end, known: true}]
    : []
}

/** Does a word stand behind a preposition at the head of a clause: `staff of any agency`? */
const isWithin = (tokens: readonly Token[], start: number, from: number): boolean => {
  const at = tokens.findIndex((token) => token.start === start)
  return tokens.slice(Math.max(from, at - 2), at).some(({word}) => word === 'of' || word === 'in')
}
