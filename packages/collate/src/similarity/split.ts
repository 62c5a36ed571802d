import {columnOf, type Pairs, shifted} from '../pairs.ts'
import type {Profile, Profiles} from '../profile.ts'
import type {RelationalMeasure, Scoring} from '../scoring.ts'
import {clauseWeights} from './bm25.ts'

/** What a pair looks like as a part and a whole: the whole's likeliest match beside the part, and what the part holds of the whole that this match does not. Columns, 0 where nothing
 *  beside either clause matches the other. */
interface Splits {
  /** The probability of the whole with the clause beside the part. */
  readonly touch: Float64Array
  /** The share of the whole's term weight that only the part holds, times `touch`. */
  readonly adds: Float64Array
  /** The share of the whole's term weight that the clause beside the part leaves open, times `touch`. */
  readonly room: Float64Array
  /** The share of the part's term weight that stands in the whole, times `touch`. */
  readonly inside: Float64Array
}

/** The measures of a part and its whole, by name. */
export const partOfWhole: Readonly<Record<keyof Splits, RelationalMeasure>> = {
  touch: (known, scoring) => splits(known, scoring).touch,
  adds: (known, scoring) => splits(known, scoring).adds,
  room: (known, scoring) => splits(known, scoring).room,
  inside: (known, scoring) => splits(known, scoring).inside,
}

const remembered = new WeakMap<Scoring, Splits>()

const splits = (known: Profiles, scoring: Scoring): Splits => {
  const found = remembered.get(scoring) ?? measured(known, scoring)
  remembered.set(scoring, found)
  return found
}

const measured = (profiles: Profiles, {pairs, probability}: Scoring): Splits => {
  const {clauses, terms} = profiles
  const idf = clauseWeights(profiles).idf
  const beside = [shifted(pairs, clauses.length, -1, 0), shifted(pairs, clauses.length, 1, 0)]
  const across = [shifted(pairs, clauses.length, 0, -1), shifted(pairs, clauses.length, 0, 1)]
  const sides = [...beside, ...across]
  const mark = new Uint8Array(terms)
  const [adds, room, inside] = [blank(pairs), blank(pairs), blank(pairs)]
  const touch = columnOf(pairs, (a, b, at) => {
    let [most, side] = [0, -1]
    for (let nth = 0; nth < sides.length; nth++) {
      const place = (sides[nth] as Int32Array)[at] as number
      if (place < 0 || (probability[place] as number) <= most) continue
      most = probability[place] as number
      side = nth
    }
    if (most < slight) return most
    const [part, whole] = side < 2 ? [a, b] : [b, a]
    const next = side % 2 === 0 ? part - 1 : part + 1
    const shares = arrangement(clauses, idf, mark, part, whole, next)
    adds[at] = most * shares.adds
    room[at] = most * shares.room
    inside[at] = most * shares.inside
    return most
  })
  return {touch, adds, room, inside}
}

/** Where nothing beside is likelier than this, nobody asks what a split would look like. */
const slight = 0.05

const blank = ({a}: Pairs): Float64Array => new Float64Array(a.length)

const arrangement = (
  clauses: readonly Profile[],
  idf: Float64Array,
  mark: Uint8Array,
  part: number,
  whole: number,
  beside: number,
): {readonly adds: number; readonly room: number; readonly inside: number} => {
  const own = (clauses[part] as Profile).bag.terms
  const all = (clauses[whole] as Profile).bag.terms
  const next = (clauses[beside] as Profile).bag.terms
  for (const term of own) mark[term] = 1
  for (const term of next) mark[term] = (mark[term] as number) + 2
  let [adds, open, size, shared, own_] = [0, 0, 0, 0, 0]
  for (const term of all) {
    const weight = idf[term] as number
    const held = mark[term] as number
    size += weight
    if (held < 2) open += weight
    if (held === 1) adds += weight
    if (held === 1 || held === 3) shared += weight
  }
  for (const term of own) own_ += idf[term] as number
  for (const term of own) mark[term] = 0
  for (const term of next) mark[term] = 0
  return {
    adds: size === 0 ? 0 : adds / size,
    room: size === 0 ? 0 : open / size,
    inside: own_ === 0 ? 0 : shared / own_,
  }
}
