import type {Token} from '@hedgerow/lexicon'
import type {Grammar} from './grammar.ts'
import {type Party, parties} from './noun-phrase.ts'

/** "Tasks for business support:": whoever the tasks of a lead-in or heading are for, though we do not know them. */
const tasked = (tokens: readonly Token[], grammar: Grammar): readonly Party[] => {
  const [what, joint] = tokens.map(({word}) => word)
  if (!/^(?:tasks?|actions?|duties|responsibilities|jobs|steps|checks|instructions)$/u.test(what ?? '')) return []
  if (!/^(?:for|of)$/u.test(joint ?? '')) return []
  const rest = tokens.flatMap(({kind}, at) => (at > 1 && kind === 'word' ? [at] : []))
  if (rest.some((at) => grammar.is('preposition', tokens[at]?.word))) return []
  const [first, last] = [tokens[rest[0] ?? -1], tokens[rest.at(-1) ?? -1]]
  const named = parties(tokens, grammar, rest)
  if (named.length > 0 || !first || !last) return named
  return [{id: rest.map((at) => tokens[at]?.word).join('-'), start: first.start, end: last.end, known: false}]
}

/** The party a heading or label is wholly made of, once "Role of", "Responsibilities" and the like are taken off. */
export const wholeParty = (tokens: readonly Token[], grammar: Grammar): readonly Party[] => {
  const named = grammar.roles(tokens)
  const covered = tokens.every(
    ({word, kind}, at) =>
      kind !== 'word' ||
      named.some(({first, last}) => first <= at && at <= last) ||
      [
        'the',
        'of',
        'and',
        'or',
        'for',
        'by',
        'to',
        'do',
        'what',
        'will',
        'must',
        'should',
        'immediate',
        'initial',
        'actions',
        'action',
        'a',
      ].includes(word) ||
      grammar.is('heading-wrapper', word),
  )
  if (!covered) return tasked(tokens, grammar)
  return named.map(({entry, start, end}) => ({id: entry, start, end, known: true})).filter(({id}) => id !== 'child')
}
