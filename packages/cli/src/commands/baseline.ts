import type {State} from '@hedgerow/assess'
import {type Command, exit, type Given, type Setting} from '../command.ts'
import {UsageError} from '../errors.ts'
import {asAtOf, ofCorpus} from '../options.ts'
import type {Corpus} from '../corpus/corpus.ts'

const {config, 'as-at': asAt} = ofCorpus

/** Records what a corpus says today, for check to measure from. */
export const baseline: Command = {
  summary: 'Records today’s provisions, rows and findings in baseline.json, for hedgerow check to measure drift from.',
  positionals: ['[corpus]'],
  options: {
    update: {describe: 'Record today’s state in place of the one recorded before'},
    prune: {describe: 'Only take out of the record what is there no longer; accept nothing new'},
    config,
    'as-at': asAt,
  },
  examples: [
    ['baseline', 'Record the state of ./procedures for the first time'],
    ['baseline --update', 'Accept every change since'],
    ['baseline --prune', 'Forget findings and procedures that have gone'],
  ],
  run: async (given, setting) => {
    const [{askedCorpus}, {presentState}, {baselineOf}, {NothingRead}] = await Promise.all([
      import('../analysed.ts'),
      import('../drift/states.ts'),
      import('../drift/named.ts'),
      import('../errors.ts'),
    ])
    if (given.flags.update && given.flags.prune)
      throw new UsageError(
        'Found both --update and --prune, expected one: --update accepts everything, --prune only what has gone.',
      )
    const corpus = await askedCorpus(given, given.positionals[0], setting)
    // What is to be replaced need not be read: it may be damaged.
    const known = given.flags.update ? null : await baselineOf(corpus.folder, corpus.lexicon)
    if (known !== null && !given.flags.update && !given.flags.prune)
      throw new UsageError(
        'Found a baseline.json already, expected none. See what changed with hedgerow check; accept it with hedgerow baseline --update.',
      )
    const {state} = await presentState(corpus, 'now', asAtOf(given, setting), given, setting)
    if (state.procedures.length === 0)
      throw new NothingRead('Nothing was recorded: no document could be read. Put in documents, or mend them.')
    await kept(given.flags.prune && known !== null ? await pruned(known, state, corpus) : state, corpus, given, setting)
    return exit.ran
  },
}

const pruned = async (known: State, state: State, corpus: Corpus): Promise<State> => {
  const {prunedState} = await import('@hedgerow/assess')
  const {rulesOf} = await import('../drift/measured.ts')
  return prunedState(known, state, rulesOf(corpus))
}

const kept = async (state: State, {folder}: Corpus, given: Given, setting: Setting): Promise<void> => {
  const [{recorded}, {writeFileWhole}, {baselineName}, {join}, {shownPath}] = await Promise.all([
    import('@hedgerow/assess'),
    import('../output.ts'),
    import('../drift/named.ts'),
    import('node:path'),
    import('../corpus/lone-documents.ts'),
  ])
  const path = join(folder, baselineName)
  await writeFileWhole(setting.cwd, path, recorded(state))
  if (given.flags.quiet) return
  const {counted} = await import('@hedgerow/report')
  const findings = state.topics.flatMap(({rows}) => rows.flatMap((row) => row.findings)).length
  await setting.err.lines([
    `Recorded ${counted(state.procedures.length, 'procedure')} and ${counted(findings, 'finding')} in ${shownPath(setting.cwd, path)}. Keep it with the documents: commit it where they are under version control.`,
    ...state.notCompared.map(({path: left, reason}) => `Not recorded: ${left}: ${reason}`),
  ])
}
