import type {Pin} from './collation.ts'
import type {Profiles} from './profile.ts'

/** Pins as sets of clause indexes that must, and pairs that must not, share a row. Ids that are not in these procedures are left out. */
export const pinned = (
  {clauses}: Profiles,
  pins: readonly Pin[],
): {readonly together: readonly (readonly number[])[]; readonly apart: readonly (readonly [number, number])[]} => {
  const indexOf = new Map(clauses.map(({clause, index}) => [clause.id, index]))
  const members = ({clauses: ids}: Pin): readonly number[] =>
    ids.map((id) => indexOf.get(id)).filter((index) => index !== undefined)
  return {
    together: pins.filter(({same}) => same).map(members),
    apart: pins
      .filter(({same}) => !same)
      .map(members)
      .flatMap((group) => group.flatMap((a, at) => group.slice(at + 1).map((b) => [a, b] as const))),
  }
}
