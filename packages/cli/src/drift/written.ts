import {appendFileSync, statSync} from 'node:fs'
import {resolve} from 'node:path'
import type {Drift} from '@hedgerow/assess'
import {
  driftOutline,
  type Format,
  formats,
  type FormatName,
  markdownWithin,
  type ReportOptions,
  summaryLimit,
  type TextFormat,
} from '@hedgerow/report'
import type {Lexicon} from '@hedgerow/lexicon'
import type {Setting} from '../command.ts'
import {targetsOf, writeFileWhole} from '../output.ts'
import {formatAmong, type Target} from '../targets.ts'

type DriftPrinter = NonNullable<TextFormat['drift']>

/** Formats that can tell drift. */
export const driftFormats: readonly string[] = (Object.keys(formats) as FormatName[]).filter(
  (name) => driftPrinter(name) !== null,
)

function driftPrinter(name: string): DriftPrinter | null {
  const format: Format | undefined = (formats as Readonly<Record<string, Format>>)[name]
  return format !== undefined && 'drift' in format ? (format.drift ?? null) : null
}

/** The format's name, checked. Throws a UsageError for one that cannot tell drift. */
export const knownDriftFormat = (name: string): string => formatAmong(driftFormats, name)

/** Targets as typed, each of a format that can tell drift. */
export const driftTargets = (given: readonly string[], cwd: string): readonly Target[] => {
  const targets = targetsOf(given, cwd)
  for (const {format} of targets) knownDriftFormat(format)
  return targets
}

/** A drift in a format, in pieces. */
export const printedDrift = (drift: Drift, format: string, options: ReportOptions): Iterable<string> =>
  (driftPrinter(format) as DriftPrinter)(drift, options)

/** Writes a drift to a file. */
export const writeDrift = (cwd: string, {format, path}: Target, drift: Drift, options: ReportOptions): Promise<void> =>
  writeFileWhole(cwd, path, printedDrift(drift, format, options))

/** Adds the drift to the summary of the job in GitHub Actions, within what that takes; nothing elsewhere. */
export const addJobSummary = (drift: Drift, lexicon: Lexicon, {env, cwd}: Setting): void => {
  const path = env.GITHUB_STEP_SUMMARY
  if (path === undefined || path === '') return
  const file = resolve(cwd, path)
  const taken = statSync(file, {throwIfNoEntry: false})?.size ?? 0
  const room = summaryLimit - taken - 1
  const least = 4096
  if (room > least) appendFileSync(file, markdownWithin(driftOutline(drift, lexicon), room))
}
