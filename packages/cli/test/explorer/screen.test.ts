// What is written to a terminal, shown by a small one.
import {Writable} from 'node:stream'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {drawing} from '../../src/explorer/drawing.tsx'
import {line, span} from '../../src/explorer/lines.ts'
import {changes, entering, leaving, screenOn} from '../../src/explorer/screen.ts'
import type {Output} from '../../src/streams.ts'
import {emulator} from '../support/emulator.ts'

const [columns, rows] = [24, 8]

const row = fc.constantFrom(
  '',
  'a',
  'the same',
  '漢字漢字漢字漢字漢字漢字',
  '👍🏽 ok',
  'x'.repeat(columns),
  '\u001b[1mbold\u001b[22m',
)
const frames = fc.array(fc.array(row, {maxLength: rows - 1}), {minLength: 1, maxLength: 12})

const bare = (words: string): string => words.replace(/\p{Cc}\[\d*m/gu, '').trimEnd()

describe('changes', () => {
  test('one frame after another, the terminal shows the last and never scrolls', () => {
    fc.assert(
      fc.property(frames, (all) => {
        const terminal = emulator(columns, rows)
        let before: readonly string[] = []
        for (const now of all) {
          terminal.write(changes(before, now))
          before = now
          const shown = [...now.map(bare), ...Array.from({length: rows - now.length}, () => '')]
          expect(terminal.lines()).toEqual(shown)
        }
        expect(terminal.scrolled()).toBe(0)
      }),
    )
  })

  test('nothing is written where nothing has changed, and one line where one has', () => {
    expect(changes(['a', 'b'], ['a', 'b'])).toBe('')
    const written = changes(['a', 'b', 'c'], ['a', 'B', 'c'])
    expect(written).toContain('\u001b[2;1H\u001b[KB')
    expect(written).not.toContain(';1Ha')
    expect(written).not.toContain(';1Hc')
  })
})

test('a terminal is left as it was found', () => {
  const terminal = emulator(columns, rows)
  const before = [...terminal.modes].sort()
  terminal.write(entering)
  expect(terminal.modes.has('1049')).toBe(true)
  expect(terminal.modes.has('25')).toBe(false)
  terminal.write(changes([], ['a']))
  terminal.write(leaving)
  expect([...terminal.modes].sort()).toEqual(before)
})

describe('drawing', () => {
  const drawn = () => {
    const terminal = emulator(columns, rows)
    const output = new Writable({
      decodeStrings: false,
      write: (words: string, _, done) => {
        terminal.write(words)
        done()
      },
    })
    terminal.write(entering)
    const screen = screenOn(output as unknown as Output)
    return {terminal, screen, ...drawing(screen, {color: true, light: false, ascii: false})}
  }

  test('shows the lines it was given, whole ones too', () => {
    const {terminal, draw, stop} = drawn()
    draw([line('one'), [], line('x'.repeat(columns), 'selected'), [span('漢', 'title'), span('字')]])
    expect(terminal.lines().slice(0, 4)).toEqual(['one', '', 'x'.repeat(columns), '漢字'])
    draw([line('two')])
    expect(terminal.lines()).toEqual(['two', '', '', '', '', '', '', ''])
    stop()
  })

  test('keeps blanks at the beginning and end, and every code closed', () => {
    const {terminal, draw, stop} = drawn()
    draw([line('   three  '), [span(' '), span(' 4', 'bad')]])
    expect(terminal.lines().slice(0, 2)).toEqual(['   three', '  4'])
    stop()
  })

  test('draws all anew after something else was on the screen, and after a resize', () => {
    const {terminal, screen, draw, stop} = drawn()
    draw([line('a'), line('b')])
    terminal.write('\u001b[1;1Hrubbish')
    screen.forget()
    draw([line('a'), line('b'), line('c')])
    expect(terminal.lines().slice(0, 3)).toEqual(['a', 'b', 'c'])
    terminal.resize(40, 10)
    screen.forget()
    draw([line('y'.repeat(40))])
    expect(terminal.lines()[0]).toBe('y'.repeat(40))
    stop()
  })

  test('draws the same lines again after it forgot them', () => {
    const {terminal, screen, draw, stop} = drawn()
    const lines = [line('a'), line('b')]
    draw(lines)
    screen.forget()
    draw(lines)
    expect(terminal.lines().slice(0, 2)).toEqual(['a', 'b'])
    stop()
  })
})
