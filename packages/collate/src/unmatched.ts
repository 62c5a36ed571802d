import type {Profile} from './profile.ts'
import type {RowMaterial} from './row-material.ts'
import {setting} from './setting.ts'

/** How much stands unmatched in a procedure where a clause would be looked for: beside the matches of its neighbours. In [0, 1]; 0 where no neighbour has a match. */
export type UnmatchedBeside = (clause: Profile, procedure: number) => number

/** Counts what has no match, by `shares`: whether a clause shares a row with a procedure. A clause said in quite other words is mostly among them. */
export const unmatchedBeside = (
  {known: {clauses}, drafts, lexicon}: RowMaterial,
  shares: (clause: number, procedure: number) => boolean,
): UnmatchedBeside => {
  const [reach, around, most] = ['absence-reach', 'absence-beside', 'absence-unmatched'].map(setting(lexicon)) as [
    number,
    number,
    number,
  ]
  const places = placesOf(clauses, drafts)
  const within = (index: number, procedure: number): boolean => clauses[index]?.procedure === procedure
  return (clause, procedure) => {
    const found = new Set<number>()
    for (let neighbour = clause.index - reach; neighbour <= clause.index + reach; neighbour++) {
      if (neighbour === clause.index || !within(neighbour, clause.procedure)) continue
      for (const match of places(neighbour, procedure))
        for (let at = match - around; at <= match + around; at++)
          if (within(at, procedure) && !shares(at, clause.procedure)) found.add(at)
    }
    return Math.min(1, found.size / most)
  }
}

const none: readonly number[] = []

/** The clauses of a procedure that share a row with a clause. */
const placesOf = (
  clauses: readonly Profile[],
  drafts: RowMaterial['drafts'],
): ((clause: number, procedure: number) => readonly number[]) => {
  const held: ReadonlyMap<number, readonly number[]>[] = []
  for (const {members} of drafts) {
    const own = new Map<number, number[]>()
    for (const member of members) {
      const {procedure} = clauses[member] as Profile
      const known = own.get(procedure)
      if (known) known.push(member)
      else own.set(procedure, [member])
      held[member] = own
    }
  }
  return (clause, procedure) => held[clause]?.get(procedure) ?? none
}
