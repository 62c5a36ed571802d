import {PassThrough} from 'node:stream'
import {StringDecoder} from 'node:string_decoder'
import {emitKeypressEvents, type Key} from 'node:readline'

/** What comes from a keyboard. `text` is what a key types, empty for one that types nothing. */
export type Typed =
  | {readonly of: 'key'; readonly key: string; readonly text: string}
  | {readonly of: 'paste'; readonly text: string}
  | {readonly of: 'wheel'; readonly by: 1 | -1}

/** A wheel turned or a button pressed, as terminals report it when asked to (SGR mode). */
const mouse = /\u001b\[<(\d+);\d+;\d+[Mm]/gu
/** The beginning of a sequence whose rest has not come yet. */
const begun = /\u001b(?:\[(?:<[\d;]*)?)?$/u

/** How long the rest of a sequence is waited for, in milliseconds: it comes at once, but not always in one piece. */
const escapeWait = 40

const names: Readonly<Record<string, string>> = {
  return: 'enter',
  enter: 'enter',
  escape: 'esc',
  pageup: 'page-up',
  pagedown: 'page-down',
  backspace: 'backspace',
}

/** A key's name: `a`, `A`, `ctrl-r`, `shift-tab`, `page-down`. */
const keyOf = (sign: string | undefined, {name, ctrl, shift, meta}: Key): string => {
  if (sign !== undefined && sign >= ' ' && sign !== '\u007f' && !ctrl && !meta) return sign === ' ' ? 'space' : sign
  const known = names[name ?? ''] ?? name ?? ''
  // Node calls a lone escape one with the meta key.
  if (known === 'esc') return 'esc'
  if (known === 'tab' && shift) return 'shift-tab'
  return ctrl ? `ctrl-${known}` : meta ? `alt-${known}` : known
}

/** Reads keys from a terminal, however many come at once; what is pasted comes as one piece. Returns what stops it. */
export const keyStream = (stdin: NodeJS.ReadableStream, onTyped: (typed: Typed) => void): (() => void) => {
  const keys = new PassThrough()
  let [held, pasting]: [string, string | null] = ['', null]
  // Node reads an escape wait from the second argument; its types speak of a whole readline there. We have waited already.
  emitKeypressEvents(keys, {escapeCodeTimeout: 1} as never)
  keys.on('keypress', (sign: string | undefined, key: Key) => {
    if (key.name === 'paste-start') pasting = ''
    else if (key.name === 'paste-end') {
      onTyped({of: 'paste', text: pasting ?? ''})
      pasting = null
    } else if (pasting !== null) pasting += sign ?? ''
    else {
      const isText = sign !== undefined && sign >= ' ' && sign !== '\u007f' && !key.ctrl && !key.meta
      onTyped({of: 'key', key: keyOf(sign, key), text: isText ? sign : ''})
    }
  })
  const decoder = new StringDecoder('utf8')
  let waiting: NodeJS.Timeout | undefined
  const letGo = (): void => {
    const rest = held
    held = ''
    if (rest !== '') keys.write(rest)
  }
  const onData = (bytes: Buffer | string): void => {
    clearTimeout(waiting)
    const whole = held + (typeof bytes === 'string' ? bytes : decoder.write(bytes))
    held = begun.exec(whole)?.[0] ?? ''
    const ready = held === '' ? whole : whole.slice(0, -held.length)
    let from = 0
    for (const found of ready.matchAll(mouse)) {
      keys.write(ready.slice(from, found.index))
      if (found[1] === '64' || found[1] === '65') onTyped({of: 'wheel', by: found[1] === '64' ? -1 : 1})
      from = found.index + found[0].length
    }
    if (from < ready.length) keys.write(ready.slice(from))
    if (held !== '') waiting = setTimeout(letGo, escapeWait)
  }
  stdin.on('data', onData)
  return () => {
    clearTimeout(waiting)
    stdin.off('data', onData)
    keys.destroy()
  }
}
