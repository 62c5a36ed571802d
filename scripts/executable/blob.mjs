// What is put into Node: the program, and the programs of its threads.
import {spawnSync} from 'node:child_process'
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {oneFile} from './one-file.mjs'

const entries = {
  hedgerow: 'packages/cli/bin/hedgerow.js',
  'reading-thread': 'packages/cli/src/reading-thread.ts',
  'topic-thread': 'packages/cli/src/topic-thread.ts',
}

const settings = {
  main: 'hedgerow.js',
  output: 'hedgerow.blob',
  disableExperimentalSEAWarning: true,
  // A cache of compiled code fits one system only and differs from build to build.
  useCodeCache: false,
  assets: {'reading-thread': 'reading-thread.js', 'topic-thread': 'topic-thread.js'},
}

/** The blob for any system, made in a folder by the Node that will run it, with what is in each program. */
export const blobIn = async (folder, node) => {
  mkdirSync(folder, {recursive: true})
  const metafiles = []
  for (const [name, entry] of Object.entries(entries)) {
    const {text, metafile} = await oneFile(entry)
    writeFileSync(join(folder, `${name}.js`), text)
    metafiles.push(metafile)
  }
  writeFileSync(join(folder, 'sea.json'), JSON.stringify(settings))
  const {status, stderr} = spawnSync(node, ['--experimental-sea-config', 'sea.json'], {cwd: folder, encoding: 'utf8'})
  if (status !== 0) throw new Error(`Node could not make the blob: ${stderr}`)
  return {blob: readFileSync(join(folder, settings.output)), metafiles}
}
