import {placeOf} from '@hedgerow/ast'
import {type Lexicon, words} from '@hedgerow/lexicon'
import type {Link, Reading, Row, RowKind} from './collation.ts'
import type {Scoring} from './scoring.ts'
import type {Part} from './parts.ts'
import type {Profile, Profiles} from './profile.ts'
import {headingOf} from './sections.ts'
import {setting} from './setting.ts'
import {pairLookup} from './similarity/order.ts'

/** A group of clauses that correspond, before it is given its place. */
export interface Draft {
  readonly members: readonly number[]
  /** Index of its section group. */
  readonly group: number
}

/** What a row is built from. */
export interface RowMaterial {
  readonly known: Profiles
  readonly scoring: Scoring
  readonly lexicon: Lexicon
  readonly authorities: readonly string[]
  /** What of each authority's documents could not be read. */
  readonly unread: readonly (readonly string[])[]
  /** Sets of clauses that are one provision by law (identical text) or by a person's pin. */
  readonly certain: readonly (readonly number[])[]
  /** Pairs of clauses that a person's pin says are not one provision. */
  readonly apart: readonly (readonly [number, number])[]
  readonly parts: readonly Part[]
  /** All drafts, to see what stands elsewhere. */
  readonly drafts: readonly Draft[]
}

/** How likely two clauses correspond, by everything known: 1 when certain, the pair's probability otherwise, the coverage rule's word for parts. */
const likelihood = ({known, scoring, certain, parts, lexicon}: RowMaterial): ((a: number, b: number) => number) => {
  const of = pairLookup(scoring, known.clauses.length)
  const set = setting(lexicon)
  const certainty = new Map<number, number>()
  certain.forEach((members, at) => {
    for (const member of members) certainty.set(member, at)
  })
  const code = (a: number, b: number): number => Math.min(a, b) * known.clauses.length + Math.max(a, b)
  const partial = new Set(parts.map(({clause, whole}) => code(clause, whole)))
  return (a, b) => {
    if (certainty.has(a) && certainty.get(a) === certainty.get(b)) return 1
    return Math.max(of(a, b), partial.has(code(a, b)) ? set('part-odds') : 0)
  }
}

/** Turns drafts into rows without id and order: readings, links, confidence, and what makes them unsure. */
export const rowsOf = (material: RowMaterial): readonly Omit<Row, 'id' | 'section' | 'moved'>[] => {
  const likely = likelihood(material)
  const elsewhere = looseEnds(material)
  return material.drafts.map((draft) => {
    const members = draft.members.map((index) => material.known.clauses[index] as Profile)
    const inside = linksOf(members, likely)
    const outside = outsideLinks(draft, material, likely)
    const confidence =
      members.length > 1 && holders(members) > 1 ? agreement(members, likely) : solitude(members, elsewhere)
    return {
      kind: (members[0] as Profile).kind as RowKind,
      confidence: rounded(confidence),
      unsure: doubts(members, confidence, material, elsewhere),
      readings: readingsOf(members, material),
      links: [...inside, ...outside],
    }
  })
}

const holders = (members: readonly Profile[]): number => new Set(members.map(({procedure}) => procedure)).size

const rounded = (value: number): number => Math.round(value * 1000) / 1000

const byPlace = (x: Profile, y: Profile): number => x.index - y.index

const readingsOf = (members: readonly Profile[], {known, authorities}: RowMaterial): Row['readings'] =>
  Object.fromEntries(
    authorities.map((authority, procedure) => {
      const own = members.filter((member) => member.procedure === procedure).sort(byPlace)
      const readings: Reading[] = own.map(({clause, outline}) => ({
        clause,
        heading: headingOf(known.outlines[outline] as Profiles['outlines'][number]),
      }))
      return [authority, readings.length > 0 ? readings : null]
    }),
  )

const linksOf = (members: readonly Profile[], likely: (a: number, b: number) => number): readonly Link[] => {
  const sorted = [...members].sort(byPlace)
  return sorted.flatMap((x, at) =>
    sorted
      .slice(at + 1)
      .filter((y) => y.procedure !== x.procedure)
      .map((y): Link => [x.clause.id, y.clause.id, rounded(likely(x.index, y.index))]),
  )
}

