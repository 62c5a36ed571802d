import type {Assessment} from '@hedgerow/assess'
import {lexicon} from '@hedgerow/lexicon'
import {analysis} from './analysis.ts'
import {userCache} from './cache.ts'
import type {Given, Setting} from './command.ts'
import {corpusAt, type Corpus} from './corpus/corpus.ts'
import {asAtOf, colours, selectionOf, valueOf} from './options.ts'
import type {Analysis} from './region.ts'
import {outputPaths, sparing, sparingOwn} from './corpus/own-files.ts'
import {selected} from './corpus/selection.ts'
import type {Shard} from './corpus/shards.ts'
import {userShelf} from './shelf/shelf.ts'
import {version} from './version.ts'

/** The corpus a command line names, whole. */
export const namedCorpus = (given: Given, argument: string | undefined, {cwd}: Setting): Promise<Corpus> =>
  corpusAt({cwd, argument, config: valueOf(given, 'config'), lexicon})

/** The corpus a command line asks for, whole. Throws a UsageError where it asks for something to be written over one of the corpus's own files, or, unless
 *  what it makes `isDocument`, where that would be taken for a procedure from then on. */
export const askedCorpus = async (
  given: Given,
  argument: string | undefined,
  setting: Setting,
  isDocument = false,
): Promise<Corpus> => {
  const corpus = await namedCorpus(given, argument, setting)
  const guard = isDocument ? sparingOwn : sparing
  guard(outputPaths(given.values.output), corpus, setting.cwd)
  return corpus
}

/** The analysis of the corpus a command line asks for, with progress on stderr where that is a terminal. */
export const analysed = async (given: Given, argument: string | undefined, setting: Setting): Promise<Analysis> => {
  const asAt = asAtOf(given, setting)
  const corpus = selected(await askedCorpus(given, argument, setting), selectionOf(given))
  return analysedCorpus(corpus, asAt, given, setting)
}

/** The analysis of a corpus, or a part of one. Entries of judgement that do not hold are told whatever was asked. */
export const analysedCorpus = async (
  corpus: Corpus,
  asAt: string,
  given: Given,
  setting: Setting,
  shard?: Shard,
): Promise<Analysis> => {
  const {stderr, err} = setting
  const shelf = userShelf(setting.env, corpus.documents.length)
  const faults: string[] = []
  const faulty: string[] = []
  const onFault = (path: string, fault: unknown): void => {
    faults.push(fault instanceof Error ? `${path}: ${fault.stack}` : path)
  }
  const drawing =
    stderr.isTTY && !given.flags.quiet
      ? (await import('./summary/draw.tsx')).drawnProgress(stderr, colours(given, setting, stderr))
      : null
  try {
    const found = await analysis(corpus, {
      asAt,
      version,
      cache: userCache(setting.env),
      shelf,
      env: setting.env,
      ...(shard && {shard}),
      onFault,
      ...(drawing ? {progress: drawing.progress} : {}),
    })
    faulty.push(...judgementLines(found.assessment))
    return found
  } finally {
    drawing?.stop()
    await shelf.tidy()
    await err.lines(faulty)
    if (given.flags.verbose) {
      await err.lines([
        `Corpus ${corpus.folder}: ${corpus.members.length} authorities, ${corpus.documents.length} documents; judged as at ${asAt}.`,
      ])
      await err.lines(faults)
    }
  }
}

/** Entries of judgement that do not hold, as lines for stderr. */
export const judgementLines = ({judgementFaults = []}: Pick<Assessment, 'judgementFaults'>): readonly string[] =>
  judgementFaults.map(({file, entry, reason, remedy}) => `hedgerow: ${file}: ${entry} ${reason}; ${remedy}.`)
