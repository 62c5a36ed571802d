import type {Pair} from '../candidates.ts'
import type {RelationalMeasure} from '../scoring.ts'

/** How far a pair stands above the best rival of either clause in the other's procedure: a half when level, 1 without any rival. */
export const rivalries: RelationalMeasure = ({clauses}, {pairs, probability}) => {
  const tops = new Map<number, {most: number; next: number}>()
  const procedureOf = (index: number): number => (clauses[index] as {procedure: number}).procedure
  const procedures = 1 + Math.max(0, ...clauses.map(({procedure}) => procedure))
  const code = (of: number, other: number): number => of * procedures + procedureOf(other)
  const note = (key: number, value: number): void => {
    const top = tops.get(key)
    if (!top) tops.set(key, {most: value, next: 0})
    else if (value > top.most) tops.set(key, {most: value, next: top.most})
    else if (value > top.next) top.next = value
  }
  pairs.forEach(({a, b}, at) => {
    note(code(a, b), probability[at] as number)
    note(code(b, a), probability[at] as number)
  })
  const rival = (key: number, own: number): number => {
    const {most, next} = tops.get(key) as {most: number; next: number}
    return own === most ? next : most
  }
  return probability.map((own, at) => {
    const {a, b} = pairs[at] as Pair
    return (1 + own - Math.max(rival(code(a, b), own), rival(code(b, a), own))) / 2
  })
}
