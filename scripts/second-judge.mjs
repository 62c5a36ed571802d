// Prints how far a second judge, who saw neither the gold nor the program, agrees with the gold on the classes of difference of each row: per class precision,
// recall and F1 (the gold as truth), macro F1 over the classes that either names, and the rows with the very same set.
//   node scripts/second-judge.mjs [TOPIC]…               all of test/labelled/second-judge, or the topics named; nothing to build
import {readdirSync, readFileSync} from 'node:fs'
import {basename, join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {parse} from 'yaml'
import {facetLines, percent} from './evaluate/printed.mjs'

const test = fileURLToPath(new URL('../test', import.meta.url))
const yaml = (...path) => parse(readFileSync(join(test, ...path), 'utf8'))

/** The gold of every topic of the regions, wherever it stands. */
const golds = new Map(
  ['gold', 'held-out/gold', 'held-out-later/gold', 'development/gold'].flatMap((folder) =>
    readdirSync(join(test, folder)).map((name) => [basename(name, '.yaml'), join(folder, name)]),
  ),
)

/** The rows of both as {kind, gold, judged}; throws where the two do not judge the same rows. */
const judgedTwice = (topic) => {
  const judged = new Map(yaml('labelled/second-judge', `${topic}.yaml`).map(({id, facets}) => [id, facets]))
  const {rows} = yaml(golds.get(topic))
  const lost = rows.filter(({id}) => !judged.has(id)).map(({id}) => id)
  if (lost.length > 0 || judged.size !== rows.length)
    throw new Error(
      `Expected the same rows in both judgements of ${topic}, got ${judged.size} of ${rows.length}: ${lost}`,
    )
  return rows.map(({id, kind, facets}) => ({kind, gold: new Set(facets), judged: new Set(judged.get(id))}))
}

const agreement = (rows, name) => {
  const gold = rows.filter((row) => row.gold.has(name)).length
  const said = rows.filter((row) => row.judged.has(name)).length
  const hits = rows.filter((row) => row.gold.has(name) && row.judged.has(name)).length
  const share = (whole) => (whole === 0 ? 1 : hits / whole)
  return {precision: share(said), recall: share(gold), f1: (2 * hits) / (gold + said), hits, said, gold}
}

const byClass = (rows) => {
  const names = new Set(rows.flatMap(({gold, judged}) => [...gold, ...judged]))
  return Object.fromEntries([...names].sort().map((name) => [name, agreement(rows, name)]))
}

const macro = (classes, without = '') => {
  const counted = Object.entries(classes).filter(([name]) => name !== without)
  return counted.reduce((sum, [, {f1}]) => sum + f1, 0) / Math.max(1, counted.length)
}

const alike = ({gold, judged}) => gold.size === judged.size && [...gold].every((name) => judged.has(name))

const printed = (title, rows) => {
  const classes = byClass(rows)
  console.log(`\n${title}: ${rows.length} rows, ${rows.filter(alike).length} with the same classes`)
  console.log(`  macro F1 ${percent(macro(classes))}, without wording ${percent(macro(classes, 'wording'))}`)
  return classes
}

const named = process.argv.slice(2)
const topics =
  named.length > 0 ? named : readdirSync(join(test, 'labelled/second-judge')).map((name) => basename(name, '.yaml'))
for (const topic of topics.sort()) {
  const rows = judgedTwice(topic)
  for (const line of facetLines(printed(topic, rows))) console.log(line)
  printed(
    `${topic}, without fields (whose choices were not shown)`,
    rows.filter(({kind}) => kind !== 'field'),
  )
}
