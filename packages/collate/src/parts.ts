import type {Lexicon} from '@hedgerow/lexicon'
import {mayCorrespond} from './candidates.ts'
import type {Partners} from './partners.ts'
import type {Profile, Profiles} from './profile.ts'
import {setting} from './setting.ts'
import {termWeights} from './similarity/bm25.ts'

/** A clause that one authority states as part of another row's longer provision. */
export interface Part {
  /** The clause that stands alone. */
  readonly clause: number
  /** The longer clause of another authority that contains it. */
  readonly whole: number
  /** The share in [0, 1] of the part's term weight that stands in the whole. */
  readonly inside: number
}

/** Finds split provisions (1:n). A clause is a part of a whole when its neighbour already shares a row with the whole, nearly all of its own
 *  words stand in the whole, and together with the neighbour it covers clearly more of the whole than the neighbour alone. */
export const splitParts = (
  known: Profiles,
  groups: readonly (readonly number[])[],
  partners: Partners,
  lexicon: Lexicon,
): readonly Part[] => {
  const set = setting(lexicon)
  const [inside, covers, gains] = [set('part-inside'), set('part-covers'), set('part-gain')]
  const {clauses} = known
  const covered = coverage(known)
  const groupOf = new Map(groups.flatMap((group, at) => group.map((member) => [member, at] as const)))
  const companions = (index: number): readonly number[] => groups[groupOf.get(index) as number] as readonly number[]
  const holders = groups.map((group) => new Set(group.map((member) => (clauses[member] as Profile).procedure)))
  const holds = (index: number, procedure: number): boolean =>
    holders[groupOf.get(index) as number]?.has(procedure) ?? false
  const isPart = (part: Profile, neighbour: Profile, whole: Profile): boolean => {
    if (covered(part, [whole]) < inside) return false
    const joint = covered(whole, [part, neighbour])
    return joint >= covers && joint - covered(whole, [neighbour]) >= gains && joint - covered(whole, [part]) >= gains
  }
  const wholes = (part: Profile): readonly number[] =>
    neighbours(clauses, part, set('part-reach')).flatMap((neighbour) =>
      companions(neighbour.index).filter((index) => {
        const whole = clauses[index] as Profile
        if (!partners.compared(part.procedure, whole.procedure)) return false
        return !holds(part.index, whole.procedure) && mayCorrespond(part, whole) && isPart(part, neighbour, whole)
      }),
    )
  return clauses.flatMap((part) =>
    [...new Set(wholes(part))].map((whole) => ({
      clause: part.index,
      whole,
      inside: covered(part, [clauses[whole] as Profile]),
    })),
  )
}

const neighbours = (
  clauses: readonly Profile[],
  {index, procedure, outline}: Profile,
  reach: number,
): readonly Profile[] =>
  Array.from({length: 2 * reach + 1}, (_, at) => clauses[index - reach + at]).filter(
    (each): each is Profile =>
      each !== undefined && each.index !== index && each.procedure === procedure && each.outline === outline,
  )

/** The share, by idf, of a clause's distinct terms that stand in any of the others. */
const coverage = ({clauses, terms}: Profiles): ((own: Profile, others: readonly Profile[]) => number) => {
  const {idf} = termWeights(
    clauses.map(({bag}) => bag),
    terms,
  )
  const there = new Uint8Array(terms)
  return (own, others) => {
    for (const {bag} of others) for (const term of bag.terms) there[term] = 1
    let [shared, all] = [0, 0]
    for (const term of own.bag.terms) {
      const weight = idf[term] as number
      all += weight
      if (there[term] === 1) shared += weight
    }
    for (const {bag} of others) for (const term of bag.terms) there[term] = 0
    return all === 0 ? 0 : shared / all
  }
}
