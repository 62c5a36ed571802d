// Keys as terminals send them: many at once, or in pieces.
import {PassThrough} from 'node:stream'
import {afterEach, describe, expect, test} from 'vitest'
import {keyStream, type Typed} from '../../src/explorer/key-stream.ts'

const stops: (() => void)[] = []

afterEach(() => {
  for (const stop of stops.splice(0)) stop()
})

const keyboard = () => {
  const stdin = new PassThrough()
  const heard: Typed[] = []
  stops.push(keyStream(stdin, (typed) => heard.push(typed)))
  const words = (): readonly string[] =>
    heard.map((typed) =>
      typed.of === 'key' ? typed.key : typed.of === 'wheel' ? `wheel ${typed.by}` : `paste ${typed.text}`,
    )
  return {
    heard,
    words,
    type: (...pieces: readonly (string | Buffer)[]) => {
      for (const piece of pieces) stdin.write(piece)
    },
    until: (count: number) => expect.poll(() => heard.length, {timeout: 5000}).toBeGreaterThanOrEqual(count),
  }
}

const escape = '\u001b'

describe('keys', () => {
  test.each([
    ['jjk', ['j', 'j', 'k']],
    ['GgA', ['G', 'g', 'A']],
    [' \r\t\u007f', ['space', 'enter', 'tab', 'backspace']],
    [`${escape}[A${escape}[B${escape}[C${escape}[D`, ['up', 'down', 'right', 'left']],
    [`${escape}OA${escape}OB`, ['up', 'down']],
    [
      `${escape}[5~${escape}[6~${escape}[H${escape}[F${escape}[1~${escape}[4~`,
      ['page-up', 'page-down', 'home', 'end', 'home', 'end'],
    ],
    [`${escape}[Z`, ['shift-tab']],
    ['\u0003\u0012\u0010\u001a\u000c', ['ctrl-c', 'ctrl-r', 'ctrl-p', 'ctrl-z', 'ctrl-l']],
    ['é漢=?/:[]', ['é', '漢', '=', '?', '/', ':', '[', ']']],
    [`j${escape}[Bk\r`, ['j', 'down', 'k', 'enter']],
  ])('%j typed at once', async (text, keys) => {
    const {type, words, until} = keyboard()
    type(text)
    await until(keys.length)
    expect(words()).toEqual(keys)
  })

  test('each tells what it types', async () => {
    const {type, heard, until} = keyboard()
    type(`é ${escape}[A\r\u0012\u007f`)
    await until(6)
    expect(heard.map((typed) => (typed.of === 'key' ? typed.text : null))).toEqual(['é', ' ', '', '', '', ''])
  })

  test.each([
    [[escape, '[A'], ['up']],
    [[`${escape}[`, 'B'], ['down']],
    [
      [`j${escape}[`, '5~k'],
      ['j', 'page-up', 'k'],
    ],
    [
      [`${escape}[<6`, '5;10;3', 'Mj'],
      ['wheel 1', 'j'],
    ],
    [[escape, '[<64;1;1M'], ['wheel -1']],
    [
      [`${escape}[`, '<64;1;1Mj'],
      ['wheel -1', 'j'],
    ],
  ])('%j in pieces', async (pieces, keys) => {
    const {type, words, until} = keyboard()
    type(...pieces)
    await until(keys.length)
    expect(words()).toEqual(keys)
  })

  test('a sign whose bytes come apart is one sign', async () => {
    const {type, words, until} = keyboard()
    const bytes = Buffer.from('é漢👍')
    type(...Array.from({length: bytes.length}, (_, at) => bytes.subarray(at, at + 1)))
    await until(3)
    expect(words()).toEqual(['é', '漢', '👍'])
  })

  test.each([
    [`${escape}j`, ['esc', 'j']],
    [`${escape}:out`, ['esc', ':', 'o', 'u', 't']],
    [`${escape}\u000c`, ['esc', 'ctrl-l']],
    [`${escape}\r`, ['esc', 'enter']],
    [`${escape} `, ['esc', 'space']],
    [`${escape}é`, ['esc', 'é']],
    [`${escape}${escape}`, ['esc', 'esc']],
    [`${escape}${escape}[A`, ['esc', 'up']],
  ])('%j is an escape and another key', async (text, keys) => {
    const {type, words, until} = keyboard()
    type(text)
    await until(keys.length)
    expect(words()).toEqual(keys)
  })

  test('a lone escape is one, also just before another key', async () => {
    const {type, words, until} = keyboard()
    type(escape)
    await until(1)
    type('j')
    await until(2)
    expect(words()).toEqual(['esc', 'j'])
  })

  test('two escapes are no third key', async () => {
    const {type, words, until} = keyboard()
    type(escape)
    await until(1)
    type(escape)
    await until(2)
    expect(words()).toEqual(['esc', 'esc'])
  })
})

describe('paste', () => {
  test('comes as one piece, whatever is in it', async () => {
    const {type, words, until} = keyboard()
    type(`a${escape}[200~q d\nx`, `y${escape}[20`, '1~b')
    await until(3)
    expect(words()).toEqual(['a', 'paste q d\nxy', 'b'])
  })
})

describe('wheel', () => {
  test('turns are told in their order among keys, buttons are not told', async () => {
    const {type, words, until} = keyboard()
    type(`j${escape}[<65;3;4M${escape}[<0;3;4M${escape}[<0;3;4mk${escape}[<64;3;4M`)
    await until(4)
    expect(words()).toEqual(['j', 'wheel 1', 'k', 'wheel -1'])
  })
})

test('nothing is heard after it was stopped', async () => {
  const stdin = new PassThrough()
  const heard: Typed[] = []
  const stop = keyStream(stdin, (typed) => heard.push(typed))
  stop()
  stdin.write('j')
  await new Promise((done) => setTimeout(done, 20))
  expect(heard).toEqual([])
})
