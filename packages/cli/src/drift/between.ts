import type {Drift} from '@hedgerow/assess'
import type {Lexicon} from '@hedgerow/lexicon'
import {exit, type Given, type Option, type Setting} from '../command.ts'
import type {Corpus} from '../corpus/corpus.ts'
import type {JudgedBy} from './states.ts'
import {slug, topicsOf} from '../corpus/topics.ts'
import {UsageError} from '../errors.ts'
import {formatAmong, targetAmong, wroteLines} from '../targets.ts'
import {colours, selectionOf, valueOf, widthOf} from '../options.ts'
import {selected} from '../corpus/selection.ts'

/** Prints a drift in one way. */
export type Printer = (drift: Drift, lexicon: Lexicon, look: object) => Iterable<string>

/** Options of commands that tell of the difference of two states in formats of their own. */
export const ofTwoStates = (formats: NonNullable<Option['choices']>): Readonly<Record<string, Option>> => ({
  output: {describe: 'Write to a file', value: 'FORMAT=PATH', repeats: true},
  format: {describe: 'Which format to standard output; text by default', value: 'FORMAT', choices: formats},
  authority: {describe: 'Only this authority', value: 'ID', repeats: true},
  'neighbours-of': {describe: 'Only this authority and its neighbours', value: 'ID'},
  topic: {describe: 'Only this topic', value: 'TOPIC', repeats: true},
  config: {describe: 'Judge by this file as hedgerow.yaml', value: 'FILE'},
  'as-at': {describe: 'Judge reviews and currency on that day; today by default', value: 'DATE'},
})

/** Tells the drift from A to B, as the command line names them, in the formats of a table. */
export const toldBetween = async (
  formats: Readonly<Record<string, Printer>>,
  given: Given,
  setting: Setting,
): Promise<number> => {
  const names = Object.keys(formats)
  const format = valueOf(given, 'format')
  if (format !== undefined) formatAmong(names, format)
  const targets = (given.values.output ?? []).map((each) => targetAmong(names, each))
  const {drift, lexicon} = await driftBetween(given, setting)
  const {cwd, out, err, stdout} = setting
  const print = (name: string, look: object): Iterable<string> => (formats[name] as Printer)(drift, lexicon, look)
  const {writeFileWhole} = await import('../output.ts')
  for (const target of targets) await writeFileWhole(cwd, target.path, print(target.format, {}))
  if (format !== undefined || targets.length === 0) {
    const look = {color: colours(given, setting, stdout), columns: widthOf(stdout)}
    for (const piece of print(format ?? 'text', look)) await out.write(piece)
  }
  if (!given.flags.quiet) await err.lines(wroteLines(targets))
  return exit.ran
}

const driftBetween = async (
  given: Given,
  setting: Setting,
): Promise<{readonly drift: Drift; readonly lexicon: Lexicon}> => {
  const [{namedState}, {measured}, {lexicon}] = await Promise.all([
    import('./named.ts'),
    import('./measured.ts'),
    import('@hedgerow/lexicon'),
  ])
  const [a, b] = given.positionals as readonly [string, string]
  const corpus = await homeCorpus(given, setting)
  const home = corpus?.folder ?? setting.cwd
  const before = await namedState(a, home, given, setting)
  const after = await namedState(b, home, given, setting)
  const own = corpus ?? nothingSaid(lexicon)
  const authorities = after.authorities.map(({id, name}) => ({
    id,
    name,
    partnership: null,
    police: null,
    icb: null,
    neighbours: [],
  }))
  return {drift: chosen(measured(before, after, own, authorities), given, corpus, own.topics), lexicon: own.lexicon}
}

/** The corpus that git references are looked up in; null where there is none. */
const homeCorpus = async (given: Given, setting: Setting): Promise<Corpus | null> => {
  const [{askedCorpus, namedCorpus}, {outputPaths, sparing}] = await Promise.all([
    import('../analysed.ts'),
    import('../corpus/own-files.ts'),
  ])
  const [, , folder] = given.positionals
  if (folder !== undefined) return askedCorpus(given, folder, setting)
  const found = await namedCorpus(given, undefined, setting).catch((fault: unknown) => {
    if (fault instanceof UsageError) return null
    throw fault
  })
  if (found !== null) sparing(outputPaths(given.values.output), found, setting.cwd)
  return found
}

/** Two folders elsewhere need no corpus here: nothing is judged by its own settings then. */
const nothingSaid = (lexicon: Lexicon): JudgedBy => ({
  lexicon,
  config: {},
  pins: [],
  topics: topicsOf(lexicon),
  standards: lexicon.standards,
  whole: true,
})

const chosen = (drift: Drift, given: Given, corpus: Corpus | null, {fold}: JudgedBy['topics']): Drift => {
  const {topics, authorities, neighboursOf} = selectionOf(given)
  const near = neighboursOf === null ? [] : neighbours(neighboursOf, corpus)
  const [who, what] = [new Set([...authorities.map(slug), ...near]), new Set(topics.map(fold))]
  return {
    ...drift,
    text: drift.text.filter(
      ({authority, topic}) => (who.size === 0 || who.has(authority)) && (what.size === 0 || what.has(topic)),
    ),
  }
}

const neighbours = (id: string, corpus: Corpus | null): readonly string[] => {
  if (corpus !== null)
    return selected(corpus, {topics: [], authorities: [], neighboursOf: id}).members.map((each) => each.id)
  throw new UsageError(
    'Found --neighbours-of, but no corpus whose authority.yaml files name neighbours. Name its folder after A and B.',
  )
}
