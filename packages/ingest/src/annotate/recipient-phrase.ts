import type {Part} from './binding.ts'
import type {Grammar} from './grammar.ts'
import {type Party, parties} from './noun-phrase.ts'
import type {Sentence} from './sentence.ts'

/** Is the lower-case word a verb of force that stands before another verb? */
export const binds = (word: string): boolean => ['must', 'shall', 'will', 'should', 'may', 'can'].includes(word)

/** The parties of the noun phrase that begins at a token. */
export const phrase = (
  tokens: Part['tokens'],
  grammar: Grammar,
  sentence: Sentence,
  from: number,
): readonly Party[] => {
  const places: number[] = []
  const roles = grammar.roles(tokens.slice(from, sentence.last))
  for (let at = from; at < sentence.last; at++) {
    at = pastHedge(tokens, grammar, at, from)
    if (resumes(tokens, grammar, at, from)) continue
    const word = tokens[at]?.word ?? ''
    const role = roles.some(({first, last}) => from + first < at && at <= from + last)
    const stops =
      grammar.is('preposition', word) ||
      grammar.is('relative-opener', word) ||
      grammar.is('condition-opener', word) ||
      /^(?:while|whilst)$/u.test(word) ||
      grammar.is('finite', word) ||
      word === '(' ||
      word === 'not' ||
      (at > from && grammar.is('after-noun', word)) ||
      binds(word)
    // "Refer to the panel anyone who …": a pronoun after a noun begins something else.
    const another = at > from && grammar.is('pronoun', word) && !grammar.is('coordinator', tokens[at - 1]?.word)
    if ((stops || another) && !role && at > from) break
    if (stops && !role && !grammar.is('determiner', word)) break
    if (
      at > from &&
      !role &&
      ['and', 'or', ','].includes(tokens[at - 1]?.word ?? '') &&
      verbal(tokens, grammar, sentence, at)
    )
      break
    places.push(at)
  }
  return places.length > 0 &&
    grammar.isVerb(tokens[places[0] as number]?.word ?? '') &&
    !roles.some(({first}) => first === 0)
    ? []
    : parties(tokens, grammar, places)
}

// "to the parents and to the chair": the preposition said again before another of them.
const resumes = (tokens: Part['tokens'], grammar: Grammar, at: number, from: number): boolean =>
  at > from &&
  /^(?:to|with)$/u.test(tokens[at]?.word ?? '') &&
  tokens[at]?.word === tokens[from - 1]?.word &&
  /^(?:and|or|,)$/u.test(tokens[at - 1]?.word ?? '') &&
  (grammar.is('determiner', tokens[at + 1]?.word) ||
    grammar.roles(tokens.slice(at + 1, at + 9)).some(({first}) => first === 0))

// "and, where there is one, the social worker": a condition between commas divides no list.
const pastHedge = (tokens: Part['tokens'], grammar: Grammar, at: number, from: number): number => {
  if (at === from || tokens[at - 1]?.word !== ',' || !grammar.is('condition-opener', tokens[at]?.word)) return at
  const listed = /^(?:and|or)$/u.test(tokens[at - 2]?.word ?? '')
  const comma = tokens.findIndex(({word}, place) => place > at && word === ',')
  return listed && comma > 0 && comma - at < 7 ? comma + 1 : at
}

const verbal = (tokens: Part['tokens'], grammar: Grammar, {last}: Sentence, at: number): boolean =>
  grammar.isVerb(tokens[at]?.word ?? '') && !grammar.roles(tokens.slice(at, last)).some(({first}) => first === 0)

/** "send the carer the report": who gets it stands before what is sent. */
export const handed = (tokens: Part['tokens'], grammar: Grammar, sentence: Sentence, at: number): readonly Party[] => {
  const start = grammar.is('determiner', tokens[at + 1]?.word) ? at + 2 : at + 1
  const role = grammar.roles(tokens.slice(start, sentence.last)).find(({first}) => first === 0)
  const next = tokens[start + (role?.last ?? 0) + 1]?.word
  const isObject = next !== undefined && (grammar.is('determiner', next) || /^(?:his|her|their)$/u.test(next))
  return role && isObject ? [{id: role.entry, start: role.start, end: role.end, known: true}] : []
}

/** "give consideration to a media appeal", "attention must be given to": what is thought about is told nothing. */
export const isThought = (tokens: Part['tokens'], verb: number, to: number): boolean =>
  tokens[to]?.word === 'to' &&
  tokens
    .slice(Math.max(0, verb - 5), to)
    .some(({word}) => /^(?:consideration|thought|attention|regard|weight|priority|effect|rise)$/u.test(word))

/** "Parents must have a copy", "the child should receive a letter": whether somebody who is no agency is handed something by the verb at a token, and does
 *  nothing. */
export const isHandedOver = (tokens: Part['tokens'], grammar: Grammar, at: number): boolean => {
  if (!['receive', 'get', 'have'].includes(grammar.base(tokens[at]?.word ?? ''))) return false
  const binding = tokens.findLastIndex(({word}, place) => place < at && place > at - 3 && binds(word))
  const isFamily = /^(?:parents?|carers?|mothers?|fathers?|child|children|person|people|family|families|they)$/u.test(
    tokens[binding - 1]?.word ?? '',
  )
  const end = tokens.findIndex(
    ({word, kind}, place) => place > at && (kind === 'mark' || grammar.is('preposition', word)),
  )
  const object = tokens.slice(at + 1, Math.min(end < 0 ? tokens.length : end, at + 8))
  return isFamily && grammar.is('handed-thing', object.at(-1)?.word)
}
