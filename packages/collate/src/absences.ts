import {logOdds, model} from './confidence.ts'
import {coverageLookup} from './coverage.ts'
import {adjacency} from './pairs.ts'
import type {Profile} from './profile.ts'
import {onePerText, type RowMaterial} from './row-material.ts'
import {unmatchedBeside} from './unmatched.ts'
import {wordlessLookup} from './wordless.ts'

/** That a procedure has nothing of a row, with what speaks for and against it. */
export interface Absence {
  readonly procedure: number
  /** By name, each in [0, 1]. */
  readonly measures: Readonly<Record<string, number>>
  /** How likely it is that nothing there corresponds, in (0, 1). */
  readonly probability: number
  /** The clause of the procedure that is the likeliest to correspond after all; null where none resembles any. */
  readonly nearest: number | null
}

/** The measures of an absence, by name: log odds of the likeliest pair with a clause there; how much of the provision one clause there says, how much either of the other, and how much of it one says in these words or near ones, among those
 *  that have no match in the provision's own document; what share of either document has a match in the other; what share of the others hold the row, times the first of those; how much has no match where
 *  it would be looked for; how little a name or a label says. Each has a weight `absence.<name>`, learnt by `scripts/learn-absences.mjs`. */
export const absenceMeasures = [
  'rival',
  'covered',
  'alike',
  'near',
  'overlap',
  'own-overlap',
  'held',
  'unmatched',
  'name',
  'label',
] as const

/** For the members of a row what is said by saying nothing of each procedure that was compared with one of them and is not among them; the least likely
 *  absence first. */
export const absenceLookup = (material: RowMaterial): ((members: readonly Profile[]) => readonly Absence[]) => {
  const {partners, lexicon} = material
  const {bias, weights} = model(lexicon, 'absence')
  const seen = sightLookup(material)
  const measured = (members: readonly Profile[], procedure: number, holders: number): Omit<Absence, 'probability'> => {
    const all = members.map((member) => seen(member, procedure))
    const [first] = [...all].sort((x, y) => y.cause - x.cause)
    const most = (name: Sighted): number => Math.max(...all.map(({measures}) => measures[name]))
    const measures = Object.fromEntries(sighted.map((name) => [name, most(name)])) as Record<Sighted, number>
    // What most have would be found sooner where it is there, but only in a document much of which was found.
    const held = holders < 2 ? 0 : (measures.overlap * (holders - 1)) / (partners.procedures - 1)
    return {procedure, nearest: first?.nearest ?? null, measures: {...measures, rival: odds(measures.rival), held}}
  }
  return (members) => {
    const held = new Set(members.map(({procedure}) => procedure))
    const texts = onePerText(members)
    const found: Absence[] = []
    for (let procedure = 0; procedure < partners.procedures; procedure++) {
      const compared = held.has(procedure) ? [] : texts.filter((each) => partners.compared(each.procedure, procedure))
      if (compared.length === 0) continue
      const absence = measured(compared, procedure, held.size)
      const sum = weights.reduce((total, [name, weight]) => total + weight * (absence.measures[name] ?? 0), bias)
      found.push({...absence, probability: 1 / (1 + Math.exp(-sum))})
    }
    return found.sort((x, y) => x.probability - y.probability || x.procedure - y.procedure)
  }
}

/** What is measured of one clause: of a row the greatest counts. */
const sighted = ['rival', 'covered', 'alike', 'near', 'overlap', 'own-overlap', 'unmatched', 'name', 'label'] as const
type Sighted = (typeof sighted)[number]

/** What a clause finds of itself in another procedure. */
interface Sight {
  readonly measures: Readonly<Record<Sighted, number>>
  /** The clause there that is the likeliest to correspond, and how strongly that speaks. */
  readonly nearest: number | null
  readonly cause: number
}

const sightLookup = (material: RowMaterial): ((member: Profile, procedure: number) => Sight) => {
  const {known, partners, apart} = material
  const {has, share} = sharedRows(material)
  const cover = coverageLookup(known, partners.procedures)
  const rivalOf = likeliest(material)
  const unmatched = unmatchedBeside(material, has)
  const wordless = wordlessLookup(material, has)
  const isApart = (a: number, b: number): boolean => apart.some((pair) => pair.includes(a) && pair.includes(b))
  return (member, procedure) => {
    const likely = rivalOf(member.index, procedure)
    const isFree = (other: number): boolean => !has(other, member.procedure) && !isApart(member.index, other)
    const {by, covered, alike, near} = cover(member, procedure, isFree)
    const measures = {
      rival: likely.probability,
      covered,
      alike,
      near,
      overlap: share(procedure, member.procedure),
      'own-overlap': share(member.procedure, procedure),
      unmatched: unmatched(member, procedure),
      ...wordless(member, procedure),
    }
    if (likely.other !== null) return {measures, nearest: likely.other, cause: 1 + likely.probability}
    return {measures, nearest: covered > 0 ? by : null, cause: covered}
  }
}

/** Log odds of a probability on a scale from 0, as unlikely as can be told, to 1. */
const odds = (probability: number): number => (logOdds(probability, most) + most) / (2 * most)

/** Log odds beyond these count as these. */
const most = 5

/** Of a clause and a procedure the likeliest pair, those a pin keeps apart left out. */
const likeliest = ({
  known,
  scoring,
  apart,
}: RowMaterial): ((
  clause: number,
  procedure: number,
) => {readonly other: number | null; readonly probability: number}) => {
  const {start, other, pair} = adjacency(scoring.pairs, known.clauses.length)
  const procedureOf = Int32Array.from(known.clauses, (each) => each.procedure)
  return (clause, procedure) => {
    let [best, probability] = [null as number | null, 0]
    for (let place = start[clause] as number; place < (start[clause + 1] as number); place++) {
      const to = other[place] as number
      if (procedureOf[to] !== procedure) continue
      const likely = scoring.probability[pair[place] as number] as number
      if (likely <= probability) continue
      if (apart.some((pinned) => pinned.includes(clause) && pinned.includes(to))) continue
      best = to
      probability = likely
    }
    return {other: best, probability}
  }
}

/** Which clauses share a row with a procedure, and what share in [0, 1] of a procedure's clauses does so with another. */
const sharedRows = ({
  known,
  drafts,
  partners: {procedures},
}: RowMaterial): {
  readonly has: (clause: number, procedure: number) => boolean
  readonly share: (of: number, procedure: number) => number
} => {
  const rowOf = new Int32Array(known.clauses.length)
  const held = new Uint8Array(drafts.length * procedures)
  drafts.forEach(({members}, row) => {
    for (const member of members) {
      rowOf[member] = row
      held[row * procedures + (known.clauses[member] as Profile).procedure] = 1
    }
  })
  const has = (clause: number, procedure: number): boolean =>
    held[(rowOf[clause] as number) * procedures + procedure] === 1
  const counts = new Float64Array(procedures * procedures)
  const sizes = new Float64Array(procedures)
  for (const {index, procedure} of known.clauses) {
    sizes[procedure] = (sizes[procedure] as number) + 1
    for (let other = 0; other < procedures; other++)
      if (has(index, other))
        counts[procedure * procedures + other] = (counts[procedure * procedures + other] as number) + 1
  }
  const share = (of: number, procedure: number): number =>
    (counts[of * procedures + procedure] as number) / Math.max(1, sizes[of] as number)
  return {has, share}
}
