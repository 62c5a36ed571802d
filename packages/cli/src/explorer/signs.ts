import {standings} from '@hedgerow/report'

/** The signs a screen is drawn with: in Unicode, or for terminals without it in ASCII. */
export interface Signs {
  readonly same: string
  readonly only: string
  readonly nothing: string
  readonly differs: string
  readonly below: string
  readonly unsure: string
  readonly chosen: string
  readonly ellipsis: string
  readonly rule: string
  readonly bar: string
  readonly up: string
  readonly down: string
  readonly moved: string
  readonly full: string
  readonly empty: string
  readonly dot: string
}

export const unicodeSigns: Signs = {
  same: standings.same.sign,
  only: standings.only.sign,
  nothing: standings.nothing.sign,
  differs: standings.differs.sign,
  below: standings.below.sign,
  unsure: standings.unsure.sign,
  chosen: '›',
  ellipsis: '…',
  rule: '─',
  bar: '│',
  up: '↑',
  down: '↓',
  moved: '⇅',
  full: '█',
  empty: '░',
  dot: '·',
}

export const asciiSigns: Signs = {
  same: '=',
  only: '+',
  nothing: '-',
  differs: '#',
  below: 'v',
  unsure: '?',
  chosen: '>',
  ellipsis: '~',
  rule: '-',
  bar: '|',
  up: '^',
  down: 'v',
  moved: '%',
  full: '#',
  empty: '.',
  dot: '.',
}

/** Whether a terminal shows more than ASCII, by its locale; HEDGEROW_ASCII says no. */
export const signsFor = (env: Readonly<Record<string, string | undefined>>): Signs => {
  if (env.HEDGEROW_ASCII) return asciiSigns
  const locale = env.LC_ALL || env.LC_CTYPE || env.LANG || ''
  const isUnicode = /utf-?8/iu.test(locale) || env.TERM_PROGRAM !== undefined || env.WT_SESSION !== undefined
  return isUnicode && env.TERM !== 'linux' && env.TERM !== 'dumb' ? unicodeSigns : asciiSigns
}

/** Signs that have an ASCII stand-in when a whole line is turned. */
const turned: readonly (readonly [RegExp, string])[] = [
  [/[‘’]/gu, "'"],
  [/[“”]/gu, '"'],
  [/[–—]/gu, '-'],
  [/…/gu, '~'],
  [/≥/gu, '>='],
  [/≤/gu, '<='],
  [/×/gu, 'x'],
  [/[·•]/gu, '*'],
  [/≠/gu, '#'],
]

/** A text in ASCII: what has a stand-in gets it, letters lose their accents, other signs are a question mark. A quotation on such a terminal is the nearest
 *  it can show. */
export const inAscii = (text: string): string =>
  /^[\x20-\x7e]*$/u.test(text)
    ? text
    : turned
        .reduce((words, [sign, stand]) => words.replace(sign, stand), text.normalize('NFD').replace(/\p{M}/gu, ''))
        .replace(/[^\x20-\x7e]/gu, '?')
