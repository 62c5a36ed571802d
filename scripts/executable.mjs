// Builds the program as one file for those who cannot install Node, for Linux and for Windows, from packages of npm alone:
// node scripts/executable.mjs [--no-times]. They lie in dist/executable, with their checksums and the licences of all that is in them.
import {chmodSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {join} from 'node:path'
import {licencesOf} from './build/licences.mjs'
import {root} from './build/bundling.mjs'
import {blobIn} from './executable/blob.mjs'
import {nodeLicence, nodeOf, sha256, targets} from './executable/targets.mjs'
import {timed} from './executable/timed.mjs'
import {unsigned} from './executable/unsigned.mjs'
import {fetched} from './fetched.mjs'

const out = join(root, 'dist/executable')
const fuse = 'NODE_SEA_FUSE_fce680ab2cc467b6e072b8b5df1996b2'

const injected = async (name, target, blob) => {
  const {inject} = createRequire(import.meta.url)(fetched('postject', '1.0.0-alpha.6'))
  const path = join(out, name)
  const node = readFileSync(nodeOf(target))
  writeFileSync(path, name.endsWith('.exe') ? unsigned(node) : node)
  await inject(path, 'NODE_SEA_BLOB', blob, {sentinelFuse: fuse})
  chmodSync(path, 0o755)
  return readFileSync(path)
}

const told = (name, bytes) =>
  process.stdout.write(`${name}: ${(bytes.length / 1e6).toFixed(1)} MB, SHA-256 ${sha256(bytes)}\n`)

const executables = async (blob) => {
  const sums = []
  for (const [name, target] of Object.entries(targets)) {
    const bytes = await injected(name, target, blob)
    told(name, bytes)
    sums.push(`${sha256(bytes)}  ${name}\n`)
  }
  writeFileSync(join(out, 'SHA256SUMS'), sums.join(''))
}

const licences = (metafiles) => {
  const own = readFileSync(join(root, 'LICENSE'), 'utf8')
  const titled = (title, words) => `${title}\n${'='.repeat(title.length)}\n\n${words}\n\n`
  const all = [titled('Hedgerow', own), titled('Packages', licencesOf(...metafiles)), titled('Node.js', nodeLicence())]
  writeFileSync(join(out, 'licences.txt'), all.join(''))
}

mkdirSync(out, {recursive: true})
const {blob, metafiles} = await blobIn(join(out, 'parts'), nodeOf(targets['hedgerow-linux-x64']))
await executables(blob)
licences(metafiles)
if (!process.argv.includes('--no-times')) {
  const {help, cold, warm} = timed(join(out, 'hedgerow-linux-x64'))
  process.stdout.write(`Linux, medians: --help ${help} ms, sample job ${cold} ms cold, ${warm} ms with its cache\n`)
}
