import type {Assessment, Drift, State} from '@hedgerow/assess'
import {type Command, exit, type Given, type Setting} from '../command.ts'
import type {Corpus} from '../corpus/corpus.ts'
import {NothingRead, UsageError} from '../errors.ts'
import {asAtOf, colours, ofCorpus, selectionOf, valueOf, widthOf} from '../options.ts'
import {wroteLines} from '../targets.ts'

/** Drift, for continuous integration: what moved since a recorded state. */
export const check: Command = {
  summary:
    'Tells what changed since baseline.json, a git reference or another folder: texts, alignment and tool apart; fails for what matters.',
  positionals: ['[corpus]', '[later]'],
  options: {
    against: {describe: 'Compare with a git reference, a folder or another baseline instead', value: 'REF'},
    output: {describe: 'Write a report to a file', value: 'FORMAT=PATH', repeats: true},
    format: {
      describe: 'Which format to standard output; text by default',
      value: 'FORMAT',
      choices: async () => (await import('../drift/written.ts')).driftFormats,
    },
    'fail-on': {
      describe:
        'End with code 1 for what is new: error (what is serious; the default), warning (moderate too), note (minor too), never, or classes of difference joined by commas (hedgerow rules lists them)',
      value: 'WHAT',
      offers: async () => (await import('../fail-on.ts')).failWords,
    },
    strict: {describe: 'End with code 3 if any document could not be compared'},
    history: {
      describe: 'The trend instead: how far the region agreed at each git tag, or at the points given with --at',
    },
    at: {describe: 'With --history: a tag, a commit or a date', value: 'POINT', repeats: true},
    ...ofCorpus,
  },
  examples: [
    ['check', 'Compare ./procedures with its baseline.json'],
    ['check --against origin/main --format github', 'In a pull request: annotations, and the job summary'],
    ['check --output sarif=drift.sarif --output markdown=comment.md', 'Reports for machines; written before it fails'],
    ['check last-year this-year --fail-on never', 'Two folders'],
    ['check --history --output svg=trend.svg', 'How alignment moved from tag to tag'],
  ],
  run: async (given, setting) => {
    if (given.flags.history) return (await import('../drift/history.ts')).history(given, setting)
    if (given.values.at) throw new UsageError('Found --at without --history, expected both or neither.')
    const [{driftTargets, knownDriftFormat}, {failingDrift}] = await Promise.all([
      import('../drift/written.ts'),
      import('../fail-on.ts'),
    ])
    const format = valueOf(given, 'format')
    if (format !== undefined) knownDriftFormat(format)
    const targets = driftTargets(given.values.output ?? [], setting.cwd)
    const fails = failingDrift(valueOf(given, 'fail-on') ?? 'error')
    const {drift, corpus} = await driftAsked(given, setting)
    await told(drift, corpus, {format, targets, fails: valueOf(given, 'fail-on') ?? 'error'}, given, setting)
    if (given.flags.strict && drift.notCompared.length > 0) return exit.nothing
    const failures = fails(drift, corpus.lexicon)
    if (failures === 0) return exit.ran
    const {counted} = await import('@hedgerow/report')
    await setting.err.lines([
      `hedgerow: ${counted(failures, 'new finding or change', 'new findings or changes')} at or above --fail-on ${valueOf(given, 'fail-on') ?? 'error'}.`,
      ...againWords(given),
    ])
    return exit.findings
  },
}

/** What to do about what moved since baseline.json; nothing where another state was named, which no baseline changes. */
const againWords = ({positionals: [corpus, later], values}: Given): readonly string[] =>
  later !== undefined || values.against !== undefined
    ? []
    : [
        `If it is meant to be so, hedgerow baseline --update${corpus === undefined ? '' : ` ${corpus}`} records it; else change the text back.`,
      ]

interface Asked {
  readonly drift: Drift
  readonly corpus: Corpus
}

