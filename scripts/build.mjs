// Builds everything: the lexicon from its YAML, types and JavaScript of every package, and the program as one bundle split into chunks.
import {spawn} from 'node:child_process'
import {createHash} from 'node:crypto'
import {existsSync, readdirSync, readFileSync, rmSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {build} from 'esbuild'

const root = fileURLToPath(new URL('..', import.meta.url))
const dist = join(root, 'packages/cli/dist')

const run = (...words) =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, words, {cwd: root, stdio: 'inherit'})
    child.on('error', reject)
    child.on('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`${words.join(' ')} ended with code ${code}`)),
    )
  })

// Ink asks for React's developer tools only in development; they are not installed.
const withoutDevtools = {
  name: 'without-devtools',
  setup: ({onResolve, onLoad}) => {
    onResolve({filter: /^react-devtools-core$/}, () => ({path: 'nothing', namespace: 'without'}))
    onLoad({filter: /.*/, namespace: 'without'}, () => ({contents: 'export default {}'}))
  },
}

// Names the build in the cache: what another build read may differ.
const sourcesDigest = () => {
  const hash = createHash('sha256')
  for (const room of readdirSync(join(root, 'packages')).sort()) {
    const folder = join(root, 'packages', room, 'src')
    if (!existsSync(folder)) continue
    for (const name of readdirSync(folder, {recursive: true}).sort())
      if (/\.(?:tsx?|json)$/.test(name)) hash.update(name).update(readFileSync(join(folder, name)))
  }
  return hash.digest('hex').slice(0, 16)
}

// From the sources, so that the bundle and the compiler can work side by side.
const bundle = async () => {
  const {outputFiles} = await build({
    entryPoints: {
      hedgerow: join(root, 'packages/cli/src/main.ts'),
      'reading-thread': join(root, 'packages/cli/src/reading-thread.ts'),
      'topic-thread': join(root, 'packages/cli/src/topic-thread.ts'),
    },
    outdir: dist,
    outExtension: {'.js': '.mjs'},
    chunkNames: 'chunk-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    conditions: ['hedgerow-source'],
    define: {'process.env.NODE_ENV': '"production"', 'process.env.HEDGEROW_BUILD': JSON.stringify(sourcesDigest())},
    minifySyntax: true,
    legalComments: 'none',
    plugins: [withoutDevtools],
    banner: {
      js: "import {createRequire as __createRequire} from 'node:module'; const require = __createRequire(import.meta.url)",
    },
    logLevel: 'warning',
    write: false,
  })
  await replaced(outputFiles)
}

// Chunks first, the entry last: a run that starts in between finds the old program whole. Chunks nobody names any more go at the end.
const replaced = async (files) => {
  const {mkdirSync, writeFileSync, renameSync} = await import('node:fs')
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
