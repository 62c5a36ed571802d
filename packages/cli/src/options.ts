import type {Given, Option, Setting} from './command.ts'
import type {Shard} from './corpus/shards.ts'
import {dayExpected, dayOf, dayTyped} from './day.ts'
import {UsageError} from './errors.ts'
import type {Output} from './streams.ts'
import type {Selection} from './corpus/selection.ts'

/** Options every command has. */
export const everywhere: Readonly<Record<string, Option>> = {
  color: {describe: 'Colours on, or off with --no-color (NO_COLOR is honoured)'},
  quiet: {describe: 'No progress, no tips'},
  verbose: {describe: 'More about what happens; the stack of an internal error'},
  help: {describe: 'Show this help'},
}

/** Options of commands that analyse a corpus. Every command takes them, so that a script may give the same to all; one that has no use for an option that
 *  was given says so. */
export const ofCorpus = {
  topic: {describe: 'Only this topic, by its name or a synonym', value: 'TOPIC', repeats: true},
  authority: {describe: 'Only this authority', value: 'ID', repeats: true},
  'neighbours-of': {describe: 'Only this authority and its neighbours', value: 'ID'},
  config: {describe: 'Read this file as hedgerow.yaml', value: 'FILE'},
  'as-at': {describe: 'Judge reviews and currency on that day; today by default', value: 'DATE'},
} as const satisfies Readonly<Record<string, Option>>

/** The last value an option was given, or undefined. */
export const valueOf = ({values}: Given, name: string): string | undefined => values[name]?.at(-1)

/** Which part of the corpus was asked for. */
export const selectionOf = (given: Given): Selection => ({
  topics: given.values.topic ?? [],
  authorities: given.values.authority ?? [],
  neighboursOf: valueOf(given, 'neighbours-of') ?? null,
})

/** The day to judge on: --as-at, or today where the program runs. Throws a UsageError for what is no day. */
export const asAtOf = (given: Given, {now}: Pick<Setting, 'now'>): string => {
  return dayGiven(given, 'as-at') ?? dayOf(now())
}

/** The day an option was given, as YEAR-MONTH-DAY, or undefined; typed as in the forms of the explorer. Throws a UsageError for what is no day. */
export const dayGiven = (given: Given, name: string): string | undefined => {
  const asked = valueOf(given, name)
  if (asked === undefined) return undefined
  const day = dayTyped(asked)
  if (day !== null) return day
  throw new UsageError(`Unexpected --${name} ${asked}, expected ${dayExpected(asked)}.`)
}

/** Which part of the topics: --shard 2/4 is the second of four. Throws a UsageError for what is none. */
export const shardOf = (given: Given): Shard | undefined => {
  const asked = valueOf(given, 'shard')
  if (asked === undefined) return undefined
  const [, index, of] = (/^([1-9]\d{0,5})\/([1-9]\d{0,5})$/u.exec(asked) ?? []).map(Number)
  if (index !== undefined && of !== undefined && index <= of) return {index: index - 1, of}
  throw new UsageError(`Unexpected --shard ${asked}, expected I/N with I from 1 to N, as in --shard 2/4.`)
}

/** Whether to colour what goes to a stream: as asked, else where it is a terminal and NO_COLOR is not set. */
export const colours = ({flags}: Given, {env}: Pick<Setting, 'env'>, stream: Output): boolean =>
  flags.color ?? (stream.isTTY === true && !env.NO_COLOR && env.TERM !== 'dumb')

/** How wide a stream is: as the terminal says, at most what is pleasant to read; 80 columns for a pipe. */
export const widthOf = (stream: Output): number =>
  stream.isTTY ? Math.min(Math.max(stream.columns ?? 80, 40), 120) : 80
