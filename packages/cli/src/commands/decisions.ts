import type {Opportunity} from '@hedgerow/assess'
import type {Unreadable} from '@hedgerow/ingest'
import {type Command, exit, type Given, type Setting} from '../command.ts'
import {UsageError} from '../errors.ts'
import type {Logged, LogStep, RefusedRow} from '../judgement/action-log.ts'
import type {DecisionEntry} from '../judgement/decisions.ts'
import {ofCorpus} from '../options.ts'

/** What people decided in a spreadsheet, back into decisions.yaml. */
export const decisions: Command = {
  summary:
    'Reads an edited action log (.xlsx, .ods or .csv, as report writes it) back into decisions.yaml, and tells what changed.',
  positionals: ['import', 'FILE', '[corpus]'],
  offers: {import: ['import']},
  options: {
    'dry-run': {describe: 'Only tell what would change'},
    config: ofCorpus.config,
    'as-at': ofCorpus['as-at'] as NonNullable<(typeof ofCorpus)['as-at']>,
  },
  examples: [
    ['report --output xlsx=action-log.xlsx', 'Write the action log: fill in Owner, Due, Decision, Status and Note'],
    ['decisions import action-log.xlsx', 'Read it back'],
    ['decisions import action-log.xlsx --dry-run', 'Look first'],
  ],
  run: async (given, setting) => {
    const [verb, file, corpus] = given.positionals as readonly [string, string, string | undefined]
    if (verb !== 'import')
      throw new UsageError(`Unexpected decisions ${verb}, expected hedgerow decisions import FILE [corpus].`)
    const log = await logOf(file, setting)
    const {analysed, askedCorpus} = await import('../analysed.ts')
    const {folder} = await askedCorpus(given, corpus, setting)
    const {assessment} = await analysed(given, corpus, setting)
    const opportunities = new Map(
      assessment.topics.flatMap((topic) => topic.opportunities.map((each) => [each.fingerprint, each] as const)),
    )
    return taken({folder, file, ...log, opportunities}, given, await quoting(setting))
  },
}

/** A setting whose lines drive no terminal, whatever somebody's spreadsheet holds. */
const quoting = async (setting: Setting): Promise<Setting> => {
  const {harmless} = await import('@hedgerow/report')
  const quoted = (writer: Setting['out']): Setting['out'] => ({
    ...writer,
    lines: (lines) => writer.lines(lines.map(harmless)),
  })
  return {...setting, out: quoted(setting.out), err: quoted(setting.err)}
}

const logOf = async (file: string, {cwd}: Setting) => {
  const [{readFile}, {resolve, extname}, {defaultLimits, sheetRows}, {readLog}, {systemReason}] = await Promise.all([
    import('node:fs/promises'),
    import('node:path'),
    import('@hedgerow/ingest'),
    import('../judgement/action-log.ts'),
    import('../errors.ts'),
  ])
  const bytes = await readFile(resolve(cwd, file)).catch((fault: unknown) => {
    throw new UsageError(`Cannot read ${file}: ${systemReason(fault)}. Expected an action log that report wrote.`)
  })
  const sheets = await sheetRows(bytes, extname(file).slice(1), defaultLimits).catch((fault: unknown) => {
    if (!isUnreadable(fault)) throw fault
    throw new UsageError(`Cannot read ${file}: ${fault.reason}. What to do: ${fault.remedy}.`)
  })
  const log = readLog(sheets)
  if (log) return log
  throw new UsageError(
    `Found no action log in ${file}, expected a table with the columns Fingerprint and Decision. Write one with hedgerow report --output xlsx=PATH.`,
  )
}

const isUnreadable = (fault: unknown): fault is Unreadable => fault instanceof Error && fault.name === 'Unreadable'

interface Task {
  readonly folder: string
  readonly file: string
  readonly sheet: string
  readonly logged: readonly Logged[]
  readonly refused: readonly RefusedRow[]
  readonly opportunities: ReadonlyMap<string, Opportunity>
}

/** How many rows ended in each way. */
interface Counts {
  recorded: number
  changed: number
  same: number
  refused: number
}

/** Takes every row over, one after the other; a row that cannot be is told, with its number, and leaves the others alone. */
const taken = async (task: Task, given: Given, setting: Setting): Promise<number> => {
  const [{decisionEntries}, {logStep}] = await Promise.all([
    import('../judgement/decisions.ts'),
    import('../judgement/action-log.ts'),
  ])
  const known = new Map((await decisionEntries(task.folder)).map((entry) => [entry.opportunity, entry]))
  // Only what no step of today has by its fingerprint is found by what it rested on.
  const adrift = [...known.values()].filter(({opportunity}) => !task.opportunities.has(opportunity))
  const resting = new Map(adrift.map((entry) => [entry['rests-on'] ?? null, entry]))
  const counts: Counts = {recorded: 0, changed: 0, same: 0, refused: 0}
  for (const row of [...task.refused, ...task.logged].sort((a, b) => a.row - b.row)) {
    if ('reasons' in row) {
      await refused(row.row, row.reasons.map(sentence).join(' '), task, counts, setting)
      continue
    }
    const about = task.opportunities.get(row.opportunity)
    const now = known.get(row.opportunity) ?? resting.get(about?.restsOn ?? '') ?? null
    const step = withStep(logStep(row, now), about)
    const title = about?.title ?? null
    if (title === null && now === null) await refused(row.row, nowhere(row, step), task, counts, setting)
    else await done(step, {row, title: title ?? 'a step that is no longer there', task, counts}, given, setting)
  }
  await setting.out.lines([summaryLine(counts, given.flags['dry-run'] === true)])
  return counts.refused > 0 ? exit.findings : exit.ran
}

