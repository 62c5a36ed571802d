import {type Command, exit} from '../command.ts'
import {existsSync, realpathSync} from 'node:fs'
import {resolve} from 'node:path'
import {UsageError} from '../errors.ts'
import {colours, valueOf, widthOf} from '../options.ts'
import {type Target, wroteLines} from '../targets.ts'

/** Joins analyses of parts of a region into the analysis of the whole. */
export const merge: Command = {
  summary:
    'Joins analyses made with report --shard I/N into the whole one, byte for byte as one run would have made it.',
  positionals: ['FILE…'],
  options: {
    output: {describe: 'Write a report to a file', value: 'FORMAT=PATH', repeats: true},
    format: {
      describe: 'Write this format to standard output; json where nothing else is asked for',
      value: 'FORMAT',
      choices: async () => (await import('../output.ts')).formatNames,
    },
  },
  examples: [
    ['merge part-1.json part-2.json > analysis.json', 'The whole analysis from two shards'],
    ['merge part-*.json --output html=region.html', 'A report of the whole'],
  ],
  run: async (given, setting) => {
    const [{judgementLines}, {merged}, {printed, streamFormat, targetsOf, writeReport}, {lexicon}] = await Promise.all([
      import('../analysed.ts'),
      import('../merge/merged.ts'),
      import('../output.ts'),
      import('@hedgerow/lexicon'),
    ])
    const targets = targetsOf(given.values.output ?? [], setting.cwd)
    const format = valueOf(given, 'format') ?? (targets.length === 0 ? 'json' : undefined)
    if (format !== undefined) streamFormat(format, setting.stdout)
    sparingInputs(targets, given.positionals, setting.cwd)
    const analysis = await merged(given.positionals, setting.cwd, lexicon)
    await setting.err.lines(judgementLines(analysis.assessment))
    for (const target of targets) await writeReport(setting.cwd, target, analysis, {lexicon})
    if (format !== undefined) {
      const look = {color: colours(given, setting, setting.stdout), columns: widthOf(setting.stdout), lexicon}
      for (const piece of printed(analysis, format, look)) await setting.out.write(piece)
    }
    if (!given.flags.quiet) await setting.err.lines(wroteLines(targets))
    return exit.ran
  },
}

/** Refuses to write over an analysis that is being merged: its topics stay in its file until they are looked at. Throws a UsageError. */
const sparingInputs = (targets: readonly Target[], inputs: readonly string[], cwd: string): void => {
  const real = (path: string): string => realpathSync.native(resolve(cwd, path))
  const read = new Set(inputs.filter((path) => existsSync(resolve(cwd, path))).map(real))
  const own = targets.find(({path}) => existsSync(resolve(cwd, path)) && read.has(real(path)))
  if (own)
    throw new UsageError(
      `Found ${own.path} among the files to be merged, expected another: it would be written over while it is read. Nothing was written; choose another path.`,
    )
}
