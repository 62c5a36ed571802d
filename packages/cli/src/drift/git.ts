import {execFile} from 'node:child_process'
import {mkdir} from 'node:fs/promises'
import {join, relative} from 'node:path'
import {promisify} from 'node:util'
import {UsageError} from '../errors.ts'
import {scratchFolder, withoutScratch} from '../scratch.ts'

const run = promisify(execFile)

/** What git says in a folder, without its last line feed. Throws what git wrote where it refused. */
const git = async (folder: string, ...words: readonly string[]): Promise<string> => {
  const {stdout} = await run('git', ['-C', folder, ...words], {maxBuffer: 1 << 26})
  return stdout.replace(/\n$/u, '')
}

/** The commit a name stands for in the repository a folder lies in; null where it is none, or there is no repository. */
export const commitOf = (folder: string, name: string): Promise<string | null> =>
  name.startsWith('-')
    ? Promise.resolve(null)
    : git(folder, 'rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`).catch(() => null)

/** A folder as it was at a commit, in a folder of its own while `use` runs. Git's own export is taken, so that line ends and large files are as in a
 *  checkout; nothing in the repository or its index changes. */
export const atCommit = async <Result>(
  folder: string,
  commit: string,
  shown: string,
  use: (copy: string) => Promise<Result>,
): Promise<Result> => {
  const scratch = scratchFolder()
  const [copy, archive] = [join(scratch, 'corpus'), join(scratch, 'corpus.tar')]
  try {
    await mkdir(copy)
    await git(folder, 'archive', '--format=tar', '--output', archive, commit, '.').catch((fault: {stderr?: string}) => {
      throw new UsageError(
        `Found no corpus at ${shown}: ${(fault.stderr ?? '').trim().split('\n')[0]}. Name a reference at which the folder was there.`,
      )
    })
    await run('tar', ['-xf', archive, '-C', copy])
    return await use(copy)
  } finally {
    withoutScratch(scratch)
  }
}

/** A point in a repository's history. */
export interface Point {
  /** A tag, or a date. */
  readonly name: string
  readonly commit: string
  /** ISO date of the commit. */
  readonly date: string
}

/** The ISO date of a commit. */
export const dateOf = (folder: string, commit: string): Promise<string> =>
  git(folder, 'show', '-s', '--format=%cs', commit)

/** The tags of the repository a folder lies in that HEAD descends from, oldest first. */
export const tagPoints = async (folder: string): Promise<readonly Point[]> => {
  const format = '%(refname:short)%09%(*objectname)%09%(objectname)%09%(creatordate:short)'
  const told = await git(
    folder,
    'for-each-ref',
    '--merged=HEAD',
    '--sort=creatordate',
    `--format=${format}`,
    'refs/tags',
  )
  return told
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [name = '', peeled = '', own = '', date = ''] = line.split('\t')
      return {name, commit: peeled === '' ? own : peeled, date}
    })
}

/** The last commits that touched a folder, oldest first, at most so many. */
export const lastPoints = async (folder: string, most: number): Promise<readonly Point[]> => {
  const told = await git(folder, 'log', `-${most}`, '--format=%h%x09%H%x09%cs', '--', '.')
  return told
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [name = '', commit = '', date = ''] = line.split('\t')
      return {name, commit, date}
    })
    .reverse()
}

/** The points that names stand for: a date is the last commit of that day or before it. Throws a UsageError for what is neither. */
export const namedPoints = (folder: string, names: readonly string[]): Promise<readonly Point[]> =>
  Promise.all(
    names.map(async (name) => {
      const day = /^\d{4}-\d{2}-\d{2}$/u.test(name)
      const commit = day
        ? (await git(folder, 'rev-list', '-1', `--before=${name}T23:59:59`, 'HEAD').catch(() => '')) || null
        : await commitOf(folder, name)
      if (commit === null)
        throw new UsageError(
          day
            ? `Found no commit on or before ${name}, expected one. Name a later date.`
            : `Found no tag, commit or date ${name}, expected one of this repository.`,
        )
      return {name, commit, date: await dateOf(folder, commit)}
    }),
  )

/** Whether a folder lies in a repository. */
export const isInRepository = (folder: string): Promise<boolean> =>
  git(folder, 'rev-parse', '--is-inside-work-tree').then(
    (answer) => answer === 'true',
    () => false,
  )

/** The top folder of the repository a folder lies in; null where it lies in none. */
const topOf = (folder: string): Promise<string | null> => git(folder, 'rev-parse', '--show-toplevel').catch(() => null)

/** The path of a corpus from the root of its repository, or from where the program runs, with a `/` at its end; empty for the root itself. */
export const rootOf = async (folder: string, cwd: string): Promise<string> => {
  const path = relative((await topOf(folder)) ?? cwd, folder).replaceAll('\\', '/')
  return path === '' || path.startsWith('..') ? '' : `${path}/`
}
