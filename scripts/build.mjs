// Builds everything: the lexicon from its YAML, types and JavaScript of every package, and the program as one bundle split into parts, beside what V8
// compiled of them and the licences of all that is in it.
import {spawn} from 'node:child_process'
import {mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync} from 'node:fs'
import {basename, join} from 'node:path'
import {build} from 'esbuild'
import {bundling, countingLate, root, withoutDevtools} from './build/bundling.mjs'
import {compile} from './build/compile.mjs'
import {licencesOf} from './build/licences.mjs'
import {madeBy, partsOf} from './build/parts.mjs'

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
    define: {...bundling().define, 'import.meta.url': '__place'},
    entryPoints: {
      hedgerow: join(root, 'packages/cli/src/main.ts'),
      'reading-thread': join(root, 'packages/cli/src/reading-thread.ts'),
      'topic-thread': join(root, 'packages/cli/src/topic-thread.ts'),
    },
    outdir: dist,
    outExtension: {'.js': '.mjs'},
    entryNames: '[name]-[hash]',
    chunkNames: 'part-[hash]',
    splitting: true,
    plugins: [withoutDevtools, countingLate],
    // It goes into the name of every part: another way of making parts gives others.
    banner: {js: `// ${madeBy}`},
  })
  const parts = partsOf(new Map(outputFiles.map(({path, text}) => [basename(path, '.mjs'), text])))
  replaced(parts)
  compile(dist, [...parts.keys()])
  writeFileSync(join(dist, 'third-party.txt'), licencesOf(metafile))
}

const put = (path, text) => {
  writeFileSync(`${path}.new`, text)
  renameSync(`${path}.new`, path)
}

const starts = {
  'reading-thread': (part) => `linked('${part}')`,
  'topic-thread': (part) => `linked('${part}')`,
  hedgerow: (part) => `export const {main} = linked('${part}')`,
}

// Parts first, the program last: a run that starts in between finds the old program whole. Parts nobody names any more go at the end.
const replaced = (parts) => {
  const folder = join(dist, 'parts')
  mkdirSync(folder, {recursive: true})
  for (const [name, script] of parts) put(join(folder, `${name}.js`), script)
  put(join(dist, 'linked.cjs'), readFileSync(join(root, 'scripts/build/linked.cjs')))
  for (const [name, start] of Object.entries(starts)) {
    const part = [...parts.keys()].find((each) => each.startsWith(`${name}-`))
    put(join(dist, `${name}.mjs`), `import {linked} from './linked.cjs'\n${start(part)}\n`)
  }
  for (const name of readdirSync(folder)) if (!parts.has(basename(name, '.js'))) rmSync(join(folder, name))
}

try {
  await run(join(root, 'scripts/compile-lexicon.mjs'))
  await Promise.all([run(join(root, 'node_modules/typescript/bin/tsc'), '-b', 'packages'), bundle()])
} catch (fault) {
  process.stderr.write(`build: ${fault.message}\n`)
  process.exitCode = 1
}
