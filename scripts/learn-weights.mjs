// Learns the logistic models of collate (data/match-weights.yaml) from labelled pairs:
//   node scripts/learn-weights.mjs [SET…] [--write]
// from the gold of the sample and of the development regions and every SET, a folder with docs.json and gold.json (units with ids; gold ids per unit). How is in learning.mjs; how well
// it carries over to what was not learnt from is measured by leave-one-out.mjs.
import {readFileSync, writeFileSync} from 'node:fs'
import {basename, dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {labelledSet} from './learning/labelled.mjs'
import {learnt, ownSets} from './learning/learnt.mjs'

const home = dirname(fileURLToPath(import.meta.url))
const folders = process.argv.slice(2).filter((word) => !word.startsWith('--'))
const weights = learnt([...(await ownSets(join(home, '..'))), ...folders.map((folder) => labelledSet(folder))])
for (const {name, value} of weights) console.log(name.padEnd(24), String(value).padStart(8))
if (process.argv.includes('--write')) {
  const source = `learnt by scripts/learn-weights.mjs from ${['the sample region', 'the development regions', ...folders.map((folder) => basename(folder))].join(', ')}`
  const lines = weights.map(
    ({name, value}) => `- {name: ${name}, value: ${value}, unit: log odds, source: '${source}'}`,
  )
  const file = join(home, '../packages/lexicon/data/match-weights.yaml')
  const head = readFileSync(file, 'utf8').split('\n')[0]
  writeFileSync(file, `${head}\n${lines.join('\n')}\n`)
}
