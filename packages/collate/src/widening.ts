import {adjacency, eachRun, type Pairs, pairAt, sortedPairs} from './pairs.ts'
import type {Partners} from './partners.ts'
import type {Profile, Profiles} from './profile.ts'
import type {Scoring} from './scoring.ts'
import {setting} from './setting.ts'
import {mayCorrespond} from './candidates.ts'
import type {Lexicon} from '@hedgerow/lexicon'

/** Pairs worth scoring that share too few words to be candidates, found from pairs that are likely by now: a clause beside one that has a match is paired with
 *  what stands beside or at that match, where either of the two has no match yet; and two clauses that match the same third one are paired.
 *  Sorted by place, without those that are pairs already. */
export const widened = (
  known: Profiles,
  {pairs, probability}: Scoring,
  partners: Partners,
  lexicon: Lexicon,
): Pairs => {
  const {clauses} = known
  const least = setting(lexicon)('widen-likely')
  const matches = bestMatches(known, {pairs, probability}, partners.procedures, least)
  const there = adjacency(pairs, clauses.length)
  const found: number[] = []
  const add = (x: number, y: number): void => {
    const [one, two] = [clauses[x], clauses[y]]
    if (!one || !two || !mayCorrespond(one, two) || !partners.compared(one.procedure, two.procedure)) return
    if (differInName(one, two)) return
    const [a, b] = x < y ? [x, y] : [y, x]
    if (pairAt(there, a, b) < 0) found.push(a * clauses.length + b)
  }
  besideMatches(known, matches, partners, setting(lexicon)('widen-reach'), add)
  throughThirds(known, matches, partners, add)
  return sortedPairs(found, clauses.length)
}

/** Whether what two clauses are called denies that they are one: fields of two known data items, or definitions without a term in common. */
const differInName = ({clause: x, bag: own}: Profile, {clause: y, bag: other}: Profile): boolean => {
  if (x.type === 'field' && y.type === 'field') return x.item !== null && y.item !== null && x.item !== y.item
  return x.type === 'definition' && !own.terms.some((term) => other.terms.includes(term))
}

/** For each clause and procedure the clause's likeliest match there, the first of equals; -1 where none is as likely as `least`. */
const bestMatches = (
  {clauses}: Profiles,
  {pairs, probability}: Pick<Scoring, 'pairs' | 'probability'>,
  procedures: number,
  least: number,
): Int32Array => {
  const known = adjacency(pairs, clauses.length)
  const match = new Int32Array(clauses.length * procedures).fill(-1)
  const procedureOf = Int32Array.from(clauses, ({procedure}) => procedure)
  eachRun(known, procedureOf, (clause, procedure, first, end) => {
    let [best, found] = [least, -1]
    for (let place = first; place < end; place++) {
      const of = probability[known.pair[place] as number] as number
      if (of < best || (of === best && found !== -1)) continue
      best = of
      found = known.other[place] as number
    }
    match[clause * procedures + procedure] = found
  })
  return match
}

/** Pairs by place: for a clause and a procedure, what lies from the nearest match before (or as many places after it as the clause is) to the nearest after. */
const besideMatches = (
  {clauses}: Profiles,
  matches: Int32Array,
  partners: Partners,
  reach: number,
  add: (x: number, y: number) => void,
): void => {
  const {procedures} = partners
  const matchOf = (clause: number, procedure: number): number => matches[clause * procedures + procedure] as number
  for (const {index, procedure} of clauses)
    for (const other of partners.of(procedure))
      for (const side of [-1, 1]) {
        for (let step = 1; step <= reach; step++) {
          if (clauses[index + side * step]?.procedure !== procedure) break
          const anchor = matchOf(index + side * step, other)
          if (anchor < 0) continue
          for (let off = step === 1 ? 0 : 1; off <= step; off++) {
            const place = anchor - side * off
            if (clauses[place]?.procedure !== other) break
            if (matchOf(index, other) < 0 || matchOf(place, procedure) < 0) add(index, place)
          }
          break
        }
      }
}

/** Pairs by consensus: any two matches of one clause. */
const throughThirds = (
  {clauses}: Profiles,
  matches: Int32Array,
  {procedures, of}: Partners,
  add: (x: number, y: number) => void,
): void => {
  const procedureOf = Int32Array.from(clauses, ({procedure}) => procedure)
  for (const {index, procedure} of clauses) {
    const own: number[] = []
    for (const other of of(procedure)) {
      const match = matches[index * procedures + other] as number
      if (match >= 0) own.push(match)
    }
    for (let at = 0; at < own.length; at++)
      for (let nth = at + 1; nth < own.length; nth++) {
        const x = own[at] as number
        const y = own[nth] as number
        const inY = matches[x * procedures + (procedureOf[y] as number)] as number
        const inX = matches[y * procedures + (procedureOf[x] as number)] as number
        if (inY < 0 || inX < 0) add(x, y)
      }
  }
}
