// Ten thousand files: most of them no procedures, then all of them; and hostile documents under a limit of memory. Time, and the most memory the process held.
import {mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {zipped} from '../../packages/office/dist/index.js'
import {day, newFolder, pair, procedure, program, put, ran, trial} from './trial.mjs'

const telling = `data:text/javascript,${encodeURIComponent("import {writeFileSync} from 'node:fs'; import {isMainThread} from 'node:worker_threads'; if (isMainThread) process.on('exit', () => writeFileSync(process.env.TELLS_MEMORY, String(process.resourceUsage().maxRSS)))")}`

const measured = async (words, folder, {node = [], ...how} = {}) => {
  const told = join(folder, '.memory')
  const found = await ran([...node, '--import', telling, program, ...words], {
    cwd: folder,
    seconds: 900,
    ...how,
    env: {...how.env, TELLS_MEMORY: told},
  })
  const mebibytes = Math.round(Number(readFileSync(told, 'utf8')) / 1024)
  return {...found, cost: `${(found.ms / 1000).toFixed(1)} s, ${mebibytes} MiB`, mebibytes}
}

const mostlyNone = async () => {
  const folder = newFolder()
  put(join(folder, 'corpus'), pair)
  for (let n = 0; n < 9_998; n++) {
    if (n % 100 === 0) mkdirSync(join(folder, `corpus/ashby/pictures-${n / 100}`))
    writeFileSync(join(folder, `corpus/ashby/pictures-${Math.floor(n / 100)}/${n}.jpg`), 'x')
  }
  const found = await measured(['report', 'corpus', ...day, '--format', 'json', '--quiet'], folder)
  const {documents, notCompared} = JSON.parse(found.stdout)
  rmSync(folder, {recursive: true})
  return trial(
    '10,000 files of which two are procedures',
    `${found.cost}; ${documents.length} compared, ${notCompared.length} named`,
    documents.length === 2 && notCompared.length === 9_998,
  )
}

const allOfThem = async () => {
  const folder = newFolder()
  for (let who = 0; who < 100; who++)
    for (let what = 0; what < 100; what++)
      put(folder, {
        [`corpus/authority-${who}/topic-${what}.md`]: procedure(
          `Authority ${who}`,
          `${1 + ((who * 7 + what) % 5)} hours`,
          `\nThe manager must review it on day ${what}.\n`,
        ),
      })
  const env = {HEDGEROW_CACHE: join(folder, 'cache')}
  const words = ['report', 'corpus', ...day, '--quiet', '--output', 'json=r.json', '--output', 'html=r.html']
  const first = await measured(words, folder, {env})
  const {topics, documents} = JSON.parse(readFileSync(join(folder, 'r.json'), 'utf8'))
  const again = await measured(words, folder, {env})
  rmSync(folder, {recursive: true})
  return trial(
    '10,000 small procedures: 100 authorities × 100 topics, JSON and HTML written',
    `first run ${first.cost}; nothing changed ${again.cost}; ${documents.length} documents, ${topics.length} topics`,
    first.code === 0 && again.code === 0 && documents.length === 10_000 && topics.length === 100,
  )
}

const part = (paragraphs) =>
  `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${'<w:p><w:r><w:t>The carer must report the child missing to the police.</w:t></w:r></w:p>'.repeat(paragraphs)}</w:body></w:document>`

/** Eight Word files that would take more than their share each, with a main thread that may hold 256 MB itself. */
const greedy = async () => {
  const folder = newFolder()
  const content = zipped([['word/document.xml', part(500_000)]])
  const names = ['carrow', 'dunmere', 'eldon', 'fenwick', 'gorsley', 'hatherby', 'ivel', 'jarrow']
  put(join(folder, 'corpus'), {...pair, 'hedgerow.yaml': 'limits: {memory-megabytes: 128, seconds-per-file: 20}\n'})
  for (const name of names) put(folder, {[`corpus/${name}/missing-children.docx`]: content})
  const found = await measured(['report', 'corpus', ...day, '--format', 'json', '--quiet'], folder, {
    node: ['--max-old-space-size=256'],
  })
  const {documents = [], notCompared = []} = found.code === 0 ? JSON.parse(found.stdout) : {}
  rmSync(folder, {recursive: true})
  return trial(
    'eight Word files of half a million paragraphs, 128 MB allowed to each and 256 to the program',
    `${found.cost}; code ${found.code}; ${documents.length} compared, ${notCompared.length} named: ${notCompared[0]?.reason}`,
    found.code === 0 && documents.length === 2 && notCompared.length === names.length,
  )
}

export const title = 'Ten thousand files, and greedy ones'

export const trials = async () => [await mostlyNone(), await allOfThem(), await greedy()]
