import type {Token} from '@hedgerow/lexicon'
import type {Grammar} from './grammar.ts'
import {parties} from './noun-phrase.ts'
import type {Sentence} from './sentence.ts'
import {isParticiple, skipAdverbs} from './verb-group.ts'

/** An instruction: the token its verb stands at, whether it forbids, the first token of the words that say so, and who is told ("Police to attend"). */
export interface Imperative {
  readonly at: number
  readonly first: number
  readonly forbids: boolean
  readonly subject: readonly number[]
}

/** The instruction of a sentence: at its start, after a condition's comma, or after a party and "to"; null when it has none. */
export const imperativeOf = (tokens: readonly Token[], grammar: Grammar, sentence: Sentence): Imperative | null => {
  for (const start of starts(tokens, grammar, sentence)) {
    const found = instruction(tokens, grammar, sentence, start)
    if (found) return found
  }
  return told(tokens, grammar, sentence)
}

const lead = new Set(['please', 'then', 'and', 'also', 'or', 'but', '-', '*', '☐', 'step', 'nb', 'so'])

/** Where an instruction may begin: the sentence's start; after a comma when the sentence opens with a condition, a time or a preposition; after "and". */
const starts = (tokens: readonly Token[], grammar: Grammar, sentence: Sentence): readonly number[] => {
  const {first, last, frames, verbs} = sentence
  const word = tokens[first]?.word ?? ''
  const opened = frames.some((frame) => frame.first === first && frame.kind !== 'relative')
  const main = verbs.find(({embedded}) => !embedded)?.first ?? last
  const found = opened ? [] : [first]
  if (opened || grammar.is('preposition', word) || /(?:ing|ly)$/u.test(word))
    for (let at = first; at < Math.min(last, main); at++) {
      const closed = frames.some((frame) => frame.first === first && frame.last === at)
      if (tokens[at]?.word === ',' || closed) found.push(tokens[at]?.word === ',' ? at + 1 : at)
    }
  for (let at = first + 1; at < last; at++)
    if (['and', 'but', ','].includes(tokens[at]?.word ?? '') && forbidding(tokens, grammar, at + 1)) found.push(at + 1)
  return main === last ? [...found, ...behindPhrase(tokens, grammar, sentence)] : found
}

/** "In an emergency ring 999.", "Before each visit read the file.": where an instruction begins behind a phrase that no comma closes. */
const behindPhrase = (tokens: readonly Token[], grammar: Grammar, {first, last, end}: Sentence): readonly number[] => {
  const opener = tokens[first]?.word ?? ''
  if (end !== '.' || !(grammar.is('preposition', opener) || grammar.is('time-opener', opener))) return []
  for (let at = first + 2; at < Math.min(last - 1, first + 9); at++) {
    const [before, word] = [tokens[at - 1]?.word ?? '', tokens[at]?.word ?? '']
    const isSubject = at > first + 2 && grammar.is('determiner', word) && !grammar.is('preposition', before)
    if (tokens[at]?.text === ',' || isSubject || grammar.is('relative-opener', word)) return []
    const isNamed = grammar.roles(tokens.slice(first, at)).some((role) => first + role.last === at - 1)
    const isVerb = grammar.is('imperative-verb', before) && !grammar.is('noun-too', before)
    const isFree =
      !isNamed && !isVerb && !['determiner', 'preposition', 'coordinator'].some((name) => grammar.is(name, before))
    if (isFree && grammar.is('imperative-verb', word) && opensObject(grammar, tokens[at + 1])) return [at]
  }
  return []
}

const forbidding = (tokens: readonly Token[], grammar: Grammar, at: number): boolean => {
  const words = [tokens[at]?.word, tokens[at + 1]?.word, tokens[at + 2]?.word]
  if (words[0] === 'do' && words[1] === 'not') return !['need', 'have'].includes(words[2] ?? '')
  return words[0] === "don't" || (words[0] === 'never' && grammar.isVerb(words[1] ?? ''))
}

