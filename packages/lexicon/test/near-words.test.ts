import {describe, expect, it} from 'vitest'
import {lexicon, words} from '../src/index.ts'

const entries = (name: string): readonly (readonly string[])[] =>
  lexicon.wordClasses.filter((each) => each.class === name).flatMap((each) => each.words.map((word) => word.split(' ')))

const repeated = (all: readonly string[]): readonly string[] => all.filter((each, at) => all.indexOf(each) !== at)

describe('words of near sense', () => {
  const groups = entries('near-sense')
  it('stand in groups of at least two, none twice in a group', () => {
    expect(groups.length).toBeGreaterThan(2000)
    expect(groups.filter((group) => group.length < 2 || repeated(group).length > 0)).toEqual([])
  })
  it('are single words: of two only the first would be compared', () => {
    expect(groups.flat().filter((word) => words(word).length !== 1 || word !== word.toLowerCase())).toEqual([])
  })
  it('never hold a word and its denial', () => {
    const denied = (word: string, other: string): boolean =>
      /^(?:un|in|im(?!migr)|ir|non|dis)/u.test(other) && other.endsWith(word)
    const opposites = groups.flatMap((group) =>
      group.flatMap((word) =>
        group
          .filter((other) => other.length - word.length > 1 && other.length - word.length < 4 && denied(word, other))
          .map((other) => `${word} ${other}`),
      ),
    )
    expect(opposites).toEqual([])
  })
})

/** One rule's words as it is told to the public, as a byelaw has it, and as a label. */
const registers: readonly (readonly [plain: string, formal: string, label: string])[] = [
  ['stay', 'remain', 'presence'],
  ['ring', 'summon', 'call'],
  ['secret', 'confidentiality', 'secrecy'],
  ['promise', 'undertaking', 'assurance'],
  ['take', 'remove', 'removal'],
  ['find', 'ascertain', 'discovery'],
  ['swallow', 'ingest', 'ingestion'],
  ['hand', 'surrender', 'handover'],
  ['check', 'verify', 'verification'],
  ['pay', 'reimburse', 'refund'],
  ['choose', 'elect', 'election'],
  ['bin', 'discard', 'disposal'],
]

describe('the plain word, the formal word and the word of a label', () => {
  const groups = entries('near-sense')
  const neighbours = (word: string): ReadonlySet<string> =>
    new Set(groups.filter((group) => group.includes(word)).flat())
  it('are each near another of the three', () => {
    const lone = registers.flatMap((all) =>
      all.filter((word) => !all.some((other) => other !== word && neighbours(word).has(other))),
    )
    expect(lone).toEqual([])
  })
})

describe('words that turn a rule', () => {
  it('stand in pairs of two words', () => {
    expect(entries('opposed-sense').filter((pair) => pair.length !== 2 || pair[0] === pair[1])).toEqual([])
  })
})

describe('forms of a word', () => {
  it('have one base each', () => {
    const forms = [...entries('irregular-base'), ...entries('irregular-form')]
    expect(forms.filter((each) => each.length !== 2)).toEqual([])
    const bases = new Map<string, Set<string>>()
    for (const [form = '', base = ''] of forms) bases.set(form, (bases.get(form) ?? new Set()).add(base))
    expect([...bases].filter(([, all]) => all.size > 1).map(([form]) => form)).toEqual([])
  })
})

describe('an act said by a verb and a noun', () => {
  it('is one act', () => {
    const acts = entries('act-noun')
    expect(acts.filter((each) => each.length !== 3)).toEqual([])
    expect(repeated(acts.map(([verb, noun]) => `${verb} ${noun}`))).toEqual([])
  })
})
