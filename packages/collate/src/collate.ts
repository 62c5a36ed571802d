import type {Clause, Procedure} from '@hedgerow/ast'
import type {Lexicon} from '@hedgerow/lexicon'
import type {Collation, Pin, Row} from './collation.ts'
import {type Absence, absenceLookup} from './absences.ts'
import {aligned} from './alignment.ts'
import {mentionLookup} from './mentions.ts'
import {partners as partnersOf} from './partners.ts'
import {type Part, splitParts} from './parts.ts'
import {type Profile, type Profiles, profiles} from './profile.ts'
import {rejoined} from './rejoined.ts'
import type {Draft, RowMaterial} from './row-material.ts'
import {rowsOf} from './rows.ts'
import {namedGroups} from './sections.ts'
import {consensusOrder, transposed} from './transpositions.ts'

/** Aligns the procedures of one topic, one of each authority: every clause in exactly one row, whatever the order they are given in.
 *  Throws a TypeError for two procedures of one authority or of two topics. */
export const collate = (given: readonly Procedure[], lexicon: Lexicon, pins: readonly Pin[] = []): Collation => {
  const {procedures, sections, material} = drawnUp(given, lexicon, pins)
  return placed(procedures, sections, material)
}

/** What each row of the procedures says by saying nothing of an authority, with the clauses it holds; for learning. */
export const absences = (
  given: readonly Procedure[],
  lexicon: Lexicon,
): readonly {readonly clauses: readonly Clause[]; readonly authority: string; readonly absence: Absence}[] => {
  const {material} = drawnUp(given, lexicon, [])
  const of = absenceLookup(material)
  return material.drafts.flatMap((draft) => {
    const members = draft.members.map((index) => material.known.clauses[index] as Profile)
    const clauses = members.map(({clause}) => clause)
    return of(members).map((absence) => ({
      clauses,
      authority: material.authorities[absence.procedure] as string,
      absence,
    }))
  })
}

/** Everything rows are built from, the procedures by authority. */
const drawnUp = (
  given: readonly Procedure[],
  lexicon: Lexicon,
  pins: readonly Pin[],
): {
  readonly procedures: readonly Procedure[]
  readonly sections: readonly (readonly number[])[]
  readonly material: RowMaterial
} => {
  const procedures = [...given].sort((x, y) => (x.authority < y.authority ? -1 : 1))
  assertOneTopic(procedures)
  const known = profiles(procedures, lexicon)
  const partners = partnersOf(known, procedures.length, lexicon)
  const {sections, groups, scoring, certain, apart} = aligned(known, partners, lexicon, pins)
  const parts = splitParts(known, groups, scoring, apart, lexicon)
  const material = {
    known,
    partners,
    scoring,
    lexicon,
    authorities: procedures.map(({authority}) => authority),
    unread: procedures.map(({unread}) => unread),
    mentioned: mentionLookup(procedures, known, lexicon),
    certain,
    apart,
    parts,
    pins,
    drafts: drafted(
      procedures.length === 2 ? withParts(groups, parts) : rejoined(known, groups, parts, scoring, apart, lexicon),
      known,
      sections,
    ),
  }
  return {procedures, sections, material}
}

const assertOneTopic = (procedures: readonly Procedure[]): void => {
  procedures.forEach(({authority, topic}, at) => {
    const next = procedures[at + 1]
    if (next && next.authority === authority) throw new TypeError(`Expected one procedure of ${authority}, got two`)
    if (next && next.topic !== topic) throw new TypeError(`Expected one topic, got ${topic} and ${next.topic}`)
  })
}

/** Groups with each lone clause moved into the row of the longer provision it is part of. Of two procedures only: no third one can gainsay it. */
const withParts = (groups: readonly (readonly number[])[], parts: readonly Part[]): readonly (readonly number[])[] => {
  const moved = groups.map((group) => [...group])
  for (const {clause, whole} of parts) {
    const from = moved.findIndex((group) => group.length === 1 && group[0] === clause)
    const to = moved.find((group) => group.length > 1 && group.includes(whole))
    if (from < 0 || !to) continue
    to.push(clause)
    to.sort((x, y) => x - y)
    moved.splice(from, 1)
  }
  return moved
}

const drafted = (
  groups: readonly (readonly number[])[],
  {clauses}: Profiles,
  sections: readonly (readonly number[])[],
): readonly Draft[] => {
  const groupOf = new Map(sections.flatMap((group, at) => group.map((outline) => [outline, at] as const)))
  return groups.map((members) => ({
    members,
    group: mostVoted(members.map((member) => groupOf.get((clauses[member] as Profile).outline) as number)),
  }))
}