const instruction = (
  tokens: readonly Token[],
  grammar: Grammar,
  sentence: Sentence,
  start: number,
): Imperative | null => {
  let at = start
  // A step's own number stands before it; after a comma a number is said of something.
  const leads = ({word, kind}: Token): boolean => lead.has(word) || (kind === 'number' && start === sentence.first)
  while (at < sentence.last && leads(tokens[at] as Token)) at++
  if (forbidding(tokens, grammar, at)) return forbid(tokens, grammar, sentence, at)
  at = skipAdverbs(tokens, grammar, at, sentence.last)
  while (at < sentence.last && lead.has(tokens[at]?.word ?? '')) at++
  if (forbidding(tokens, grammar, at)) return forbid(tokens, grammar, sentence, at)
  const first = at
  // "E-mail the form", "Re-assess the risk": the verb stands after the hyphen.
  if (/^(?:e|re|co|pre)$/u.test(tokens[at]?.word ?? '') && tokens[at + 1]?.text === '-') at += 2
  if (at >= sentence.last || !isCommand(tokens, grammar, sentence, at)) return null
  return {at, first, forbids: false, subject: []}
}

const forbid = (tokens: readonly Token[], grammar: Grammar, {last}: Sentence, first: number): Imperative | null => {
  const verb = skipAdverbs(tokens, grammar, first + (tokens[first]?.word === 'do' ? 2 : 1), last)
  return verb < last ? {at: verb, first, forbids: true, subject: []} : null
}

const isCommand = (tokens: readonly Token[], grammar: Grammar, sentence: Sentence, at: number): boolean => {
  const word = (tokens[at] as Token).word
  const main = sentence.verbs.find(({embedded, first}) => !embedded && first > at)
  const next = at + 1 < sentence.last ? tokens[at + 1] : undefined
  if (pointsElsewhere(tokens, grammar, sentence, at) || isTold(tokens, grammar, at)) return false
  if (!grammar.is('imperative-verb', word)) return isUnknownVerb(grammar, word, next) && main === undefined
  if (isSubject(tokens, grammar, sentence, at)) return false
  if (main && (main.first === at + 1 || (main.marker && !opensObject(grammar, next)))) return false
  if (!grammar.is('noun-too', word)) return true
  if (opensObject(grammar, next)) return true
  if (main || !next) return false
  return barePlural(tokens, grammar, sentence, at)
}

// "Plan stays in force.": a noun before its verb.
const isSubject = (tokens: readonly Token[], grammar: Grammar, {last}: Sentence, at: number): boolean =>
  grammar.is('noun-too', tokens[at]?.word) &&
  grammar.is('lasting-verb', tokens[at + 1]?.word) &&
  at + 2 < last &&
  tokens[at + 2]?.word !== 'of'

// "Chair to circulate minutes.": who is to act, though the word is a verb as well.
const isTold = (tokens: readonly Token[], grammar: Grammar, at: number): boolean =>
  tokens[at + 1]?.word === 'to' &&
  grammar.isVerb(tokens[at + 2]?.word ?? '') &&
  grammar.roles(tokens.slice(at, at + 1)).length > 0

// "Report concerns to the hub." orders; "Contact details" and "Record keeping" name something.
const barePlural = (tokens: readonly Token[], grammar: Grammar, {last, end}: Sentence, at: number): boolean => {
  const next = tokens[at + 1] as Token
  if (['of', 'between', 'under', 'and', 'or', '-'].includes(next.word) || next.word.endsWith('ing')) return false
  if (grammar.is('preposition', next.word)) return true
  if (grammar.roles(tokens.slice(at + 1, last)).some(({first}) => first === 0)) return true
  const compound =
    grammar.is('noun-first', (tokens[at] as Token).word) &&
    (grammar.is('thing', next.word) || ['number', 'numbers'].includes(next.word))
  return ['.', ';', '|'].includes(end) && last - at >= 3 && !compound
}

const opensObject = (grammar: Grammar, next: Token | undefined): boolean =>
  next !== undefined &&
  ((grammar.is('determiner', next.word) && next.word !== 'such') ||
    [
      'them',
      'him',
      'it',
      'that',
      'whether',
      'what',
      'how',
      'who',
      'when',
      'where',
      'if',
      'why',
      'which',
      'everything',
      'anyone',
      'yourself',
    ].includes(next.word) ||
    next.kind === 'number')

