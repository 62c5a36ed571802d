import {type Command, exit, type Given} from '../command.ts'
import {UsageError} from '../errors.ts'
import {asAtOf, colours, ofCorpus, selectionOf} from '../options.ts'

/** The explorer: a full-screen terminal UI over the analysis. */
export const explore: Command = {
  summary:
    'Explores the analysis in the terminal: where things stand, what to align first, everybody’s own words, decisions.',
  positionals: ['[corpus]'],
  options: {
    'screen-reader': {describe: 'Say what is chosen, line by line, instead of drawing a screen'},
    ...ofCorpus,
  },
  examples: [
    ['explore', 'Explore ./procedures; plain hedgerow does the same'],
    ['explore --neighbours-of ashby', 'Ashby and its neighbours only'],
    ['explore --screen-reader', 'For a screen reader'],
  ],
  run: async (given, setting) => {
    const {stdin, stdout, env} = setting
    if (!(stdin as {isTTY?: boolean}).isTTY || !stdout.isTTY)
      throw new UsageError(
        'Found no terminal, expected one to explore in. Run hedgerow report for the summary, hedgerow show ID for everything about one row, or hedgerow report --format text for all of it.',
      )
    const [{askedCorpus}, {selected}, {userCache}, {userShelf}, {version}] = await Promise.all([
      import('../analysed.ts'),
      import('../corpus/selection.ts'),
      import('../cache.ts'),
      import('../shelf/shelf.ts'),
      import('../version.ts'),
    ])
    const corpus = async () => selected(await askedCorpus(given, given.positionals[0], setting), selectionOf(given))
    const [first, {explore: run}] = await Promise.all([corpus(), import('../explorer/explore.ts')])
    const asAt = asAtOf(given, setting)
    const shelf = userShelf(env, first.documents.length)
    const code = await run(
      {
        source: {
          corpus,
          asAt,
          version,
          cache: userCache(env),
          shelf,
          env,
          chosen: given.values.authority !== undefined,
        },
        folder: first.folder,
        color: colours(given, setting, stdout),
        aloud: given.flags['screen-reader'] === true || env.INK_SCREEN_READER === 'true',
        reportArguments: reportArguments(given, asAt),
      },
      setting,
    )
    await shelf.tidy()
    return code === 0 ? exit.ran : code
  },
}

/** The same selection as options of a report. */
const reportArguments = ({values}: Given, asAt: string): readonly string[] => [
  ...['topic', 'authority', 'neighbours-of', 'config'].flatMap((name) =>
    (values[name] ?? []).flatMap((value) => [`--${name}`, value]),
  ),
  '--as-at',
  asAt,
]
