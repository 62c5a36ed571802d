import {describe, expect, it} from 'vitest'
import {lexicon, phraseMatcher, stem, words} from '../src/index.ts'

const key = (phrase: string): string =>
  words(phrase)
    .map(({word}) => stem(word))
    .join(' ')
const fold = phraseMatcher(
  lexicon.equivalences.flatMap(({same}) => same.map((phrase) => [phrase, same[0] as string] as const)),
)
const idle = new Set(lexicon.functionWords)

/** A text with its equivalents folded and its function words left out. */
const folded = (text: string): string => {
  const tokens = words(text)
  const matches = fold(tokens)
  const found: string[] = []
  for (let at = 0; at < tokens.length; ) {
    const match = matches.find(({first}) => first === at)
    const span = match ? words(match.entry) : tokens.slice(at, at + 1)
    found.push(...span.filter(({word}) => !idle.has(word)).map(({word}) => stem(word)))
    at = match ? match.last + 1 : at + 1
  }
  return found.join(' ')
}

const same: readonly (readonly [string, string])[] = [
  [
    'This procedure sets out what practitioners must do.',
    'This protocol explains what practitioners are required to do.',
  ],
  ['by someone who is independent of the placement', 'by a person independent of the placement'],
  ['a strategy discussion', 'a strategy meeting'],
  ['all staff working with children', 'all staff who work with children'],
  ['notify the police immediately', 'inform the police without delay'],
  ['before the interview', 'prior to the interview'],
  ['once the child is located', 'once the child is found'],
  ['if necessary', 'where required'],
  ['staff must be courteous', 'staff must be polite'],
  ['the worker must endeavour to attend', 'the worker must try to attend'],
  ['the nurse must go with the child', 'the nurse must accompany the child'],
  ['the names of those present', 'the names of the people who attended'],
  ['the person who made the referral is told', 'the referrer is told'],
  ['the child is seen on their own', 'the child is seen alone'],
  ['done in a secure manner', 'done securely'],
  ['agreed in advance', 'agreed beforehand'],
  ['who is capable of deciding', 'who is able to decide'],
  ['it is rarely used', 'it is seldom used'],
  ['do all they can to trace the father', 'make every effort to trace the father'],
  ['keep in touch with the family', 'maintain contact with the family'],
  ['the plan comes to an end', 'the plan terminates'],
]

const different: readonly (readonly [string, string])[] = [
  ['The worker must call.', 'The worker should call.'],
  ['The worker must call.', 'The worker may call.'],
  ['The worker must call.', 'The worker must not call.'],
  ['within one working day', 'within working day'],
  ['record where the child was found', 'record when the child was found'],
  ['ask if the child was alone', 'ask when the child was alone'],
  ['the child is found', 'the child is returned'],
  ['the interview is offered', 'the interview is completed'],
  ['the interview is carried out', 'the interview is offered'],
  ['inform the parents', 'consult the parents'],
  ['discuss with the police', 'notify the police'],
  ['share the findings', 'share the location'],
  ['parents and staff', 'parents or staff'],
  ['any child', 'all children'],
  ['provided that the child is safe', 'given that the child is safe'],
  ['an appropriate adult', 'a suitable adult'],
  ['the team manager', 'the team leader'],
  ['an independent return interview', 'a return interview'],
  ['whereabouts cannot be established', 'whereabouts are unknown'],
  ['as soon as possible', 'as soon as reasonably practicable'],
  ['more than three', 'at least three'],
  ['no more than three', 'more than three'],
  ['severe risk', 'a number of risk'],
  ['before the return', 'after the return'],
  ['the local arrangements', 'the local organisations'],
  ['arrange a meeting', 'hold a meeting'],
  ['high risk', 'very high risk'],
  ['unless consent is given', 'if consent is given'],
  ['a consequence of the delay', 'of the delay'],
  ['not able to attend', 'able to attend'],
  ['seldom used', 'occasionally used'],
  ['make every effort to attend', 'try to attend'],
  ['read the letter', 'read out the letter'],
  ['lose contact with the family', 'keep in contact with the family'],
  ['go with the child', 'go to the child'],
  ['a complaint is made', 'a child complains'],
  ['inform the referrer', 'inform the referring agency'],
  ['the child was seen at school', 'the child was seen at home'],
  ['the child arrives', 'the child returns'],
  ['call off the meeting', 'call the meeting'],
  ['stay with the family', 'remain with the family'],
  ['take steps to tell the parents', 'tell the parents'],
  ['a newborn child', 'an unborn child'],
  ['the birth mother', 'the mother'],
  ['has concerns that the child is missing', 'knows that the child is missing'],
  ['alter the plan', 'replace the plan'],
  ['minimise the delay', 'avoid the delay'],
]

