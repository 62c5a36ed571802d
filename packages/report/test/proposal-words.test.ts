import type {Assessment, Proposal} from '@hedgerow/assess'
import {describe, expect, it} from 'vitest'
import {report} from '@hedgerow/report'
import {adoptionWords, choiceWords, proposalBrief} from '../src/proposal-words.ts'
import {cellWords} from '../src/sheets/book.ts'
import {workbook} from '../src/sheets/workbook.ts'
import {testLexicon} from './fixtures/lexicon.ts'
import {threeAuthorities} from './fixtures/three.ts'

const wording = (authority: string, text: string) => ({authority, leadIn: null, term: null, text})

const shared: Proposal = {
  basis: 'shared',
  reason: 'Nobody has another rule',
  wording: wording('ashby', 'Tell the «front door» within 72 hours.'),
  below: [],
  verbatim: ['ashby'],
  changes: [{authority: 'brindle', words: 3}],
  fields: [
    {name: 'front door', values: {ashby: 'The Gateway', brindle: 'First Call'}},
    {name: 'front door 2', values: {ashby: 'the Hub'}},
  ],
  choices: [],
  safest: null,
}

const choice: Proposal = {
  ...shared,
  basis: 'choice',
  reason: 'Nothing settles the value',
  wording: null,
  verbatim: [],
  changes: [],
  fields: [],
  choices: [
    {label: '72 hours', authorities: ['ashby', 'carrow'], wording: wording('ashby', 'Within 72 hours.')},
    {label: '5 days', authorities: ['brindle'], wording: wording('brindle', 'Within five days.')},
  ],
  safest: 0,
}

const [topic, ...others] = threeAuthorities.topics
if (topic === undefined) throw new Error('Expected a topic')
const [first, second, ...rest] = topic.opportunities
if (first === undefined || second === undefined) throw new Error('Expected two opportunities')
const proposing: Assessment = {
  ...threeAuthorities,
  topics: [
    {...topic, opportunities: [{...first, proposal: shared}, {...second, proposal: choice}, ...rest]},
    ...others,
  ],
}

const sheetRows = (name: string): readonly (readonly string[])[] =>
  workbook(proposing, testLexicon)
    .sheets.find((each) => each.name === name)
    ?.rows.map((row) => row.map(cellWords)) ?? []

describe('proposals', () => {
  it('stand with the step in the report: the words, whose they are and who would change', () => {
    const text = [...report(proposing, 'markdown', {lexicon: testLexicon})].join('')
    expect(text).toContain(
      '**Words to adopt: one rule in different words.** Nobody has another rule. From Ashby. Ashby already has it word for word. To take all of these words over: Brindle 3 words.',
    )
    expect(text).toContain('- “Tell the «front door» within 72 hours.”')
  })
  it('put a choice to people, each with its holders, and say which lowers nobody’s protection', () => {
    const text = [...report(proposing, 'markdown', {lexicon: testLexicon})].join('')
    expect(text).toContain('**A choice for people.** Nothing settles the value.')
    expect(text).toContain('- 72 hours (Ashby and Carrow): “Within 72 hours.” This choice lowers nobody’s protection.')
    expect(text).toContain('- 5 days (Brindle): “Within five days.”')
  })
  it('say that a change is only one where people choose it', () => {
    const printed = (proposal: Proposal): string => {
      const own = {...topic, opportunities: [{...first, proposal}, second, ...rest]}
      return [...report({...proposing, topics: [own, ...others]}, 'markdown', {lexicon: testLexicon})].join('')
    }
    expect(first.change.map(({to}) => to)).toEqual([first.majority])
    expect(printed(choice)).toContain('*Who changes what, if people choose what most say*')
    expect(printed(shared)).toContain('*Who changes what*')
  })
  it('are one row for each wording or choice in the workbook', () => {
    expect(sheetRows('Words to adopt').map((row) => row.slice(4, 7))).toEqual([
      ['Tell the «front door» within 72 hours.', 'Ashby', '–'],
      ['Within 72 hours.', 'Ashby and Carrow', '72 hours'],
      ['Within five days.', 'Brindle', '5 days'],
    ])
  })
  it('give their merge fields by authority', () => {
    expect(sheetRows('Merge fields')).toEqual([
      [topic.title, '«front door»', 'The Gateway; the Hub', 'First Call', '–'],
    ])
  })
})

it('is brief in the action log: the words, or the values to choose from', () => {
  expect(proposalBrief(shared)).toBe('“Tell the «front door» within 72 hours.”')
  expect(proposalBrief(choice)).toBe('Choose: 72 hours or 5 days.')
  const unlabelled = {...choice, choices: choice.choices.map((each) => ({...each, label: ''}))}
  expect(proposalBrief(unlabelled)).toBe('Choose one of 2 wordings: see the sheet Words to adopt.')
  expect(proposalBrief({...choice, basis: 'none', choices: []})).toBe('Nothing settles the value.')
})

it('counts whom nobody would read the names of', () => {
  const many = Array.from({length: 13}, (_, at) => `a${at}`)
  const changes = many.map((authority, at) => ({authority, words: at + 1}))
  expect(adoptionWords({...shared, verbatim: many, changes}, (id) => id)).toBe(
    'From ashby. 13 authorities already have it word for word. To take all of these words over: 13 authorities, 1 to 13 words each.',
  )
  expect(choiceWords({label: '72 hours', authorities: many, wording: wording('ashby', 'X.')}, (id) => id)).toBe(
    '72 hours (13 authorities): “X.”',
  )
})
