import {provision} from '@hedgerow/ast'
import type {Row} from '@hedgerow/collate'
import {lexicon} from '@hedgerow/lexicon'
import {expect, test} from 'vitest'
import {heldAgainst} from '../src/standards.ts'

const standard = lexicon.standards.find(({id}) => id === 'missing-out-of-area-notification')

/** A row of three readings, two of which speak to the standard. */
const rowOf = (confidence: number): Row => {
  const told = 'When a child placed here goes missing, the carer must inform the placing authority.'
  const texts = {ashby: told, brindle: told, carrow: 'It must be met by them.'}
  const readings = Object.entries(texts).map(([authority, text]) => {
    const clause = provision(text, {modality: 'obligation'})
    return [authority, [{clause, heading: {title: 'Out of area', number: null, kind: null}}]] as const
  })
  return {
    id: 'out-of-area-1',
    kind: 'provision',
    section: 'out-of-area',
    confidence,
    unsure: [],
    doubtful: {},
    moved: [],
    readings: Object.fromEntries(readings),
    links: [],
    rule: null,
  }
}

test('the rest of a row is judged with those that speak to a standard, but not where the match is weak', () => {
  if (!standard) throw new Error('Expected the standard, found none')
  const metIn = (confidence: number) =>
    heldAgainst(standard, [rowOf(confidence)], ['ashby', 'brindle', 'carrow'], lexicon).verdict.met
  expect(metIn(0.9)).toEqual({ashby: 'met', brindle: 'met', carrow: 'met'})
  expect(metIn(0.4)).toEqual({ashby: 'met', brindle: 'met', carrow: 'not-stated'})
})
