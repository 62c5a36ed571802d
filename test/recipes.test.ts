import {execFileSync, spawnSync} from 'node:child_process'
import {
  chmodSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {beforeAll, describe, expect, test} from 'vitest'
import {parse} from '../packages/cli/node_modules/yaml/dist/index.js'

const root = fileURLToPath(new URL('..', import.meta.url))
const recipe = (name: string): string => join(root, 'test/recipes', name)
const program = `node ${join(root, 'packages/cli/bin/hedgerow.js')}`

const author = {
  GIT_AUTHOR_NAME: 'A',
  GIT_AUTHOR_EMAIL: 'a@example.org',
  GIT_COMMITTER_NAME: 'A',
  GIT_COMMITTER_EMAIL: 'a@example.org',
}

const git = (cwd: string, ...words: readonly string[]): string =>
  execFileSync('git', words, {
    cwd,
    encoding: 'utf8',
    env: {...process.env, ...author},
    stdio: ['ignore', 'pipe', 'pipe'],
  })

const missing = 'procedures/thornmere/missing-children.md'

const edited = (clone: string, from: string, to: string): void => {
  const path = join(clone, missing)
  const text = readFileSync(path, 'utf8')
  if (!text.includes(from)) throw new Error(`Expected “${from}” in the sample`)
  writeFileSync(path, text.replace(from, to))
}

const weakened = [
  'carried out within 72 hours of the child',
  'carried out within 10 working days of the child',
] as const
const reworded = ['The carer must give the police', 'The carer shall give the police'] as const

/** A bare repository that holds a small sample with its baseline, and a clone of it. */
const made = (): string => {
  const home = mkdtempSync(join(tmpdir(), 'hedgerow-recipes-'))
  const [seed, bare, clone] = ['seed', 'bare.git', 'clone'].map((name) => join(home, name)) as [string, string, string]
  mkdirSync(join(seed, 'procedures'), {recursive: true})
  cpSync(join(root, 'procedures/hedgerow.yaml'), join(seed, 'procedures/hedgerow.yaml'))
  for (const authority of ['thornmere', 'saltmarrow'])
    for (const name of ['authority.yaml', 'missing-children.md'])
      cpSync(join(root, 'procedures', authority, name), join(seed, 'procedures', authority, name))
  execFileSync('sh', ['-c', `${program} baseline procedures --quiet`], {cwd: seed})
  git(seed, 'init', '--quiet', '--initial-branch=main')
  git(seed, 'add', '--all')
  git(seed, 'commit', '--quiet', '--message', 'Procedures')
  git(home, 'clone', '--quiet', '--bare', seed, bare)
  git(home, 'clone', '--quiet', bare, clone)
  // Where the recipes check Hedgerow out and install it, the test has it already.
  symlinkSync(root, join(clone, '.hedgerow'))
  return clone
}

let first: string | null = null

/** A clone of one's own. */
const cloned = (): string => {
  first ??= made()
  const own = join(mkdtempSync(join(tmpdir(), 'hedgerow-recipes-')), 'clone')
  cpSync(first, own, {recursive: true, verbatimSymlinks: true})
  return own
}

const shell = (cwd: string, lines: readonly string[], env: Readonly<Record<string, string>>) => {
  const {status, stdout, stderr} = spawnSync('sh', ['-e', '-c', lines.join('\n')], {
    cwd,
    encoding: 'utf8',
    env: {
      ...process.env,
      ...author,
      HEDGEROW: 'node .hedgerow/packages/cli/bin/hedgerow.js',
      ...env,
    },
  })
  return {code: status, stdout, stderr}
}

beforeAll(() => {
  if (!existsSync(join(root, 'packages/cli/dist/hedgerow.mjs')))
    throw new Error('Expected the built program, found none: run pnpm build first')
})

interface Step {
  readonly name?: string
  readonly run?: string
}

describe('the recipe for GitHub Actions', () => {
  const {jobs} = parse(readFileSync(recipe('github.yml'), 'utf8')) as {
    readonly jobs: {readonly drift: {readonly env: Readonly<Record<string, string>>; readonly steps: readonly Step[]}}
  }
  const step = (name: string): string => jobs.drift.steps.find((each) => each.name === name)?.run ?? ''

  test('fails a pull request that weakens a limit, with annotations, SARIF, a comment and the job summary', () => {
    const clone = cloned()
    git(clone, 'switch', '--quiet', '--create', 'change')
    edited(clone, ...weakened)
    git(clone, 'commit', '--quiet', '--all', '--message', 'Give more time')
    const summary = join(clone, '..', 'summary.md')
    const {code, stdout, stderr} = shell(clone, [step('Check the pull request')], {
      ...jobs.drift.env,
      GITHUB_BASE_REF: 'main',
      GITHUB_STEP_SUMMARY: summary,
    })
    expect([code, stderr]).toEqual([
      1,
      expect.stringMatching(
        /^Wrote drift\.sarif \(sarif\)\nWrote drift\.md \(markdown\)\nhedgerow: \d+ new findings or changes at or above --fail-on error\.\n$/u,
      ),
    ])
    expect(stdout).toMatch(
      /^::error file=procedures\/thornmere\/missing-children\.md,line=\d+,title=Hedgerow%3A deadline::/mu,
    )
    expect(stdout.split('\n').filter((line) => line !== '' && !line.startsWith('::'))).toEqual([])
    expect(readFileSync(summary, 'utf8')).toContain('10 working days')
    expect(readFileSync(join(clone, 'drift.md'), 'utf8')).toContain(
      'The time limit was 72 hours and is 10 working days',
    )
    expect(JSON.parse(readFileSync(join(clone, 'drift.sarif'), 'utf8')).version).toBe('2.1.0')
  })

  test('passes a pull request that only words a duty otherwise, and the night where nothing changed', () => {
    const clone = cloned()
    const summary = join(clone, '..', 'summary.md')
    const env = {...jobs.drift.env, GITHUB_BASE_REF: 'main', GITHUB_STEP_SUMMARY: summary}
    expect(shell(clone, [step('Check the night')], env)).toMatchObject({code: 0, stdout: ''})
    edited(clone, ...reworded)
    git(clone, 'commit', '--quiet', '--all', '--message', 'Say shall')
    expect(shell(clone, [step('Check the pull request')], env)).toMatchObject({code: 0, stdout: ''})
  })
})

describe('the recipe for GitLab', () => {
  const {drift} = parse(readFileSync(recipe('gitlab.yml'), 'utf8')) as {
    readonly drift: {readonly script: readonly string[]; readonly variables: Readonly<Record<string, string>>}
  }

  test('checks a merge request against its base and leaves its reports behind', () => {
    const clone = cloned()
    const base = git(clone, 'rev-parse', 'HEAD').trim()
    edited(clone, ...weakened)
    git(clone, 'commit', '--quiet', '--all', '--message', 'Give more time')
    const {code} = shell(clone, drift.script, {...drift.variables, CI_MERGE_REQUEST_DIFF_BASE_SHA: base})
    expect(code).toBe(1)
    expect(readFileSync(join(clone, 'drift.xml'), 'utf8')).toContain('<failure')
    const [first] = JSON.parse(readFileSync(join(clone, 'drift-quality.json'), 'utf8'))
    expect(first.location.path).toBe(missing)
  })

  test('checks any other pipeline against the baseline', () => {
    const clone = cloned()
    expect(shell(clone, drift.script, drift.variables).code).toBe(0)
    edited(clone, ...weakened)
    expect(shell(clone, drift.script, drift.variables).code).toBe(1)
  })
})

describe('the hook before a commit', () => {
  test('refuses what is staged and changes a rule, whatever lies in the folder, and lets other words pass', () => {
    const clone = cloned()
    const hook = join(clone, '.git/hooks/pre-commit')
    copyFileSync(recipe('pre-commit'), hook)
    chmodSync(hook, 0o755)
    const commit = (): number | null => shell(clone, ['git commit --quiet --message Change'], {}).code
    edited(clone, ...reworded)
    git(clone, 'add', missing)
    expect(commit()).toBe(0)
    edited(clone, ...weakened)
    git(clone, 'add', missing)
    edited(clone, weakened[1], weakened[0])
    const {code, stderr} = shell(clone, ['git commit --quiet --message Change'], {})
    expect([code, stderr.includes('--no-verify')]).toEqual([1, true])
  })
})
