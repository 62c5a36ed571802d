// The reliability sweep: what happens to the built program when the world is unkind to it. Each part prints a table of what was tried and what came of it; the
// exit code is 1 where something that must hold did not.
//   node scripts/sweep.mjs [PART…]      parts are the files named below; all of them take some minutes
// Everything happens in temporary folders that are taken away. What takes another user or a disk of its own (read-only, full-disk) is tried where the
// system lets us, and said to be left out elsewhere.
import {existsSync} from 'node:fs'
import {program} from './sweep/trial.mjs'

const parts = {
  killed: () => import('./sweep/killed.mjs'),
  'full-disk': () => import('./sweep/full-disk.mjs'),
  'read-only': () => import('./sweep/read-only.mjs'),
  'at-once': () => import('./sweep/at-once.mjs'),
  anywhere: () => import('./sweep/anywhere.mjs'),
  encodings: () => import('./sweep/encodings.mjs'),
  names: () => import('./sweep/names.mjs'),
  'odd-files': () => import('./sweep/odd-files.mjs'),
  'many-files': () => import('./sweep/many-files.mjs'),
}

const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !(name in parts))
if (unknown.length > 0 || !existsSync(program)) {
  console.error(
    `Expected parts of ${Object.keys(parts).join(', ')}, and the built program; found ${unknown.join(', ') || 'no program'}.`,
  )
  process.exit(2)
}

let broken = 0
for (const name of asked.length > 0 ? asked : Object.keys(parts)) {
  const {title, trials} = await parts[name]()
  const begun = performance.now()
  console.log(`\n## ${title}\n\n| tried | what came of it | held |\n|---|---|---|`)
  const found = trials()
  for await (const {tried, outcome, held} of Symbol.asyncIterator in found ? found : await found) {
    if (held === false) broken++
    const cells = [tried, outcome, held === null ? 'not run' : held ? 'yes' : '**no**']
    console.log(`| ${cells.map((each) => String(each).replaceAll('|', '\\|').replace(/\s+/gu, ' ')).join(' | ')} |`)
  }
  console.log(`\n${((performance.now() - begun) / 1000).toFixed(0)} s`)
}
console.log(broken === 0 ? '\nEverything held.' : `\n${broken} did not hold.`)
process.exitCode = broken === 0 ? 0 : 1
