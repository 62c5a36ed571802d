import {clauses, contact, identified, procedure, section} from '@hedgerow/ast'
import {lexicon} from '@hedgerow/lexicon'
import {expect, test} from 'vitest'
import {annotated} from '../../src/annotate/index.ts'

const rolesOf = (names: readonly string[], local: Readonly<Record<string, readonly string[]>> = {}) => {
  const entries = names.map((who) => contact(who, `${who} | 01632 960000`))
  const root = identified(procedure('ashby', 'missing-children', [section('Contacts', entries)]))
  const named = Object.values(local).flat()
  return clauses(annotated(root, lexicon, ['Ashby', ...named], local)).map((clause) =>
    clause.type === 'contact' ? clause.role : null,
  )
}

test('a contact under the name of an office is that office, and under its local name too', () => {
  expect(rolesOf(['Emergency Duty Team'])).toEqual(['edt'])
  expect(rolesOf(['Ashby Gateway'], {'front-door': ['Ashby Gateway']})).toEqual(['front-door'])
})

test('a desk, a line or another lead is somebody else', () => {
  expect(rolesOf(['MASH advice line for practitioners', 'Missing persons desk', 'Health safeguarding lead'])).toEqual([
    undefined,
    undefined,
    undefined,
  ])
})

test('of two contacts under one office neither is known by it', () => {
  expect(rolesOf(['Emergency Duty Team', 'The Emergency Duty Team'])).toEqual([undefined, undefined])
})
