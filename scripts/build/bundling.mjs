// How the program is bundled, for its package and for its executables alike.
import {createHash} from 'node:crypto'
import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'

export const root = fileURLToPath(new URL('../..', import.meta.url))

// Ink asks for React's developer tools only in development; they are not installed.
export const withoutDevtools = {
  name: 'without-devtools',
  setup: ({onResolve, onLoad}) => {
    onResolve({filter: /^react-devtools-core$/}, () => ({path: 'nothing', namespace: 'without'}))
    onLoad({filter: /.*/, namespace: 'without'}, () => ({contents: 'export default {}'}))
  },
}

const late = [
  [
    'const segmenter = new Intl.Segmenter();',
    'let segmenting; const segmenter = {segment: (text) => (segmenting ??= new Intl.Segmenter()).segment(text)};',
  ],
  [
    'const rgiEmojiRegex = /^\\p{RGI_Emoji}$/v;',
    'let emoji; const rgiEmojiRegex = {test: (text) => (emoji ??= /^\\p{RGI_Emoji}$/v).test(text)};',
  ],
]

// What counts the columns of signs makes its tables as it is loaded, 15 ms of the start of every command: here it makes them when a sign outside ASCII is
// first counted, which most commands never do.
export const countingLate = {
  name: 'counting-late',
  setup: ({onLoad}) => {
    onLoad({filter: /[\\/]string-width[\\/]index\.js$/}, ({path}) => {
      const text = readFileSync(path, 'utf8')
      const contents = late.reduce((made, [early, then]) => made.replace(early, () => then), text)
      if (contents === text)
        throw new Error(`${path}: found nothing to put off; see late in scripts/build/bundling.mjs`)
      return {contents}
    })
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

const programVersion = () => JSON.parse(readFileSync(join(root, 'packages/cli/package.json'), 'utf8')).version

/** What every bundle of the program has in common; it is made from the sources. */
export const bundling = () => ({
  absWorkingDir: root,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  conditions: ['hedgerow-source'],
  define: {
    'process.env.NODE_ENV': '"production"',
    // unpdf looks for the fonts of a pdfjs-dist installed nearby; what a document says may not hang on that.
    'import.meta.resolve': 'undefined',
    'process.env.HEDGEROW_BUILD': JSON.stringify(sourcesDigest()),
    'process.env.HEDGEROW_VERSION': JSON.stringify(programVersion()),
  },
  minifySyntax: true,
  legalComments: 'none',
  logLevel: 'warning',
  metafile: true,
  write: false,
})
