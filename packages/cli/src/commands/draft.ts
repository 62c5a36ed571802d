import type {Draft} from '@hedgerow/report'
import {type Command, exit, type Given, type Setting} from '../command.ts'
import {UsageError} from '../errors.ts'
import {asAtOf, ofCorpus} from '../options.ts'
import {type Target, wroteLines} from '../targets.ts'

const {authority, 'neighbours-of': neighboursOf, config, 'as-at': asAt} = ofCorpus

/** A regional text on one topic, assembled from the readings. */
export const draft: Command = {
  summary: 'Assembles a regional text on a topic from what the authorities say: choices marked, every sentence traced.',
  positionals: ['TOPIC', '[corpus]'],
  offers: {TOPIC: 'topics'},
  options: {
    output: {describe: 'Write it to a file, as its extension says: .md or .docx', value: 'PATH', repeats: true},
    authority,
    'neighbours-of': neighboursOf,
    config,
    'as-at': asAt,
  },
  examples: [
    ['draft missing-children > draft.md', 'As Markdown'],
    ['draft missing-children --output drafts/missing-children.docx', 'As a Word document'],
  ],
  run: async (given, setting) => {
    const targets = targetsOf(given.values.output ?? [])
    const made = await draftOf(given, setting)
    const [{draftMarkdown, draftWord}, {writeBytesWhole, writeFileWhole}] = await Promise.all([
      import('@hedgerow/report'),
      import('../output.ts'),
    ])
    if (targets.length === 0) for (const piece of draftMarkdown(made)) await setting.out.write(piece)
    for (const {format, path} of targets)
      await (format === 'docx'
        ? writeBytesWhole(setting.cwd, path, draftWord(made))
        : writeFileWhole(setting.cwd, path, draftMarkdown(made)))
    if (!given.flags.quiet) await setting.err.lines(wroteLines(targets))
    return exit.ran
  },
}

const targetsOf = (given: readonly string[]): readonly Target[] =>
  given.map((each) => {
    const [, format, path] = /^(markdown|docx)=(.+)$/su.exec(each) ?? byExtension(each)
    if (path === undefined)
      throw new UsageError(
        `Unexpected --output ${each}, expected a path that ends with .md or .docx, or markdown=PATH or docx=PATH.`,
      )
    return {format: format as string, path}
  })

/** A path alone says its format by its extension. */
const byExtension = (path: string): readonly string[] => {
  const [extension] = /\.(?:md|markdown|docx)$/iu.exec(path) ?? []
  if (extension === undefined || path.includes('=')) return []
  return [path, extension.toLowerCase() === '.docx' ? 'docx' : 'markdown', path]
}

/** The draft of the topic asked for. Throws a UsageError where the corpus has no such topic, NothingRead where fewer than two authorities have it. */
const draftOf = async (given: Given, setting: Setting): Promise<Draft> => {
  const [{analysedCorpus, askedCorpus}, {selected}, {selectionOf}, {drafted}, {NothingRead}, {version}] =
    await Promise.all([
      import('../analysed.ts'),
      import('../corpus/selection.ts'),
      import('../options.ts'),
      import('@hedgerow/report'),
      import('../errors.ts'),
      import('../version.ts'),
    ])
  const [asked, argument] = given.positionals as readonly [string, string | undefined]
  const day = asAtOf(given, setting)
  const corpus = selected(await askedCorpus(given, argument, setting, true), {...selectionOf(given), topics: [asked]})
  const {assessment} = await analysedCorpus(corpus, day, given, setting)
  const [topic] = assessment.topics
  if (!topic || topic.authorities.length < 2)
    throw new NothingRead(`No draft was made: fewer than two authorities have anything on ${asked} that could be read.`)
  return drafted(topic, {
    lexicon: corpus.lexicon,
    authorities: assessment.authorities,
    standards: corpus.standards,
    region: assessment.region,
    asAt: day,
    version,
  })
}
