// Lets V8 compile the program once for all runs: what it compiled in a run over the sample is kept beside the parts, in dist/compiled. It fits this version of
// Node only; another takes no notice of it, and it belongs to no package.
import {spawnSync} from 'node:child_process'
import {createHash} from 'node:crypto'
import {cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {root} from './bundling.mjs'

const compiling = fileURLToPath(new URL('compiling.mjs', import.meta.url))
const program = join(root, 'packages/cli/bin/hedgerow.js')

const stampOf = (parts) =>
  createHash('sha256')
    .update([process.version, ...[compiling, program].map((path) => readFileSync(path, 'utf8')), ...parts].join('\n'))
    .digest('hex')

/** The program without its threads, so that it does everything in one: what that compiled serves them all. */
const alone = (dist, folder) => {
  mkdirSync(join(folder, 'bin'))
  writeFileSync(join(folder, 'package.json'), '{"type": "module"}')
  cpSync(program, join(folder, 'bin/hedgerow.js'))
  for (const name of ['hedgerow.mjs', 'linked.cjs', 'parts'])
    cpSync(join(dist, name), join(folder, 'dist', name), {recursive: true})
}

const run = (folder, out) => {
  const {status, stderr} = spawnSync(process.execPath, [compiling, folder, out], {
    cwd: root,
    encoding: 'utf8',
    env: {...process.env, HEDGEROW_CACHE: join(folder, 'cache'), NODE_OPTIONS: ''},
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  if (status !== 0) throw new Error(`the program could not be compiled: ${stderr}`)
}

/** Puts what V8 compiled of the parts, by their names, into a folder of its own beside them, unless it is there. */
export const compile = (dist, parts) => {
  const [own, stamp] = [join(dist, 'compiled'), stampOf(parts)]
  const written = join(own, 'stamp')
  if (existsSync(written) && readFileSync(written, 'utf8') === stamp) return
  rmSync(own, {recursive: true, force: true})
  const folder = mkdtempSync(join(tmpdir(), 'hedgerow-compile-'))
  const made = join(dist, 'compiled.new')
  try {
    alone(dist, folder)
    rmSync(made, {recursive: true, force: true})
    mkdirSync(made)
    run(folder, made)
    writeFileSync(join(made, 'stamp'), stamp)
    renameSync(made, own)
  } finally {
    rmSync(folder, {recursive: true, force: true})
  }
}
