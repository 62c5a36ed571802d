// Packages that scripts need and the product does not: fetched from npm when first asked for, into an ignored folder.
import {spawnSync} from 'node:child_process'
import {existsSync, renameSync, rmSync} from 'node:fs'
import {join} from 'node:path'
import {root} from './build/bundling.mjs'

const installed = (name, version, folder) => {
  const words = [
    'install',
    '--prefix',
    folder,
    '--ignore-scripts',
    '--force',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ]
  const {status, stderr} = spawnSync('npm', [...words, `${name}@${version}`], {encoding: 'utf8'})
  if (status !== 0) throw new Error(`npm could not fetch ${name}@${version}: ${stderr}`)
}

/** The folder of a package of exactly this version, whatever system it is for. Its own scripts are not run. */
export const fetched = (name, version) => {
  const home = join(root, 'dist/fetched', `${name.replaceAll(/[@/]/g, '-')}-${version}`)
  const part = `${home}.part`
  if (!existsSync(home)) {
    rmSync(part, {recursive: true, force: true})
    installed(name, version, part)
    renameSync(part, home)
  }
  return join(home, 'node_modules', name)
}
