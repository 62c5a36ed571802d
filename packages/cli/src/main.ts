import {statSync} from 'node:fs'
import {resolve} from 'node:path'
import {asked, commandHelp, givenFor, mainHelp, unknownCommand, withoutIdle} from './arguments.ts'
import {type Command, exit, type Setting} from './command.ts'
import {commands} from './commands/index.ts'
import {NothingRead, ReaderGone, systemCode, systemReason, UsageError} from './errors.ts'
import {type Output, type Writer, writerOn} from './streams.ts'
import {version} from './version.ts'

/** A call of the program and the world it is called in. */
export interface Invocation {
  /** What was typed after the program's name. */
  readonly argv: readonly string[]
  readonly stdin: NodeJS.ReadableStream
  readonly stdout: Output
  readonly stderr: Output
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly now: () => Date
}

/** Runs the program; resolves to its exit code and never rejects. */
export const main = async ({argv, stdin, stdout, stderr, cwd, env, now}: Invocation): Promise<number> => {
  const [out, err] = [writerOn(stdout), writerOn(stderr)]
  try {
    return await run(argv, {cwd, env, now, stdin, stdout, stderr, out, err})
  } catch (fault) {
    await told(fault, err, argv.includes('--verbose')).catch(() => undefined)
    return codeOf(fault)
  } finally {
    await Promise.all([out.close(), err.close()])
  }
}

const run = async (argv: readonly string[], setting: Setting): Promise<number> => {
  if (argv[0] === '--complete') {
    const {completed} = await import('./completed.ts')
    await completed(argv.slice(1), setting)
    return exit.ran
  }
  const {name, help, version: versionAsked} = asked(argv, commands)
  if (name === null) {
    if (versionAsked) await setting.out.write(`${version}\n`)
    else if (!help && !unknownFirst(argv) && (await mayExplore(setting)))
      return commands.explore.run(givenFor('explore', commands.explore, ['explore', ...argv]), setting)
    else if (!help && !unknownFirst(argv) && isTerminal(setting)) await setting.out.write(welcome)
    else if (help || !unknownFirst(argv)) await setting.out.write(await mainHelp(commands))
    else
      throw new UsageError(
        `Unexpected option ${unknownFirst(argv)}, expected a command first. Run hedgerow --help for the commands.`,
      )
    return exit.ran
  }
  const command = Object.hasOwn(commands, name) ? (commands as Readonly<Record<string, Command>>)[name] : undefined
  if (!command) throw unknownCommand(name, commands, isFolder(resolve(setting.cwd, name)))
  if (help) {
    await setting.out.write(await commandHelp(name, command))
    return exit.ran
  }
  const {given, idle} = withoutIdle(givenFor(name, command, argv), command)
  if (!given.flags.quiet) await setting.err.lines(idle.map((each) => `--${each} changes nothing in hedgerow ${name}.`))
  return command.run(given, setting)
}

/** The first option typed where no command was; plain `hedgerow`, or one with colours or quiet, is none. */
const unknownFirst = (argv: readonly string[]): string | undefined =>
  argv.find((each) => !['--color', '--no-color', '--quiet', '--verbose', '--screen-reader'].includes(each))

/** Plain `hedgerow` explores: in a terminal, where there is a corpus. */
const mayExplore = async (setting: Setting): Promise<boolean> => {
  if (!isTerminal(setting)) return false
  const {hasCorpus} = await import('./corpus/corpus.ts')
  return hasCorpus(setting.cwd)
}

const isTerminal = ({stdin, stdout}: Setting): boolean =>
  (stdin as {isTTY?: boolean}).isTTY === true && stdout.isTTY === true

/** What plain `hedgerow` says in a terminal where there is no corpus. */
const welcome = `Hedgerow lays the procedures of neighbouring authorities side by side. There are
none here: neither a hedgerow.yaml here or above, nor a folder ./procedures.

  hedgerow init my-region       make a folder for them
  hedgerow init FOLDER          you have a folder of documents already
  hedgerow report FOLDER        compare what is in it
  hedgerow explore FOLDER       read it in the terminal, and decide
  hedgerow --help               everything else
`

const isFolder = (path: string): boolean => statSync(path, {throwIfNoEntry: false})?.isDirectory() === true

/** The exit code of a fault, whether or not it could be told. */
const codeOf = (fault: unknown): number => {
  if (fault instanceof ReaderGone) return exit.ran
  if (fault instanceof UsageError) return exit.usage
  return fault instanceof NothingRead || systemCode(fault) !== null ? exit.nothing : exit.internal
}

/** Tells of a fault in the way of its kind. */
const told = async (fault: unknown, err: Writer, verbose: boolean): Promise<void> => {
  if (fault instanceof ReaderGone) return
  if (fault instanceof UsageError || fault instanceof NothingRead)
    return err.write(`${fault.message.replace(/^/gmu, 'hedgerow: ')}\n`)
  if (systemCode(fault) !== null)
    return err.write(`hedgerow: The system refused: ${systemReason(fault)} (${(fault as Error).message}).\n`)
  const words = fault instanceof Error ? `${fault.name}: ${fault.message}` : String(fault)
  await err.write(
    `hedgerow: Internal error: ${words.replace(/\s+/gu, ' ')}. This is a fault of Hedgerow, not of your documents: please report it as CONTRIBUTING.md says, with the command and version ${version}${verbose ? '' : '; --verbose shows where it happened'}.\n`,
  )
  if (verbose && fault instanceof Error) await err.write(`${fault.stack}\n`)
}
