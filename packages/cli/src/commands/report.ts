import type {Assessment} from '@hedgerow/assess'
import type {Lexicon} from '@hedgerow/lexicon'
import {nothingKept} from '../cache.ts'
import {type Command, exit, type Given, type Setting} from '../command.ts'
import {asAtOf, colours, ofCorpus, selectionOf, shardOf, valueOf, widthOf} from '../options.ts'
import {beginEarly} from '../early-thread.ts'
import type {Analysis} from '../region.ts'
import {type Target, wroteLines} from '../targets.ts'

/** The main job: compare a corpus, show the summary, write reports. */
export const report: Command = {
  summary: 'Compares every topic of the corpus, shows the summary and writes reports.',
  positionals: ['[corpus]'],
  options: {
    output: {describe: 'Write a report to a file', value: 'FORMAT=PATH', repeats: true},
    format: {
      describe: 'Print a report instead of writing a file; docx, xlsx and ods only where that leads to a file',
      value: 'FORMAT',
      choices: async () => (await import('../output.ts')).formatNames,
    },
    'fail-on': {
      describe:
        'End with code 1 where findings are serious (error), moderate too (warning) or minor too (note); never; or of classes joined by commas (hedgerow rules lists them)',
      value: 'WHAT',
      offers: async () => (await import('../fail-on.ts')).failWords,
    },
    strict: {describe: 'End with code 3 if any document could not be compared'},
    shard: {
      describe:
        'For a large region on several machines: only every n-th topic from the i-th on, to be joined by hedgerow merge',
      value: 'I/N',
    },
    ...ofCorpus,
  },
  examples: [
    ['report', 'Show the summary of ./procedures'],
    ['report --output html=reports/region.html --output xlsx=reports/action-log.xlsx', 'Write two reports'],
    ['report --format json --topic missing-children > analysis.json', 'The analysis of one topic'],
    [
      'report --neighbours-of ashby --fail-on below-standard,deadline',
      'Fail where Ashby and its neighbours differ on what matters most',
    ],
  ],
  run: async (given, setting) => {
    if (nothingKept(setting.env)) beginEarly()
    const [
      {analysedCorpus, askedCorpus},
      {failing},
      {streamFormat, targetsOf, writeReport},
      {comparedSomething},
      {selected},
    ] = await Promise.all([
      import('../analysed.ts'),
      import('../fail-on.ts'),
      import('../output.ts'),
      import('../analysis.ts'),
      import('../corpus/selection.ts'),
    ])
    const format = valueOf(given, 'format')
    if (format !== undefined) streamFormat(format, setting.stdout)
    const targets = targetsOf(given.values.output ?? [], setting.cwd)
    const fails = failing(valueOf(given, 'fail-on') ?? 'never')
    const asAt = asAtOf(given, setting)
    const corpus = selected(await askedCorpus(given, given.positionals[0], setting), selectionOf(given))
    const shard = shardOf(given)
    const analysis = await analysedCorpus(corpus, asAt, given, setting, shard)
    const {assessment, digests} = analysis
    const root = format === undefined && targets.length === 0 ? '' : await rootFor(corpus.folder, setting.cwd)
    for (const target of targets) await writeReport(setting.cwd, target, analysis, {lexicon: corpus.lexicon, root})
    await shown({analysis, lexicon: corpus.lexicon, root}, format, targets, given, setting)
    if (shard !== undefined && isEmpty(assessment)) return exit.ran
    if (!comparedSomething(assessment)) return nothingCompared(assessment, given, setting)
    if (given.flags.strict && assessment.notCompared.length > 0) return exit.nothing
    return fails(digests) ? exit.findings : exit.ran
  },
}

/** The path of a corpus from the root of its repository, which only written reports name. */
const rootFor = async (folder: string, cwd: string): Promise<string> => {
  const {rootOf} = await import('../drift/git.ts')
  return rootOf(folder, cwd)
}

interface Found {
  readonly analysis: Analysis
  /** With the corpus's own weights. */
  readonly lexicon: Lexicon
  /** The path of the corpus from the root of its repository. */
  readonly root: string
}

/** Standard output gets the format asked for; where nothing was asked of it, the summary. Beside files the summary goes to stderr. */
const shown = async (
  found: Found,
  format: string | undefined,
  targets: readonly Target[],
  given: Given,
  setting: Setting,
): Promise<void> => {
  const {out, err, stdout, stderr} = setting
  const {analysis, lexicon, root} = found
  if (format === undefined && targets.length === 0 && isEmpty(analysis.assessment)) return
  if (format !== undefined) {
    const {printed} = await import('../output.ts')
    const look = {color: colours(given, setting, stdout), columns: widthOf(stdout), lexicon, root}
    for (const piece of printed(analysis, format, look)) await out.write(piece)
  } else if (targets.length === 0) await out.write(await summaryFor(found, stdout, given, setting))
  else if (!given.flags.quiet) await err.write(await summaryFor(found, stderr, given, setting))
  if (given.flags.quiet) return
  await err.lines(wroteLines(targets))
  const folder = given.positionals[0] === undefined ? '' : ` ${given.positionals[0]}`
  const {comparedSomething} = await import('../analysis.ts')
  if (format === undefined && targets.length === 0 && comparedSomething(analysis.assessment))
    await err.lines([
      '',
      `Tip: --output html=report.html writes the whole report; hedgerow explore${folder} shows each step with everybody’s own words.`,
    ])
}

/** Whether there was nothing to read: what is said then is said by the fault, and no summary of nought errors. */
const isEmpty = ({documents, notCompared}: Assessment): boolean => documents.length + notCompared.length === 0

/** Widest line of a summary, in a terminal and elsewhere. */
const widest = 100

/** In a terminal the summary is drawn, elsewhere it is plain lines. */
const summaryFor = async (
  {analysis: {assessment, digests}, lexicon}: Found,
  stream: Setting['stdout'],
  given: Given,
  setting: Setting,
): Promise<string> => {
  const {summaryOf, summaryText} = await import('@hedgerow/report')
  const facts = summaryOf(assessment, digests, lexicon)
  if (!stream.isTTY) return `${summaryText(facts).join('\n')}\n`
  const {drawnSummary} = await import('../summary/draw.tsx')
  return drawnSummary(facts, {columns: Math.min(widthOf(stream), widest), color: colours(given, setting, stream)})
}

const nothingCompared = async (assessment: Assessment, given: Given, {err}: Setting): Promise<number> => {
  const [{leftOutLine}, {whyNothing}] = await Promise.all([
    import('@hedgerow/report'),
    import('../nothing-compared.ts'),
  ])
  const {documents, notCompared} = assessment
  const why = whyNothing(assessment, {chosen: given.values.authority !== undefined, named: 'above'})
  const unread = documents.length === 0 ? notCompared.map((each) => `hedgerow: ${each.path}: ${leftOutLine(each)}`) : []
  await err.lines([...unread, `hedgerow: Nothing was compared: ${why}.`])
  return exit.nothing
}
