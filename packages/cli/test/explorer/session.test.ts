// A sitting from key to disk, without a terminal: what was typed in a form is lost by nothing but its being written.
import {existsSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {beforeAll, describe, expect, test} from 'vitest'
import {spoken} from '../../src/explorer/frame.ts'
import type {Library} from '../../src/explorer/library.ts'
import {recorderIn} from '../../src/explorer/recorder.ts'
import {sessionOf} from '../../src/explorer/session.ts'
import {type Explorer, explorerOf} from '../../src/explorer/state.ts'
import {unicodeSigns} from '../../src/explorer/signs.ts'
import {after, bareWorld, explorerAt, libraryAt, screenText, textOf, typing, wholeWorld} from '../support/explorer.ts'
import {folderOf} from '../support/run.ts'

const planted = fileURLToPath(new URL('../../../../test/planted', import.meta.url))

let library = {} as Library

beforeAll(async () => {
  library = await libraryAt(planted)
}, 60_000)

/** A sitting over the planted procedures; what is judged and written goes to a folder of its own. */
const sat = async (report: (path: string) => string | null = () => null) => {
  const cwd = folderOf({})
  const start = explorerOf(bareWorld(library), {
    columns: 80,
    rows: 24,
    signs: unicodeSigns,
    exports: 'reports/',
    isNew: false,
  })
  let now: Explorer = start
  const quiet = (): void => undefined
  const session = sessionOf(start, {
    library,
    recorder: await recorderIn(cwd, null),
    source: {
      corpus: async () => library.corpus,
      asAt: '2026-11-23',
      chosen: false,
      version: '0',
      cache: library.cache,
      shelf: {} as never,
      env: {},
    },
    around: {
      cwd,
      onChange: (explorer) => {
        now = explorer
      },
      onQuit: quiet,
      edit: async () => ({words: '', isFault: false}),
      copy: quiet,
      report: async (_, path) => report(path),
      suspend: quiet,
      redraw: quiet,
      welcomed: quiet,
    },
  })
  return {
    cwd,
    now: () => now,
    press: (...keys: readonly string[]): void => {
      for (const key of keys) session.typed({of: 'key', key, text: textOf(key)})
    },
    shows: (words: string) => expect.poll(() => screenText(now)).toContain(words),
  }
}

/** A sitting that stands on the first step. */
const atStep = async () => {
  const own = await sat()
  own.press('2')
  await own.shows('1 of')
  return own
}

describe('a place to write to that was refused stands in the form again', () => {
  test('in the corpus', async () => {
    const {press, shows, now, cwd} = await sat()
    press('w', 'enter', 'ctrl-u', ...typing(join(planted, 'plan.md')), 'enter')
    await shows('! It lies in the corpus')
    expect(now().prompt).toMatchObject({kind: 'form', fields: [{value: join(planted, 'plan.md')}]})
    press('ctrl-u', ...typing('plan.md'), 'enter')
    await shows('Wrote plan.md')
    expect(readFileSync(join(cwd, 'plan.md'), 'utf8')).toContain('Likeness of the region')
    expect(now().typed).toEqual({})
  })

  test('where it cannot be written', async () => {
    const {press, shows, now} = await sat((path) => (path === 'no/room.html' ? 'There is no room' : null))
    press('w', ...typing('html'), 'enter', 'ctrl-u', ...typing('no/room.html'), 'enter')
    await shows('! There is no room')
    press('ctrl-u', ...typing('room.html'), 'enter')
    await shows('Wrote room.html (html).')
    expect(now().typed).toEqual({})
  })

  test('but not under the hands of somebody who went on meanwhile', async () => {
    const {press, shows, now} = await sat(() => 'There is no room')
    press('w', ...typing('html'), 'enter', 'ctrl-u', ...typing('no/room.html'), 'enter', 'down')
    await shows('no/room.html was not written. There is no room')
    expect(now().prompt).toBeNull()
    press('w', ...typing('html'), 'enter')
    expect(now().prompt).toMatchObject({kind: 'form', isKept: true, fields: [{value: 'no/room.html'}]})
  })

  test('where a file is that stays', async () => {
    const {press, shows, cwd} = await sat()
    writeFileSync(join(cwd, 'plan.md'), 'mine')
    press('w', 'enter', 'ctrl-u', ...typing('plan.md'), 'enter')
    await shows('plan.md is there already')
    press('enter')
    await shows('Write this view')
    press(...typing('.new'), 'enter')
    await shows('Wrote plan.md.new')
    expect(readFileSync(join(cwd, 'plan.md'), 'utf8')).toBe('mine')
    expect(existsSync(join(cwd, 'plan.md.new'))).toBe(true)
  })
})

describe('what was typed about a step', () => {
  test('stands in the form again after it was left, and no more once it is written', async () => {
    const {press, shows, now, cwd} = await atStep()
    press('d', 'tab', ...typing('R Officer'), 'esc')
    expect(now().said?.words).toContain('was not written')
    expect(existsSync(join(cwd, 'decisions.yaml'))).toBe(false)
    press('d')
    expect(screenText(now())).toContain('As you left it: not written yet')
    expect(screenText(now())).toContain('R Officer')
    press('ctrl-s')
    await shows('Written to decisions.yaml')
    expect(readFileSync(join(cwd, 'decisions.yaml'), 'utf8')).toContain('owner: R Officer')
    press('d')
    expect(now().prompt).toMatchObject({kind: 'form', isKept: false})
    press('esc')
    expect(now().said).toBeNull()
  })

  test('is of that step alone', async () => {
    const {press, now} = await atStep()
    press('d', 'tab', ...typing('R Officer'), 'esc', 'down', 'd')
    expect(now().prompt).toMatchObject({kind: 'form', isKept: false})
  })

  test('is not lost where it could not be written', async () => {
    const {press, shows, now, cwd} = await atStep()
    writeFileSync(join(cwd, 'decisions.yaml'), '- opportunity: [broken\n')
    press('d', 'tab', ...typing('R Officer'), 'ctrl-s')
    await shows('decisions.yaml')
    expect(now().said?.isFault).toBe(true)
    press('d')
    expect(screenText(now())).toContain('R Officer')
    expect(readFileSync(join(cwd, 'decisions.yaml'), 'utf8')).toBe('- opportunity: [broken\n')
  })
})

describe('where nothing was compared every view says why, and what to do', () => {
  test.each([
    [{'hedgerow.yaml': ''}, 'Put them in as AUTHORITY/TOPIC.EXTENSION'],
    [{'ashby/missing-children.md': '# Missing\n\nThe carer must tell the police.\n'}, 'Put in a second authority'],
  ])('%j', async (files, remedy) => {
    const own = explorerAt(await wholeWorld(await libraryAt(folderOf(files))))
    for (const key of ['1', '2', '6', '7'])
      expect(screenText(after(own, key)).replace(/\s+/gu, ' '), key).toContain(remedy)
    expect(spoken(own)).toContain(remedy)
  })
})
