import {execFileSync} from 'node:child_process'
import {readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {folderOf, missing, pair, run} from './support/run.ts'

const git = (cwd: string, ...words: readonly string[]): string =>
  execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...words], {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  }).trim()

/** A repository with three tagged states of a corpus in `procedures`: Brindle 6 hours, then 3 hours, then 1 hour as Ashby. */
const repository = (): string => {
  const folder = folderOf(Object.fromEntries(Object.entries(pair).map(([path, text]) => [`procedures/${path}`, text])))
  git(folder, 'init', '--quiet', '--initial-branch=main')
  const commit = (tag: string, day: string, limit: string): void => {
    writeFileSync(join(folder, 'procedures/brindle/missing-children.md'), missing('Brindle Borough Council', limit))
    git(folder, 'add', '--all')
    execFileSync(
      'git',
      ['-c', 'user.name=A', '-c', 'user.email=a@example.org', 'commit', '--quiet', '--message', tag],
      {
        cwd: folder,
        env: {...process.env, GIT_AUTHOR_DATE: `${day}T12:00:00Z`, GIT_COMMITTER_DATE: `${day}T12:00:00Z`},
      },
    )
    git(folder, 'tag', tag)
  }
  commit('v1', '2025-06-01', '6 hours')
  commit('v2', '2025-12-01', '3 hours')
  commit('v3', '2026-06-01', '1 hour')
  return folder
}

describe('check against git', () => {
  test('compares with a reference, and changes nothing in the repository', async () => {
    const cwd = repository()
    const {code, stdout} = await run(['check', 'procedures', '--against', 'v1', '--format', 'json'], {cwd})
    const drift = JSON.parse(stdout)
    expect(code).toBe(0)
    expect(drift.before).toMatchObject({name: 'v1', on: '2025-06-01'})
    expect(drift.text[1].changes[0]).toMatchObject({closer: true, severity: 'note'})
    expect(drift.alignment[0]).toMatchObject({tendency: 'closer'})
    expect([git(cwd, 'status', '--porcelain'), git(cwd, 'worktree', 'list').split('\n').length]).toEqual(['', 1])
  })

  test('the other way round it fails', async () => {
    const cwd = repository()
    git(cwd, 'checkout', '--quiet', 'v1')
    const {code, stdout} = await run(['check', 'procedures', '--against', 'v3'], {cwd})
    expect([code, stdout.includes('The time limit was 1 hour and is 6 hours (weaker) (serious)')]).toEqual([1, true])
  })

  test('a reference without the corpus, and one that is none, end with 2', async () => {
    const cwd = repository()
    git(cwd, 'checkout', '--quiet', '--orphan', 'empty')
    git(cwd, 'rm', '-r', '--quiet', '--cached', '.')
    git(cwd, 'commit', '--quiet', '--allow-empty', '--message', 'Nothing')
    const empty = await run(['check', 'procedures', '--against', 'empty'], {cwd})
    expect([empty.code, empty.stdout]).toEqual([2, ''])
    expect(empty.stderr).toContain('Found no corpus at empty')
    const none = await run(['check', 'procedures', '--against', 'v9'], {cwd})
    expect(none.code).toBe(2)
    expect(none.stderr).toContain('Found no folder, baseline or git reference v9')
    expect((await run(['check', 'procedures', '--against', '--output=x'], {cwd})).code).toBe(2)
  })

  test('the same commits give the same bytes', async () => {
    const cwd = repository()
    const words = ['check', 'procedures', '--against', 'v1', '--format', 'sarif']
    expect((await run(words, {cwd})).stdout).toBe((await run(words, {cwd})).stdout)
  })
})