/** What is written also says what it is about, so that it can be found again. */
const withStep = (step: LogStep, about: Opportunity | undefined): LogStep =>
  step.type !== 'write' || about === undefined
    ? step
    : {
        ...step,
        to: {...step.to, summary: about.title, ...(about.restsOn !== undefined && {'rests-on': about.restsOn})},
      }

const sentence = (words: string): string => (/[.?]$/u.test(words) ? words : `${words}.`)

const nowhere = ({opportunity}: Logged, step: LogStep): string =>
  `Fingerprint: found ${opportunity}, expected one that a report on this corpus prints today${step.type === 'write' ? `; the row says ${wordsOf(step.to)}` : ''}. Write a fresh action log and fill it in there.`

/** Tells why nothing of a row was taken, and counts the row. */
const refused = async (
  row: number,
  why: string,
  {file, sheet}: Task,
  counts: Counts,
  {err}: Setting,
): Promise<void> => {
  counts.refused++
  await err.lines([
    `hedgerow: ${file}, row ${row}${sheet === '' ? '' : ` of ${sheet}`} refused. ${why.replace(/\s+/gu, ' ')}`,
  ])
}

interface Doing {
  readonly row: Logged
  readonly title: string
  readonly task: Task
  readonly counts: Counts
}

const done = async (
  step: LogStep,
  {row, title, task, counts}: Doing,
  given: Given,
  setting: Setting,
): Promise<void> => {
  const {out, err} = setting
  const name = `${row.opportunity} ${title}`
  const left = (reason: string): Promise<void> => refused(row.row, `${name}: ${reason}`, task, counts, setting)
  switch (step.type) {
    case 'same':
      counts.same++
      return
    case 'blank':
      return left(
        'found no decision in the row, so what decisions.yaml says stays. To take it back, take the entry out there.',
      )
    case 'stale':
      counts.same++
      return given.flags.quiet
        ? undefined
        : err.lines([
            `${name}: decided since the log was written (${wordsOf(step.theirs)}), and not touched in it: left as it is.`,
          ])
    case 'conflict':
      return left(
        `found it changed in decisions.yaml since the log was written (${wordsOf(step.theirs)}); the log says ${wordsOf(step.to)}. Nothing was overwritten: settle it between you, and write it there or in a fresh log.`,
      )
    case 'write': {
      if (given.flags['dry-run'] !== true && !(await isWritten(task.folder, step)))
        return left('somebody else changed this entry meanwhile: nothing was overwritten. Run the command again.')
      if (step.from === null) counts.recorded++
      else counts.changed++
      return out.lines([
        step.from === null
          ? `new      ${name}: ${wordsOf(step.to)}`
          : `changed  ${name}: ${wordsOf(step.from)} → ${wordsOf(step.to)}`,
      ])
    }
  }
}

const isWritten = async (folder: string, {from, to}: Extract<LogStep, {type: 'write'}>): Promise<boolean> => {
  const {judged} = await import('../judgement/judged.ts')
  const outcome = await judged(folder, {
    from: from && {file: 'decisions', entry: from},
    to: {file: 'decisions', entry: to},
  })
  return outcome.type === 'written'
}

const titles = {'take-up': 'take up', park: 'park', 'keep-local': 'keep local'} as const

/** An entry in a few words: `take up, open, Brindle, due 2027-01-31`. */
const wordsOf = (entry: DecisionEntry | null): string => {
  if (entry === null) return 'nothing'
  const {decision, status, owner, due, by, on, note} = entry
  const facts = [owner, due && `due ${due}`, by && `by ${by}`, on && `on ${on}`, note && `“${note}”`]
  return [titles[decision], status ?? 'open', ...facts.filter((fact) => fact)].join(', ')
}

/** `3 rows taken (2 new, 1 changed), 2 refused, 40 left as they were.` */
const summaryLine = ({recorded, changed, same, refused: no}: Counts, isDry: boolean): string => {
  const count = recorded + changed
  const kinds = count === 0 ? '' : ` (${recorded} new, ${changed} changed)`
  return `decisions.yaml: ${count === 1 ? '1 row' : `${count} rows`} taken${kinds}, ${no} refused, ${same} left as they were${isDry ? ' (dry run: nothing was written)' : ''}.`
}
