// What the installed program does with the sample region.
import {createHash} from 'node:crypto'
import {appendFileSync, cpSync, existsSync, readdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {root} from '../build/bundling.mjs'

const day = ['--as-at', '2026-11-23']
const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex')

const outputs = ['json', 'docx', 'xlsx', 'html'].flatMap((format) => ['--output', `${format}=out.${format}`])

/** Every call by name, with the code it must end with. */
const calls = {
  '--help': [0, '--help'],
  '--version': [0, '--version'],
  report: [0, 'report', 'procedures', ...day, ...outputs],
  baseline: [0, 'baseline', 'procedures', ...day],
  check: [0, 'check', 'procedures', ...day],
  'check of the planted change': [1, 'check', 'planted', ...day],
  draft: [0, 'draft', 'missing-children', 'procedures', ...day],
  propose: [0, 'propose', 'saltmarrow', 'procedures', ...day, '--output', 'proposed'],
  diff: [0, 'diff', 'saltmarrow', 'pellmoor', 'procedures', '--topic', 'missing-children', ...day],
  'parse of a PDF': [0, 'parse', 'procedures/harrowmead/missing-children.pdf', '--format', 'json'],
  'parse of a Word file': [0, 'parse', 'procedures/pellmoor/missing-children.docx', '--format', 'json'],
  'report in threads too small': [0, 'report', 'small', ...day, '--format', 'json'],
}

const planted = (folder) => {
  const path = join(folder, 'planted/saltmarrow/missing-children.md')
  writeFileSync(path, readFileSync(path, 'utf8').replace('72 hours', '96 hours'))
}

// Only what is read in a thread of its own can be ended for its memory: documents refused for that show that the threads were found.
const small = (folder) => appendFileSync(join(folder, 'small/hedgerow.yaml'), '\nlimits: {memory-megabytes: 16}\n')

const laidOut = (folder) => {
  for (const name of ['procedures', 'small']) cpSync(join(root, 'procedures'), join(folder, name), {recursive: true})
  small(folder)
}

const afterwards = {
  baseline: (folder) => {
    cpSync(join(folder, 'procedures'), join(folder, 'planted'), {recursive: true})
    planted(folder)
  },
}

const refused = ({stdout}) => JSON.parse(stdout).notCompared.filter(({reason}) => /memory/u.test(reason)).length

const filesIn = (folder) =>
  readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map(({parentPath, name}) => join(parentPath, name))
    .sort()

const written = (folder) => {
  const proposed = existsSync(join(folder, 'proposed')) ? filesIn(join(folder, 'proposed')) : []
  const reports = ['json', 'docx', 'xlsx', 'html'].map((format) => join(folder, `out.${format}`))
  return [...reports, ...proposed].map((path) => [path.slice(folder.length + 1), sha256(readFileSync(path))])
}

/** What was wrong, and a digest of every output by its name. */
export const programTried = (folder, run) => {
  laidOut(folder)
  const [faults, digests] = [[], []]
  for (const [name, [code, ...words]] of Object.entries(calls)) {
    const result = run(join(folder, 'node_modules/.bin/hedgerow'), ...words)
    if (result.status !== code) faults.push(`${name} ended with code ${result.status}, not ${code}: ${result.stderr}`)
    if (name.endsWith('too small') && refused(result) === 0) faults.push('documents were not read in threads')
    digests.push([name, sha256(result.stdout)])
    afterwards[name]?.(folder)
  }
  return {faults, digests: Object.fromEntries([...digests, ...written(folder)])}
}
