import type {Assessment, TopicAssessment} from '@hedgerow/assess'
import {lexicon} from '@hedgerow/lexicon'
import {type History, historyFormats, type HistoryPoint, type TopicStanding} from '@hedgerow/report'
import {analysedCorpus, askedCorpus} from '../analysed.ts'
import {exit, type Given, type Setting} from '../command.ts'
import {corpusAt} from '../corpus/corpus.ts'
import {NothingRead, UsageError} from '../errors.ts'
import {asAtOf, colours, selectionOf, valueOf, widthOf} from '../options.ts'
import {writeFileWhole} from '../output.ts'
import {selected} from '../corpus/selection.ts'
import {version} from '../version.ts'
import {formatAmong, targetAmong, wroteLines} from '../targets.ts'
import {atCommit, isInRepository, lastPoints, namedPoints, type Point, tagPoints} from './git.ts'

/** Without tags so many of the last commits that touched the corpus are looked at. */
const mostCommits = 12

const formatNames = Object.keys(historyFormats)

/** How a corpus's alignment moved over git tags, or the points given with --at: as text, Markdown, CSV, JSON or a picture. Resolves to the exit code. */
export const history = async (given: Given, setting: Setting): Promise<number> => {
  const targets = (given.values.output ?? []).map((each) => targetAmong(formatNames, each))
  const format = valueOf(given, 'format')
  if (format !== undefined) formatAmong(formatNames, format)
  const told = await measuredHistory(given, setting)
  const {cwd, out, err, stdout} = setting
  for (const target of targets) await writeFileWhole(cwd, target.path, printed(told, target.format, {}))
  if (format !== undefined || targets.length === 0) {
    const look = {color: colours(given, setting, stdout), columns: widthOf(stdout)}
    for (const piece of printed(told, format ?? 'text', look)) await out.write(piece)
  }
  if (!given.flags.quiet) await err.lines(wroteLines(targets))
  return exit.ran
}

const printed = (told: History, format: string, look: object): Iterable<string> =>
  (historyFormats[format] as NonNullable<(typeof historyFormats)[string]>)(told, look)

const pointsOf = async (folder: string, names: readonly string[]): Promise<readonly Point[]> => {
  if (!(await isInRepository(folder)))
    throw new UsageError(`Found no git repository at ${folder}, expected one for --history. Keep the corpus in git.`)
  if (names.length > 0) return namedPoints(folder, names)
  const tags = await tagPoints(folder)
  return tags.length > 0 ? tags : lastPoints(folder, mostCommits)
}

const measuredHistory = async (given: Given, setting: Setting): Promise<History> => {
  const corpus = await askedCorpus(given, given.positionals[0], setting)
  const names = (given.values.at ?? []).flatMap((each) => each.split(',')).map((each) => each.trim())
  const asAt = asAtOf(given, setting)
  const titles: Record<string, string> = {}
  const points: HistoryPoint[] = []
  for (const {name, commit, date} of await pointsOf(corpus.folder, names)) {
    const assessment = await assessedAt(corpus.folder, commit, name, given, setting)
    for (const {id, title} of assessment?.topics ?? []) titles[id] = title
    points.push({name, date, topics: (assessment?.topics ?? []).map(standing)})
  }
  if (points.every(({topics}) => topics.length === 0))
    throw new NothingRead('Nothing was compared: at none of these points could the corpus be read.')
  return {schemaVersion: 1, asAt, version, region: corpus.config.region ?? null, titles, points}
}

/** The assessment of a corpus as it was; null where it was not there yet. */
const assessedAt = (
  folder: string,
  commit: string,
  name: string,
  given: Given,
  setting: Setting,
): Promise<Assessment | null> =>
  atCommit(folder, commit, name, async (copy) => {
    const corpus = selected(await corpusAt({cwd: copy, argument: copy, lexicon}), selectionOf(given))
    const {assessment} = await analysedCorpus(corpus, asAtOf(given, setting), given, setting)
    // Topics come from the shelf when they are looked at, and the copy is gone by then.
    return {...assessment, topics: [...assessment.topics]}
  }).catch((fault: unknown) => {
    if (fault instanceof UsageError) return null
    throw fault
  })

const standing = ({id, authorities, scores, rows}: TopicAssessment): TopicStanding => {
  const findings = rows.flatMap((row) => row.findings)
  return {
    topic: id,
    authorities: authorities.length,
    rule: scores.rule,
    wording: scores.wording,
    errors: findings.filter(({severity}) => severity === 'error').length,
    warnings: findings.filter(({severity}) => severity === 'warning').length,
  }
}
