import type {Profiles} from './profile.ts'
import {setting} from './setting.ts'
import {termWeights} from './similarity/bm25.ts'
import type {Lexicon} from '@hedgerow/lexicon'

/** Which procedures are compared clause by clause. Of a few, all with all; of many, each with its `partners-most` or a few more: then the work grows with
 *  the number of procedures, not with its square, and rows still reach everybody through partners of partners. */
export interface Partners {
  readonly procedures: number
  /** The procedures that one is compared with, ascending. */
  readonly of: (procedure: number) => Int32Array
  readonly compared: (x: number, y: number) => boolean
}

/** Partners of each procedure: those 1, 2, 5, 11, … places away on a ring, so that any two are a few steps apart (as in small-world and Chord networks),
 *  and the likest by the words they use, so that descendants of one template meet. */
export const partners = ({clauses, terms}: Profiles, procedures: number, lexicon: Lexicon): Partners => {
  const most = setting(lexicon)('partners-most')
  if (procedures <= most + 1) return fromMatrix(new Uint8Array(procedures * procedures).fill(1), procedures)
  const matrix = new Uint8Array(procedures * procedures)
  const tie = (x: number, y: number): void => {
    matrix[x * procedures + y] = 1
    matrix[y * procedures + x] = 1
  }
  const steps = ringSteps(procedures)
  for (let at = 0; at < procedures; at++) for (const step of steps) tie(at, (at + step) % procedures)
  const alike = vocabularyLikeness({clauses, terms}, procedures)
  const rest = Math.max(0, most - 2 * steps.length)
  for (let at = 0; at < procedures; at++) {
    const others = [...Array(procedures).keys()].filter((other) => other !== at)
    const likeness = Float64Array.from(others, (other) => alike(at, other))
    const order = [...others.keys()].sort((x, y) => (likeness[y] as number) - (likeness[x] as number) || x - y)
    for (const nearest of order.slice(0, rest)) tie(at, others[nearest] as number)
  }
  return fromMatrix(matrix, procedures)
}

/** 1, 2, 5, 11, 23, …: each about twice the last, odd and even, so that authorities listed in turns are not kept apart. */
const ringSteps = (procedures: number): readonly number[] => {
  const steps: number[] = []
  for (let step = 1; step <= procedures / 2; step = step === 1 ? 2 : 2 * step + 1) steps.push(step)
  return steps
}

const fromMatrix = (matrix: Uint8Array, procedures: number): Partners => {
  const lists = Array.from({length: procedures}, (_, x) =>
    Int32Array.from([...Array(procedures).keys()].filter((y) => y !== x && matrix[x * procedures + y] === 1)),
  )
  return {
    procedures,
    of: (procedure) => lists[procedure] as Int32Array,
    compared: (x, y) => x !== y && matrix[x * procedures + y] === 1,
  }
}

/** Weighted Dice likeness of the sets of terms two procedures use. */
const vocabularyLikeness = (
  {clauses, terms}: Pick<Profiles, 'clauses' | 'terms'>,
  procedures: number,
): ((x: number, y: number) => number) => {
  const sets = Array.from({length: procedures}, () => new Set<number>())
  for (const {procedure, bag} of clauses) for (const term of bag.terms) sets[procedure]?.add(term)
  const bags = sets.map((set) => {
    const ids = Int32Array.from(set).sort()
    return {terms: ids, counts: new Float64Array(ids.length).fill(1)}
  })
  const {idf} = termWeights(bags, terms)
  const held = bags.map(({terms: ids}) => {
    const row = new Uint8Array(terms)
    for (const id of ids) row[id] = 1
    return row
  })
  const sizes = bags.map(({terms: ids}) => ids.reduce((sum, id) => sum + (idf[id] as number), 0))
  return (x, y) => {
    const row = held[y] as Uint8Array
    let shared = 0
    for (const id of bags[x]?.terms ?? []) if (row[id] === 1) shared += idf[id] as number
    const size = (sizes[x] as number) + (sizes[y] as number)
    return size === 0 ? 0 : (2 * shared) / size
  }
}
