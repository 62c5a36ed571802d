// Packs every package and tries what was packed: node scripts/packs.mjs. Contents, publint, "are the types wrong"; then, on each Node, the program
// installed alone and all packages together, each from its tarball into an empty folder. Asks the npm registry for what it needs.
import {mkdtempSync, rmSync, statSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {isDeepStrictEqual} from 'node:util'
import {contentFaults} from './packs/contents.mjs'
import {exampleFaults} from './packs/examples.mjs'
import {installed} from './packs/installed.mjs'
import {lintFaults} from './packs/linted.mjs'
import {packed} from './packs/packed.mjs'
import {programTried} from './packs/program.mjs'

const versions = ['20.20.2', '22.23.3', '24.21.0']

const told = (what, faults) => {
  process.stdout.write(
    `${faults.length === 0 ? 'right' : 'WRONG'}  ${what}\n${faults.map((each) => `       ${each}\n`).join('')}`,
  )
  if (faults.length > 0) process.exitCode = 1
}

const triedOn = (version, packs, place) => {
  const [alone, together] = ['alone', 'together'].map((name) => join(place, `${name}-${version}`))
  const own = packs.filter(({room}) => room === 'cli').map(({path}) => path)
  const {faults, digests} = programTried(alone, installed(alone, version, own))
  told(
    `Node ${version}: the program alone, ${Object.keys(digests).length} outputs, JSON ${digests['out.json'].slice(0, 12)}…`,
    faults,
  )
  const run = installed(
    together,
    version,
    packs.map(({path}) => path),
  )
  told(
    `Node ${version}: the example of every readme`,
    exampleFaults(
      together,
      run,
      packs.map(({room}) => room),
    ),
  )
  return digests
}

const unlike = ([first, ...others]) =>
  Object.keys(first).filter((name) => others.some((each) => !isDeepStrictEqual(each[name], first[name])))

const place = mkdtempSync(join(tmpdir(), 'hedgerow-packs-'))
try {
  const packs = packed()
  for (const pack of packs) {
    const size = (statSync(pack.path).size / 1000).toFixed(0)
    told(`${pack.name} ${pack.version}: ${size} kB; contents, publint, types`, [
      ...contentFaults(pack),
      ...lintFaults(pack),
    ])
  }
  const digests = versions.map((version) => triedOn(version, packs, place))
  told(
    `the same bytes on Node ${versions.join(', ')}`,
    unlike(digests).map((name) => `${name} differs`),
  )
} finally {
  rmSync(place, {recursive: true, force: true})
}
