import {columnOf} from '../pairs.ts'
import type {RelationalMeasure} from '../scoring.ts'

/** How far a pair stands above the best rival of either clause in the other's procedure: a half when level, 1 without any rival. */
export const rivalries: RelationalMeasure = ({clauses}, {pairs, probability}) => {
  const procedureOf = Int32Array.from(clauses, ({procedure}) => procedure)
  const procedures = 1 + (procedureOf.at(-1) ?? 0)
  const most = new Float64Array(clauses.length * procedures)
  const next = new Float64Array(clauses.length * procedures)
  const code = (of: number, other: number): number => of * procedures + (procedureOf[other] as number)
  const note = (key: number, value: number): void => {
    if (value > (most[key] as number)) {
      next[key] = most[key] as number
      most[key] = value
    } else if (value > (next[key] as number)) next[key] = value
  }
  for (let at = 0; at < probability.length; at++) {
    const [a, b] = [pairs.a[at] as number, pairs.b[at] as number]
    note(code(a, b), probability[at] as number)
    note(code(b, a), probability[at] as number)
  }
  const rival = (key: number, own: number): number =>
    own === most[key] ? (next[key] as number) : (most[key] as number)
  return columnOf(pairs, (a, b, at) => {
    const own = probability[at] as number
    return (1 + own - Math.max(rival(code(a, b), own), rival(code(b, a), own))) / 2
  })
}
