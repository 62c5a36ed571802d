// Compiles packages/lexicon/data/*.yaml into packages/lexicon/src/compiled.json, checking every entry on the way.
import {createHash} from 'node:crypto'
import {readFileSync, readdirSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {parse} from 'yaml'

const home = join(dirname(fileURLToPath(import.meta.url)), '../packages/lexicon')
const texts = []

const read = (file) => {
  const text = readFileSync(join(home, 'data', file), 'utf8')
  texts.push(text)
  const value = worded(parse(text))
  check(file, value)
  return value
}

// A phrase that is a number (`101`, `903`) or reads as a truth value (`true`) stays a phrase.
const worded = (value) =>
  Array.isArray(value)
    ? value.map((each) => (typeof each === 'number' || typeof each === 'boolean' ? String(each) : worded(each)))
    : value && typeof value === 'object'
      ? Object.fromEntries(Object.entries(value).map(([key, each]) => [key, worded(each)]))
      : value

// Every entry of every list names its source; plain words (function words) name it once for the list.
const check = (file, value) => {
  if (Array.isArray(value))
    for (const entry of value) {
      if (typeof entry !== 'object' || !entry.source)
        throw new Error(`${file}: an entry has no source: ${JSON.stringify(entry)}. Add source: where it is from.`)
    }
  else for (const key of Object.keys(value)) if (Array.isArray(value[key])) check(`${file} ${key}`, value[key])
}

const functionWords = parse(readFileSync(join(home, 'data/function-words.yaml'), 'utf8'))
texts.push(JSON.stringify(functionWords))
const lexicon = {
  modality: read('modality.yaml'),
  wordClasses: read('word-classes.yaml'),
  sections: read('sections.yaml'),
  roles: read('roles.yaml'),
  agencies: read('agencies.yaml'),
  durations: read('durations.yaml'),
  triggers: read('triggers.yaml'),
  citations: read('citations.yaml'),
  currency: read('currency.yaml'),
  local: read('local.yaml'),
  dataItems: read('data-items.yaml'),
  differences: read('differences.yaml'),
  equivalences: read('equivalences.yaml'),
  weights: [...read('weights.yaml'), ...read('match-weights.yaml'), ...read('absence-weights.yaml')],
  topics: read('topics.yaml'),
  holidays: read('holidays.yaml'),
  functionWords: functionWords.words,
  conditionOpeners: functionWords.conditionOpeners,
  headingContrasts: functionWords.headingContrasts,
  headingTopics: functionWords.headingTopics,
  standards: readdirSync(join(home, 'data/standards'))
    .sort()
    .flatMap((file) => read(`standards/${file}`)),
}
const hash = createHash('sha256').update(texts.join('\n')).digest('hex').slice(0, 16)
writeFileSync(join(home, 'src/compiled.json'), `${JSON.stringify({hash, ...lexicon})}\n`)
