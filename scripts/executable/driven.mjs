// What an executable does with the sample region, and with a copy of it in which one limit was changed.
import {spawnSync} from 'node:child_process'
import {closeSync, cpSync, mkdirSync, openSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {formats} from '../../packages/report/dist/index.js'
import {root} from '../build/bundling.mjs'

const day = ['--as-at', '2026-11-23']

/** Its words go to files: Wine cannot write to a pipe. */
const run = ([program, ...first], words, {folder, env}) => {
  const [out, err] = ['out', 'err'].map((name) => openSync(join(folder, name), 'w'))
  const {status} = spawnSync(program, [...first, ...words], {cwd: folder, env, stdio: ['ignore', out, err]})
  for (const each of [out, err]) closeSync(each)
  return {status, out: readFileSync(join(folder, 'out'), 'utf8'), err: readFileSync(join(folder, 'err'), 'utf8')}
}

const planted = (folder) => {
  const path = join(folder, 'procedures/saltmarrow/missing-children.md')
  const text = readFileSync(path, 'utf8')
  if (!text.includes('72 hours'))
    throw new Error('The sample no longer says 72 hours where a change was to be planted.')
  writeFileSync(path, text.replace('72 hours', '96 hours'))
}

/** Every format the product has: one that is added is tried here without another word. */
const names = Object.keys(formats)

/** The sample job in every format, then a check before and after the change; every file and word of it by name. */
export const driven = (command, {folder, env}) => {
  mkdirSync(folder, {recursive: true})
  cpSync(join(root, 'procedures'), join(folder, 'procedures'), {recursive: true})
  const outputs = names.flatMap((format) => ['--output', `${format}=reports/${format}`])
  const asked = (...words) => run(command, [...words, 'procedures', ...day], {folder, env})
  const job = asked('report', '--quiet', ...outputs)
  const baseline = asked('baseline')
  const before = asked('check')
  planted(folder)
  const after = asked('check')
  const files = names.map((format) => [format, readFileSync(join(folder, 'reports', format), 'latin1')])
  return {...Object.fromEntries(files), job, baseline, before, after}
}
