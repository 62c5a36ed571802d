// Learns the logistic models of collate (data/match-weights.yaml) from labelled pairs:
//   node scripts/learn-weights.mjs [SET…] [--write]
// from the sample region's own gold (test/gold) and every SET, a folder with docs.json and gold.json (units with ids; gold ids per unit). Stage by stage, because a later stage's measures
// depend on the earlier stage's probabilities. Pairs of each set weigh the same in sum, so that a large set does not drown a small one.
import {readdirSync, readFileSync, writeFileSync} from 'node:fs'
import {basename, dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {parse} from 'yaml'
import {lexicon} from '../packages/lexicon/dist/index.js'
import {partners, profiles, scoredPairs, stages} from '../packages/collate/dist/index.js'
import {procedures} from '../packages/cli/dist/analysis.js'
import {corpusAt} from '../packages/cli/dist/corpus.js'
import {labelledSet, labelledTopic} from './labelled.mjs'

const home = dirname(fileURLToPath(import.meta.url))

/** Newton's method for logistic regression with a small ridge, which keeps the weight of a measure that never varies at zero. */
const fitted = (rows, names, ridge = 1) => {
  const width = names.length + 1
  let beta = new Float64Array(width)
  for (let step = 0; step < 25; step++) {
    const gradient = new Float64Array(width)
    const hessian = Array.from({length: width}, () => new Float64Array(width))
    for (const {x, y, w} of rows) {
      let z = 0
      for (let i = 0; i < width; i++) z += beta[i] * x[i]
      const p = 1 / (1 + Math.exp(-z))
      for (let i = 0; i < width; i++) {
        gradient[i] += w * (y - p) * x[i]
        for (let j = 0; j <= i; j++) hessian[i][j] += w * p * (1 - p) * x[i] * x[j]
      }
    }
    for (let i = 0; i < width; i++) {
      gradient[i] -= i ? ridge * beta[i] : 0
      hessian[i][i] += i ? ridge : 1e-9
      for (let j = i + 1; j < width; j++) hessian[i][j] = hessian[j][i]
    }
    const move = solved(hessian, gradient)
    beta = beta.map((value, i) => value + move[i])
    if (move.every((value) => Math.abs(value) < 1e-6)) break
  }
  return beta
}

const solved = (matrix, vector) => {
  const rows = matrix.map((row, i) => [...row, vector[i]])
  for (let i = 0; i < rows.length; i++) {
    let pivot = i
    for (let k = i + 1; k < rows.length; k++) if (Math.abs(rows[k][i]) > Math.abs(rows[pivot][i])) pivot = k
    ;[rows[i], rows[pivot]] = [rows[pivot], rows[i]]
    for (let k = 0; k < rows.length; k++) {
      if (k === i) continue
      const factor = rows[k][i] / rows[i][i]
      for (let j = i; j <= rows.length; j++) rows[k][j] -= factor * rows[i][j]
    }
  }
  return rows.map((row, i) => row[rows.length] / row[i])
}

const learnt = (sets, rest) => {
  let weights = rest
  for (const stage of stages) {
    const rows = []
    let names = []
    for (const {procedures, corresponds} of sets) {
      const known = profiles(procedures, lexicon)
      const scoring = scoredPairs(
        known,
        partners(known, procedures.length, lexicon),
        {...lexicon, weights: [...weights, {name: `${stage}.bias`, value: 0}]},
        stage,
      )
      names = Object.keys(scoring.measures)
      const {a, b} = scoring.pairs
      const w = 20000 / a.length
      const clause = (index) => known.clauses[index].clause
      a.forEach((first, at) =>
        rows.push({
          x: [1, ...names.map((name) => scoring.measures[name][at])],
          y: corresponds(clause(first), clause(b[at])) ? 1 : 0,
          w,
        }),
      )
    }
    const beta = fitted(rows, names)
    weights = [
      ...weights,
      ...['bias', ...names].map((name, i) => ({name: `${stage}.${name}`, value: Math.round(beta[i] * 1000) / 1000})),
    ]
    console.log(stage, Object.fromEntries(['bias', ...names].map((name, i) => [name, +beta[i].toFixed(2)])))
  }
  return weights.slice(rest.length)
}

const folders = process.argv.slice(2).filter((word) => !word.startsWith('--'))
const root = join(home, '..')
const region = await procedures(await corpusAt({cwd: root, argument: 'procedures', config: undefined, lexicon}))
const own = readdirSync(join(root, 'test/gold'))
  .filter((file) => file.endsWith('.yaml'))
  .sort()
  .map((file) => parse(readFileSync(join(root, 'test/gold', file), 'utf8')))
  .map((gold) =>
    labelledTopic(
      gold,
      region.filter(({topic}) => topic === gold.topic),
    ),
  )
const sets = [...own, ...folders.map((folder) => labelledSet(folder))]
const rest = lexicon.weights.filter(({name}) => !stages.some((stage) => name.startsWith(`${stage}.`)))
const weights = learnt(sets, rest)
if (process.argv.includes('--write')) {
  const source = `learnt by scripts/learn-weights.mjs from ${['the sample region', ...folders.map((folder) => basename(folder))].join(', ')}`
  const lines = weights.map(
    ({name, value}) => `- {name: ${name}, value: ${value}, unit: log odds, source: '${source}'}`,
  )
  const file = join(home, '../packages/lexicon/data/match-weights.yaml')
  const head = readFileSync(file, 'utf8').split('\n')[0]
  writeFileSync(file, `${head}\n${lines.join('\n')}\n`)
}
