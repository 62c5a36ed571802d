import type {Lexicon} from '@hedgerow/lexicon'
import type {Part} from './parts.ts'
import type {Profile, Profiles} from './profile.ts'
import {pairLookup, type Scoring} from './scoring.ts'
import {setting} from './setting.ts'

type Rows = readonly (readonly number[])[]

/** A row that lacks an authority, and that authority's longer provision in another row which says the same and more. */
interface Lack {
  readonly row: number
  readonly whole: number
  /** The mean probability of the row's clauses with the longer provision. */
  readonly support: number
}

/** Groups with those joined of which somebody says in one provision what the others say in several: nobody's half of it is told as missing then. One long
 *  sentence among many authorities joins nothing, so that it does not take the others' rows away; and fields are asked one by one. */
export const rejoined = (
  known: Profiles,
  groups: Rows,
  parts: readonly Part[],
  scoring: Scoring,
  apart: readonly (readonly [number, number])[],
  lexicon: Lexicon,
): Rows => {
  const {clauses} = known
  const set = setting(lexicon)
  const [share, reach, likely] = [set('rejoin-share'), set('rejoin-reach'), set('rejoin-likely')]
  const rows = groups.map((group) => [...group])
  const rowOf = placesOf(rows, clauses.length)
  const procedureOf = (index: number): number => (clauses[index] as Profile).procedure
  const holders = (members: readonly number[]): number => new Set(members.map(procedureOf)).size
  const lacks = (members: readonly number[], whole: number): boolean =>
    members.length > 0 && members.every((member) => procedureOf(member) !== procedureOf(whole))
  const mayJoin = (x: readonly number[], y: readonly number[]): boolean =>
    x.every((a) =>
      y.every(
        (b) =>
          (procedureOf(a) !== procedureOf(b) || Math.abs(a - b) <= reach) &&
          !apart.some((pair) => pair.includes(a) && pair.includes(b)),
      ),
    )
  const saysSeveral = (x: readonly number[], y: readonly number[]): boolean =>
    x.some((a) => y.some((b) => procedureOf(a) === procedureOf(b)))
  const lacking = lacksOf(known, rows, rowOf, parts, scoring).filter(
    ({row, whole, support}) => support >= set('rejoin-least') && lacks(rows[row] as number[], whole),
  )
  for (const {row, whole, support} of lacking) {
    const to = rowOf[whole] as number
    const [part, all] = [rows[row] as number[], rows[to] as number[]]
    if (row === to || !lacks(part, whole) || !mayJoin(part, all)) continue
    if (support < likely && !saysSeveral(part, all)) continue
    const wholes = lacking.filter((each) => each.row === row && all.includes(each.whole)).length
    if (wholes < share * holders([...part, ...all])) continue
    for (const index of part) rowOf[index] = to
    rows[to] = [...all, ...part].sort((x, y) => x - y)
    rows[row] = []
  }
  return rows.filter((group) => group.length > 0)
}

const placesOf = (rows: Rows, clauses: number): Int32Array => {
  const rowOf = new Int32Array(clauses)
  rows.forEach((group, row) => {
    for (const index of group) rowOf[index] = row
  })
  return rowOf
}

/** What rows may lack that a longer provision elsewhere says, the best supported first; ties to the earlier. */
const lacksOf = (
  {clauses}: Profiles,
  rows: Rows,
  rowOf: Int32Array,
  parts: readonly Part[],
  scoring: Scoring,
): readonly Lack[] => {
  const of = pairLookup(scoring, clauses.length)
  const found = new Map<string, Lack>()
  for (const {clause, whole} of parts) {
    const row = rowOf[clause] as number
    const key = `${row} ${whole}`
    if (found.has(key) || (clauses[clause] as Profile).kind === 'field') continue
    const members = rows[row] as readonly number[]
    found.set(key, {row, whole, support: members.reduce((sum, member) => sum + of(member, whole), 0) / members.length})
  }
  return [...found.values()].sort((x, y) => y.support - x.support || x.row - y.row || x.whole - y.whole)
}
