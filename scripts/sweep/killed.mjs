// Killed at any moment while it writes: at every moment at which the program asks something of the disk (dying.mjs), before and in the middle of each
// writing, and at chance moments. What stands under a file's name is what stood there before, or the new text whole; what was told as recorded is there.
import {cpSync, existsSync, readdirSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {
  day,
  filesBelow,
  hedgerow,
  newFolder,
  pair,
  procedure,
  program,
  put,
  ran,
  sample,
  textOf,
  trial,
} from './trial.mjs'

const dying = fileURLToPath(new URL('dying.mjs', import.meta.url))
const recording = fileURLToPath(new URL('recording.mjs', import.meta.url))
const former = '# what stood here before\n'

/** A program run so that it dies at a moment; at 0 it lives, and says how many there are. */
const dyingAt = (at, words, folder) =>
  ran(['--import', dying, ...words], {cwd: folder, env: {DIES_AT: String(at), DIES_TELL: join(folder, '.moments')}})

/** Copies a folder anew for each trial, so that no trial sees what another left. */
const anew = (from) => {
  const folder = newFolder()
  cpSync(from, folder, {recursive: true})
  return folder
}

/** Names of files that lie beside those asked for: drafts, locks. */
const leftIn = (folder) =>
  readdirSync(folder, {recursive: true, encoding: 'utf8'}).filter((name) => /(?:^|\/)\.(?!moments)[^/]+$/u.test(name))

/** Runs a command once to its end, then dying at each moment. `targets` are the files that must be whole. */
const everyMoment = async (name, words, start, targets, more = async () => []) => {
  const whole = anew(start)
  const undisturbed = await dyingAt(0, words, whole)
  const moments = Number(textOf(join(whole, '.moments')))
  const faults = undisturbed.code === 0 ? [] : [`ended with ${undisturbed.code}: ${undisturbed.stderr}`]
  const left = new Set()
  const seen = new Set()
  for (let at = 1; at <= moments; at++) {
    const folder = anew(start)
    const {signal, stdout} = await dyingAt(at, words, folder)
    if (signal !== 'SIGKILL') faults.push(`moment ${at}: was not killed`)
    for (const target of targets) {
      const text = textOf(join(folder, target))
      if (text !== textOf(join(start, target)) && text !== textOf(join(whole, target)))
        faults.push(`moment ${at}: ${target} is neither the former nor the new one`)
    }
    for (const each of leftIn(folder))
      left.add(each.replace(/\.\d+\.[0-9a-f]+\.part$/u, '.PID.part').replace(/lock\..*$/u, 'lock.PID'))
    faults.push(...(await more(folder, stdout)).map((fault) => `moment ${at}: ${fault}`))
    const state = JSON.stringify(filesBelow(folder)).replace(/\d+\.[0-9a-f]+\.part|lock\.[^"]*/gu, '')
    const again = seen.has(state) ? null : await ran(words, {cwd: folder})
    seen.add(state)
    if (again === null) {
      rmSync(folder, {recursive: true})
      continue
    }
    if (again.code !== 0)
      faults.push(`moment ${at}: run again it ended with ${again.code}: ${again.stderr.slice(0, 200)}`)
    for (const target of targets)
      if (textOf(join(folder, target)) !== textOf(join(whole, target)))
        faults.push(`moment ${at}: run again, ${target} is another`)
    rmSync(folder, {recursive: true})
  }
  rmSync(whole, {recursive: true})
  const beside = left.size === 0 ? 'nothing is left' : 'a hidden draft may be left'
  return trial(
    `${name}: killed at each of ${moments} moments`,
    faults.length === 0 ? `former or new, run again complete; ${beside}` : faults.join('; '),
    moments > 0 && faults.length === 0,
  )
}

const withFormer = (folder, names) => {
  for (const name of names) put(folder, {[name]: former})
  return folder
}

const reports = async () => {
  const start = newFolder()
  put(join(start, 'corpus'), pair)
  const lines = []
  for (const format of ['html', 'json', 'xlsx', 'docx']) {
    const target = `report.${format}`
    const words = [program, 'report', 'corpus', ...day, '--quiet', '--output', `${format}=${target}`]
    lines.push(await everyMoment(`report --output ${format}`, words, withFormer(start, [target]), [target]))
    rmSync(join(start, target))
  }
  lines.push(
    await everyMoment(
      'draft',
      [program, 'draft', 'missing-children', 'corpus', ...day, '--output', 'docx=draft.docx'],
      start,
      ['draft.docx'],
    ),
  )
  lines.push(
    await everyMoment('propose', [program, 'propose', 'ashby', 'corpus', ...day], start, [
      'proposals/ashby-missing-children.docx',
    ]),
  )
  lines.push(
    await everyMoment('init', [program, 'init', 'new'], start, ['new/hedgerow.yaml', 'new/ashby/authority.yaml']),
  )
  await hedgerow(['baseline', 'corpus', ...day], {cwd: start})
  put(start, {'corpus/ashby/missing-children.md': pair['ashby/missing-children.md'].replace('72', '96')})
  lines.push(
    await everyMoment('baseline --update', [program, 'baseline', 'corpus', ...day, '--update'], start, [
      'corpus/baseline.json',
    ]),
  )
  cpSync(join(sample, 'pellmoor/missing-children.docx'), join(start, 'from-elsewhere.docx'))
  const into = ['--corpus', 'corpus', '--authority', 'carrow', '--topic', 'missing-children']
  const imported = ['corpus/carrow/missing-children.md', 'corpus/carrow/missing-children.docx']
  lines.push(await everyMoment('import', [program, 'import', 'from-elsewhere.docx', ...into], start, imported))
  rmSync(start, {recursive: true})
  return lines
}

const head = '# Our plan, kept by the policy officer\n'

/** Every judgement told as recorded is in its file, whose first comment is still there. */
const keepsAll = async (folder, told) => {
  const faults = []
  const isTakenBack = told.includes('taking-back') && !told.includes('made-again')
  for (const [, file, id] of told.matchAll(/^(pins|agreed|decisions) (\S+)$/gmu)) {
    if (file === 'pins' && isTakenBack) continue
    const text = textOf(join(folder, `corpus/${file}.yaml`)) ?? ''
    if (!text.includes(id)) faults.push(`${id} was told as recorded and is not in ${file}.yaml`)
  }
  for (const file of ['pins', 'agreed', 'decisions']) {
    const text = textOf(join(folder, `corpus/${file}.yaml`))
    if (text !== null && !text.startsWith(head)) faults.push(`${file}.yaml lost its comment`)
  }
  const {code, stderr} = await hedgerow(['report', 'corpus', ...day, '--format', 'json', '--quiet'], {cwd: folder})
  return code === 0 ? faults : [...faults, `report ended with ${code}: ${stderr}`]
}

const judgements = async () => {
  const start = newFolder()
  put(join(start, 'corpus'), {...pair, 'pins.yaml': head, 'agreed.yaml': head, 'decisions.yaml': head})
  const {stdout} = await hedgerow(['report', 'corpus', ...day, '--format', 'json', '--quiet'], {cwd: start})
  const steps = JSON.parse(stdout)
    .topics[0].opportunities.slice(0, 3)
    .map(({fingerprint}) => fingerprint)
  writeFileSync(
    join(start, 'log.csv'),
    ['Fingerprint,Decision,Owner', ...steps.map((each) => `${each},park,R Officer`)].join('\n'),
  )
  const told = (folder, out) => keepsAll(folder, out.replace(/^new +(\S+).*$/gmu, 'decisions $1'))
  const imports = await everyMoment(
    'decisions import',
    [program, 'decisions', 'import', 'log.csv', 'corpus', ...day],
    start,
    [],
    told,
  )
  const writes = await everyMoment(
    'what the explorer records: a pin, an agreed difference, a decision',
    [recording, 'corpus', ...steps],
    start,
    [],
    keepsAll,
  )
  rmSync(start, {recursive: true})
  return [imports, writes]
}

/** At chance moments, with the cache in use: the next run, on the same cache, gives the same bytes. */
const anyMoment = async (times) => {
  const folder = newFolder()
  const names = ['html', 'json', 'xlsx', 'docx', 'csv'].map((format) => `out/r.${format}`)
  const words = [
    'report',
    sample,
    ...day,
    '--quiet',
    ...names.flatMap((name) => ['--output', `${name.split('.')[1]}=${name}`]),
  ]
  const env = {HEDGEROW_CACHE: join(folder, 'cache')}
  const {ms} = await hedgerow(words, {cwd: folder})
  const texts = () => names.map((name) => textOf(join(folder, name)))
  const whole = texts()
  let faults = 0
  let halves = 0
  for (let time = 0; time < times; time++) {
    rmSync(env.HEDGEROW_CACHE, {recursive: true, force: true})
    for (const name of names) writeFileSync(join(folder, name), former)
    const {signal} = await hedgerow(words, {cwd: folder, env, kill: Math.random() * ms * 1.1})
    faults += texts().filter((text, at) => text !== former && text !== whole[at]).length
    if (signal === null) continue
    halves += readdirSync(folder, {recursive: true, encoding: 'utf8'}).filter((name) => name.endsWith('.part')).length
    const again = await hedgerow(words, {cwd: folder, env})
    if (again.code !== 0 || texts().some((text, at) => text !== whole[at])) faults++
  }
  const left = existsSync(join(folder, 'out'))
    ? readdirSync(join(folder, 'out')).filter((name) => name.endsWith('.part')).length
    : 0
  rmSync(folder, {recursive: true})
  return trial(
    `the sample in five formats with the cache: killed at ${times} chance moments`,
    faults === 0
      ? `former or new, the next run complete from the same cache; ${halves} half drafts were seen beside them, ${left} of reports stay for an hour`
      : `${faults} faults`,
    faults === 0,
  )
}

/** Without a cache a large region's topics lie in the folder for temporary files while it is worked on. */
const toldToEnd = async () => {
  const folder = newFolder()
  for (let who = 0; who < 60; who++)
    for (let what = 0; what < 5; what++)
      put(folder, {[`corpus/a${who}/topic-${what}.md`]: procedure(`A${who} Council`, `${1 + (who % 5)} hours`)})
  const env = {TMPDIR: join(folder, 'temporary')}
  put(folder, {'temporary/kept': ''})
  const {ms} = await hedgerow(['report', 'corpus', ...day, '--format', 'json'], {cwd: folder, env})
  const lines = []
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    const ended = await hedgerow(['report', 'corpus', ...day, '--format', 'json'], {
      cwd: folder,
      env,
      kill: ms * 0.6,
      by: signal,
    })
    const left = readdirSync(env.TMPDIR).filter((name) => name !== 'kept')
    lines.push(
      trial(
        `told to end by ${signal} while a large region is worked on without a cache`,
        `ended by ${ended.signal ?? `code ${ended.code}`}; ${left.length} temporary folders left`,
        ended.signal === signal && left.length === 0,
      ),
    )
  }
  rmSync(folder, {recursive: true})
  return lines
}

export const title = 'Killed at any moment while it writes'

export const trials = async () => {
  return [...(await reports()), ...(await judgements()), await anyMoment(20), ...(await toldToEnd())]
}
