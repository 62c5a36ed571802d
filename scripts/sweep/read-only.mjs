// A corpus that may only be read, a cache that may not be written, no home, documents and folders that may not be read: by another user, since root may do
// everything.
import {spawnSync} from 'node:child_process'
import {chmodSync, chownSync, mkdirSync, readdirSync, rmSync, statSync} from 'node:fs'
import {join} from 'node:path'
import {day, filesBelow, hedgerow, newFolder, pair, procedure, program, put, root, textOf, trial} from './trial.mjs'

const nobody = 65534
const before = ['setpriv', `--reuid=${nobody}`, `--regid=${nobody}`, '--clear-groups']
const homeless = {HOME: undefined, XDG_CACHE_HOME: undefined, HEDGEROW_CACHE: undefined}

const everybodyMayRead = (folder) => {
  for (const name of ['', ...readdirSync(folder, {recursive: true, encoding: 'utf8'})]) {
    const path = join(folder, name)
    chmodSync(path, statSync(path).isDirectory() ? 0o755 : 0o644)
  }
}

const asNobody = (words, how) => hedgerow(words, {...how, before, env: {...homeless, ...how.env}})

const answer = ({code, stderr}, folder) =>
  `code ${code}: ${(stderr.trim().split('\n').at(-1) ?? '').replaceAll(folder, '…')}`

const reading = async (folder, corpus) => {
  const plain = await hedgerow(['report', corpus, ...day, '--format', 'json'], {cwd: folder})
  mkdirSync(join(folder, 'locked'))
  chmodSync(join(folder, 'locked'), 0o555)
  const ways = {
    'a corpus that may only be read, no HOME': {},
    'a cache folder that may not be written': {HEDGEROW_CACHE: join(folder, 'locked')},
    'a HOME that may not be written': {HOME: join(folder, 'locked')},
    'a HOME that is not there': {HOME: '/nonexistent'},
  }
  const lines = []
  for (const [tried, env] of Object.entries(ways)) {
    const found = await asNobody(['report', corpus, ...day, '--format', 'json'], {cwd: folder, env})
    lines.push(
      trial(
        tried,
        `code ${found.code}, ${found.stdout === plain.stdout ? 'the same bytes' : 'OTHER bytes'}`,
        found.code === 0 && found.stdout === plain.stdout,
      ),
    )
  }
  return lines
}

const writing = async (folder, corpus) => {
  const {stdout} = await hedgerow(['report', corpus, ...day, '--format', 'json'], {cwd: folder})
  put(folder, {
    'log.csv': `Fingerprint,Decision\n${JSON.parse(stdout).topics[0].opportunities[0].fingerprint},park\n`,
    'outside.html': procedure('Carrow Council', '2 hours'),
  })
  everybodyMayRead(folder)
  const was = JSON.stringify(filesBelow(corpus))
  const tries = [
    ['baseline', corpus],
    ['report', corpus, '--output', `html=${join(corpus, 'r.html')}`],
    ['decisions', 'import', 'log.csv', corpus],
    ['import', 'outside.html', '--corpus', corpus, '--authority', 'carrow', '--topic', 'missing-children'],
    ['propose', 'ashby', corpus, '--output', `${corpus}/`],
    ['draft', 'missing-children', corpus, '--output', `docx=${join(corpus, 'd.docx')}`],
    ['init', join(corpus, 'new')],
  ]
  const lines = []
  for (const words of tries) {
    const found = await asNobody(words, {cwd: folder})
    const isAsked = [2, 3].includes(found.code) && /permission is denied/u.test(found.stderr)
    lines.push(
      trial(
        `${words[0]} into a corpus that may only be read`,
        answer(found, folder),
        isAsked && JSON.stringify(filesBelow(corpus)) === was,
      ),
    )
  }
  return lines
}

const kept = async (folder, corpus) => {
  const own = join(folder, 'own')
  put(own, {'r.csv': 'kept\n'})
  chownSync(own, nobody, nobody)
  chownSync(join(own, 'r.csv'), nobody, nobody)
  chmodSync(join(own, 'r.csv'), 0o444)
  const found = await asNobody(['report', corpus, ...day, '--quiet', '--output', 'csv=r.csv'], {cwd: own})
  return trial(
    'a report over a file that may only be read, in a folder of one’s own',
    answer(found, folder),
    found.code === 2 && textOf(join(own, 'r.csv')) === 'kept\n',
  )
}

const unreadable = async (folder) => {
  const lines = []
  const tries = {
    'a document that may not be read': 'carrow/missing-children.md',
    'a folder that may not be looked into': 'carrow',
  }
  for (const [tried, locked] of Object.entries(tries)) {
    const corpus = join(folder, `unreadable-${lines.length}`)
    put(corpus, {...pair, 'carrow/missing-children.md': procedure('Carrow Council', '2 hours')})
    everybodyMayRead(corpus)
    chmodSync(join(corpus, locked), 0)
    const {code, stdout} = await asNobody(['report', corpus, ...day, '--format', 'json'], {cwd: folder})
    const {documents, notCompared} = code === 0 ? JSON.parse(stdout) : {documents: [], notCompared: []}
    lines.push(
      trial(
        tried,
        `code ${code}, the others are compared; ${notCompared.map(({path, reason}) => `${path}: ${reason}`).join('; ')}`,
        code === 0 && documents.length === 2 && notCompared[0]?.path === locked,
      ),
    )
    chmodSync(join(corpus, locked), 0o755)
  }
  return lines
}

export const title = 'What may only be read, or not even that'

export const trials = async () => {
  const folder = newFolder()
  try {
    chmodSync(folder, 0o755)
    if (spawnSync(before[0], [...before.slice(1), process.execPath, program, '--version'], {cwd: folder}).status !== 0)
      return [trial('as another user', `this user may not become another, or that one may not read ${root}`, null)]
    const corpus = join(folder, 'corpus')
    put(corpus, pair)
    everybodyMayRead(folder)
    return [
      ...(await reading(folder, corpus)),
      ...(await writing(folder, corpus)),
      await kept(folder, corpus),
      ...(await unreadable(folder)),
    ]
  } finally {
    rmSync(folder, {recursive: true, force: true})
  }
}