// A verb we do not know: a bare form where an instruction begins, before what only a verb has after it.
const isUnknownVerb = (grammar: Grammar, word: string, next: Token | undefined): boolean =>
  next !== undefined &&
  (grammar.is('determiner', next.word) ||
    ['it', 'them', 'him', 'us', 'everyone', 'anyone', 'everything'].includes(next.word)) &&
  !['this', 'that', 'no', 'one', 'such', 'more', 'most', 'other'].includes(next.word) &&
  /^[a-z]{3,}$/u.test(word) &&
  !/(?:ing|ed|s|ly|ion|al)$/u.test(word) &&
  ![
    'preposition',
    'determiner',
    'pronoun',
    'coordinator',
    'condition-opener',
    'time-opener',
    'reason-opener',
    'relative-opener',
    'thing',
    'finite',
    'free-adverb',
  ].some((name) => grammar.is(name, word)) &&
  !['both', 'half', 'not', 'plus', 'even', 'just', 'what', 'only'].includes(word)

// "See section 4", "Refer to Appendix B", "Please note that": pointers, which bind nobody.
const pointsElsewhere = (tokens: readonly Token[], grammar: Grammar, {last}: Sentence, at: number): boolean => {
  const words = tokens.slice(at, Math.min(at + 7, last)).map(({word}) => word)
  const [verb, second] = words
  if (verb === 'note' || verb === 'remember') return second === 'that'
  if (verb === 'see')
    return (
      second === 'also' ||
      second === 'below' ||
      second === 'above' ||
      words.slice(1).some((word) => grammar.is('document', word)) ||
      tokens
        .slice(at + 1, Math.min(at + 14, last))
        .some(({text}) => /^(?:Regulations|Act|Guidance|Order)$/u.test(text)) ||
      words.length < 3 ||
      /^\p{Lu}/u.test(tokens[at + 1]?.text ?? '')
    )
  // "Use this page to find out how …": what a document is for.
  if (verb === 'use' || verb === 'read')
    return (
      second === 'this' &&
      grammar.is('document', words[2]) &&
      words[3] === 'to' &&
      /^(?:find|learn|see|understand|know)$/u.test(words[4] ?? '')
    )
  if (verb === 'refer') return words.slice(1).some((word) => grammar.is('document', word))
  return verb === 'click'
}

// "Police: to attend": a party, a colon, and what it is to do. "Aim: to protect" names nobody.
const isLabelled = (tokens: readonly Token[], grammar: Grammar, first: number): boolean => {
  if (tokens[first - 1]?.text !== ':' || tokens[first]?.word !== 'to') return false
  const from = tokens.slice(0, first - 1).findLastIndex(({kind}) => kind === 'mark') + 1
  const label = Array.from({length: first - 1 - from}, (_, at) => from + at)
  const verb = tokens[first + 1]?.word ?? ''
  return (grammar.isVerb(verb) || verb === 'be') && parties(tokens, grammar, label).some(({known}) => known)
}

/** "Social worker to complete the form", "Minutes to be sent to the police.": a party, or a thing done, and "to" with no finite verb. */
const told = (tokens: readonly Token[], grammar: Grammar, {first, last, end, verbs}: Sentence): Imperative | null => {
  if (verbs.some(({embedded}) => !embedded)) return null
  if (isLabelled(tokens, grammar, first)) return {at: first + 1, first, forbids: false, subject: []}
  for (let at = first + 1; at < last - 1; at++) {
    if (tokens[at]?.word !== 'to') continue
    const subject = Array.from({length: at - first}, (_, place) => first + place)
    const verb = skipAdverbs(tokens, grammar, at + 1, last)
    const word = tokens[verb]?.word ?? ''
    const plain = subject.every(
      (place) =>
        !grammar.is('preposition', tokens[place]?.word) || ['of', 'in', 'for'].includes(tokens[place]?.word ?? ''),
    )
    const known = parties(tokens, grammar, subject).some((party) => party.known)
    // "Birth plan to state:" binds as "the plan must state:" does.
    const stated = end === ':' && grammar.is('stating-verb', word)
    const done = word === 'be' && /^[.;|]$/u.test(end) && isParticiple(grammar, tokens[verb + 1]?.word ?? '')
    return plain && ((known && (grammar.isVerb(word) || word === 'be')) || done || stated)
      ? {at: verb, first: at, forbids: false, subject}
      : null
  }
  return null
}
