import type {Lexicon} from '@hedgerow/lexicon'
import type {Profiles} from './profile.ts'
import type {Scoring} from './scoring.ts'
import {setting} from './setting.ts'
import {clauseWeights} from './similarity/bm25.ts'

/** A clause that another row's longer provision corresponds with too: what one row to a provision cannot say. */
export interface Part {
  readonly clause: number
  /** The longer clause of another authority, in another row. */
  readonly whole: number
}

/** The pairs across groups that are likely all the same, the shorter clause as the part. */
export const splitParts = (
  known: Profiles,
  groups: readonly (readonly number[])[],
  {pairs, probability}: Scoring,
  apart: readonly (readonly [number, number])[],
  lexicon: Lexicon,
): readonly Part[] => {
  const least = setting(lexicon)('link-least')
  const {self} = clauseWeights(known)
  const rowOf = new Int32Array(known.clauses.length)
  groups.forEach((group, row) => {
    for (const index of group) rowOf[index] = row
  })
  const isApart = (a: number, b: number): boolean => apart.some((pair) => pair.includes(a) && pair.includes(b))
  const found: Part[] = []
  probability.forEach((of, at) => {
    if (of < least) return
    const [a, b] = [pairs.a[at] as number, pairs.b[at] as number]
    if (rowOf[a] === rowOf[b] || isApart(a, b)) return
    const shorter = (self[a] as number) <= (self[b] as number)
    found.push(shorter ? {clause: a, whole: b} : {clause: b, whole: a})
  })
  return found
}
