import type {Profiles} from './profile.ts'

/** Clauses that must share a row: identical text under the same lead-in in corresponding sections, the k-th of one procedure with the
 *  k-th of every other (a form has many `Name:` fields). Sets of clause indexes, each with members of two procedures or more. */
export const identicalSets = (
  {clauses}: Profiles,
  groups: readonly (readonly number[])[],
): readonly (readonly number[])[] => {
  const groupOf = new Map(groups.flatMap((group, at) => group.map((outline) => [outline, at] as const)))
  const seen = new Map<string, number>()
  const sets = new Map<string, number[]>()
  for (const {index, procedure, outline, key} of clauses) {
    const place = `${groupOf.get(outline)}\n${key}`
    const nth = (seen.get(`${procedure}\n${place}`) ?? 0) + 1
    seen.set(`${procedure}\n${place}`, nth)
    const set = `${nth}\n${place}`
    const known = sets.get(set)
    if (known) known.push(index)
    else sets.set(set, [index])
  }
  return [...sets.values()].filter((set) => set.length > 1)
}
