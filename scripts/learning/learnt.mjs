// How the models of collate are learnt from labelled sets. Used by learn-weights.mjs, which writes them, and leave-one-out.mjs, which measures them.
// A set is {name, procedures, ids, corresponds} (labelled.mjs); a clause without gold ids is not judged.
import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {parse} from 'yaml'
import {procedures} from '../../packages/cli/dist/analysis.js'
import {corpusAt} from '../../packages/cli/dist/corpus/corpus.js'
import {collate, logOdds, partners, profiles, stagePairs, stages} from '../../packages/collate/dist/index.js'
import {lexicon} from '../../packages/lexicon/dist/index.js'
import {labelledTopic} from './labelled.mjs'

/** Newton's method for logistic regression with a small ridge, which keeps the weight of a measure that never varies at zero. */
export const fitted = (rows, width, ridge = 1) => {
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
        const curve = w * p * (1 - p) * x[i]
        for (let j = 0; j <= i; j++) hessian[i][j] += curve * x[j]
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

const learntNames = [...stages, 'row-shared']

/** The lexicon without anything learnt, so that nothing of an earlier learning can leak into a new one. */
export const unlearnt = () =>
  lexicon.weights.filter(({name}) => !learntNames.some((stage) => name.startsWith(`${stage}.`)))

/** A set of many long documents weighs as much as four topics of a region: it alone shows what eight procedures say of each other. With three, or two, the sample and
 *  the development regions were read a little worse. */
const setShare = 4

/** The weights learnt from some sets, stage by stage, because a later stage's measures depend on the earlier stage's probabilities. Pairs of each set
 *  weigh the same in sum but for that, so that a large set does not drown a small one. */
export const learnt = (sets, given = unlearnt()) => {
  let weights = given
  const rest = given.length
  for (const stage of stages) {
    const rows = []
    let names = []
    for (const set of sets) {
      const {scoring, is} = scored(set, [...weights, {name: `${stage}.bias`, value: 0}], stage)
      names = Object.keys(scoring.measures)
      const columns = names.map((name) => scoring.measures[name])
      const w = ((set.docs ? setShare : 1) * 20000) / is.length
      is.forEach((y, at) => {
        if (y !== null) rows.push({x: Float64Array.from([1, ...columns.map((column) => column[at])]), y: y ? 1 : 0, w})
      })
    }
    const beta = fitted(rows, names.length + 1)
    const named = ['bias', ...names].map((name, i) => ({
      name: `${stage}.${name}`,
      value: Math.round(beta[i] * 1000) / 1000,
    }))
    weights = [...weights, ...named]
  }
  return [...weights.slice(rest), ...rowCurve(sets, weights)]
}

/** The curve from the support of a row of several holders to the probability that it is right (Platt 1999); that of rows of one is learn-absences.mjs's. */
const rowCurve = (sets, weights) => {
  const told = sets.flatMap((set) => {
    const rows = judgedRows(set, collate(set.procedures, {...lexicon, weights}).rows)
    return rows.map((row) => ({...row, w: 1000 / rows.length}))
  })
  const rows = told.filter(({lone}) => !lone).map(({p, is, w}) => ({x: [1, logOdds(p, 6)], y: is ? 1 : 0, w}))
  const [bias, support] = fitted(rows, 2)
  return Object.entries({bias, support}).map(([name, value]) => ({
    name: `row-shared.${name}`,
    value: Math.round(value * 1000) / 1000,
  }))
}

/** The rows that the gold judges: the probability printed, whether the row is right and whether it has one holder. A row of several is right when each of its readings corresponds
 *  with every other authority's, a row of one when the gold has nothing elsewhere. */
export const judgedRows = (set, rows) => {
  const holders = new Map()
  for (const {readings} of rows)
    for (const [authority, own] of Object.entries(readings))
      for (const {clause} of own ?? [])
        for (const id of set.ids(clause)) holders.set(id, (holders.get(id) ?? new Set()).add(authority))
  return rows.flatMap(({readings, confidence}) => {
    const own = Object.values(readings)
      .filter((each) => each !== null)
      .map((each) => each.map(({clause}) => clause).filter((clause) => set.ids(clause).length > 0))
    const all = own.flat()
    if (all.length === 0) return []
    const lone = own.length === 1
    const is = lone
      ? all.every((clause) => set.ids(clause).every((id) => holders.get(id).size === 1))
      : own.every((xs, at) => own.slice(at + 1).every((ys) => xs.every((x) => ys.every((y) => set.corresponds(x, y)))))
    return [{p: confidence, is, lone}]
  })
}

const known = new Map()

/** A set's pairs as a stage scores them, and whether each is true; null for a pair that the gold does not judge. */
export const scored = (set, weights, stage = stages.at(-1)) => {
  if (!known.has(set)) {
    const own = profiles(set.procedures, lexicon)
    known.set(set, {own, partners: partners(own, set.procedures.length, lexicon)})
  }
  const {own, partners: with_} = known.get(set)
  const scoring = stagePairs(own, with_, {...lexicon, weights}, stage)
  const clause = (index) => own.clauses[index].clause
  const judged = (index) => set.ids(clause(index)).length > 0
  const is = Array.from(scoring.pairs.a, (a, at) => {
    const b = scoring.pairs.b[at]
    return judged(a) && judged(b) ? set.corresponds(clause(a), clause(b)) : null
  })
  return {scoring, is, clauses: own.clauses}
}

/** The topics of the sample region and of the development regions with their hand-made gold, each a set. */
export const ownSets = async (root) =>
  (await Promise.all(['', 'test/development/'].map((folder) => goldSets(root, folder)))).flat()

const goldSets = async (root, folder) => {
  const corpus = await corpusAt({cwd: root, argument: `${folder}procedures`, config: undefined, lexicon})
  const region = await procedures(corpus)
  const golds = join(root, folder === '' ? 'test/gold' : `${folder}gold`)
  return readdirSync(golds)
    .filter((file) => file.endsWith('.yaml') && file !== 'floors.yaml')
    .sort()
    .map((file) => parse(readFileSync(join(golds, file), 'utf8')))
    .map((gold) =>
      labelledTopic(
        gold,
        region.filter(({topic}) => topic === gold.topic),
      ),
    )
}
