// The same bytes in every locale and time zone, whatever the order of files on the disk: every format of report, a draft, proposals, a baseline.
import {cpSync, rmSync} from 'node:fs'
import {join} from 'node:path'
import {day, digest, filesBelow, hedgerow, newFolder, pair, procedure, put, sample, trial} from './trial.mjs'

const formats = [
  'text',
  'markdown',
  'html',
  'json',
  'csv',
  'xlsx',
  'ods',
  'docx',
  'sarif',
  'junit',
  'github',
  'codequality',
]
const locales = ['C', 'en_GB.UTF-8', 'tr_TR.UTF-8', 'de_DE.UTF-8', 'ar_EG.UTF-8']
const zones = ['UTC', 'Pacific/Kiritimati', 'America/Anchorage', 'Asia/Kolkata']

/** The digest of everything the program writes of a corpus. */
const written = async (corpus, env) => {
  const folder = newFolder()
  const own = join(folder, 'procedures')
  cpSync(corpus, own, {recursive: true})
  const outputs = formats.flatMap((format) => ['--output', `${format}=out/r.${format}`])
  const runs = [
    ['report', own, ...day, '--quiet', ...outputs],
    [
      'draft',
      'missing-children',
      own,
      ...day,
      '--quiet',
      '--output',
      'docx=out/d.docx',
      '--output',
      'markdown=out/d.md',
    ],
    ['propose', 'thornmere', own, ...day, '--output', 'out/p'],
    ['baseline', own, ...day, '--quiet'],
  ]
  for (const words of runs) {
    const {code, stderr} = await hedgerow(words, {cwd: folder, env})
    if (code !== 0) throw new Error(`${words[0]} ended with ${code}: ${stderr}`)
  }
  const all = {...filesBelow(join(folder, 'out')), baseline: filesBelow(own)['baseline.json']}
  rmSync(folder, {recursive: true})
  return {count: Object.keys(all).length, digest: digest(JSON.stringify(all))}
}

const everywhere = async () => {
  const first = await written(sample, {TZ: 'UTC', LC_ALL: 'C', LANG: 'C'})
  const ways = [
    ...locales.slice(1).map((locale, at) => [locale, zones[at % zones.length]]),
    ...zones.slice(1).map((zone) => ['C', zone]),
  ]
  const lines = []
  for (const [locale, zone] of ways) {
    const found = await written(sample, {TZ: zone, LC_ALL: locale, LANG: locale, LANGUAGE: locale})
    lines.push(
      trial(
        `${locale}, ${zone}`,
        `${found.count} files, ${found.digest === first.digest ? 'the same bytes' : 'OTHER bytes'} as in C, UTC`,
        found.digest === first.digest,
      ),
    )
  }
  return lines
}

const shuffled = async () => {
  const files = Object.entries({
    ...pair,
    ...Object.fromEntries(
      ['carrow', 'dunmere', 'eldon', 'fenwick'].map((id, at) => [
        `${id}/missing-children.md`,
        procedure(`${id} Council`, `${at + 2} hours`),
      ]),
    ),
  })
  const orders = [files, [...files].reverse(), [...files].sort(([a], [b]) => (digest(a) < digest(b) ? -1 : 1))]
  const all = []
  for (const order of orders) {
    const folder = newFolder()
    put(folder, Object.fromEntries(order))
    all.push(digest((await hedgerow(['report', folder, ...day, '--format', 'json'])).stdout))
    rmSync(folder, {recursive: true})
  }
  return trial(
    'files written to the disk in three orders',
    new Set(all).size === 1 ? 'the same bytes' : 'OTHER bytes',
    new Set(all).size === 1,
  )
}

export const title = 'Every locale, time zone and order'

export const trials = async () => [...(await everywhere()), await shuffled()]
