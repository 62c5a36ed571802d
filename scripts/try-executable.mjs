// Drives the executables that scripts/executable.mjs has built as a person would, and holds all they say against the program as it is built:
// [WINE=wine64] node scripts/try-executable.mjs. Wants tmux. The Windows one is left out where WINE names no Wine.
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {isDeepStrictEqual} from 'node:util'
import {root} from './build/bundling.mjs'
import {driven} from './executable/driven.mjs'
import {explored} from './executable/explored.mjs'

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

const told = (what, isRight) => {
  process.stdout.write(`${isRight ? 'right' : 'WRONG'}  ${what}\n`)
  if (!isRight) process.exitCode = 1
}

const judged = ({name, work, screens, isRestored}, wanted) => {
  const unlike = Object.keys(wanted.work).filter((each) => !isDeepStrictEqual(work[each], wanted.work[each]))
  told(
    `${name}: the sample job and the checks, to the byte${unlike.map((each) => `; not ${each}`).join('')}`,
    unlike.length === 0,
  )
  told(
    `${name}: check ends with ${work.before.status} before the planted change, ${work.after.status} after`,
    work.before.status === 0 && work.after.status === 1,
  )
  const odd = screens.flatMap((screen, at) => (screen === wanted.screens[at] ? [] : [at + 1]))
  told(
    `${name}: ${screens.length} screens of the explorer${odd.map((at) => `; not screen ${at}`).join('')}`,
    odd.length === 0,
  )
  told(`${name}: the terminal is given back`, isRestored)
}

try {
  const results = []
  for (const program of Object.entries(programs)) results.push(await tried(program))
  for (const result of results) judged(result, results[0])
  if (!wine) process.stdout.write('windows: not run, WINE names no Wine\n')
} finally {
  rmSync(place, {recursive: true, force: true})
}