const driftAsked = async (given: Given, setting: Setting): Promise<Asked> => {
  const [{askedCorpus}, {presentState}, {measured}, {selected}, {shownPath}, {baselineOf, hasBaseline, namedState}] =
    await Promise.all([
      import('../analysed.ts'),
      import('../drift/states.ts'),
      import('../drift/measured.ts'),
      import('../corpus/selection.ts'),
      import('../corpus/lone-documents.ts'),
      import('../drift/named.ts'),
    ])
  const [first, later] = given.positionals
  const against = valueOf(given, 'against')
  if (later !== undefined && against !== undefined)
    throw new UsageError('Found two folders and --against, expected one or the other.')
  const whole = await askedCorpus(given, later ?? first, setting)
  const corpus = selected(whole, selectionOf(given))
  const named = later === undefined ? against : first
  if (named === undefined && !hasBaseline(whole.folder)) throw noBaseline()
  const name = shownPath(setting.cwd, whole.folder) || '.'
  const {state, assessment} = await presentState(corpus, name, asAtOf(given, setting), given, setting)
  if (state.procedures.length === 0) throw nothingRead(assessment)
  const before =
    named === undefined
      ? ((await baselineOf(whole.folder, whole.lexicon, state)) as State)
      : await namedState(named, whole.folder, given, setting)
  const part = await partOf(before, {corpus, state, assessment}, given)
  return {drift: measured(part, state, corpus, assessment.authorities), corpus}
}

interface Now {
  readonly corpus: Corpus
  readonly state: State
  readonly assessment: Assessment
}

/** What was recorded of the part of the corpus that was asked for. Of some authorities only, topics are assessed anew, by what the corpus says now: findings
 *  between them and the others are none of theirs. */
const partOf = async (before: State, {corpus, state, assessment}: Now, {values}: Given): Promise<State> => {
  const topics = new Set(corpus.documents.map((each) => each.topic))
  const own = values.topic === undefined ? before : ofTopics(before, topics)
  if (values.authority === undefined && values['neighbours-of'] === undefined) return own
  const {assessedAnew} = await import('../drift/states.ts')
  const members = new Set(corpus.members.map(({id}) => id))
  const procedures = own.procedures.filter(({procedure}) => members.has(procedure.authority))
  const ids = own.topics.map(({id}) => id)
  return {
    ...own,
    made: {...own.made, settings: state.made.settings},
    procedures,
    topics: assessedAnew({...own, procedures}, ids, corpus, assessment.asAt, assessment.authorities),
  }
}

const nothingRead = ({notCompared}: Assessment): NothingRead =>
  new NothingRead(
    [
      ...notCompared.map(({path, reason, remedy}) => `${path}: ${reason}. What to do: ${remedy}.`),
      'Nothing was compared: no document could be read.',
    ].join('\n'),
  )

const ofTopics = (state: State, ids: ReadonlySet<string>): State => ({
  ...state,
  procedures: state.procedures.filter(({procedure}) => ids.has(procedure.topic)),
  topics: state.topics.filter(({id}) => ids.has(id)),
})

const noBaseline = (): UsageError =>
  new UsageError(
    'Found no baseline.json in the corpus, expected what hedgerow baseline records. Run that first and keep the file with the documents, or name a state with --against.',
  )

interface Wanted {
  readonly format: string | undefined
  readonly targets: readonly {readonly format: string; readonly path: string}[]
  readonly fails: string
}

/** Files first, so that they are there when the check fails; then standard output. */
const told = async (
  drift: Drift,
  {lexicon, folder}: Corpus,
  {format, targets, fails}: Wanted,
  given: Given,
  setting: Setting,
): Promise<void> => {
  const [{addJobSummary, printedDrift, writeDrift}, {rootOf}, {failingAlert}] = await Promise.all([
    import('../drift/written.ts'),
    import('../drift/git.ts'),
    import('../fail-on.ts'),
  ])
  const {cwd, out, err, stdout} = setting
  const options = {lexicon, root: await rootOf(folder, cwd), fails: failingAlert(fails)}
  for (const target of targets) await writeDrift(cwd, target, drift, options)
  if (format === 'github' || targets.some((each) => each.format === 'github')) addJobSummary(drift, lexicon, setting)
  if (format !== undefined || targets.length === 0) {
    const look = {...options, color: colours(given, setting, stdout), columns: widthOf(stdout)}
    for (const piece of printedDrift(drift, format ?? 'text', look)) await out.write(piece)
  }
  if (!given.flags.quiet) await err.lines(wroteLines(targets))
}
