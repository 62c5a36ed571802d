// What is no document in a corpus: links round and round, links to nowhere, pipes, sockets, devices. Nothing waits for ever, everything is named.
import {spawnSync} from 'node:child_process'
import {mkdirSync, rmSync, symlinkSync} from 'node:fs'
import {createServer} from 'node:net'
import {join} from 'node:path'
import {day, hedgerow, newFolder, pair, put, trial} from './trial.mjs'

const seconds = 30

const said = ({code, stderr, hung}) =>
  hung ? `hung for ${seconds} s` : `code ${code}${stderr ? `: ${stderr.trim().split('\n')[0]}` : ''}`

const inCorpus = async (folder) => {
  const corpus = join(folder, 'corpus')
  put(corpus, pair)
  const makes = {
    'a pipe': () => spawnSync('mkfifo', [join(corpus, 'ashby/pipe.md')]).status === 0,
    'a device': () => spawnSync('mknod', [join(corpus, 'ashby/zero.md'), 'c', '1', '5']).status === 0,
    'a link to a device': () => symlinkSync('/dev/zero', join(corpus, 'brindle/zero.md')) === undefined,
    'a link to nowhere': () => symlinkSync('nowhere', join(corpus, 'ashby/gone.md')) === undefined,
    'a link to itself': () => symlinkSync('self.md', join(corpus, 'ashby/self.md')) === undefined,
    'folders that link to each other': () => {
      symlinkSync('../brindle', join(corpus, 'ashby/b'))
      symlinkSync('../ashby', join(corpus, 'brindle/a'))
      return true
    },
    'a link to the folder above all': () =>
      symlinkSync('/', join(corpus, 'ashby/all')) === undefined && rmSync(join(corpus, 'ashby/all')) === undefined,
  }
  const made = Object.entries(makes)
    .filter(([, make]) => make())
    .map(([name]) => name)
  const server = createServer().listen(join(corpus, 'ashby/socket.md'))
  await new Promise((resolve) => server.once('listening', resolve))
  const found = await hedgerow(['report', 'corpus', ...day, '--format', 'json', '--quiet'], {cwd: folder, seconds})
  server.close()
  const {documents = [], notCompared = []} = found.code === 0 ? JSON.parse(found.stdout) : {}
  return trial(
    `in a corpus: ${[...made, 'a socket'].join(', ')}`,
    `${said(found)}, ${documents.length} documents compared, ${notCompared.length} entries named, ${(found.ms / 1000).toFixed(1)} s`,
    found.code === 0 && documents.length === 2 && notCompared.length >= made.length,
  )
}

const doubled = async (folder) => {
  const corpus = join(folder, 'doubled')
  put(corpus, pair)
  for (let n = 0; n < 30; n++) mkdirSync(join(corpus, `far/${n}`), {recursive: true})
  for (let n = 0; n < 29; n++)
    for (const name of ['a', 'b']) symlinkSync(`../${n + 1}`, join(corpus, `far/${n}/${name}`))
  const found = await hedgerow(['report', 'doubled', ...day, '--format', 'json', '--quiet'], {cwd: folder, seconds})
  return trial(
    'thirty folders, each linking to the next by two links: a thousand million ways',
    `${said(found)}, ${(found.ms / 1000).toFixed(1)} s`,
    found.code === 0,
  )
}

const instead = async (folder) => {
  const lines = []
  for (const name of ['hedgerow.yaml', 'pins.yaml', 'agreed.yaml', 'decisions.yaml', 'ashby/authority.yaml']) {
    const corpus = join(folder, `instead-${lines.length}`)
    put(corpus, pair)
    rmSync(join(corpus, name), {force: true})
    if (spawnSync('mkfifo', [join(corpus, name)]).status !== 0)
      return [trial('pipes in the place of files', 'no mkfifo here', null)]
    const found = await hedgerow(['report', corpus, ...day], {cwd: folder, seconds})
    lines.push(
      trial(
        `a pipe in the place of ${name}`,
        said(found).replaceAll(folder, '…'),
        found.code === 2 && /it is a pipe/u.test(found.stderr),
      ),
    )
  }
  return lines
}

const endless = async (folder) => {
  const found = await hedgerow(['parse', '/dev/zero'], {cwd: folder, seconds})
  return trial('parse of a device that never ends', said(found), found.code === 3)
}

export const title = 'What is no document'

export const trials = async () => {
  const folder = newFolder()
  try {
    return [await inCorpus(folder), await doubled(folder), ...(await instead(folder)), await endless(folder)]
  } finally {
    rmSync(folder, {recursive: true, force: true})
  }
}
