// A disk that is full, or a limit on the size of files: the fault is told, the former file is whole, nothing half lies about; where only the cache cannot be
// written the run goes on. The disk is a small one in memory, which takes root to mount.
import {spawnSync} from 'node:child_process'
import {closeSync, cpSync, mkdirSync, openSync, readdirSync, rmSync, statSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {day, digest, hedgerow, newFolder, pair, program, put, sample, textOf, trial} from './trial.mjs'

const former = 'what stood here before\n'

/** Fills what is left of a disk. */
const filled = (disk) => {
  const file = openSync(join(disk, 'fill'), 'w')
  try {
    for (;;) writeFileSync(file, Buffer.alloc(4096))
  } catch {
    closeSync(file)
  }
}

const half = (folder) =>
  readdirSync(folder, {recursive: true, encoding: 'utf8'}).filter((name) => name.endsWith('.part'))

const refused = async (tried, words, {cwd, env, before, kept, code = 2, says = /the disk is full/u, folder}) => {
  const was = kept.map(textOf)
  const found = await hedgerow(words, {cwd, env, before})
  const same = kept.every((path, at) => textOf(path) === was[at])
  const left = half(folder)
  return trial(
    tried,
    `code ${found.code}: ${found.stderr.trim().split('\n').at(-1)?.replaceAll(folder, '…')}; ${same ? 'the former file is whole' : 'the former file is ANOTHER'}${left.length > 0 ? `; left: ${left.join(', ')}` : ''}`,
    found.code === code && says.test(found.stderr) && same && left.length === 0,
  )
}

const onDisk = async (disk) => {
  const whole = digest((await hedgerow(['report', sample, ...day, '--format', 'json'])).stdout)
  const lines = []
  const cached = await hedgerow(['report', sample, ...day, '--format', 'json'], {
    env: {HEDGEROW_CACHE: join(disk, 'cache')},
  })
  lines.push(
    trial(
      'the cache on a full disk',
      `code ${cached.code}, ${digest(cached.stdout) === whole ? 'the same bytes' : 'OTHER bytes'} as without a cache`,
      cached.code === 0 && digest(cached.stdout) === whole && half(disk).length === 0,
    ),
  )
  rmSync(join(disk, 'cache'), {recursive: true, force: true})
  put(join(disk, 'corpus'), {...pair, 'decisions.yaml': `# ours\n`})
  const {stdout} = await hedgerow(['report', 'corpus', ...day, '--format', 'json'], {cwd: disk})
  const {fingerprint} = JSON.parse(stdout).topics[0].opportunities[0]
  put(disk, {'log.csv': `Fingerprint,Decision\n${fingerprint},park\n`})
  await hedgerow(['baseline', 'corpus', ...day], {cwd: disk})
  for (const format of ['json', 'html', 'docx', 'xlsx', 'csv']) put(disk, {[`r.${format}`]: former})
  cpSync(join(sample, 'pellmoor/missing-children.docx'), join(disk, 'from.docx'))
  filled(disk)
  for (const format of ['json', 'html', 'docx', 'xlsx', 'csv'])
    lines.push(
      await refused(
        `report --output ${format} on a full disk`,
        ['report', sample, ...day, '--quiet', '--output', `${format}=r.${format}`],
        {cwd: disk, folder: disk, kept: [join(disk, `r.${format}`)]},
      ),
    )
  lines.push(
    await refused('baseline --update on a full disk', ['baseline', 'corpus', ...day, '--update'], {
      cwd: disk,
      folder: disk,
      kept: [join(disk, 'corpus/baseline.json')],
    }),
  )
  lines.push(
    await refused('decisions import on a full disk', ['decisions', 'import', 'log.csv', 'corpus', ...day], {
      cwd: disk,
      folder: disk,
      kept: [join(disk, 'corpus/decisions.yaml')],
    }),
  )
  lines.push(
    await refused(
      'import on a full disk',
      ['import', 'from.docx', '--corpus', 'corpus', '--authority', 'carrow', '--topic', 'missing-children'],
      {cwd: disk, folder: disk, kept: []},
    ),
  )
  lines.push(await refused('init on a full disk', ['init', 'new'], {cwd: disk, folder: disk, kept: []}))
  lines.push(await againstTag(disk))
  return lines
}

/** Git copies the earlier state into the system's folder for temporary files. */
const againstTag = async (disk) => {
  const folder = newFolder()
  put(join(folder, 'corpus'), pair)
  for (const words of [
    ['init', '-q'],
    ['add', '.'],
    ['-c', 'user.name=R', '-c', 'user.email=r@example.org', 'commit', '-qm', 'One'],
    ['tag', 'v1'],
  ])
    spawnSync('git', ['-C', folder, ...words])
  const {code, stderr} = await hedgerow(['check', 'corpus', ...day, '--against', 'v1'], {
    cwd: folder,
    env: {TMPDIR: disk},
  })
  rmSync(folder, {recursive: true})
  return trial(
    'check --against a tag, with the folder for temporary files on a full disk',
    `code ${code}: ${stderr.trim().split('\n').at(-1)}`,
    code === 2 && stderr.includes('Make room there'),
  )
}

const byLimit = async () => {
  const folder = newFolder()
  put(join(folder, 'corpus'), pair)
  put(folder, {'r.json': former})
  const before = ['prlimit', '--fsize=4096']
  const lines = [
    await refused(
      'report --output json where files may have 4 kB',
      ['report', 'corpus', ...day, '--quiet', '--output', 'json=r.json'],
      {cwd: folder, folder, before, kept: [join(folder, 'r.json')], says: /larger than a file may be/u},
    ),
  ]
  const plain = await hedgerow(['report', 'corpus', ...day, '--format', 'json'], {cwd: folder})
  const limited = await hedgerow(['report', 'corpus', ...day, '--format', 'json'], {
    cwd: folder,
    before,
    env: {HEDGEROW_CACHE: join(folder, 'cache')},
  })
  lines.push(
    trial(
      'the cache where files may have 4 kB',
      `code ${limited.code}, ${limited.stdout === plain.stdout ? 'the same bytes' : 'OTHER bytes'}`,
      limited.code === 0 && limited.stdout === plain.stdout && half(folder).length === 0,
    ),
  )
  rmSync(folder, {recursive: true})
  return lines
}

const toFullDevice = () => {
  const out = openSync('/dev/full', 'w')
  const {status, stderr} = spawnSync(process.execPath, [program, 'rules'], {
    stdio: ['ignore', out, 'pipe'],
    encoding: 'utf8',
  })
  closeSync(out)
  return trial(
    'standard output to a full disk',
    `code ${status}: ${stderr.trim()}`,
    status === 3 && stderr.includes('the disk is full'),
  )
}

export const title = 'A full disk'

export const trials = async () => {
  const folder = newFolder()
  const disk = join(folder, 'disk')
  mkdirSync(disk)
  const isMounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=600k', 'tmpfs', disk]).status === 0
  try {
    const lines = isMounted ? await onDisk(disk) : [trial('a small disk of its own', 'this user may mount none', null)]
    const hasLimit = spawnSync('prlimit', ['--version']).status === 0
    lines.push(...(hasLimit ? await byLimit() : [trial('a limit on the size of files', 'no prlimit here', null)]))
    lines.push(
      statSync('/dev/full', {throwIfNoEntry: false})
        ? toFullDevice()
        : trial('standard output to a full disk', 'no /dev/full here', null),
    )
    return lines
  } finally {
    if (isMounted) spawnSync('umount', [disk])
    rmSync(folder, {recursive: true, force: true})
  }
}
