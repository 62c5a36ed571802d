import type {Command} from '../command.ts'
import {ofTwoStates} from '../drift/between.ts'

/** Tells practitioners on one page what changes for whom, and from when: a seven-minute briefing. */
export const briefing: Command = {
  summary: 'Tells practitioners on one page what changes for whom, and from when: a seven-minute briefing.',
  positionals: ['A', 'B', '[corpus]'],
  options: ofTwoStates(async () => Object.keys((await import('@hedgerow/report')).briefingFormats)),
  examples: [
    ['briefing v2025-06 v2025-12 --output html=briefing.html', 'Between two git tags'],
    ['briefing last-year this-year --topic missing-children', 'Between two folders, on one topic'],
  ],
  run: async (given, setting) => {
    const [{toldBetween}, {briefingFormats}] = await Promise.all([
      import('../drift/between.ts'),
      import('@hedgerow/report'),
    ])
    return toldBetween(briefingFormats, given, setting)
  },
}
