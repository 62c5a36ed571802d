// Pairs are found again by walking along them: what is found must be what a search would find.
import fc from 'fast-check'
import {expect, test} from 'vitest'
import {adjacency, eachRun, pairAt, shifted, sortedPairs} from '../src/pairs.ts'

const clauses = 24
/** Six clauses to a procedure. */
const procedureOf = Int32Array.from({length: clauses}, (_, clause) => Math.floor(clause / 6))

const somePairs = fc
  .array(fc.tuple(fc.nat(clauses - 1), fc.nat(clauses - 1)), {maxLength: 120})
  .map((all) => all.filter(([a, b]) => (procedureOf[a] as number) < (procedureOf[b] as number)))
  .map((all) =>
    sortedPairs(
      all.map(([a, b]) => a * clauses + b),
      clauses,
    ),
  )

const step = fc.integer({min: -4, max: 4})

test('the pair so many places further on is the one a search finds', () => {
  fc.assert(
    fc.property(somePairs, step, step, (pairs, stepA, stepB) => {
      const known = adjacency(pairs, clauses)
      const searched = Array.from(pairs.a, (a, at) => {
        const [x, y] = [a + stepA, (pairs.b[at] as number) + stepB]
        return x < 0 || x >= clauses || y < 0 || y >= clauses || x > y ? -1 : pairAt(known, x, y)
      })
      expect([...shifted(pairs, clauses, stepA, stepB)]).toEqual(searched)
    }),
  )
})

test('every clause’s pairs are walked once, procedure by procedure', () => {
  fc.assert(
    fc.property(somePairs, (pairs) => {
      const known = adjacency(pairs, clauses)
      const walked: string[] = []
      eachRun(known, procedureOf, (clause, procedure, first, end) => {
        for (let place = first; place < end; place++) {
          expect(procedureOf[known.other[place] as number]).toBe(procedure)
          walked.push(`${clause} ${known.other[place]}`)
        }
      })
      const all = Array.from(pairs.a, (a, at) => [`${a} ${pairs.b[at]}`, `${pairs.b[at]} ${a}`]).flat()
      expect([...walked].sort()).toEqual([...all].sort())
    }),
  )
})
