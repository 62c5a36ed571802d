import type {Part} from './binding.ts'
import type {Grammar} from './grammar.ts'
import {type Party, parties} from './noun-phrase.ts'
import {isParticiple} from './verb-group.ts'

/** The agents of a passive: what follows the first "by" that belongs to the verb, unless it is a means or a time. */
export const agents = (tokens: Part['tokens'], grammar: Grammar, from: number, last: number): readonly Party[] => {
  for (let at = from; at < last; at++) {
    const word = tokens[at]?.word ?? ''
    if (['who', 'which', 'that', 'whom', 'if', 'unless', 'where', 'when', ';', '('].includes(word)) return []
    const another =
      isParticiple(grammar, word) &&
      !['and', 'or', ',', 'then'].includes(tokens[at - 1]?.word ?? '') &&
      at > from &&
      !/ly$/u.test(tokens[at - 1]?.word ?? '')
    if (another && tokens[at + 1]?.word === 'by') return []
    if (word !== 'by') continue
    const found = agentAt(tokens, grammar, at + 1, last)
    if (found.length > 0) return found
  }
  return []
}

const agentAt = (tokens: Part['tokens'], grammar: Grammar, from: number, last: number): readonly Party[] => {
  const places: number[] = []
  for (let at = from; at < last; at++) {
    const word = tokens[at]?.word ?? ''
    const independent =
      word === 'who' && ['is', 'are'].includes(tokens[at + 1]?.word ?? '') && tokens[at + 2]?.word === 'independent'
    const stops =
      [
        'within',
        'who',
        'which',
        'that',
        'if',
        'unless',
        'where',
        'when',
        'to',
        'using',
        '(',
        'before',
        'after',
        'on',
        'at',
        'in',
        'as',
        'by',
        'for',
        'from',
        'and must',
        'not',
        'whose',
        'how',
        'why',
        'what',
        'whether',
      ].includes(word) && !inRole(tokens, grammar, from, at)
    // "by the social worker with the parents": with whom it is shared, but "together with the police" who shares it.
    const shares = word === 'with' && at > from && !/^(?:together|jointly|along)$/u.test(tokens[at - 1]?.word ?? '')
    if ((stops && !independent) || (shares && !inRole(tokens, grammar, from, at))) break
    // "by the social worker every 6 weeks or more often", "by the manager personally": the name is over.
    if (at > from && (grammar.is('how-often', word) || grammar.is('after-noun', word))) break
    places.push(at)
  }
  const first = tokens[from]
  if (!first || first.kind === 'number' || first.word.endsWith('ing')) return []
  return parties(tokens, grammar, places).filter(({id, known}) => known || !barred(grammar, id))
}

const inRole = (tokens: Part['tokens'], grammar: Grammar, from: number, at: number): boolean =>
  grammar.roles(tokens.slice(from, at + 8)).some(({first, last}) => from + first < at && at < from + last)

const barred = (grammar: Grammar, id: string): boolean =>
  ['someone', 'anyone', 'somebody', 'person', 'people', 'anybody', 'everyone', 'individual', 'individuals'].includes(
    id,
  ) || id.split('-').some((word) => grammar.is('agent-exception', word))
