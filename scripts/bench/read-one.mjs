// Reads one document in this process, which does nothing else, and prints what that took:  node scripts/bench/read-one.mjs FILE
import {readFileSync} from 'node:fs'
import {extname} from 'node:path'

const readers = {
  md: 'markdown',
  html: 'html',
  docx: 'docx',
  odt: 'odt',
  pdf: 'pdf',
  xlsx: 'spreadsheet',
  ods: 'spreadsheet',
  csv: 'csv',
  txt: 'text',
}
const path = process.argv[2]
const begun = performance.now()
const {ingest} = await import('../../packages/ingest/dist/index.js')
const {lexicon} = await import('../../packages/lexicon/dist/index.js')
const {clauses} = await import('../../packages/ast/dist/index.js')
await import(`../../packages/ingest/dist/formats/${readers[extname(path).slice(1)]}.js`)
const load = performance.now() - begun

const bytes = new Uint8Array(readFileSync(path))
const from = performance.now()
const {procedure} = await ingest({path, bytes, authority: 'ashby', topic: 'missing-children'}, {lexicon})
const read = performance.now() - from
const all = clauses(procedure)
console.log(
  JSON.stringify({
    load,
    read,
    kilobytes: Math.round(bytes.length / 1000),
    // Kilobytes on every system Node runs on.
    megabytes: Math.round(process.resourceUsage().maxRSS / 1024),
    clauses: all.length,
    words: all.reduce((sum, {text}) => sum + text.split(/\s+/u).length, 0),
  }),
)
