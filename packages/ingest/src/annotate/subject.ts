import type {Token} from '@hedgerow/lexicon'
import type {Grammar} from './grammar.ts'
import {trailingNoun} from './trailing-noun.ts'

/** The places of the subject proper: introductory phrases ("In all cases", "Following a referral,") are left out. */
export const subjectPlaces = (
  tokens: readonly Token[],
  grammar: Grammar,
  places: readonly number[],
): readonly number[] => {
  const body = withoutIntroductions(tokens, grammar, withoutLead(tokens, places))
  const [first] = body
  if (first === undefined || !introduces(tokens, grammar, body)) return body
  const last = (body.at(-1) as number) + 1
  const start = trailingNoun(tokens, grammar, first + 1, last)
  return body.filter((place) => place >= start)
}

const withoutLead = (tokens: readonly Token[], places: readonly number[]): readonly number[] => {
  const start = places.findIndex(
    (place) => ![',', 'and', 'but', 'then', 'so', '-', '–', '—', '*', ')'].includes(tokens[place]?.word ?? ''),
  )
  return start < 0 ? [] : places.slice(start)
}

const withoutIntroductions = (
  tokens: readonly Token[],
  grammar: Grammar,
  places: readonly number[],
): readonly number[] => {
  const comma = places.findIndex((place) => tokens[place]?.word === ',')
  if (comma < 0 || !introduces(tokens, grammar, places.slice(0, comma))) return places
  return withoutIntroductions(tokens, grammar, withoutLead(tokens, places.slice(comma + 1)))
}

/** Does a phrase begin like an introduction: with a preposition, an adverb, or a participle before its complement? */
const introduces = (tokens: readonly Token[], grammar: Grammar, places: readonly number[]): boolean => {
  const word = tokens[places[0] as number]?.word ?? ''
  const next = tokens[places[1] as number]?.word
  if (places.length === 0) return true
  if (word === 'no' && ['later', 'more', 'less', 'fewer'].includes(next ?? '')) return true
  if (word === 'given' || (word === 'out' && next === 'of') || (grammar.is('preposition', word) && word !== 'subject'))
    return true
  if (isRecurring(tokens, grammar, places)) return true
  const phrase = grammar.adverbs(places.map((place) => tokens[place] as Token))[0]
  if (phrase?.first === 0 && phrase.last === places.length - 1) return true
  if (word.endsWith('ly') && places.length === 1) return true
  return word.endsWith('ing') && grammar.is('determiner', next) && word !== 'the'
}

/** "Each morning the manager", "every six months the board": how often, before a subject with a determiner of its own. */
const isRecurring = (tokens: readonly Token[], grammar: Grammar, places: readonly number[]): boolean => {
  const [first, ...rest] = places.map((place) => tokens[place]?.word)
  const unit = rest.findIndex((word) => grammar.is('unit-of-time', word) || grammar.is('time-of-day', word))
  const often = ['each', 'every'].includes(first ?? '') && unit >= 0 && unit <= 1
  return often && grammar.is('determiner', rest[unit + 1])
}

/** Whether a subject is nobody but whoever wrote the page. */
export const isWe = (tokens: readonly Token[], nouns: readonly number[]): boolean =>
  nouns.length === 1 && tokens[nouns[0] as number]?.word === 'we'
