import {existsSync, statSync} from 'node:fs'
import {readFile} from 'node:fs/promises'
import {basename, dirname, join, relative, resolve} from 'node:path'
import type {Recorded} from '@hedgerow/assess'
import type {Lexicon, Standard} from '@hedgerow/lexicon'
import {type AuthorityEntry, authorityOf, type Config, configOf, withWeights} from './config.ts'
import {discovered, type Found} from './discover.ts'
import type {LeftOut} from './left-out.ts'
import {systemReason, UsageError} from '../errors.ts'
import {type PinEntry, pinEntries} from '../judgement/pins.ts'
import {recordedIn} from '../judgement/recorded.ts'
import {ordinaryText} from '../ordinary-file.ts'
import {standardsOf} from './standards.ts'
import {slug, type Topics, topicsOf} from './topics.ts'

/** One authority of a corpus; `stated` is what its authority.yaml says, or null where it has none. */
export interface Member {
  readonly id: string
  readonly stated: AuthorityEntry | null
}

/** Everything a corpus says about itself, before any document is read. */
export interface Corpus {
  readonly folder: string
  readonly config: Config
  readonly lexicon: Lexicon
  readonly topics: Topics
  readonly standards: readonly Standard[]
  readonly pins: readonly PinEntry[]
  /** What people recorded about findings and opportunities. */
  readonly recorded: Recorded
  readonly members: readonly Member[]
  readonly documents: readonly Found[]
  readonly leftOut: readonly LeftOut[]
  /** False where only a part of it was asked for. */
  readonly whole: boolean
}

/** Where a corpus was asked for. `argument` and `config` are as typed, relative to `cwd`. */
export interface CorpusRequest {
  readonly cwd: string
  readonly argument?: string | undefined
  readonly config?: string | undefined
  readonly lexicon: Lexicon
}

const configName = 'hedgerow.yaml'

/** Whether a corpus is found from a folder when none is named. */
export const hasCorpus = (cwd: string): boolean => {
  for (let folder = resolve(cwd); ; folder = dirname(folder)) {
    if (existsSync(join(folder, configName))) return true
    if (folder === dirname(folder)) return existsSync(join(cwd, 'procedures'))
  }
}

/** The folder of the corpus: the argument, else where --config lies, else the nearest folder up that holds hedgerow.yaml, else ./procedures.
 *  Throws a UsageError where there is none. */
const corpusFolder = ({cwd, argument, config}: CorpusRequest): string => {
  if (argument !== undefined) return givenFolder(resolve(cwd, argument), argument)
  if (config !== undefined) return dirname(resolve(cwd, config))
  for (let folder = resolve(cwd); ; folder = dirname(folder)) {
    if (existsSync(join(folder, configName))) return folder
    if (folder === dirname(folder)) break
  }
  const usual = join(cwd, 'procedures')
  if (existsSync(usual)) return givenFolder(usual, 'procedures')
  throw new UsageError(
    `Found no corpus: neither a folder with ${configName} here or above, nor ./procedures. Name a folder of documents (hedgerow report FOLDER), or make a corpus with hedgerow init.`,
  )
}

const givenFolder = (path: string, shown: string): string => {
  const found = statSync(path, {throwIfNoEntry: false})
  if (!found) throw new UsageError(`Found nothing at ${shown}, expected a folder of procedures. Check the path.`)
  if (found.isDirectory()) return path
  throw new UsageError(
    `${shown} is a file, expected a folder of procedures. To look at one document use hedgerow parse, to compare two hedgerow diff.`,
  )
}

/** Reads what a corpus says about itself and finds its documents. Throws a UsageError for a fault in its YAML. */
export const corpusAt = async (request: CorpusRequest): Promise<Corpus> => {
  const folder = corpusFolder(request)
  const config = await readConfig(folder, request)
  const lexicon = withWeights(request.lexicon, config.weights)
  const topics = topicsOf(lexicon, config.topics)
  const {documents, leftOut, folders} = discovered(folder, topics, ignored(config))
  const members = await Promise.all(folders.map((name) => memberOf(folder, name)))
  const flat = documents.map(({authority}) => authority).filter((id) => !members.some((member) => member.id === id))
  return {
    folder,
    config,
    lexicon,
    topics,
    standards: await standardsOf(config.standards ?? ['national'], folder, lexicon),
    pins: await pinEntries(folder),
    recorded: await recordedIn(folder),
    members: distinct([...members, ...[...new Set(flat)].map((id) => ({id, stated: null}))]),
    documents,
    leftOut,
    whole: true,
  }
}

/** What the configuration named by --config says. Throws a UsageError where it is not there or faulty. */
export const configNamed = (request: CorpusRequest & {readonly config: string}): Promise<Config> =>
  readConfig(request.cwd, request)

const readConfig = async (folder: string, {cwd, config, lexicon}: CorpusRequest): Promise<Config> => {
  const path = config === undefined ? join(folder, configName) : resolve(cwd, config)
  const shown = relative(cwd, path) || basename(path)
  // One that was named may be a pipe: <(…).
  const content = await yamlFile(path, shown, config === undefined ? ordinaryText : (file) => readFile(file, 'utf8'))
  if (content === null && config !== undefined)
    throw new UsageError(`Found no file ${config}, expected the configuration named by --config.`)
  return content === null ? {} : configOf(content, shown, lexicon)
}

/** The text of a configuration file, or null where there is none. */
const yamlFile = (path: string, shown: string, read = ordinaryText): Promise<string | null> =>
  read(path).catch((fault: unknown) => {
    if (!existsSync(path)) return null
    throw new UsageError(
      `Cannot read ${shown}: ${systemReason(fault)}. Expected a file of YAML; mend it or move it away.`,
    )
  })

const memberOf = async (folder: string, name: string): Promise<Member> => {
  const shown = `${name}/authority.yaml`
  const content = await yamlFile(join(folder, name, 'authority.yaml'), shown)
  return {id: slug(name), stated: content === null ? null : authorityOf(content, shown)}
}

const distinct = (members: readonly Member[]): readonly Member[] => {
  const sorted = [...members].sort((x, y) => (x.id < y.id ? -1 : 1))
  const twice = sorted.find(({id}, at) => sorted[at + 1]?.id === id)
  if (twice) throw new UsageError(`Found two folders for the authority ${twice.id}, expected one. Rename or join them.`)
  return sorted
}

const ignored = ({standards = []}: Config): ReadonlySet<string> =>
  new Set([configName, 'pins.yaml', 'agreed.yaml', 'decisions.yaml', 'baseline.json', ...standards])
