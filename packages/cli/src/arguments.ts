import yargs from 'yargs'
import type {Command, Given, Option} from './command.ts'
import {UsageError} from './errors.ts'
import {everywhere, ofCorpus} from './options.ts'
import {didYouMean} from './suggest.ts'

type Options = Readonly<Record<string, Option>>
type Commands = Readonly<Record<string, Command>>

const parser = (argv: readonly string[], options: Options) =>
  yargs(withDashes(argv, options))
    .scriptName('hedgerow')
    .locale('en')
    .help(false)
    .version(false)
    .exitProcess(false)
    .wrap(100)
    .parserConfiguration({
      'camel-case-expansion': false,
      'dot-notation': false,
      'parse-numbers': false,
      'parse-positional-numbers': false,
      'greedy-arrays': false,
    })
    .options(
      Object.fromEntries(
        Object.entries(options).map(([name, {describe, value}]) => [
          name,
          value === undefined
            ? {type: 'boolean' as const, describe}
            : {type: 'string' as const, describe: `${describe} (${value})`},
        ]),
      ),
    )
    .alias('h', 'help')

/** A dash alone after an option that takes a value is that value (`--output -`); yargs would take it for a word of its own. */
const withDashes = (argv: readonly string[], options: Options): string[] =>
  argv.flatMap((each, at) => {
    const takes = (word: string | undefined): boolean =>
      word !== undefined && options[word.slice(2)]?.value !== undefined
    if (each === '-' && takes(argv[at - 1])) return []
    return takes(each) && argv[at + 1] === '-' ? [`${each}=-`] : [each]
  })

/** The command's name and the rest, as typed. */
export interface Asked {
  readonly name: string | null
  readonly help: boolean
  readonly version: boolean
}

/** Which command a line asks for: the first word that is neither an option nor an option's value. */
export const asked = (argv: readonly string[], commands: Commands): Asked => {
  const all = Object.assign(
    {version: {describe: ''}},
    everywhere,
    ...Object.values(commands).map(({options}) => options),
  ) as Options
  const parsed = parser(argv, all).parseSync() as Readonly<Record<string, unknown>>
  const [name] = parsed._ as readonly unknown[]
  return {name: name === undefined ? null : String(name), help: parsed.help === true, version: parsed.version === true}
}

/** What was typed for a command. Throws a UsageError for an option the command does not have, a missing value or a word too many. */
export const givenFor = (name: string, command: Command, argv: readonly string[]): Given => {
  const options: Options = {...ofCorpus, ...everywhere, ...command.options}
  const parsed = parser(argv, options).parseSync() as Readonly<Record<string, unknown>>
  const values: Record<string, readonly string[]> = {}
  const flags: Record<string, boolean> = {}
  for (const [key, value] of Object.entries(parsed)) {
    if (key === '_' || key === '$0' || key === 'h') continue
    const option = options[key]
    if (option === undefined) throw unknownOption(name, key, options)
    if (value === undefined) continue
    if (option.value === undefined) flags[key] = value !== false
    else values[key] = valuesOf(key, option, value)
  }
  const [, ...words] = (parsed._ as readonly unknown[]).map(String)
  return {positionals: positionalsOf(name, command, words), values, flags}
}

/** What was typed, without the options that every command takes and this one has no use for, and the names of those. */
export const withoutIdle = (
  given: Given,
  {options}: Command,
): {readonly given: Given; readonly idle: readonly string[]} => {
  const idle = Object.keys(given.values).filter((name) => !Object.hasOwn(options, name))
  const values = Object.fromEntries(Object.entries(given.values).filter(([name]) => !idle.includes(name)))
  return {given: {...given, values}, idle}
}

const unknownOption = (name: string, key: string, options: Options): UsageError => {
  const shown = key.length === 1 ? `-${key}` : `--${key}`
  const guess = didYouMean(key, Object.keys(options), (word) => `--${word}`)
  return new UsageError(
    `Unexpected option ${shown} for ${name}.${guess} Run hedgerow ${name} --help for the options it has.`,
  )
}

