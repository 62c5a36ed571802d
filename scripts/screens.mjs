// Makes the pictures the README shows: drives the built program in tmux over the sample region and draws what stands on the terminal as SVG, and opens the
// HTML report in Chromium. Run by hand after a change of either: node scripts/screens.mjs
import {execFileSync} from 'node:child_process'
import {cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {setTimeout as pause} from 'node:timers/promises'
import {fileURLToPath} from 'node:url'
import {reportPicture} from './screens/report-picture.mjs'
import {svgOf} from './screens/svg.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const target = join(root, 'packages/cli/screens')
const [columns, rows] = [100, 30]

const tmux = (...words) => execFileSync('tmux', ['-L', 'hedgerow-screens', ...words], {encoding: 'utf8'})
const seen = () => tmux('capture-pane', '-p')
const until = async (words) => {
  for (let tries = 0; tries < 300; tries++) {
    if (seen().includes(words)) return
    await pause(100)
  }
  throw new Error(`Waited for ${words}, saw:\n${seen()}`)
}

// Keys to press, words to wait for, and the picture's name.
const walk = [
  [['1'], 'authorities, 3 topics', 'region'],
  [['2'], 'First steps', 'steps'],
  [['Enter'], 'Who says what', 'row'],
]

const folder = mkdtempSync(join(tmpdir(), 'hedgerow-screens-'))
try {
  cpSync(join(root, 'procedures'), join(folder, 'procedures'), {recursive: true})
  const command = `cd ${folder}; COLORFGBG='15;0' HEDGEROW_CACHE=${join(folder, 'cache')} node ${join(root, 'packages/cli/bin/hedgerow.js')} explore --as-at 2026-11-23`
  tmux('-f', '/dev/null', 'new-session', '-d', '-x', String(columns), '-y', String(rows), 'bash --norc')
  tmux('send-keys', command, 'Enter')
  await until('Press any key')
  mkdirSync(target, {recursive: true})
  for (const [keys, words, name] of walk) {
    tmux('send-keys', ...keys)
    await until(words)
    await pause(1000)
    writeFileSync(join(target, `${name}.svg`), svgOf(tmux('capture-pane', '-p', '-e'), {columns, rows}))
    process.stdout.write(`packages/cli/screens/${name}.svg\n`)
  }
} finally {
  tmux('kill-server')
  rmSync(folder, {recursive: true, force: true})
}

await reportPicture(root, join(root, 'packages/report/screens/report.png'))
process.stdout.write('packages/report/screens/report.png\n')
