import {adjacency, columnOf, eachRun} from '../pairs.ts'
import type {RelationalMeasure} from '../scoring.ts'

/** How far a pair stands above the best rival of either clause in the other's procedure: a half when level, 1 without any rival. */
export const rivalries: RelationalMeasure = ({clauses}, {pairs, probability}) => {
  const known = adjacency(pairs, clauses.length)
  const procedureOf = Int32Array.from(clauses, ({procedure}) => procedure)
  const rival = new Float64Array(probability.length)
  eachRun(known, procedureOf, (_clause, _procedure, first, end) => {
    let [most, next] = [0, 0]
    for (let place = first; place < end; place++) {
      const own = probability[known.pair[place] as number] as number
      if (own > most) {
        next = most
        most = own
      } else if (own > next) next = own
    }
    for (let place = first; place < end; place++) {
      const at = known.pair[place] as number
      rival[at] = Math.max(rival[at] as number, probability[at] === most ? next : most)
    }
  })
  return columnOf(pairs, (_a, _b, at) => (1 + (probability[at] as number) - (rival[at] as number)) / 2)
}
