import type {Link, RowKind} from './collation.ts'
import type {Mentioned} from './mentions.ts'
import type {Profile} from './profile.ts'
import {linkOf, onePerText, type RowMaterial} from './row-material.ts'

/** Words that correspond to a member of a row where no row can hold them. */
export interface Counterpart {
  readonly member: Profile
  readonly mention: Mentioned
}

/** Where those who hold nothing of a row have its words all the same. */
export const mentionsOf = (
  members: readonly Profile[],
  {authorities, mentioned, apart}: RowMaterial,
): readonly Counterpart[] => {
  const held = new Set(members.map(({procedure}) => procedure))
  const lacking = new Set(authorities.flatMap((_, procedure) => (held.has(procedure) ? [] : [procedure])))
  const isApart = (a: number, b: number | null): boolean =>
    apart.some((pair) => pair.includes(a) && pair.some((each) => each === b))
  return onePerText(members).flatMap((member) =>
    mentioned(member, lacking).flatMap((mention) => (isApart(member.index, mention.index) ? [] : [{member, mention}])),
  )
}

/** Kinds of clauses that say one thing in two ways: `A working day is …` and an entry of a glossary. A field of a form asks; it says nothing. */
const sayings: ReadonlySet<RowKind> = new Set(['provision', 'definition', 'contact'])

/** The link from a row to a clause of another kind that says the same. */
export const mentionLink = ({member, mention}: Counterpart, {known}: RowMaterial): readonly Link[] => {
  if (mention.index === null || !sayings.has(member.kind) || !sayings.has(mention.kind as RowKind)) return []
  const other = known.clauses[mention.index] as Profile
  const [x, y] = member.index < other.index ? [member, other] : [other, member]
  return [linkOf({x, y, probability: mention.likeness})]
}
