import {Writable} from 'node:stream'
import type {Summary} from '@hedgerow/report'
import {expect, test} from 'vitest'
import {drawnProgress, drawnSummary} from '../src/summary/draw.tsx'
import {advanced, bar, waiting} from '../src/summary/state.ts'

const facts = {
  region: 'Vale and Moor',
  asAt: '2026-11-23',
  authorities: ['ashby', 'brindle'].map((id) => ({id, name: `${id[0]?.toUpperCase()}${id.slice(1)} Council`})),
  documents: 2,
  documentsWithFaults: 0,
  notCompared: [{path: 'carrow/missing-children.md', reason: 'it is empty', remedy: 'check that it was saved'}],
  rows: 10,
  shared: 8,
  agreed: 5,
  unsure: 1,
  severities: {error: 2, warning: 1, note: 0},
  topics: [
    {
      id: 'missing-children',
      title: 'Children \u001b[2Jmissing',
      authorities: ['ashby', 'brindle'],
      without: [],
      documents: 2,
      rows: 10,
      shared: 8,
      agreed: 5,
      statuses: {
        unsure: 1,
        'below-standard': 0,
        differs: 3,
        absent: 1,
        extra: 0,
        currency: 0,
        local: 2,
        wording: 1,
        same: 2,
      },
      wording: 0.64,
      rule: 0.995,
      unsure: 0.1,
      notes: [],
    },
  ],
  steps: [
    {
      topic: 'missing-children',
      id: 'o1',
      title: 'Return interviews: agree the deadline',
      class: 'fix-now',
      why: 'One of two says 72 hours; the national standard settles it.',
    },
  ],
  opportunities: 1,
  standards: {used: 2, unverified: 2},
} as unknown as Summary

test('the summary fits its width, says in words what it colours, and drives no terminal', () => {
  const drawn = drawnSummary(facts, {columns: 60, color: false})
  expect(drawn).not.toContain('\u001b')
  for (const line of drawn.split('\n')) expect([...line].length).toBeLessThanOrEqual(60)
  for (const words of [
    'Vale and Moor, as at 23 November 2026',
    '2 errors',
    'Ashby and Brindle',
    '64%',
    '99%',
    '3 different',
    'fix now',
    'it is empty',
  ])
    expect(drawn).toContain(words)
})

test('a bar is full only at 1 and empty only at 0', () => {
  expect([0, 0.001, 0.5, 0.999, 1].map((share) => bar(share, 4))).toEqual(['░░░░', '█░░░', '██░░', '███░', '████'])
})

test('progress never goes back and counts from one', () => {
  const read = advanced(waiting, {stage: 'read', done: 2, total: 4, current: 'ashby/a.md'})
  expect(read).toEqual({words: 'Reading 3 of 4', current: 'ashby/a.md', share: 0.25})
  expect(advanced(read, {stage: 'read', done: 0, total: 4, current: 'b'}).share).toBe(0.25)
  expect(advanced(read, {stage: 'assess', done: 0, total: 1, current: ''}).share).toBe(0.9)
})

test('the line of progress is drawn and wiped again', async () => {
  let written = ''
  const stream = Object.assign(new Writable({write: (piece, _, done) => done(void (written += String(piece)))}), {
    isTTY: true,
    columns: 80,
    rows: 24,
  })
  const {progress, stop} = drawnProgress(stream, false)
  progress({stage: 'read', done: 1, total: 2, current: 'ashby/missing-children.md'})
  await new Promise((resolve) => setTimeout(resolve, 100))
  await stop()
  expect(written).toContain('Reading 2 of 2')
  expect(written.endsWith('\u001b[?25h')).toBe(true)
})
