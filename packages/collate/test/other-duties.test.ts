import {type Action, type Deadline, provision} from '@hedgerow/ast'
import {expect, test} from 'vitest'
import {areOtherDuties} from '../src/similarity/facts.ts'

const action = (verb: string, object: string): Action => ({verb, object})
const within = (value: number, event: string): Deadline => ({
  value,
  unit: 'hour',
  bound: 'within',
  iso: `PT${value}H`,
  event,
})

const graded = provision('red: within 4 hours of receipt', {
  actors: ['front-door'],
  action: action('give', 'colour'),
  deadlines: [within(4, 'referral-received')],
})
const reply = provision('Agencies must reply within 4 hours of the request.', {
  actors: ['agency'],
  action: action('reply', 'information'),
  deadlines: [within(4, 'request')],
})

test('limits that others keep, from another event, for another act are other duties', () => {
  expect(areOtherDuties(graded, reply)).toBe(true)
  expect(areOtherDuties(reply, graded)).toBe(true)
})

test('what one of the two leaves open, or both state alike, keeps them together', () => {
  expect(areOtherDuties(graded, {...reply, actors: []})).toBe(false)
  expect(areOtherDuties(graded, {...reply, action: null})).toBe(false)
  expect(areOtherDuties(graded, {...reply, deadlines: [within(8, 'referral-received')]})).toBe(false)
  expect(areOtherDuties(graded, {...reply, action: action('reply', 'colour')})).toBe(false)
})

test('another role with another limit alone is a difference of one duty', () => {
  expect(areOtherDuties(graded, {...graded, actors: ['agency'], deadlines: [within(8, 'request')]})).toBe(false)
})
