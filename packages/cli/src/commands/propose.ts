import {type Command, exit} from '../command.ts'
import {asAtOf, ofCorpus, valueOf} from '../options.ts'

const {topic, authority, 'neighbours-of': neighboursOf, config, 'as-at': asAt} = ofCorpus

/** An authority's own documents with the proposals as tracked changes. */
export const propose: Command = {
  summary:
    'Writes an authority’s own documents as Word files with the proposed words as tracked changes, a comment on each.',
  positionals: ['AUTHORITY', '[corpus]'],
  offers: {AUTHORITY: 'authorities'},
  options: {
    output: {
      describe: 'Where to write; proposals/AUTHORITY-TOPIC.docx by default. A folder where there are several',
      value: 'PATH',
    },
    date: {describe: 'The day the changes say they were made on; that of --as-at by default', value: 'DATE'},
    topic,
    authority: {
      ...authority,
      describe: 'Compare it with this authority only',
    },
    'neighbours-of': {
      ...neighboursOf,
      describe: 'Compare it with this authority and its neighbours only',
    },
    config,
    'as-at': asAt,
  },
  examples: [
    ['propose harrowmead --topic missing-children', 'proposals/harrowmead-missing-children.docx'],
    ['propose ashby --output for-ashby/', 'Every topic, into a folder'],
  ],
  run: async (given, setting) => {
    const [{proposalFiles}, {toldProposals}, {writeBytesWhole}, {dayGiven}] = await Promise.all([
      import('../propose/proposal-files.ts'),
      import('../propose/told-proposals.ts'),
      import('../output.ts'),
      import('../options.ts'),
    ])
    const day = dayGiven(given, 'date') ?? asAtOf(given, setting)
    const files = await proposalFiles(given, setting, {day, output: valueOf(given, 'output')})
    for (const {path, bytes} of files) await writeBytesWhole(setting.cwd, path, bytes)
    await setting.out.lines(toldProposals(files, given.flags.verbose ?? false))
    return exit.ran
  },
}
