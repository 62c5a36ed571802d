// Whatever is pressed, at whatever size, over whatever texts: a frame fits its terminal and cannot drive it.
import {beforeAll, describe, expect, test} from 'vitest'
import {frame, spoken} from '../../src/explorer/frame.ts'
import {type Line, lineText} from '../../src/explorer/lines.ts'
import {painted, type Palette} from '../../src/explorer/palette.ts'
import {asciiSigns, unicodeSigns} from '../../src/explorer/signs.ts'
import {type Explorer, onTop, pasted, pressed, withNewWorld, withWorld} from '../../src/explorer/state.ts'
import type {World} from '../../src/explorer/world.ts'
import {bareWorld, explorerAt, frameFaults, libraryAt, sampleFolder, textOf, wholeWorld} from '../support/explorer.ts'

const sizes = [
  [20, 6],
  [40, 12],
  [80, 24],
  [100, 30],
  [200, 60],
  [300, 100],
  [1, 1],
] as const

/** Every key that is bound anywhere, and some that type. */
const keys = [
  ...`up down left right page-up page-down home end tab shift-tab enter enter enter esc backspace space ctrl-u ctrl-w
    ctrl-s ctrl-a ctrl-e delete ctrl-b ctrl-f ctrl-d ctrl-p ctrl-r ctrl-l ctrl-c ctrl-z q ? : / 1 2 3 4 5 6 7 u U w R [ ] h j k l g G J K n p
    r s o d f y Y = x m a e t é 漢 👩‍👩‍👧 alt-x`.split(/\s+/u),
  '\u0301',
  '',
]