describe('equivalences', () => {
  for (const [a, b] of same) it(`hold "${a}" = "${b}"`, () => expect(folded(a)).toBe(folded(b)))
  for (const [a, b] of different) it(`never "${a}" = "${b}"`, () => expect(folded(a)).not.toBe(folded(b)))

  it('have each phrase once, by its stem', () => {
    const all = lexicon.equivalences.flatMap(({same}) => same.map(key))
    expect(all.filter((each, at) => all.indexOf(each) !== at)).toEqual([])
    expect(lexicon.equivalences.filter(({same}) => same.length < 2)).toEqual([])
    expect(lexicon.equivalences.length).toBeGreaterThan(150)
  })
  it('never mix forces', () => {
    const force = new Map(lexicon.modality.map(({marker, modality}) => [marker, modality]))
    const forces = (group: readonly string[]) => new Set(group.flatMap((phrase) => force.get(phrase) ?? []))
    expect(lexicon.equivalences.filter(({same}) => forces(same).size > 1)).toEqual([])
    const plain = new Map(
      Object.entries({
        must: 'must',
        shall: 'must',
        should: 'should',
        ought: 'should',
        may: 'may',
        might: 'might',
        will: 'will',
      }),
    )
    const modals = (group: readonly string[]) =>
      new Set(group.flatMap((phrase) => words(phrase).flatMap(({word}) => plain.get(word) ?? [])))
    const negated = (phrase: string) => /\b(?:not|never|no|need not|nobody|none)\b/u.test(phrase)
    const forceful = lexicon.equivalences.filter(({same}) => modals(same).size > 0)
    expect(forceful.filter(({same}) => modals(same).size > 1)).toEqual([])
    expect(forceful.filter(({same}) => new Set(same.map(negated)).size > 1)).toEqual([])
  })
  it('never mix comparisons', () => {
    const op = new Map(lexicon.triggers.comparisons.map((each) => [each.phrase, each.op]))
    const ops = (group: readonly string[]) => new Set(group.flatMap((phrase) => op.get(phrase) ?? []))
    expect(lexicon.equivalences.filter(({same}) => ops(same).size > 1)).toEqual([])
  })
  it('never mix bounds', () => {
    const bound = new Map(lexicon.durations.bounds.map((each) => [each.phrase, each.bound]))
    const bounds = (group: readonly string[]) => new Set(group.flatMap((phrase) => bound.get(phrase) ?? []))
    expect(lexicon.equivalences.filter(({same}) => bounds(same).size > 1)).toEqual([])
  })
  it('never join a role with another role', () => {
    const role = new Map(
      lexicon.roles.flatMap(({role: id, terms}) => terms.map((term) => [term.toLowerCase(), id] as const)),
    )
    const roles = (group: readonly string[]) => new Set(group.flatMap((phrase) => role.get(phrase) ?? []))
    expect(lexicon.equivalences.filter(({same}) => roles(same).size > 1)).toEqual([])
  })
  it('never join number words, which have values of their own', () => {
    const numbers = new Set(lexicon.durations.numbers.map(({word}) => key(word)))
    const single = lexicon.equivalences.flatMap(({same}) => same.filter((phrase) => numbers.has(key(phrase))))
    expect(single).toEqual([])
  })
})

describe('function words', () => {
  it('hold nothing that can change what is to be done', () => {
    const telling =
      `must shall should may might can will not no never without unless except all any every each both only least most more
      and or if when where until before after within by from for very one two first then`.split(/\s+/u)
    expect(telling.filter((word) => idle.has(word))).toEqual([])
    for (const {marker} of lexicon.modality)
      expect(words(marker).every(({word}) => idle.has(word)) && !/ to$/u.test(marker)).toBe(false)
  })
})
