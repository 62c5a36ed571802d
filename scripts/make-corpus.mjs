// Makes a synthetic region of A authorities × T topics to measure with, seeded: the same words give the same bytes.
//   node scripts/make-corpus.mjs FOLDER [--authorities 153] [--topics 20] [--words 2500] [--seed 1]
// Every document states the same duties of its topic in partly other words, with other limits, some left out, some moved. Nothing in it is real.
import {mkdirSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {parseArgs} from 'node:util'
import {syntheticDocument} from './bench/synthetic.mjs'

const known = ['missing-children', 'child-exploitation', 'referral-form', 'escalation', 'allegations']

/** Writes the region into a folder. */
export const makeCorpus = (folder, {authorities, topics, words, seed}) => {
  mkdirSync(folder, {recursive: true})
  writeFileSync(join(folder, 'hedgerow.yaml'), 'region: A synthetic region\n')
  const width = String(authorities).length
  for (let n = 0; n < authorities; n++) {
    const id = `authority-${String(n + 1).padStart(width, '0')}`
    mkdirSync(join(folder, id), {recursive: true})
    writeFileSync(
      join(folder, id, 'authority.yaml'),
      `name: Authority ${n + 1} Council\npolice: Police force ${(n % 43) + 1}\nicb: Care board ${(n % 42) + 1}\n`,
    )
    for (let topic = 0; topic < topics; topic++) {
      const name = known[topic] ?? `topic-${topic + 1}`
      const title = `${name.replaceAll('-', ' ')}`
      writeFileSync(
        join(folder, id, `${name}.md`),
        syntheticDocument(n, words, {topic, seed, title, authority: `Authority ${n + 1} Council`}),
      )
    }
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const {values, positionals} = parseArgs({
    allowPositionals: true,
    options: {
      authorities: {type: 'string', default: '153'},
      topics: {type: 'string', default: '20'},
      words: {type: 'string', default: '2500'},
      seed: {type: 'string', default: '1'},
    },
  })
  const numbers = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, Number(value)]))
  const isWhole = Object.values(numbers).every((value) => Number.isInteger(value) && value > 0)
  if (positionals.length !== 1 || !isWhole) {
    process.stderr.write(
      'Expected node scripts/make-corpus.mjs FOLDER [--authorities N] [--topics N] [--words N] [--seed N], each N a whole number above 0.\n',
    )
    process.exitCode = 2
  } else makeCorpus(positionals[0], numbers)
}
