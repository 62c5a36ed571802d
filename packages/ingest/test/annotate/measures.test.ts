import {expect, test} from 'vitest'
import {type Measured, labelled, score} from './measures.ts'

const facts: readonly Measured[] = ['deadlines', 'trigger', 'threshold', 'citations', 'local']
const files = (process.env['FILES'] ?? 'limits.yaml,occasions.yaml,particulars.yaml').split(',')
test('scores', () => {
  const all = files.flatMap(labelled)
  console.log(all.length)
  for (const fact of facts) {
    const {precision, recall, f1, exact, wrong} = score(all, fact)
    console.log(fact, precision.toFixed(3), recall.toFixed(3), f1.toFixed(3), exact.toFixed(3), `\n${wrong.join('\n')}`)
  }
  expect(1).toBe(1)
})
