import {clauses, type Procedure} from '@hedgerow/ast'
import {setting} from '@hedgerow/collate'
import type {Lexicon} from '@hedgerow/lexicon'
import {procedureKey, saidIn, type State, type StatedProcedure} from './state.ts'

/** A procedure of the earlier state with what it is in the later one; one of them is null where it came or went. */
export interface Matched {
  readonly before: StatedProcedure | null
  readonly after: StatedProcedure | null
}

const keyOf = ({procedure}: StatedProcedure): string => procedureKey(procedure)

/** The procedures of two states, those of one authority on one topic together, and those that were renamed with what they are called now. */
export const matchedProcedures = (before: State, after: State, lexicon: Lexicon): readonly Matched[] => {
  const later = new Map(after.procedures.map((each) => [keyOf(each), each]))
  const earlier = new Map(before.procedures.map((each) => [keyOf(each), each]))
  const gone = before.procedures.filter((each) => !later.has(keyOf(each)))
  const come = after.procedures.filter((each) => !earlier.has(keyOf(each)))
  const renamed = renames(gone, come, setting(lexicon)('renamed-least'))
  const isRenamed = (each: StatedProcedure): boolean => renamed.some((pair) => Object.values(pair).includes(each))
  const all: readonly Matched[] = [
    ...after.procedures
      .filter((each) => earlier.has(keyOf(each)))
      .map((each) => ({before: earlier.get(keyOf(each)) as StatedProcedure, after: each})),
    ...renamed,
    ...come.filter((each) => !isRenamed(each)).map((each) => ({before: null, after: each})),
    ...gone.filter((each) => !isRenamed(each)).map((each) => ({before: each, after: null})),
  ]
  return [...all].sort((x, y) => (sortKey(x) < sortKey(y) ? -1 : 1))
}

const sortKey = ({before, after}: Matched): string => keyOf((after ?? before) as StatedProcedure)

/** Each procedure that has gone with the one that has come and says most of the same, the likest first. */
const renames = (
  gone: readonly StatedProcedure[],
  come: readonly StatedProcedure[],
  least: number,
): readonly Matched[] => {
  const pairs = gone
    .flatMap((before) => come.map((after) => ({before, after, share: sameShare(before, after)})))
    .filter(({share}) => share >= least)
    .sort((x, y) => y.share - x.share || (sortKey(x) < sortKey(y) ? -1 : 1))
  const taken = new Set<StatedProcedure>()
  return pairs.flatMap(({before, after}) => {
    if (taken.has(before) || taken.has(after)) return []
    taken.add(before).add(after)
    return [{before, after}]
  })
}

/** Whether a procedure was read from the same bytes. */
export const sameFiles = (before: StatedProcedure, after: StatedProcedure): boolean =>
  digests(before) === digests(after)

const digests = ({files}: StatedProcedure): string =>
  files
    .map(({sha256}) => sha256)
    .sort()
    .join('\n')

/** The share of provisions of the longer procedure that the other has in the same words; 1 for the same files. */
const sameShare = (before: StatedProcedure, after: StatedProcedure): number => {
  if (sameFiles(before, after)) return 1
  const [a, b] = [sayings(before.procedure), sayings(after.procedure)]
  const shared = a.filter((each) => b.includes(each)).length
  return shared / Math.max(1, a.length, b.length)
}

const sayings = (procedure: Procedure): readonly string[] => clauses(procedure).map(saidIn)
