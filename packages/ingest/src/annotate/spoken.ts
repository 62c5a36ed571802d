import type {Token} from '@hedgerow/lexicon'
import type {Grammar} from './grammar.ts'
import {parties} from './noun-phrase.ts'
import type {Sentence, Verb} from './sentence.ts'
import {isWe, subjectPlaces} from './subject.ts'
import {isParticiple, type VerbGroup, verbGroup} from './verb-group.ts'

/** A marker of force where it stands, with who or what it is said of. */
export interface Spoken {
  readonly tokens: readonly Token[]
  readonly grammar: Grammar
  readonly verb: Verb
  readonly group: VerbGroup | null
  readonly subject: readonly number[]
  /** The subject's last word before any preposition: what it is about. */
  readonly noun: string
  /** Is the subject a role or a party that acts? */
  readonly acts: boolean
  readonly predicted: boolean
}

/** What is heard of a verb: its group, its subject, and whether it is said as what is likely. */
export const heard = (tokens: readonly Token[], grammar: Grammar, sentence: Sentence, verb: Verb): Spoken => {
  const subject = subjectPlaces(tokens, grammar, verb.subject)
  const group = verbGroup(tokens, grammar, verb.last + 1, sentence.last)
  const stop = subject.findIndex(
    (place, at) => at > 0 && grammar.is('preposition', tokens[place]?.word) && !isCollected(tokens, grammar, place),
  )
  const verbal = subject.findIndex(
    (place, at) =>
      at > 0 &&
      (grammar.isVerb(tokens[place]?.word ?? '') || isParticiple(grammar, tokens[place]?.word ?? '')) &&
      grammar.is('vulnerable', tokens[subject[at - 1] as number]?.word),
  )
  const nouns = subject
    .slice(0, verbal >= 0 ? verbal : stop < 0 ? subject.length : stop)
    .filter((place) => tokens[place]?.kind === 'word' && !/ly$/u.test(tokens[place]?.word ?? ''))
  const after = tokens.slice(verb.first, Math.min(group?.at ?? verb.last + 1, verb.last + 4))
  return {
    tokens,
    grammar,
    verb,
    group,
    subject,
    noun:
      tokens[
        nouns.findLast((place) => !['also', 'then', 'both', 'all', 'only'].includes(tokens[place]?.word ?? '')) ?? -1
      ]?.word ?? '',
    acts: acting(tokens, grammar, subject, nouns, group) || isWe(tokens, nouns),
    predicted: [...after, ...tokens.slice(group?.at ?? verb.last, (group?.at ?? verb.last) + 3)].some(({word}) =>
      grammar.is('prediction-adverb', word),
    ),
  }
}

// "A group of up to six young people": "of" after a collective noun leads to whoever they are.
const isCollected = (tokens: readonly Token[], grammar: Grammar, place: number): boolean => {
  const of = tokens[place]?.word === 'to' && tokens[place - 1]?.word === 'up' ? place - 2 : place
  return tokens[of]?.word === 'of' && grammar.is('collective-noun', tokens[of - 1]?.word)
}

// A role acts; so does a party we do not know ("paramedics may apply …"), unless its verb states how things are ("trust will help").
const acting = (
  tokens: readonly Token[],
  grammar: Grammar,
  subject: readonly number[],
  nouns: readonly number[],
  group: VerbGroup | null,
): boolean =>
  parties(tokens, grammar, subject).some(({id, known}) => {
    if (known) return id !== 'child'
    const stative = group !== null && grammar.is('stative-verb', group.base) && !grammar.is('doing-verb', group.base)
    return (
      !stative &&
      !nouns.some((place) => grammar.is('vulnerable', tokens[place]?.word) || grammar.is('sign', tokens[place]?.word))
    )
  })
