// Paths with spaces, letters of any script, and every sign that a shell, a glob or a web address makes something of.
import {copyFileSync, cpSync, existsSync, rmSync} from 'node:fs'
import {join} from 'node:path'
import {day, hedgerow, newFolder, pair, put, rowsOf, sample, trial} from './trial.mjs'

const names = [
  'with spaces',
  'Ünïcödé – Ελληνικά – 漢字',
  'emoji 😀👩‍👧',
  '-dash',
  '--output',
  '100%25#frag?query&x=1',
  `quote's "both"`,
  'back\\slash',
  '[x](y)*{z}',
  '$(touch pwned) `id` ;',
  'new\nline',
  '~tilde',
  '@at !bang',
  'x'.repeat(120),
]

const asCorpus = async (name, plain) => {
  const folder = newFolder()
  const corpus = join(folder, name)
  put(corpus, pair)
  const faults = []
  const path = ['report', ...day, '--format', 'json', '--quiet']
  for (const words of [
    [...path, '--', name],
    [...path, `./${name}`],
    [...path, corpus],
  ]) {
    const {code, stdout, stderr} = await hedgerow(words, {cwd: folder})
    if (code !== 0 || rowsOf(stdout) !== plain) faults.push(`report: code ${code} ${stderr}`)
  }
  const runs = {
    baseline: ['baseline', `./${name}`, ...day],
    check: ['check', `./${name}`, ...day],
    output: ['report', `./${name}`, ...day, '--output', `html=out/${name}.html`],
    draft: ['draft', 'missing-children', `./${name}`, ...day, '--output', `docx=out/${name}.docx`],
    show: ['show', 'reporting-to-police-1', `./${name}`, ...day],
  }
  for (const [run, words] of Object.entries(runs)) {
    const {code, stderr} = await hedgerow(words, {cwd: folder})
    if (code !== 0) faults.push(`${run}: code ${code} ${stderr}`)
  }
  for (const made of [`out/${name}.html`, `out/${name}.docx`])
    if (!existsSync(join(folder, made))) faults.push(`${made} was not written`)
  rmSync(folder, {recursive: true})
  return trial(
    `a corpus and reports named ${JSON.stringify(name.length > 40 ? `${name.slice(0, 10)}… (${name.length} letters)` : name)}`,
    faults.join('; ') || 'report, baseline, check, show, draft: as under a plain name',
    faults.length === 0,
  )
}

const within = async () => {
  const folder = newFolder()
  const authorities = names.filter((name) => name !== '--output')
  for (const name of authorities)
    put(folder, {[`corpus/${name}/missing children.md`]: pair['ashby/missing-children.md']})
  const {code, stdout, stderr} = await hedgerow(['report', 'corpus', ...day, '--format', 'json', '--quiet'], {
    cwd: folder,
  })
  const {documents = [], notCompared = []} = code === 0 ? JSON.parse(stdout) : {}
  rmSync(folder, {recursive: true})
  return trial(
    'authorities’ folders of all these names in one corpus',
    code === 0 ? `${documents.length} documents read, ${notCompared.length} left out` : `code ${code}: ${stderr}`,
    documents.length === authorities.length,
  )
}

const lone = async () => {
  const folder = newFolder()
  cpSync(join(sample, 'pellmoor/missing-children.docx'), join(folder, '-x [1].docx'))
  copyFileSync(join(folder, '-x [1].docx'), join(folder, "it's 100%.docx"))
  put(folder, {'corpus/hedgerow.yaml': 'region: Vale\n', 'a b.md': pair['ashby/missing-children.md']})
  const runs = [
    ['parse', '--', '-x [1].docx'],
    ['diff', ...day, '--', '-x [1].docx', 'a b.md'],
    ['import', '--corpus', 'corpus', '--authority', 'ashby', '--topic', 'missing-children', '--', "it's 100%.docx"],
  ]
  const faults = []
  for (const words of runs) {
    const {code, stderr} = await hedgerow(words, {cwd: folder})
    if (code !== 0) faults.push(`${words[0]}: code ${code} ${stderr}`)
  }
  rmSync(folder, {recursive: true})
  return trial('parse, diff and import of such files', faults.join('; ') || 'done', faults.length === 0)
}

export const title = 'Names'

export const trials = async () => {
  const folder = newFolder()
  put(folder, pair)
  const plain = rowsOf((await hedgerow(['report', folder, ...day, '--format', 'json', '--quiet'])).stdout)
  rmSync(folder, {recursive: true})
  const lines = []
  for (const name of names) lines.push(await asCorpus(name, plain))
  return [...lines, await within(), await lone()]
}