/** Links from a row to a longer provision elsewhere that contains it: what one row to a provision cannot say. */
const outsideLinks = (
  {members}: Draft,
  {parts, known}: RowMaterial,
  likely: (a: number, b: number) => number,
): readonly Link[] =>
  parts
    .filter(({clause, whole}) => members.includes(clause) && !members.includes(whole))
    .map(
      ({clause, whole}) =>
        [known.clauses[Math.min(clause, whole)] as Profile, known.clauses[Math.max(clause, whole)] as Profile] as const,
    )
    .map(([x, y]): Link => [x.clause.id, y.clause.id, rounded(likely(x.index, y.index))])

/** The least supported reading decides: for each procedure the mean, over the others, of its best link to them. */
const agreement = (members: readonly Profile[], likely: (a: number, b: number) => number): number => {
  const procedures = [...new Set(members.map(({procedure}) => procedure))]
  const of = (procedure: number): readonly Profile[] => members.filter((member) => member.procedure === procedure)
  const between = (x: number, y: number): number =>
    Math.max(...of(x).flatMap((a) => of(y).map((b) => likely(a.index, b.index))))
  const support = procedures.map((x) => {
    const others = procedures.filter((y) => y !== x)
    return others.reduce((sum, y) => sum + between(x, y), 0) / others.length
  })
  return Math.min(...support)
}

/** A clause of another procedure that may be what a clause's row lacks. */
interface LooseEnd {
  readonly other: number
  readonly probability: number
  /** Whether it says so in the same words, and only what surrounds the two keeps them apart. */
  readonly sameWords: boolean
}

/** The words of a clause without what surrounds it: case, stops and commas gone, figures kept. */
const said = ({clause}: Profile): string =>
  words(clause.text)
    .map(({word}) => word)
    .join(' ')

/** What each clause may have its counterpart in though they share no row: a pair with a clause that stands alone is one when it is likely enough, or
 *  when both stand alone and say the same words, however unlike their surroundings. */
const looseEnds = ({known, scoring, apart, drafts, lexicon}: RowMaterial): ReadonlyMap<number, readonly LooseEnd[]> => {
  const near = setting(lexicon)('rival-near')
  const rowOf = new Map(drafts.flatMap(({members}, row) => members.map((member) => [member, row] as const)))
  const alone = (index: number): boolean =>
    holders((drafts[rowOf.get(index) as number] as Draft).members.map((member) => known.clauses[member] as Profile)) ===
    1
  const isApart = (a: number, b: number): boolean => apart.some((pair) => pair.includes(a) && pair.includes(b))
  const found = new Map<number, LooseEnd[]>()
  scoring.pairs.forEach(({a, b}, at) => {
    const probability = scoring.probability[at] as number
    if (rowOf.get(a) === rowOf.get(b) || isApart(a, b)) return
    const same = alone(a) && alone(b) && said(known.clauses[a] as Profile) === said(known.clauses[b] as Profile)
    if (probability < near && !same) return
    for (const [from, to] of [
      [a, b],
      [b, a],
    ] as const)
      if (alone(to) || alone(from))
        found.set(from, [...(found.get(from) ?? []), {other: to, probability, sameWords: same}])
  })
  return found
}

/** The probability that nobody else has a provision that stands alone. */
const solitude = (members: readonly Profile[], elsewhere: ReadonlyMap<number, readonly LooseEnd[]>): number =>
  1 - Math.max(0, ...members.flatMap(({index}) => (elsewhere.get(index) ?? []).map(({probability}) => probability)))

const doubts = (
  members: readonly Profile[],
  confidence: number,
  material: RowMaterial,
  elsewhere: ReadonlyMap<number, readonly LooseEnd[]>,
): readonly string[] => {
  const {known, authorities, unread, lexicon, parts} = material
  const found: string[] = []
  if (holders(members) > 1 && confidence < setting(lexicon)('row-sure'))
    found.push(`the match is weak (probability ${rounded(confidence).toFixed(2)})`)
  const held = new Set(members.map(({procedure}) => procedure))
  const say = (index: number, how: string): void => {
    const {clause, procedure} = known.clauses[index] as Profile
    if (held.has(procedure)) return
    const line = `${authorities[procedure]} ${how}: “${clause.text}” (${placeOf(clause.source)})`
    if (!found.includes(line)) found.push(line)
  }
  for (const {index} of members) {
    for (const {other, sameWords: same} of elsewhere.get(index) ?? [])
      say(other, same ? 'has the same words elsewhere' : 'may say this in other words')
    for (const {clause, whole} of parts) if (clause === index) say(whole, 'may say this within a longer provision')
  }
  unread.forEach((pages, procedure) => {
    if (pages.length > 0 && !held.has(procedure))
      found.push(`${authorities[procedure]} may say this where its document could not be read (${pages.join(', ')})`)
  })
  return found
}
