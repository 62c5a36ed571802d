// The packages as they would be published: tarballs, made from nothing.
import {spawnSync} from 'node:child_process'
import {existsSync, mkdirSync, readdirSync, readFileSync, rmSync} from 'node:fs'
import {join} from 'node:path'
import {root} from '../build/bundling.mjs'

const home = join(root, 'packages')
const out = join(root, 'dist/packs')

const run = (program, words, cwd) => {
  const {status, stdout, stderr} = spawnSync(program, words, {cwd, encoding: 'utf8'})
  if (status !== 0) throw new Error(`${program} ${words.join(' ')} ended with code ${status}: ${stdout}${stderr}`)
}

const manifestOf = (room) => JSON.parse(readFileSync(join(home, room, 'package.json'), 'utf8'))
const {packageManager} = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))

// What an earlier build left of files that are gone would be packed with the rest.
const builtAnew = (rooms) => {
  for (const room of rooms) rmSync(join(home, room, 'dist'), {recursive: true, force: true})
  run(process.execPath, [join(root, 'scripts/build.mjs')], root)
}

const tarballOf = (room) => {
  const {name, version} = manifestOf(room)
  const path = join(out, `${name.replace('@', '').replace('/', '-')}-${version}.tgz`)
  run('npx', ['--yes', packageManager, 'pack', '--pack-destination', out], join(home, room))
  if (!existsSync(path)) throw new Error(`Expected ${path} to be packed.`)
  return {room, name, version, path}
}

/** Every package packed: its room, name, version and the path of its tarball. */
export const packed = () => {
  const rooms = readdirSync(home).filter((room) => existsSync(join(home, room, 'package.json')))
  builtAnew(rooms)
  rmSync(out, {recursive: true, force: true})
  mkdirSync(out, {recursive: true})
  return rooms.map(tarballOf)
}
