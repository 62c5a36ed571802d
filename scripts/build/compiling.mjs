// Runs the program that lies in a folder over the sample, and writes what V8 compiled of each part:  node compiling.mjs FOLDER OUT
import {writeFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {join} from 'node:path'
import {root} from './bundling.mjs'

const [, , folder, out] = process.argv
const {scripts} = createRequire(import.meta.url)(join(folder, 'dist/linked.cjs'))
const outputs = ['html', 'markdown', 'json'].flatMap((format) => ['--output', `${format}=${join(folder, format)}`])

process.argv.splice(2, 2, 'report', join(root, 'procedures'), '--quiet', '--strict', ...outputs)
process.on('exit', () => {
  for (const [name, script] of scripts) writeFileSync(join(out, name), script.createCachedData())
})
await import(join(folder, 'bin/hedgerow.js'))
