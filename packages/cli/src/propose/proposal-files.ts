import {basename, extname, join} from 'node:path'
import type {Authority, TopicAssessment} from '@hedgerow/assess'
import {defaultLimits, readingOf} from '@hedgerow/ingest'
import {type Placing, type TrackedChange, trackedDocument, type TrackedDocument} from '@hedgerow/office'
import {
  type AuthorityProposals,
  type ProposalCounts,
  proposalCounts,
  proposalSummary,
  type ProposedChange,
  proposedChanges,
} from '@hedgerow/report'
import {analysedCorpus, askedCorpus} from '../analysed.ts'
import type {Given, Setting} from '../command.ts'
import type {Corpus} from '../corpus/corpus.ts'
import type {Found} from '../corpus/discover.ts'
import {bytesOf, readingLimits} from '../document.ts'
import {NothingRead, UsageError} from '../errors.ts'
import {asAtOf, selectionOf} from '../options.ts'
import {sparing} from '../corpus/own-files.ts'
import {knownMember, selected, type Selection} from '../corpus/selection.ts'
import {version} from '../version.ts'
import {checkedValues} from './checked-values.ts'
import {madeDocument} from './made-document.ts'

/** A Word file to be written, and what is told of it. */
export interface ProposalFile {
  readonly path: string
  readonly bytes: Uint8Array
  /** The document it is, or was made from. */
  readonly of: string
  readonly counts: ProposalCounts
  /** Everything that is told at its head. */
  readonly told: readonly string[]
}

/** Who the changes say made them. */
const author = 'Hedgerow (proposed)'

interface How {
  /** The day the changes say they were made on. */
  readonly day: string
  /** As typed. */
  readonly output: string | undefined
}

/** One file for each document of the authority that has proposals. Throws a UsageError where several would be written to one path, NothingRead where there is
 *  nothing to propose to. */
export const proposalFiles = async (given: Given, setting: Setting, how: How): Promise<readonly ProposalFile[]> => {
  const [name, argument] = given.positionals as readonly [string, string | undefined]
  const asAt = asAtOf(given, setting)
  const whole = await askedCorpus(given, argument, setting)
  const {id} = knownMember(whole, name)
  const corpus = selected(whole, withOwn(selectionOf(given), id))
  const {assessment} = await analysedCorpus(corpus, asAt, given, setting)
  const authority = assessment.authorities.find((each) => each.id === id) as Authority
  const topics = assessment.topics.filter(({authorities}) => authorities.includes(id) && authorities.length > 1)
  if (topics.length === 0)
    throw new NothingRead(
      `Nothing was proposed: ${id} shares no topic with anybody, or its documents could not be read.`,
    )
  const tasks = topics.flatMap((topic) =>
    tasksIn(topic, corpus, {authority, authorities: assessment.authorities, folder: argument ?? ''}),
  )
  const paths = pathsOf(tasks, how.output)
  sparing(paths, whole, setting.cwd)
  const files: ProposalFile[] = []
  for (const [at, task] of tasks.entries())
    files.push(await fileOf(task, paths[at] as string, corpus, {day: how.day, asAt}))
  return files
}

/** Whoever it is to be compared with, the authority itself belongs to it. */
const withOwn = (selection: Selection, id: string): Selection =>
  selection.authorities.length === 0 && selection.neighboursOf === null
    ? selection
    : {...selection, authorities: [...selection.authorities, id]}

interface Task {
  readonly document: Found
  /** Whether the topic has several documents. */
  readonly isPart: boolean
  readonly changes: readonly ProposedChange[]
  readonly proposals: AuthorityProposals
}

/** Who is asked, among whom, and where the corpus was said to be. */
interface Asking {
  readonly authority: Authority
  readonly authorities: readonly Authority[]
  readonly folder: string
}

