// The explorer of an executable, with real keys.
import {existsSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {awaited, pane} from './pane.mjs'

/** Start, go on to the steps, down, open a row, back to the steps (Wine swallows a lone Escape), write the whole report as a web page. */
const steps = [
  {keys: [], shows: /Welcome to Hedgerow/u},
  {keys: ['2'], shows: /^(?![\s\S]*still reading)[\s\S]*›\s+1 Fix[\s\S]*Strictest/u},
  {keys: ['Down', 'Down'], shows: /›\s+3 Fix[\s\S]*Strictest/u},
  {keys: ['Enter'], shows: /^(?![\s\S]*Reading the row)[\s\S]*Row \d+ of \d+/u},
  {keys: ['2'], shows: /›\s+1 Fix[\s\S]*Strictest/u},
  {keys: ['w', 'w', 'e', 'b'], shows: /Search: web[\s\S]*› The whole report: Web page/u},
  {keys: ['Enter', 'Enter'], shows: /Strictest[\s\S]*Wrote .*\.html/u},
]

const restored = '\u001b[?1049l'

// Wine's console neither knows nor leaves out what steers a terminal: it counts that as signs and breaks the line after a hundred of them, leaving out blanks
// that stand there. So breaks are taken out again, and runs of blanks are not compared.
const unfolded = (record) => (existsSync(record) ? readFileSync(record, 'latin1').replaceAll(/\r+\n/g, '') : '')

/** The screen that the record of a terminal draws, drawn by another one. */
const redrawn = async (record, shows, folder) => {
  const copy = join(folder, 'redrawn')
  writeFileSync(copy, unfolded(record), 'latin1')
  const again = pane(`stty -echo; cat '${copy}'`, {cwd: folder, env: process.env})
  try {
    return await awaited(String(shows), () => shows.test(again.screen()) && again.screen(), 5).catch(() => null)
  } finally {
    again.close()
  }
}

const screenAfter = async ({shows}, terminal, {isWine, record, folder}) => {
  if (!isWine) return awaited(String(shows), () => shows.test(terminal.screen()) && terminal.screen())
  for (let tries = 0; tries < 8; tries++) {
    const screen = await redrawn(record, shows, folder)
    if (screen) return screen
  }
  throw new Error(`Waited for ${shows}.`)
}

const settled = (folder) =>
  awaited('the end', () => existsSync(join(folder, 'stty')) && readFileSync(join(folder, 'stty'), 'utf8'))

/** A screen as it is compared. */
export const comparable = (screen) => screen.replaceAll(/ {2,}/gu, '  ')

/** The screens after each step, and whether the terminal was given back at the end. */
export const explored = async (command, {folder, env, isWine}) => {
  const record = join(folder, 'record')
  const terminal = pane(`${command} explore procedures --as-at 2026-11-23; stty -a > stty`, {cwd: folder, env, record})
  try {
    const screens = []
    for (const step of steps) {
      for (const key of step.keys) terminal.press(key)
      screens.push(await screenAfter(step, terminal, {isWine, record, folder}))
    }
    terminal.press('q')
    const state = await settled(folder)
    const isRestored = / icanon/.test(state) && / echo /.test(state) && unfolded(record).includes(restored)
    return {screens, isRestored}
  } finally {
    terminal.close()
  }
}