describe('check --history', () => {
  test('tells alignment at each tag, as a table, a picture and data', async () => {
    const cwd = repository()
    const {code, stdout, stderr} = await run(
      [
        'check',
        'procedures',
        '--history',
        '--output',
        'svg=trend.svg',
        '--output',
        'csv=trend.csv',
        '--format',
        'json',
      ],
      {cwd},
    )
    const {points} = JSON.parse(stdout)
    expect([code, stderr]).toEqual([0, 'Wrote trend.svg (svg)\nWrote trend.csv (csv)\n'])
    expect(points.map(({name, date}: {name: string; date: string}) => [name, date])).toEqual([
      ['v1', '2025-06-01'],
      ['v2', '2025-12-01'],
      ['v3', '2026-06-01'],
    ])
    const rules = points.map(({topics}: {topics: {rule: number}[]}) => topics[0]?.rule)
    expect(rules[2]).toBe(1)
    expect(rules[0]).toBeLessThan(1)
    const svg = readFileSync(join(cwd, 'trend.svg'), 'utf8')
    expect(svg).toMatch(/^<svg [^>]*role="img"/u)
    expect(svg).toContain('v3: 100%')
    expect(readFileSync(join(cwd, 'trend.csv'), 'utf8').trim().split('\r\n')).toHaveLength(4)
  })

  test('takes dates and commits, and tells points at which the corpus was not there', async () => {
    const cwd = repository()
    const {stdout} = await run(['check', 'procedures', '--history', '--at', '2025-07-01,v3'], {cwd})
    expect(stdout).toMatch(/2025-07-01\s+2025-06-01/u)
    const early = await run(['check', 'procedures', '--history', '--at', '2020-01-01'], {cwd})
    expect([early.code, early.stderr.includes('on or before 2020-01-01')]).toEqual([2, true])
  })

  test('outside git ends with 2', async () => {
    const {code, stderr} = await run(['check', folderOf(pair), '--history'])
    expect([code, stderr.includes('Keep the corpus in git')]).toEqual([2, true])
  })
})

describe('amendments and briefing', () => {
  test('an amendments log has chapter, details and date, from two references', async () => {
    const cwd = repository()
    const {code, stdout} = await run(['amendments', 'v1', 'v2', 'procedures', '--format', 'csv'], {cwd})
    expect(code).toBe(0)
    expect(stdout).toBe(
      'authority,chapter,details,date\r\nBrindle,Missing Children: Brindle Borough Council Procedure,Section “Reporting”: The time limit was 6 hours and is 3 hours (stricter): “The carer must report the child missing to the police within 3 hours of the child being found absent.”,2025-12-01\r\n',
    )
    for (const format of ['text', 'markdown', 'html'])
      expect((await run(['amendments', 'v1', 'v2', 'procedures', '--format', format], {cwd})).stdout).toContain(
        '3 hours',
      )
  })

  test('nothing amended is said so, and an authority can be picked', async () => {
    const cwd = repository()
    expect((await run(['amendments', 'v2', 'v2', 'procedures'], {cwd})).stdout).toContain('No chapter was amended.')
    const other = await run(['amendments', 'v1', 'v2', 'procedures', '--authority', 'ashby'], {cwd})
    expect(other.stdout).toContain('No chapter was amended.')
  })

  test('a briefing says what changes for whom and from when, in seven parts', async () => {
    const cwd = repository()
    const {code, stdout} = await run(['briefing', 'v1', 'procedures', 'procedures', '--format', 'markdown'], {cwd})
    expect(code).toBe(0)
    expect(stdout.match(/^## \d\. /gmu)).toHaveLength(7)
    expect(stdout).toContain('### Parent or carer')
    expect(stdout).toContain('The time limit was 6 hours and is 1 hour')
  })

  test('two folders need no corpus here; a baseline is a state as well', async () => {
    const [before, after] = [
      folderOf(pair),
      folderOf({...pair, 'ashby/missing-children.md': missing('Ashby Council', '2 hours')}),
    ]
    await run(['baseline', before])
    const {stdout} = await run(['amendments', join(before, 'baseline.json'), after])
    expect(stdout).toContain('2 hours')
    expect((await run(['briefing', before, after])).stdout).toContain('2 hours')
  })
})