/** Numbers in [0, 1) from a seed (mulberry32). */
const chances = (seed: number): (() => number) => {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

const spoiled = [
  '本手続きは行方不明の子どもに関する手順を定める',
  '👩‍👩‍👧‍👦🏴󠁧󠁢󠁥󠁮󠁧󠁿🇬🇧👍🏽',
  `e\u0301\u0323 Z${'\u0308\u0301'.repeat(12)}oe`,
  'antidisestablishment'.repeat(15),
  'a\ttab\nand\u001b[2J\u001b]0;title\u0007a\u009b31mline\r\u2028x',
  '\u202eright to left\u2066 and\u200f back\u061c',
  'soft\u00adhyphen zero\u200bwidth \ufeff“quoted” — … ≥ 3 × 2',
]

const told = new Set(
  'name,title,text,words,why,label,value,summary,sectionTitle,statement,citation,section,reason,number,leadIn,majority,strictest,national,from,to,agency,gap,path'.split(
    ',',
  ),
)

/** A world whose every text begins and ends in something a terminal stumbles over. */
const spoiledWorld = (world: World): World => {
  let at = 0
  const odd = (words: string): string => `${spoiled[at++ % spoiled.length]} ${words}${spoiled[at % spoiled.length]}`
  const deep = <Value>(value: Value): Value =>
    JSON.parse(JSON.stringify(value), (key, each: unknown) =>
      typeof each === 'string' && told.has(key) ? odd(each) : each,
    ) as Value
  const map = <Value>(entries: ReadonlyMap<string, Value>): ReadonlyMap<string, Value> => new Map(deep([...entries]))
  return {
    ...world,
    region: odd('Region'),
    headline: world.headline.map(odd),
    name: (id) => `${spoiled[id.length % spoiled.length]}${world.name(id)}`,
    short: (words) => `${words}${spoiled[words.length % spoiled.length]}`,
    authorities: deep(world.authorities),
    documents: deep(world.documents),
    notCompared: deep(world.notCompared),
    agencies: deep(world.agencies),
    topics: deep(world.topics),
    rows: map(world.rows),
    details: map(world.details),
    outlines: map(world.outlines),
  }
}

let [world, bare, odd] = [{} as World, {} as World, {} as World]

beforeAll(async () => {
  const library = await libraryAt(sampleFolder)
  bare = bareWorld(library)
  world = await wholeWorld(library)
  odd = spoiledWorld(world)
}, 60_000)

const palettes = {
  plain: {color: true, light: false, ascii: false},
  ascii: {color: true, light: true, ascii: true},
} as const satisfies Readonly<Record<string, Palette>>

/** Views and prompts that came up. */
const seen = new Set<string>()

/** Where one stands in a list is always in sight. */
const cursorLost = (explorer: Explorer, drawn: readonly Line[]): string | null => {
  const {name} = onTop(explorer)
  if (explorer.prompt || explorer.columns < 40 || explorer.rows < 12 || name === 'row') return null
  const lines = drawn.map(lineText)
  const isEmpty = lines.some((words) => empty.test(words))
  return isEmpty || lines.some((words) => words.startsWith(explorer.signs.chosen))
    ? null
    : `no line is stood on in ${name}:\n${lines.join('\n')}`
}

const empty =
  /No row holds|no row|no step|^nothing$|nothing; only|No line holds|could not be read|Reading the|No authority.s name|No two auth/u

/** How walks begin, in turn: chance seldom gets to two procedures side by side, or to the pairs. */
const beginnings: readonly (readonly string[])[] = [['4', 'enter', 'enter'], ['p'], []]

/** Presses keys at random, resizing, pasting and changing the world at times; what is wrong with a frame, with the keys that led there. */
const walked = (from: Explorer, presses: number, seed: number, palette: Palette): readonly string[] => {
  const chance = chances(seed)
  const one = <Item>(items: readonly Item[]): Item => items[Math.floor(chance() * items.length)] as Item
  const first = beginnings[seed % beginnings.length] ?? []
  const trail: string[] = []
  let now = from
  for (let at = 0; at < presses; at++) {
    const key = first[at] ?? one(keys)
    trail.push(key)
    now = pressed(now, key, textOf(key)).explorer
    if (chance() < 0.02) now = pasted(now, one(spoiled)).explorer
    if (chance() < 0.01) now = withNewWorld(now, now.world === from.world ? bare : from.world)
    if (chance() < 0.02 && now.world === bare) now = withWorld(now, from.world)
    if (chance() < 0.02) {
      const [columns, rows] = one(sizes)
      now = {...now, columns, rows}
    }
    const drawn = frame(now)
    const faults = frameFaults(now, palette, drawn)
    if (faults.length > 0) return [`${now.columns}×${now.rows}, after ${trail.slice(-8).join(' ')}`, ...faults]
    const lost = cursorLost(now, drawn)
    if (lost) return [`${now.columns}×${now.rows}, after ${trail.slice(-8).join(' ')}`, lost]
    seen.add(now.prompt ? now.prompt.kind : onTop(now).name)
    if (spoken(now) === '') return ['nothing said', ...trail.slice(-8)]
  }
  return []
}

/** A large frame takes some times as long to look through as a small one. */
const presses = (columns: number, most: number): number => (columns > 100 ? most / 3 : most)

describe('whatever is pressed', () => {
  test.each(sizes)(
    'a frame fits %i × %i',
    (columns, rows) => {
      expect(walked(explorerAt(world, columns, rows), presses(columns, 300), columns, palettes.plain)).toEqual([])
    },
    60_000,
  )

  test.each(sizes)(
    'a frame of wide, joined, endless and unruly signs fits %i × %i',
    (columns, rows) => {
      expect(walked(explorerAt(odd, columns, rows), presses(columns, 150), columns + 1, palettes.plain)).toEqual([])
    },
    60_000,
  )

  test.each(sizes)(
    'a frame in ASCII fits %i × %i and holds nothing else',
    (columns, rows) => {
      expect(
        walked(explorerAt(odd, columns, rows, asciiSigns), presses(columns, 120), columns + 2, palettes.ascii),
      ).toEqual([])
    },
    60_000,
  )

  test('every view and every prompt came up', () => {
    expect([...seen].sort()).toEqual([
      'agencies',
      'choose',
      'faults',
      'filter',
      'form',
      'help',
      'opportunities',
      'outline',
      'pairs',
      'region',
      'row',
      'rows',
      'sides',
    ])
  })

  test('without colour there is bold, faint, underline and reverse video only', () => {
    const chance = chances(7)
    const used = new Set<string>()
    let now = explorerAt(odd, 100, 30, unicodeSigns)
    for (let at = 0; at < 300; at++) {
      const key = keys[Math.floor(chance() * keys.length)] as string
      now = pressed(now, key, textOf(key)).explorer
      const words = frame(now).map((each) => painted(each, {color: false, light: false, ascii: false}))
      for (const [, code = ''] of words.join('').matchAll(/\p{Cc}\[([\d;]*)m/gu))
        for (const each of code.split(';')) used.add(each)
    }
    expect([...used].sort()).toEqual(['1', '2', '22', '24', '27', '4', '7'].sort())
  })
})
