// Drives the executables that scripts/executable.mjs has built as a person would, and holds all they say against the program as it is built:
// [WINE=wine64] node scripts/try-executable.mjs. Wants tmux. The Windows one is left out where WINE names no Wine.
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {isDeepStrictEqual} from 'node:util'
import {root} from './build/bundling.mjs'
import {driven} from './executable/driven.mjs'
import {comparable, explored} from './executable/explored.mjs'

const place = mkdtempSync(join(tmpdir(), 'hedgerow-tried-'))
const wine = process.env.WINE
const built = (name) => join(root, 'dist/executable', name)

const programs = {
  node: [process.execPath, join(root, 'packages/cli/bin/hedgerow.js')],
  linux: [built('hedgerow-linux-x64')],
  ...(wine ? {windows: [wine, built('hedgerow-win-x64.exe')]} : {}),
}

const tried = async ([name, command]) => {
  const folder = join(place, name)
  const env = {...process.env, HEDGEROW_CACHE: 'off', NODE_SKIP_PLATFORM_CHECK: '1', WINEDEBUG: '-all'}
  const work = driven(command, {folder, env})
  const seen = {...env, HEDGEROW_CACHE: 'cache'}
  return {name, work, ...(await explored(command.join(' '), {folder, env: seen, isWine: name === 'windows'}))}
}

const told = (what, faults) => {
  const lines = faults.map((each) => `       ${each}\n`).join('')
  process.stdout.write(`${faults.length === 0 ? 'right' : 'WRONG'}  ${what}\n${lines}`)
  if (faults.length > 0) process.exitCode = 1
}

const workFaults = (work, wanted) =>
  Object.keys(wanted).flatMap((each) => (isDeepStrictEqual(work[each], wanted[each]) ? [] : [`${each} differs`]))

const codeFaults = ({before, after}) =>
  before.status === 0 && after.status === 1 ? [] : [`it ended with ${before.status}, then with ${after.status}`]

/** The lines of a screen that are not as they should be. */
const oddLines = (screen, wanted, at) => {
  const [lines, right] = [screen, wanted].map((each) => comparable(each).split('\n'))
  const longest = Math.max(lines.length, right.length)
  return Array.from({length: longest}, (_, line) => [lines[line], right[line], line])
    .filter(([is, should]) => is !== should)
    .map(([is, should, line]) => `screen ${at + 1}, line ${line + 1}: ${is} | should be: ${should}`)
}

const judged = ({name, work, screens, isRestored}, wanted) => {
  told(`${name}: the sample job in every format, and the checks, to the byte`, workFaults(work, wanted.work))
  told(`${name}: check ends with 0 before the planted change, with 1 after`, codeFaults(work))
  const odd = screens.flatMap((screen, at) => oddLines(screen, wanted.screens[at], at))
  told(`${name}: ${screens.length} screens of the explorer`, odd)
  told(`${name}: the terminal is given back`, isRestored ? [] : ['it is not'])
}

try {
  const results = []
  for (const program of Object.entries(programs)) results.push(await tried(program))
  for (const result of results) judged(result, results[0])
  if (!wine) process.stdout.write('windows: not run, WINE names no Wine\n')
} finally {
  rmSync(place, {recursive: true, force: true})
}