const mostVoted = (votes: readonly number[]): number => {
  const counts = new Map<number, number>()
  for (const vote of votes) counts.set(vote, (counts.get(vote) ?? 0) + 1)
  let best = votes[0] as number
  for (const [vote, count] of counts) if (count > (counts.get(best) as number)) best = vote
  return best
}

/** Rows and sections in consensus order, with their ids and what has moved. */
const placed = (
  procedures: readonly Procedure[],
  sections: readonly (readonly number[])[],
  material: RowMaterial,
): Collation => {
  const {known, drafts, authorities} = material
  const order = consensusOrder(authorities.map((_, at) => sectionSequence(known, sections, at)))
  const named = namedGroups(
    order.map((group) => sections[group] as readonly number[]),
    known,
    authorities,
    material.lexicon,
  )
  const sequences = draftSequences(known, drafts, authorities.length)
  const holders = holderCounts(sequences)
  const sorted = order.flatMap((group) => rowOrder(sequences, drafts, holders, group))
  const moved = movedRows(sequences, drafts, holders, sorted)
  const built = rowsOf(material)
  const counts = new Map<string, number>()
  const rows = sorted.map((at): Row => {
    const section = (named[order.indexOf((drafts[at] as Draft).group)] as (typeof named)[number]).id
    const nth = (counts.get(section) ?? 0) + 1
    counts.set(section, nth)
    const {kind, confidence, unsure, doubtful, readings, links, rule} = built[at] as (typeof built)[number]
    const out = authorities.filter((_, procedure) => moved[procedure]?.has(at))
    return {id: `${section}-${nth}`, kind, section, confidence, unsure, doubtful, moved: out, readings, links, rule}
  })
  return {topic: (procedures[0] as Procedure).topic, authorities, procedures, sections: named, rows}
}

const sectionSequence = (
  {outlines}: Profiles,
  sections: readonly (readonly number[])[],
  procedure: number,
): readonly number[] => {
  const groupOf = new Map(sections.flatMap((group, at) => group.map((outline) => [outline, at] as const)))
  const own = outlines.filter((outline) => outline.procedure === procedure)
  return [...new Set(own.map(({index}) => groupOf.get(index) as number))]
}

/** For each procedure the rows it holds, in its own order. */
const draftSequences = (
  {clauses}: Profiles,
  drafts: readonly Draft[],
  procedures: number,
): readonly (readonly number[])[] => {
  const rowOf = new Int32Array(clauses.length)
  drafts.forEach(({members}, row) => {
    for (const member of members) rowOf[member] = row
  })
  const sequences = Array.from({length: procedures}, () => new Set<number>())
  for (const {index, procedure} of clauses) sequences[procedure]?.add(rowOf[index] as number)
  return sequences.map((sequence) => [...sequence])
}

/** In how many procedures each row stands. */
const holderCounts = (sequences: readonly (readonly number[])[]): ReadonlyMap<number, number> => {
  const counts = new Map<number, number>()
  for (const sequence of sequences) for (const row of sequence) counts.set(row, (counts.get(row) ?? 0) + 1)
  return counts
}

/** The rows of a section group: those several authorities hold in consensus order, each lone row after the one it follows in its own document. */
const rowOrder = (
  sequences: readonly (readonly number[])[],
  drafts: readonly Draft[],
  counts: ReadonlyMap<number, number>,
  group: number,
): readonly number[] => {
  const inGroup = (row: number): boolean => (drafts[row] as Draft).group === group
  const shared = (row: number): boolean => (counts.get(row) as number) > 1
  const backbone = consensusOrder(sequences.map((sequence) => sequence.filter((row) => inGroup(row) && shared(row))))
  const after = new Map<number, number[]>()
  for (const sequence of sequences) {
    let anchor = -1
    for (const row of sequence) {
      if (!inGroup(row)) continue
      if (shared(row)) anchor = row
      else after.set(anchor, [...(after.get(anchor) ?? []), row])
    }
  }
  return [...(after.get(-1) ?? []), ...backbone.flatMap((row) => [row, ...(after.get(row) ?? [])])]
}

/** For each procedure the rows that stand out of order in it. Rows of one section share a weight of 1, so that sections, not their lengths, are weighed. */
const movedRows = (
  sequences: readonly (readonly number[])[],
  drafts: readonly Draft[],
  counts: ReadonlyMap<number, number>,
  order: readonly number[],
): readonly ReadonlySet<number>[] => {
  return sequences.map((sequence) => {
    const shared = sequence.filter((row) => (counts.get(row) as number) > 1)
    const sizes = new Map<number, number>()
    for (const row of shared) {
      const {group} = drafts[row] as Draft
      sizes.set(group, (sizes.get(group) ?? 0) + 1)
    }
    return new Set(transposed(shared, order, (row) => 1 / (sizes.get((drafts[row] as Draft).group) as number)))
  })
}