const valuesOf = (key: string, {value: kind, repeats}: Option, value: unknown): readonly string[] => {
  const all = [value].flat().map((each) => (typeof each === 'string' ? each : ''))
  if (all.some((each) => each === ''))
    throw new UsageError(`Found nothing after --${key}, expected a value: --${key} ${kind}.`)
  if (all.length > 1 && !repeats)
    throw new UsageError(`Found --${key} ${all.length} times, expected it once. Keep one of ${all.join(', ')}.`)
  return all
}

const positionalsOf = (name: string, {positionals, examples}: Command, words: readonly string[]): readonly string[] => {
  const needed = positionals.filter((each) => !each.startsWith('['))
  if (words.includes(''))
    throw new UsageError(
      `Found an empty word after hedgerow ${name}, expected a name or a path. A variable in your script may be empty.`,
    )
  const usage = `Write hedgerow ${[name, ...positionals].join(' ')}`
  const missing = needed.slice(words.length)
  if (missing.length > 0) {
    const [example] = examples.find(([line]) => line.startsWith(`${name} `)) ?? []
    const shown = example === undefined ? '' : `, as in: hedgerow ${example}`
    throw new UsageError(`${missing.join(' and ')} ${missing.length === 1 ? 'is' : 'are'} missing. ${usage}${shown}`)
  }
  // A last name with an ellipsis takes all that follow.
  const extra = positionals.at(-1)?.endsWith('…') ? [] : words.slice(positionals.length)
  if (extra.length > 0)
    throw new UsageError(
      `Unexpected ${extra.join(' ')}: ${extra.length === 1 ? 'one word' : `${extra.length} words`} too many. ${usage}; put a path with spaces in quotes.`,
    )
  return words
}

/** Why a word is no command, with the command that was probably meant. */
export const unknownCommand = (name: string, commands: Commands, isFolder: boolean): UsageError => {
  if (isFolder)
    return new UsageError(
      `Unexpected command ${name}, but there is a folder of that name. Did you mean hedgerow report ${name}?`,
    )
  const names = Object.keys(commands)
  return new UsageError(`Unexpected command ${name}, expected one of ${names.join(', ')}.${didYouMean(name, names)}`)
}

/** Help on one command. */
export const commandHelp = async (
  name: string,
  {summary, positionals, options, examples}: Command,
): Promise<string> => {
  const help = parser([], {...(await withChoices(options)), ...everywhere})
    .usage(`hedgerow ${[name, ...positionals, '[options]'].join(' ')}\n\n${summary}`)
    .example(examples.map(([line, meaning]) => [`hedgerow ${line}`, meaning]))
  return `${await help.getHelp()}\n`
}

/** Options whose descriptions end with what the value may be. */
const withChoices = async (options: Options): Promise<Options> => {
  const told = Object.entries(options).map(async ([name, option]): Promise<readonly [string, Option]> => {
    const words = await option.choices?.()
    return [name, words ? {...option, describe: `${option.describe}: ${words.join(', ')}`} : option]
  })
  return Object.fromEntries(await Promise.all(told))
}

/** Help on the program. */
export const mainHelp = async (commands: Commands): Promise<string> => {
  const help = parser([], {version: {describe: 'Show the version'}, ...everywhere})
    .usage(
      'hedgerow <command> [corpus] [options]\n\nAligns the procedures of neighbouring authorities: what is the same, what differs, what to agree first.',
    )
    .command(
      Object.entries(commands).map(([name, {summary, positionals}]) => ({
        command: [name, ...positionals].join(' '),
        describe: summary,
        handler: () => {},
      })) as never,
    )
    .example([
      ['hedgerow report', 'Compare ./procedures and show the summary'],
      ['hedgerow report folder --output html=report.html', 'Write the whole report as a web page'],
      ['hedgerow diff ashby brindle --topic missing-children', 'Two authorities, row by row'],
      ['hedgerow show return-interview-1', 'Every fact of one row'],
    ])
    .epilogue(
      'The corpus is the folder of documents to compare: unless you name one, the nearest that holds hedgerow.yaml, else ./procedures. Exit codes: 0 ran, 1 findings at or above --fail-on, 2 usage or configuration, 3 nothing read or compared, 4 internal error.',
    )
  return `${await help.getHelp()}\n`
}
