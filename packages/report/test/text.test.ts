import {describe, expect, it} from 'vitest'
import {report} from '@hedgerow/report'
import {tableLines} from '../src/formats/text-table.ts'
import {shownWidth, wrapped} from '../src/formats/wrap.ts'
import {oneHolder} from './fixtures/edges.ts'
import {testLexicon} from './fixtures/lexicon.ts'
import {threeAuthorities} from './fixtures/three.ts'

const plain = [...report(threeAuthorities, 'text', {lexicon: testLexicon})].join('')

describe('text', () => {
  it('keeps to 80 columns wherever a line can be broken', () => {
    const long = plain.split('\n').filter((line) => shownWidth(line) > 80 && line.trim().includes(' '))
    expect(long).toEqual([])
  })
  it('shows marks in brackets and no colour unless asked', () => {
    expect(plain.replace(/\s+/g, ' ')).toContain('[5 working days]')
    expect(plain).not.toContain('\u001b')
  })
  it('adds colour without changing a word', () => {
    const coloured = [...report(threeAuthorities, 'text', {lexicon: testLexicon, color: true})].join('')
    expect(coloured).toContain('\u001b[1m')
    expect(coloured.replace(/\p{Cc}\[[0-9]+m/gu, '')).toBe(plain)
  })
  it('hands no control character of a document to the terminal', () => {
    expect([...report(oneHolder, 'text', {lexicon: testLexicon})].join('')).toContain('\ufffd[31mred')
  })
})

describe('wrapped', () => {
  it('breaks between words only', () => {
    expect(wrapped('one two three', 7)).toEqual(['one two', 'three'])
    expect(wrapped('abcdefghij k', 4)).toEqual(['abcdefghij', 'k'])
    expect(wrapped('', 4)).toEqual([''])
  })
})

describe('tableLines', () => {
  it('stacks a table that has no room', () => {
    expect(tableLines(['Section', 'Ashby', 'Brindle'], [['Contacts', 'same', 'differs']], 12)).toEqual([
      'Contacts',
      '  Ashby:',
      '    same',
      '  Brindle:',
      '    differs',
    ])
  })
})
