import type {Part} from './binding.ts'
import type {Grammar} from './grammar.ts'
import type {Party} from './noun-phrase.ts'
import {phrase} from './recipient-phrase.ts'
import type {Sentence} from './sentence.ts'
import {subjectPlaces} from './subject.ts'
import {isParticiple} from './verb-group.ts'

/** "taken to the panel", "list the case for the next panel", "a dispute must be taken to the duty inspector": whom a matter is laid before, a body
 *  that decides or, behind to or before, anybody known. Somebody taken to a place is told nothing. */
export const laidBefore = (
  tokens: Part['tokens'],
  grammar: Grammar,
  sentence: Sentence,
  at: number,
): readonly Party[] => {
  const isMatter = movesMatter(tokens, grammar, sentence, at)
  const to = tokens.findIndex(({word}, place) => place > at && ['to', 'before', 'for'].includes(word))
  if (to < 0 || to > Math.min(at + (isMatter ? 10 : 5), sentence.last - 1)) return []
  if (tokens.slice(at + 1, to).some(({word}) => grammar.is('vulnerable', word))) return []
  const isLaid = isMatter && tokens[to]?.word !== 'for'
  return phrase(tokens, grammar, sentence, to + 1).filter(
    ({id, known}) => grammar.is('deciding-body', id.split('-').at(-1) ?? '') || (isLaid && known && id !== 'child'),
  )
}

/** "The matter must be placed", "take a dispute": a thing to be talked over is what goes to somebody, and not a child or a copy. */
const movesMatter = (tokens: Part['tokens'], grammar: Grammar, sentence: Sentence, at: number): boolean => {
  const isMatter = (word: string | undefined): boolean => grammar.is('matter', word)
  if (isParticiple(grammar, tokens[at]?.word ?? '')) {
    const verb = sentence.verbs.findLast(({first}) => first < at)
    const subject = verb === undefined ? [] : subjectPlaces(tokens, grammar, verb.subject)
    return subject.slice(0, 3).some((place) => isMatter(tokens[place]?.word))
  }
  return tokens.slice(at + 1, at + 4).some(({word}) => isMatter(word))
}
