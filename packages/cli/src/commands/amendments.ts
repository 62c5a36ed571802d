import type {Command} from '../command.ts'
import {ofTwoStates} from '../drift/between.ts'

/** Tells what was amended between two states, as the sector’s own table: chapter, details, date. */
export const amendments: Command = {
  summary: 'Tells what was amended between two states, as the sector’s own table: chapter, details, date.',
  positionals: ['A', 'B', '[corpus]'],
  options: ofTwoStates(async () => Object.keys((await import('@hedgerow/report')).amendmentFormats)),
  examples: [
    ['amendments v2025-06 v2025-12 --output html=amendments.html', 'Between two git tags'],
    ['amendments last-year this-year --format csv', 'Between two folders'],
    ['amendments procedures/baseline.json procedures --authority ashby', 'Since the baseline, of one authority'],
  ],
  run: async (given, setting) => {
    const [{toldBetween}, {amendmentFormats}] = await Promise.all([
      import('../drift/between.ts'),
      import('@hedgerow/report'),
    ])
    return toldBetween(amendmentFormats, given, setting)
  },
}
