// The README's way from a folder of documents to a board report, command by command as it stands there.
import {spawnSync} from 'node:child_process'
import {cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))
const heading = '## From a folder of documents to a board report'

const readme = readFileSync(join(root, 'README.md'), 'utf8')
const chapter = readme.slice(readme.indexOf(heading)).split(/^## /mu)[1] ?? ''
const commands = [...chapter.matchAll(/^```\n(.*?)^```$/gmsu)].flatMap(([, block = '']) =>
  block.split('\n').filter((line) => line !== '' && !line.startsWith('alias ')),
)

let folder = ''

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hedgerow-steps-'))
  cpSync(join(root, 'procedures'), join(folder, 'procedures'), {recursive: true})
  mkdirSync(join(folder, 'bin'))
  symlinkSync(join(root, 'packages/cli/bin/hedgerow.js'), join(folder, 'bin/hedgerow'))
})

afterAll(() => rmSync(folder, {recursive: true, force: true}))

const ran = (command: string): {readonly code: number | null; readonly stdout: string; readonly stderr: string} => {
  const env = {...process.env, PATH: `${join(folder, 'bin')}:${process.env.PATH}`}
  const {status, stdout, stderr} = spawnSync('sh', ['-c', command], {cwd: folder, encoding: 'utf8', env})
  return {code: status, stdout, stderr}
}

/** What each command does, in the order they stand in. */
const said: readonly (readonly [begins: string, code: number, tells: RegExp, makes?: readonly string[]])[] = [
  ['hedgerow init', 0, /my-region\/pellmoor\/missing-children\.docx/u, ['my-region/thornmere/authority.yaml']],
  ['cp', 0, /^$/u],
  ['cp', 0, /^$/u],
  ['cp', 0, /^$/u],
  ['hedgerow report', 0, /^My region, as at [^]*First steps\n 1\. /u],
  // Here there is no terminal; test/explorer-walk drives it in one.
  ['hedgerow explore', 2, /terminal/u],
  ['hedgerow report', 0, /Wrote board\.docx/u, ['board.docx', 'region.html', 'actions.xlsx']],
  ['hedgerow propose', 0, /harrowmead-proposals\.docx/u, ['harrowmead-proposals.docx']],
  ['hedgerow baseline', 0, /baseline\.json/u, ['my-region/baseline.json']],
  ['hedgerow check', 0, /./u],
  ['sed', 0, /^$/u],
  ['hedgerow check', 1, /was 72 hours and is 10 working days/u],
]

describe('from a folder of documents to a board report', () => {
  test('every command that stands there is known here', () => {
    expect(commands.map((command, at) => command.startsWith(said[at]?.[0] ?? '–'))).toEqual(commands.map(() => true))
    expect(commands.length).toBe(said.length)
  })

  test('each does what is said of it', () => {
    for (const [at, command] of commands.entries()) {
      const [, code, tells, makes = []] = said[at] as (typeof said)[number]
      const {code: ended, stdout, stderr} = ran(command)
      expect([command, ended], stderr).toEqual([command, code])
      expect(`${stdout}${stderr}`).toMatch(tells)
      for (const path of makes) expect([path, existsSync(join(folder, path))]).toEqual([path, true])
    }
  }, 60_000)
})
