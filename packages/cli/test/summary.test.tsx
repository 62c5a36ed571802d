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
  agreements: {live: 0, expired: 0, refused: 0},
  judgementFaults: [],
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
    '2 serious',
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

test('progress never goes back, and counts what is done', () => {
  const news = {documents: 4, topics: 2, current: 'ashby/a.md'}
  const read = advanced(waiting, {...news, read: 2, compared: 0})
  expect(read).toEqual({words: 'Read 2 of 4 documents, compared 0 of 2 topics', current: 'ashby/a.md', share: 0.25})
  expect(advanced(read, {...news, read: 0, compared: 0}).share).toBe(0.25)
  const comparing = advanced(read, {...news, read: 4, compared: 1})
  expect(comparing).toMatchObject({words: 'Compared 1 of 2 topics', share: 0.75})
  expect(advanced(comparing, {...news, read: 4, compared: 2}).share).toBe(1)
})

const terminal = (columns: number) => {
  let written = ''
  const stream = Object.assign(new Writable({write: (piece, _, done) => done(void (written += String(piece)))}), {
    isTTY: true,
    columns,
    rows: 24,
  })
  return {stream, written: () => written}
}

const later = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

test.concurrent.each([80, 40])(
  'the line of progress is one line of %i columns and wiped again, whatever came last',
  async (columns) => {
    const {stream, written} = terminal(columns)
    const {progress, stop} = drawnProgress(stream, false)
    const news = {
      documents: 2,
      compared: 0,
      topics: 1,
      current: 'ashby/missing-children.of-a-name-that-is-very-long.md',
    }
    progress({...news, read: 1})
    await later(150)
    progress({...news, read: 2})
    stop()
    await later(150)
    const [, line, ...rest] = written().split('\r\u001b[2K')
    expect(line).toMatch(/^█+░+ Read 1 of 2/u)
    expect([...(line as string)].length).toBeLessThan(columns)
    expect(rest).toEqual([''])
  },
)

test.concurrent('no progress is shown of nothing, nor of what is done at once', async () => {
  const {stream, written} = terminal(80)
  const first = drawnProgress(stream, false)
  first.progress({read: 0, documents: 0, compared: 0, topics: 0, current: ''})
  await later(120)
  first.stop()
  const second = drawnProgress(stream, false)
  second.progress({read: 1, documents: 1, compared: 1, topics: 1, current: 'a.md'})
  second.stop()
  await later(120)
  expect(written()).toBe('')
})
