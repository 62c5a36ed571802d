// What every part of the sweep uses: a folder of its own, the built program as a process, and small procedures.
import {spawn} from 'node:child_process'
import {createHash} from 'node:crypto'
import {existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'

export const root = fileURLToPath(new URL('../..', import.meta.url))
export const program = join(root, 'packages/cli/bin/hedgerow.js')
export const sample = join(root, 'procedures')
export const day = ['--as-at', '2026-11-23']

const folders = new Set()
process.once('exit', () => {
  for (const folder of folders) rmSync(folder, {recursive: true, force: true})
})
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1))

/** A new folder, gone at the latest when the sweep ends. */
export const newFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'hedgerow-sweep-'))
  folders.add(folder)
  return folder
}

/** Puts files into a folder, by path. */
export const put = (folder, files) => {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), {recursive: true})
    writeFileSync(join(folder, path), content)
  }
  return folder
}

/** Runs a program; resolves to its code, what it said, and how long it took. `before` are words that stand before it (another user, a limit); `kill`
 *  is the milliseconds after which it is ended, `by` what signal. */
export const ran = (words, {cwd, env = {}, before = [], kill, by = 'SIGKILL', input, seconds = 120} = {}) =>
  new Promise((resolve) => {
    const begun = performance.now()
    const [first, ...rest] = [...before, process.execPath, ...words]
    const all = {...process.env, HEDGEROW_CACHE: 'off', ...env}
    for (const name of Object.keys(all)) if (all[name] === undefined) delete all[name]
    const child = spawn(first, rest, {cwd, env: all})
    const said = {stdout: [], stderr: []}
    for (const [name, pieces] of Object.entries(said)) child[name].on('data', (piece) => pieces.push(piece))
    child.stdin.on('error', () => undefined).end(input)
    const ends = [...(kill ? [[kill, by]] : []), [seconds * 1000, 'SIGKILL']]
    const timers = ends.map(([ms, signal]) => setTimeout(() => child.kill(signal), ms))
    child.on('close', (code, signal) => {
      for (const timer of timers) clearTimeout(timer)
      const ms = performance.now() - begun
      const [stdout, stderr] = [said.stdout, said.stderr].map((pieces) => Buffer.concat(pieces).toString())
      resolve({code, signal, stdout, stderr, ms, hung: ms >= seconds * 1000})
    })
  })

/** The built program. */
export const hedgerow = (words, how) => ran([program, ...words], how)

export const digest = (content) => createHash('sha256').update(content).digest('hex').slice(0, 16)

/** The text of a file, null where there is none. */
export const textOf = (path) => (existsSync(path) ? readFileSync(path) : null)?.toString('latin1') ?? null

/** Every file below a folder with its digest. */
export const filesBelow = (folder) =>
  Object.fromEntries(
    readdirSync(folder, {recursive: true, encoding: 'utf8'})
      .sort()
      .filter((name) => statSync(join(folder, name)).isFile())
      .map((name) => [name, digest(readFileSync(join(folder, name)))]),
  )

/** A small procedure of an invented council. */
export const procedure = (council, limit, more = '') => `# Missing Children: ${council} Procedure

## 1. Reporting

1.1 The carer must report the child missing to the police within ${limit} of the child being found absent.

1.2 The social worker should tell the team manager on the same day.

## 2. Return interviews

2.1 An independent return interview must be offered within 72 hours of the child being found.
${more}`

/** Two neighbours who differ in one limit. */
export const pair = {
  'hedgerow.yaml': 'region: Vale\n',
  'ashby/missing-children.md': procedure('Ashby Council', '1 hour'),
  'brindle/missing-children.md': procedure('Brindle Borough Council', '6 hours'),
}

/** What a corpus's analysis says of its rows, places apart. */
export const rowsOf = (json) =>
  JSON.stringify(
    JSON.parse(json).topics.map(({id, rows}) => [
      id,
      rows.map(({id: row, status, facets, readings}) => [
        row,
        status,
        facets,
        Object.entries(readings).map(([who, all]) => [
          who,
          all && all.map(({text, section, deadlines}) => [text, section, deadlines]),
        ]),
      ]),
    ]),
  )

/** One line of the table. `held`: whether what must hold did. */
export const trial = (tried, outcome, held) => ({tried, outcome, held})
