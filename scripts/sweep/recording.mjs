// Records what an officer decides in the explorer, by the part of the program that the explorer writes through: a pin, an agreed difference and a decision, one
// of them taken back and made again; tells each once it is on the disk. node scripts/sweep/recording.mjs CORPUS FINGERPRINT…
import {readFileSync} from 'node:fs'
import {recorderIn} from '../../packages/cli/dist/explorer/recorder.js'

const [corpus, first, second] = process.argv.slice(2)
const quote = 'An independent return interview must be offered'
const provision = (authority) => ({authority, topic: 'missing-children', quote})
const judgements = [
  ['decisions', first, {opportunity: first, decision: 'park', note: 'x'.repeat(300)}],
  ['agreed', second, {finding: second, summary: 'Ours', reason: 'contract', 'review-by': '2027-01-31'}],
  ['pins', 'R-Officer', {same: [provision('ashby'), provision('brindle')], by: 'R-Officer', on: '2026-11-23'}],
]

const recorder = await recorderIn(corpus, null)
for (const [file, id, entry] of judgements) {
  if (readFileSync(`${corpus}/${file}.yaml`, 'utf8').includes(id)) continue
  const {isFault, words} = await recorder.record({judgements: [{file, entry}], words: file})
  if (isFault) throw new Error(words)
  process.stdout.write(`${file} ${id}\n`)
}
process.stdout.write('taking-back pins\n')
await recorder.undo()
await recorder.redo()
process.stdout.write('made-again pins\n')
