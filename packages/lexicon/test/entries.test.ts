import {describe, expect, it} from 'vitest'
import {lexicon, stem, words} from '../src/index.ts'

const key = (phrase: string): string =>
  words(phrase)
    .map(({word}) => stem(word))
    .join(' ')

/** Phrases given to two different values: `phrase: value / value`. */
const clashes = (pairs: readonly (readonly [string, string])[]): readonly string[] => {
  const values = new Map<string, Set<string>>()
  for (const [phrase, value] of pairs) values.set(phrase, (values.get(phrase) ?? new Set()).add(value))
  return [...values].filter(([, all]) => all.size > 1).map(([phrase, all]) => `${phrase}: ${[...all].join(' / ')}`)
}

const inUnit = (value: number): boolean => value >= 0 && value <= 1

describe('every entry of every file', () => {
  const lists = {...lexicon, ...lexicon.durations, ...lexicon.triggers, ...lexicon.local}
  for (const [name, list] of Object.entries(lists))
    if (
      Array.isArray(list) &&
      !['functionWords', 'conditionOpeners', 'headingContrasts', 'headingTopics'].includes(name)
    )
      it(`${name} says where it is from`, () => {
        expect(list.filter((entry: {source?: string}) => !entry.source)).toEqual([])
      })
})

describe('sections', () => {
  it('give a heading one kind among those a topic can have, endings apart', () => {
    for (const {topic} of lexicon.topics) {
      const open = lexicon.sections.filter(({topics}) => topics.length === 0 || topics.includes(topic))
      expect(clashes(open.flatMap(({kind, headings}) => headings.map((each) => [key(each), kind] as const)))).toEqual(
        [],
      )
    }
  })
  it('weigh between 0 and 1, the return interview most and contacts little', () => {
    const weight = (kind: string) => lexicon.sections.find((each) => each.kind === kind)?.weight as number
    expect(lexicon.sections.every((each) => inUnit(each.weight))).toBe(true)
    expect(weight('return-interview')).toBe(1)
    expect(weight('contacts')).toBeLessThan(weight('introduction'))
  })
  it('have lower-case headings without numbers of their own, at least three of them', () => {
    const bad = lexicon.sections.flatMap(({headings}) =>
      headings.filter((each) => each !== each.toLowerCase() || /^\d+\./u.test(each)),
    )
    expect(bad).toEqual([])
    expect(
      lexicon.sections.filter(({headings, notice}) => headings.length < (notice ? 2 : 3)).map(({kind}) => kind),
    ).toEqual([])
  })
  it('keep a body section called Purpose and Scope out of the boxes', () => {
    const boxed = new Set(lexicon.sections.filter(({notice}) => notice).flatMap(({headings}) => headings.map(key)))
    for (const heading of ['purpose and scope', 'scope', 'legal framework', 'information sharing'])
      expect(boxed.has(key(heading))).toBe(false)
    for (const heading of ['scope of this chapter', 'amendments', 'contents', 'version control'])
      expect(boxed.has(key(heading))).toBe(true)
  })
  it('name only topics there are', () => {
    const topics = new Set(lexicon.topics.map(({topic}) => topic))
    expect(lexicon.sections.flatMap((each) => each.topics).filter((each) => !topics.has(each))).toEqual([])
  })
})

describe('topics, currency, data items, holidays', () => {
  it('fold each slug into one topic', () => {
    expect(
      clashes(lexicon.topics.flatMap(({topic, also}) => [topic, ...also].map((slug) => [slug, topic] as const))),
    ).toEqual([])
  })
  it('give each superseded term one successor and a date', () => {
    expect(clashes(lexicon.currency.map(({term, current}) => [term.toLowerCase(), current] as const))).toEqual([])
    expect(lexicon.currency.filter(({from}) => Number.isNaN(Date.parse(from)))).toEqual([])
    const terms = new Set(lexicon.currency.map(({term}) => term.toLowerCase()))
    expect(lexicon.currency.filter(({current}) => terms.has(current.toLowerCase()))).toEqual([])
  })
  it('mark short acronyms case-sensitive, one word each, since only those are matched so', () => {
    const loose = lexicon.currency.filter(({term, caseSensitive}) => /^[A-Z]+s?$/u.test(term) && !caseSensitive)
    expect(loose).toEqual([])
    expect(lexicon.currency.filter(({term, caseSensitive}) => caseSensitive && words(term).length > 1)).toEqual([])
  })
  it('give each label one data item', () => {
    expect(
      clashes(lexicon.dataItems.flatMap(({item, labels}) => labels.map((label) => [label, item] as const))),
    ).toEqual([])
    expect(clashes(lexicon.dataItems.map(({item, title}) => [item, title] as const))).toEqual([])
  })
  it('have eight bank holidays in each year, none at a weekend, in order', () => {
    const dates = lexicon.holidays.map(({date}) => date)
    expect([...dates].sort()).toEqual(dates)
    for (const year of ['2024', '2025', '2026', '2027', '2028'])
      expect(dates.filter((date) => date.startsWith(year))).toHaveLength(8)
    expect(dates.filter((date) => [0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay()))).toEqual([])
    for (const date of ['2024-04-01', '2025-04-21', '2026-12-28', '2027-12-27', '2028-01-03'])
      expect(dates).toContain(date)
  })
})

describe('differences', () => {
  it('have a class each', () => {
    const names = lexicon.differences.map((each) => each.class)
    expect(names).toEqual([...new Set(names)])
  })
  it('have impact and effort between 0 and 1, with wording cheapest to fix and forms dearest', () => {
    expect(lexicon.differences.every(({impact, effort}) => inUnit(impact) && inUnit(effort))).toBe(true)
    const effort = (name: string) => lexicon.differences.find((each) => each.class === name)?.effort as number
    expect(effort('currency')).toBeLessThan(effort('deadline'))
    expect(Math.max(...lexicon.differences.map((each) => each.effort))).toBe(effort('form-field'))
  })
})

describe('standards', () => {
  it('name section kinds and topics there are, are dated and not yet verified', () => {
    const kinds = new Set(lexicon.sections.map(({kind}) => kind))
    const topics = new Set(lexicon.topics.map(({topic}) => topic))
    for (const {id, topic, about, from, knownTo, verified} of lexicon.standards) {
      expect([id, about.sections.filter((kind) => !kinds.has(kind))]).toEqual([id, []])
      expect([id, topics.has(topic), verified, from < knownTo]).toEqual([id, true, false, true])
      expect([id, about.all.length + about.any.length > 0]).toEqual([id, true])
    }
    expect(new Set(lexicon.standards.map(({id}) => id)).size).toBe(lexicon.standards.length)
  })
  it('ask for offering and for the 72 hours apart', () => {
    const requires = (id: string) => lexicon.standards.find((each) => each.id === id)?.requires
    expect(requires('return-interview-offered')).toEqual({modality: 'obligation', unconditional: true})
    expect(requires('return-interview-within-72-hours')?.deadline).toEqual({within: {value: 72, unit: 'hour'}})
  })
})
