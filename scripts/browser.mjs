// Opens the HTML report in the machine's own Chromium, of the sample region and of a large synthetic one, and looks at it as readers do:
//   node scripts/browser.mjs [--output FOLDER] [--authorities 150] [--topics 1] [--sample] [--no-audit]
// axe-core in light, dark and print; first paint and requests; filters and search by keyboard alone; everything readable with scripts off; no page wider than a
// phone. Writes pictures into the folder (temporary by default) at desktop and phone width and of the print in greyscale (needs pdftoppm): look at them. --sample
// leaves the large region out, --no-audit leaves out axe-core, which takes minutes on a large page. Ends with code 1 if anything is not as it should be. Build first.
import {mkdirSync, mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {parseArgs} from 'node:util'
import {chromiumPath, startedChromium} from '../test/support/chromium.mjs'
import {lookedAt} from './browser/looked-at.mjs'
import {pictures} from './browser/pictures.mjs'
import {reportOf} from './browser/report-of.mjs'
import {makeCorpus} from './make-corpus.mjs'

const {values} = parseArgs({
  options: {
    output: {type: 'string'},
    authorities: {type: 'string', default: '150'},
    topics: {type: 'string', default: '1'},
    sample: {type: 'boolean', default: false},
    'no-audit': {type: 'boolean', default: false},
  },
})

const root = fileURLToPath(new URL('..', import.meta.url))
const path = chromiumPath()
if (path === null) throw new Error('Expected chromium on this machine, found none: apt-get install chromium')

const folder = mkdtempSync(join(tmpdir(), 'hedgerow-browser-'))
const output = values.output ?? join(folder, 'pictures')
mkdirSync(output, {recursive: true})

const large = () => {
  const corpus = join(folder, 'large')
  const [authorities, topics] = [Number(values.authorities), Number(values.topics)]
  makeCorpus(corpus, {authorities, topics, words: 2500, seed: 1})
  return {
    name: `${authorities}x${topics}`,
    file: reportOf(corpus, join(folder, 'large.html')),
    word: 'strategy',
    paintWithin: 1000,
  }
}

const browser = await startedChromium(path)
const faults = []
try {
  const sample = {
    name: 'sample',
    file: reportOf(join(root, 'procedures'), join(folder, 'sample.html')),
    word: 'interview',
    paintWithin: 1000,
  }
  for (const subject of values.sample ? [sample] : [sample, large()]) {
    faults.push(...(await lookedAt(browser, subject, {isAudited: !values['no-audit']})))
    for (const line of await pictures(browser, subject, output)) process.stdout.write(`${line}\n`)
  }
} finally {
  await browser.close()
  for (const name of ['large', 'large.html', 'sample.html']) rmSync(join(folder, name), {recursive: true, force: true})
  if (values.output === undefined) process.stdout.write(`Pictures: ${output}\n`)
  else rmSync(folder, {recursive: true})
}
for (const fault of faults) process.stdout.write(`FAULT ${fault}\n`)
process.stdout.write(faults.length === 0 ? 'Nothing found amiss.\n' : `${faults.length} faults.\n`)
process.exitCode = faults.length === 0 ? 0 : 1
