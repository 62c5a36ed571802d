import type {Assessment} from '@hedgerow/assess'
import {type Command, exit, type Given, type Setting} from '../command.ts'
import {colours, ofCorpus, valueOf, widthOf} from '../options.ts'
import type {Target} from '../output.ts'

/** The main job: compare a corpus, show the summary, write reports. */
export const report: Command = {
  summary: 'Compares every topic of the corpus, shows the summary and writes reports.',
  positionals: ['[corpus]'],
  options: {
    output: {describe: 'Write a report to a file', value: 'FORMAT=PATH', repeats: true},
    format: {describe: 'Write a report to standard output: text, markdown, html, json, csv', value: 'FORMAT'},
    'fail-on': {
      describe: 'End with code 1 for findings: error, warning, note, never, or classes joined by commas',
      value: 'WHAT',
    },
    strict: {describe: 'End with code 3 if any document could not be compared'},
    ...ofCorpus,
  },
  examples: [
    ['report', 'Show the summary of ./procedures'],
    ['report --output html=reports/region.html --output csv=reports/findings.csv', 'Write two reports'],
    ['report --format json --topic missing-children > analysis.json', 'The analysis of one topic'],
    [
      'report --neighbours-of ashby --fail-on below-standard,deadline',
      'Fail where Ashby and its neighbours differ on what matters most',
    ],
  ],
  run: async (given, setting) => {
    const [{analysed}, {failing}, {knownFormat, targetOf, writeFileWhole}, {comparedSomething}] = await Promise.all([
      import('../analysed.ts'),
      import('../fail-on.ts'),
      import('../output.ts'),
      import('../analysis.ts'),
    ])
    const format = valueOf(given, 'format')
    if (format !== undefined) knownFormat(format)
    const targets = (given.values.output ?? []).map(targetOf)
    const fails = failing(valueOf(given, 'fail-on') ?? 'never')
    const assessment = await analysed(given, given.positionals[0], setting)
    const {report: printed} = await import('@hedgerow/report')
    for (const target of targets) await writeFileWhole(setting.cwd, target.path, printed(assessment, target.format))
    await shown(assessment, format, targets, given, setting)
    if (!comparedSomething(assessment)) return nothingCompared(assessment, setting)
    if (given.flags.strict && assessment.notCompared.length > 0) return exit.nothing
    return fails(assessment) ? exit.findings : exit.ran
  },
}

/** Standard output gets the format asked for; where nothing was asked of it, the summary. Beside files the summary goes to stderr. */
const shown = async (
  assessment: Assessment,
  format: string | undefined,
  targets: readonly Target[],
  given: Given,
  setting: Setting,
): Promise<void> => {
  const {out, err, stdout, stderr} = setting
  if (format !== undefined) {
    const {report: printed} = await import('@hedgerow/report')
    for (const piece of printed(assessment, format, {color: colours(given, setting, stdout), columns: widthOf(stdout)}))
      await out.write(piece)
  } else if (targets.length === 0) await out.write(await summaryFor(assessment, stdout, given, setting))
  else if (!given.flags.quiet) await err.write(await summaryFor(assessment, stderr, given, setting))
  if (given.flags.quiet) return
  await err.lines(targets.map(({format: name, path}) => `Wrote ${path} (${name})`))
  if (format === undefined && targets.length === 0)
    await err.lines([
      '',
      'Tip: --output html=report.html writes the whole report; hedgerow show ID tells everything about one row.',
    ])
}

/** In a terminal the summary is drawn, elsewhere it is plain lines. */
const summaryFor = async (
  assessment: Assessment,
  stream: Setting['stdout'],
  given: Given,
  setting: Setting,
): Promise<string> => {
  const {summary, summaryText} = await import('@hedgerow/report')
  const facts = summary(assessment)
  if (!stream.isTTY) return `${summaryText(facts).join('\n')}\n`
  const {drawnSummary} = await import('../summary/draw.tsx')
  return drawnSummary(facts, {columns: widthOf(stream), color: colours(given, setting, stream)})
}

const nothingCompared = async ({authorities, documents, notCompared}: Assessment, {err}: Setting): Promise<number> => {
  const holders = new Set(documents.map(({authority}) => authority))
  const why =
    documents.length === 0
      ? notCompared.length === 0
        ? 'the corpus holds no documents. Put them in as AUTHORITY/TOPIC.EXTENSION, as in ashby/missing-children.md'
        : 'none of its documents could be read; each is named above with what to do'
      : holders.size === 1
        ? `only ${authorities.find(({id}) => holders.has(id))?.name} has documents, and there is nothing to compare with. Put in a second authority`
        : 'no two authorities have the same topic. Name the documents alike, or fold their names together under topics in hedgerow.yaml'
  const unread =
    documents.length === 0
      ? notCompared.map(({path, reason, remedy}) => `hedgerow: ${path}: ${reason}; ${remedy}.`)
      : []
  await err.lines([...unread, `hedgerow: Nothing was compared: ${why}.`])
  return exit.nothing
}
