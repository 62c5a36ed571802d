// Every check a change must pass, one after the other, each with its name and time: node scripts/gate.mjs [--no-tests]. All of them run, so
// that one look tells everything; the exit code is 1 if any failed.
import {spawnSync} from 'node:child_process'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const bin = (name) => join(root, 'node_modules/.bin', name)

const checks = {
  build: [process.execPath, 'scripts/build.mjs'],
  types: [bin('tsc'), '-b', 'packages'],
  lint: [bin('oxlint'), '--quiet', '.'],
  format: [bin('biome'), 'format', '--config-path=.biome.json', '.'],
  unused: [bin('knip'), '--config', '.knip.json', '--no-config-hints'],
  tests: [bin('vitest'), 'run', '--config', 'test/vitest.config.ts'],
}

const failed = []
for (const [name, [program, ...words]] of Object.entries(checks)) {
  if (name === 'tests' && process.argv.includes('--no-tests')) continue
  const begun = performance.now()
  const {status, stdout, stderr, error} = spawnSync(program, words, {cwd: root, encoding: 'utf8', maxBuffer: 2 ** 28})
  const seconds = ((performance.now() - begun) / 1000).toFixed(1)
  const passed = status === 0
  process.stdout.write(`${passed ? 'passed' : 'FAILED'}  ${name.padEnd(7)} ${seconds.padStart(6)} s\n`)
  if (passed) continue
  failed.push(name)
  process.stdout.write(`${stdout ?? ''}${stderr ?? ''}${error ? `${error.message}\n` : ''}`)
}

process.stdout.write(failed.length === 0 ? 'Every check passed.\n' : `Failed: ${failed.join(', ')}.\n`)
process.exitCode = failed.length === 0 ? 0 : 1
