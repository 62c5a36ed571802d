// Builds everything: the lexicon from its YAML, types and JavaScript of every package, and the program as one bundle split into chunks, beside the
// licences of all that is in it.
import {spawn} from 'node:child_process'
import {mkdirSync, readdirSync, renameSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {build} from 'esbuild'
import {bundling, countingLate, root, withoutDevtools} from './build/bundling.mjs'
import {licencesOf} from './build/licences.mjs'

const dist = join(root, 'packages/cli/dist')

const run = (...words) =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, words, {cwd: root, stdio: 'inherit'})
    child.on('error', reject)
    child.on('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`${words.join(' ')} ended with code ${code}`)),
    )
  })

// From the sources, so that the bundle and the compiler can work side by side.
const bundle = async () => {
  const {outputFiles, metafile} = await build({
    ...bundling(),
    entryPoints: {
      hedgerow: join(root, 'packages/cli/src/main.ts'),
      'reading-thread': join(root, 'packages/cli/src/reading-thread.ts'),
      'topic-thread': join(root, 'packages/cli/src/topic-thread.ts'),
    },
    outdir: dist,
    outExtension: {'.js': '.mjs'},
    chunkNames: 'chunk-[hash]',
    splitting: true,
    plugins: [withoutDevtools, countingLate],
    banner: {
      js: "import {createRequire as __createRequire} from 'node:module'; const require = __createRequire(import.meta.url)",
    },
  })
  replaced(outputFiles)
  writeFileSync(join(dist, 'third-party.txt'), licencesOf(metafile))
}

// Chunks first, the entry last: a run that starts in between finds the old program whole. Chunks nobody names any more go at the end.
const replaced = (files) => {
  mkdirSync(dist, {recursive: true})
  const entry = join(dist, 'hedgerow.mjs')
  for (const {path, contents} of [...files].sort((x, y) => Number(x.path === entry) - Number(y.path === entry))) {
    writeFileSync(`${path}.part`, contents)
    renameSync(`${path}.part`, path)
  }
  const kept = new Set(files.map(({path}) => path))
  for (const name of readdirSync(dist))
    if (/^chunk-.*\.mjs$/.test(name) && !kept.has(join(dist, name))) rmSync(join(dist, name))
}

try {
  await run(join(root, 'scripts/compile-lexicon.mjs'))
  await Promise.all([run(join(root, 'node_modules/typescript/bin/tsc'), '-b', 'packages'), bundle()])
} catch (fault) {
  process.stderr.write(`build: ${fault.message}\n`)
  process.exitCode = 1
}
