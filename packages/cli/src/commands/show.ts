import {type Command, exit} from '../command.ts'
import {ofCorpus, widthOf} from '../options.ts'

/** Everything about one row, finding or step. */
export const show: Command = {
  summary: 'Tells every fact of one row, finding or step, by its id or fingerprint.',
  positionals: ['ID', '[corpus]'],
  options: ofCorpus,
  examples: [
    ['show return-interview-1', 'A row; of every topic that has one of this id'],
    ['show missing-children/return-interview-1', 'The row of one topic'],
    ['show 3f9c2a1b0d4e5f67', 'A finding or step by the fingerprint a report prints'],
  ],
  run: async (given, setting) => {
    const [{analysed}, {factsOf}] = await Promise.all([import('../analysed.ts'), import('../facts.ts')])
    const [id, corpus] = given.positionals as readonly [string, string | undefined]
    const {assessment} = await analysed(given, corpus, setting)
    await setting.out.lines(factsOf(assessment, id, widthOf(setting.stdout)))
    return exit.ran
  },
}
