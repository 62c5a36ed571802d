import {existsSync} from 'node:fs'
import {type FileHandle, mkdir} from 'node:fs/promises'
import {dirname, resolve} from 'node:path'
import type {Assessment} from '@hedgerow/assess'
import {
  type Format,
  type FormatName,
  formats,
  isTextFormat,
  jsonAround,
  report,
  reportBytes,
  type ReportOptions,
} from '@hedgerow/report'
import type {Analysis} from './region.ts'
import {isFull, systemCode, systemReason, UsageError} from './errors.ts'
import {formatAmong, type Target, targetAmong} from './targets.ts'
import {withoutDrafts, type Write, writtenWhole} from './whole-file.ts'

/** Every format of a report by name. */
export const formatNames: readonly string[] = Object.keys(formats)

/** The name of a format that can be written to a stream, checked. Throws a UsageError for one that does not exist, and for one that is no text where the
 *  stream is a terminal. */
export const streamFormat = (name: string, stream: {readonly isTTY?: boolean}): string => {
  const known = formatAmong(formatNames, name)
  if (isTextFormat(known as FormatName) || stream.isTTY !== true) return known
  throw new UsageError(
    `Unexpected --format ${name} in a terminal, expected a format of text. Use --output ${name}=PATH to write the file.`,
  )
}

/** Targets as typed, checked. Throws a UsageError where two would be written to one file. */
export const targetsOf = (given: readonly string[], cwd: string): readonly Target[] => {
  const targets = given.map((each) => targetAmong(formatNames, each))
  const places = targets.map(({path}) => resolve(cwd, path))
  const twice = targets.find((_, at) => places.indexOf(places[at] as string) < at)
  if (twice === undefined) return targets
  throw new UsageError(
    `Found two reports to be written to ${twice.path}, expected a path for each. Change one of the --output options.`,
  )
}

/** Writes pieces to a file, making its folders: first beside it under another name, then renamed, so that nobody ever reads half of it.
 *  Throws a UsageError where the place cannot be written to. */
export const writeFileWhole = (cwd: string, path: string, pieces: Iterable<string>): Promise<void> =>
  wholeAt(cwd, path, (draft) => writePieces(draft, pieces))

/** Writes bytes to a file in the same way. */
export const writeBytesWhole = (cwd: string, path: string, bytes: Uint8Array): Promise<void> =>
  wholeAt(cwd, path, (draft) => draft.writeFile(bytes))

/** Milliseconds: a report of the largest region takes minutes, so a draft untouched for an hour is nobody's. */
const abandoned = 3_600_000

/** A report can be made again, so its bytes need not be on the disk when it gets its name; what people work on is. */
const wholeAt = async (cwd: string, path: string, write: Write, lasting = true): Promise<void> => {
  const target = resolve(cwd, path)
  try {
    await makeFolder(dirname(target))
    await withoutDrafts(target, abandoned)
    await writtenWhole(target, write, {lasting})
  } catch (fault) {
    const code = systemCode(fault)
    if (code === null) throw fault
    const why = code === 'ENOENT' ? 'no file can be made there' : systemReason(fault)
    throw new UsageError(
      `Cannot write ${path}: ${why}. ${isFull(code) ? 'Make room, or choose' : 'Choose'} another path.`,
    )
  }
}

/** A folder with those above it, one after the other: Node's own recursive way never ends where a folder that is there refuses one within
 *  (/proc). */
const makeFolder = async (folder: string): Promise<void> => {
  if (existsSync(folder)) return
  await makeFolder(dirname(folder))
  await mkdir(folder).catch((fault: unknown) => {
    if (systemCode(fault) !== 'EEXIST') throw fault
  })
}

type Pieces = Iterable<string | Uint8Array>

/** An assessment in a format, in pieces; one piece of bytes in a format that is no text. */
export const printedAssessment = (assessment: Assessment, format: string, options: ReportOptions): Pieces =>
  isTextFormat(format as FormatName) ? report(assessment, format, options) : [reportBytes(assessment, format, options)]

/** An analysis in a format. As JSON its topics are passed on as they were printed once, without being read again. */
export const printed = (analysis: Analysis, format: string, options: ReportOptions): Pieces =>
  format === 'json'
    ? jsonAround(analysis.assessment, analysis.printed())
    : printedAssessment(analysis.assessment, format, options)

/** Writes a report to a file. */
export const writeReport = (
  cwd: string,
  {format, path}: Target,
  analysis: Analysis,
  options: ReportOptions,
): Promise<void> =>
  wholeAt(cwd, path, (draft) => writePieces(draft, withStart(format, printed(analysis, format, options))), false)

function* withStart(format: string, pieces: Pieces): Pieces {
  const found: Format = formats[format as FormatName]
  if ('fileStart' in found && found.fileStart !== undefined) yield found.fileStart
  yield* pieces
}

/** Pieces are gathered up to this many characters, so that a large report is neither one string nor a million writes. */
const gathered = 1_000_000

const writePieces = async (file: FileHandle, pieces: Pieces): Promise<void> => {
  let waiting = ''
  for (const piece of pieces) {
    if (typeof piece !== 'string') {
      await file.writeFile(waiting)
      await file.writeFile(piece)
      waiting = ''
      continue
    }
    waiting += piece
    if (waiting.length < gathered) continue
    await file.writeFile(waiting)
    waiting = ''
  }
  await file.writeFile(waiting)
}
