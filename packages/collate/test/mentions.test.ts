// Nobody lacks what stands in their document where no row can hold it.
import {
  definition,
  field,
  form,
  identified,
  list,
  notice,
  procedure,
  type Procedure,
  provision,
  section,
} from '@hedgerow/ast'
import {lexicon} from '@hedgerow/lexicon'
import {expect, test} from 'vitest'
import {collate} from '../src/index.ts'

const shared = provision('The social worker must visit the child at home.')
const ashby = (...more: Parameters<typeof section>[1]): Procedure =>
  identified(procedure('ashby', 'topic', [section('Duties', [shared, ...more])]))
const brindle = (...more: Parameters<typeof section>[1]): Procedure =>
  identified(procedure('brindle', 'topic', [section('Duties', [shared, ...more])]))

/** Why the row of this text is unsure. */
const doubts = (text: string, procedures: readonly Procedure[]): readonly string[] | undefined =>
  collate(procedures, lexicon).rows.find(({readings}) => readings['ashby']?.some(({clause}) => clause.text === text))
    ?.unsure

test('a label that the other prints as a heading, as a choice or over a list is not missing there', () => {
  const asking = ashby(form('Form', [field('Case name')]))
  expect(doubts('Case name', [asking, brindle(section('Case names', []))])).toEqual([
    'brindle has the same words as a heading: “Case names”',
  ])
  const choice = field('What is it?', {options: ['Case name', 'None']})
  expect(doubts('Case name', [asking, brindle(form('Form', [choice]))])?.[0]).toMatch(
    /^brindle has the same words as a choice of “What is it\?”/u,
  )
  expect(doubts('Case name', [asking, brindle(list('The case name:', [provision('Ring.')]))])).toEqual([
    'brindle has the same words over a list: “The case name:”',
  ])
})

test('nor is a duty that the other prints in a box or asks for in a form', () => {
  const text = 'The carer must photograph the bicycle.'
  const asking = ashby(provision(text))
  expect(doubts(text, [asking, brindle(notice('note', '', 'Photograph bicycles: the carer does so.'))])?.[0]).toMatch(
    /^brindle has the same words in a box/u,
  )
  expect(doubts(text, [asking, brindle(form('Form', [field('Bicycle photographed by the carer')]))])?.[0]).toMatch(
    /^brindle may say this as a field of a form/u,
  )
})

test('a definition that the other writes as a sentence is not missing there', () => {
  const text = 'Close relatives are grandparents, siblings, uncles and aunts.'
  const other = definition('Close relative', 'A grandparent, sibling, brother, sister, uncle or aunt.')
  expect(doubts(text, [ashby(provision(text)), brindle(other)])?.[0]).toMatch(
    /^brindle may say this as a definition \(\): “Close relative: A grandparent/u,
  )
})

test('a word or two among many others are not the same words, and what is about the document says nothing', () => {
  const asking = ashby(form('Form', [field('Name')]))
  expect(doubts('Name', [asking, brindle(section('Name of the lead officer', []))])).toEqual([])
  expect(doubts('Name', [asking, brindle(notice('contents', '', 'Name'))])).toEqual([])
})