/** A task for each of the authority's documents on a topic; what stands in none of them is told in the first. */
const tasksIn = (topic: TopicAssessment, corpus: Corpus, {authority, authorities, folder}: Asking): readonly Task[] => {
  const proposals = proposedChanges(topic, authority, authorities, folder)
  const documents = corpus.documents.filter((each) => each.topic === topic.id && each.authority === authority.id)
  const nothing: AuthorityProposals = {changes: [], missing: [], unsure: [], kept: [], unstated: []}
  return documents.map((document, at) => ({
    document,
    isPart: documents.length > 1,
    changes: proposals.changes.filter(({source}) => source.path === document.path),
    proposals: at === 0 ? proposals : nothing,
  }))
}

const pathsOf = (tasks: readonly Task[], output: string | undefined): readonly string[] => {
  const isFile = output !== undefined && output.toLowerCase().endsWith('.docx')
  if (isFile && tasks.length === 1) return [output]
  if (output !== undefined && /\.(?:pdf|doc|docm|odt|rtf|md|html?|txt|xlsx|ods|csv)$/iu.test(output))
    throw new UsageError(
      `Unexpected --output ${output}, expected a folder or a path that ends with .docx: proposals are Word files.`,
    )
  if (isFile)
    throw new UsageError(
      `Found ${tasks.length} documents for one --output ${output}, expected one. Name a folder, or one topic with --topic.`,
    )
  return tasks.map(({document: {authority, topic, path}, isPart}) => {
    const name = isPart ? basename(path, extname(path)) : topic
    return join(output ?? 'proposals', `${authority}-${name}.docx`)
  })
}

const fileOf = async (
  {document, changes: asked, proposals}: Task,
  path: string,
  corpus: Corpus,
  {day, asAt}: {readonly day: string; readonly asAt: string},
): Promise<ProposalFile> => {
  const {limits = {}} = corpus.config
  const bytes = await bytesOf(document.file, limits)
  const isWord = /\.docx$/iu.test(document.path)
  const own = isWord ? bytes : await madeOf(document, bytes, limits, day)
  const written = (
    changes: readonly ProposedChange[],
    summary: (all: readonly Placing[]) => readonly string[],
  ): TrackedDocument =>
    trackedDocument(own, changes.map(trackedIn(isWord)), {author, initials: 'H', day}, summary, {
      ...defaultLimits,
      ...readingLimits(limits),
    })
  const unsaid = (changes: readonly ProposedChange[]): TrackedDocument => written(changes, () => [])
  const changes = await checkedValues({document, bytes, own, changes: asked, written: unsaid}, corpus)
  const placed = (all: readonly Placing[]) => changes.map((change, at) => ({change, placing: all[at] as Placing}))
  const summary = (all: readonly Placing[]): readonly string[] =>
    proposalSummary(proposals, placed(all), {asAt, version, made: !isWord})
  const done = written(changes, summary)
  const [, ...told] = summary(done.placed)
  return {
    path,
    bytes: done.bytes,
    of: isWord ? document.path : `a Word document made from ${document.path}`,
    counts: proposalCounts(proposals, placed(done.placed)),
    told: told.filter((line) => !line.startsWith('This Word document')),
  }
}

const trackedIn =
  (isWord: boolean) =>
  ({text, source, edits, comment}: ProposedChange): TrackedChange => ({
    text: anchor(text, edits.length > 0),
    paragraph: isWord ? source.paragraph : null,
    edits,
    comment,
  })

/** A remark about a table's row stands at its first cell: its cells are paragraphs of their own. */
const anchor = (text: string, isChanged: boolean): string => (isChanged ? text : (text.split(' | ')[0] as string))

const madeOf = async (
  {path, authority, topic}: Found,
  bytes: Uint8Array,
  limits: NonNullable<Corpus['config']['limits']>,
  day: string,
): Promise<Uint8Array> => {
  const reading = await readingOf({path, bytes, authority, topic}, {limits: readingLimits(limits)})
  return madeDocument(reading.title ?? topic, reading.blocks, day)
}
