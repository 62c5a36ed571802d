import {type Absence, absenceLookup} from './absences.ts'
import {rowCalibration} from './confidence.ts'
import type {Link, Pin, Reading, Row, RowKind, RuleJudgement} from './collation.ts'
import {mentionLink, mentionsOf} from './counterparts.ts'
import {doubts, looseEnds} from './doubts.ts'
import type {Part} from './parts.ts'
import type {Profile, Profiles} from './profile.ts'
import {holders, linkOf, rounded, type RowMaterial, type Supported} from './row-material.ts'
import {pairLookup} from './scoring.ts'
import {headingOf} from './sections.ts'

/** How likely two clauses correspond, by everything known: 1 when certain, the pair's probability otherwise. */
const likelihood = ({known, scoring, certain}: RowMaterial): ((a: number, b: number) => number) => {
  const of = pairLookup(scoring, known.clauses.length)
  const certainty = new Map<number, number>()
  certain.forEach((members, at) => {
    for (const member of members) certainty.set(member, at)
  })
  return (a, b) => (certainty.has(a) && certainty.get(a) === certainty.get(b) ? 1 : of(a, b))
}

/** Turns drafts into rows without id and order: readings, links, confidence, and what makes them unsure. */
export const rowsOf = (material: RowMaterial): readonly Omit<Row, 'id' | 'section' | 'moved'>[] => {
  const likely = likelihood(material)
  const elsewhere = looseEnds(material)
  const partsOf = byClause(material.parts)
  const absencesOf = absenceLookup(material)
  const calibrated = rowCalibration(material.lexicon)
  return material.drafts.map((draft) => {
    const members = draft.members.map((index) => material.known.clauses[index] as Profile).sort(byPlace)
    const pairs = comparedPairs(members, material, likely)
    const isLone = holders(members) === 1
    const mentions = mentionsOf(members, material)
    const absences = absencesOf(members)
    // Nobody else has it as likely as the likeliest of them is without it.
    const confidence = calibrated(isLone ? leastSure(absences) : agreement(pairs), isLone)
    return {
      kind: (members[0] as Profile).kind as RowKind,
      confidence: rounded(confidence),
      ...doubts(members, confidence, material, {elsewhere, partsOf, absences, mentions}),
      readings: readingsOf(members, material),
      links: [
        ...restedOn(pairs, members).map(linkOf),
        ...outsideLinks(members, material, partsOf, likely),
        ...mentions.flatMap((each) => mentionLink(each, material)),
      ],
      rule: ruleOf(members, material.pins),
    }
  })
}

/** The probability of the least likely absence; 1 where nobody was compared. */
const leastSure = (absences: readonly Absence[]): number => absences[0]?.probability ?? 1

/** What a pin that names every clause of a row says of their rule; the last of several. */
const ruleOf = (members: readonly Profile[], pins: readonly Pin[]): RuleJudgement | null =>
  pins.findLast(({rule, clauses}) => rule && members.every(({clause}) => clauses.includes(clause.id)))?.rule ?? null

const byClause = (parts: readonly Part[]): ReadonlyMap<number, readonly Part[]> => {
  const found = new Map<number, Part[]>()
  for (const part of parts) {
    const known = found.get(part.clause)
    if (known) known.push(part)
    else found.set(part.clause, [part])
  }
  return found
}

/** The pairs of a row whose procedures were compared. */
const comparedPairs = (
  members: readonly Profile[],
  {partners}: RowMaterial,
  likely: (a: number, b: number) => number,
): readonly Supported[] =>
  members.flatMap((x, at) =>
    members
      .slice(at + 1)
      .flatMap((y) =>
        partners.compared(x.procedure, y.procedure) ? [{x, y, probability: likely(x.index, y.index)}] : [],
      ),
  )

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

/** Links from a row to a longer provision elsewhere that contains it: what one row to a provision cannot say. */
const outsideLinks = (
  members: readonly Profile[],
  {known}: RowMaterial,
  partsOf: ReadonlyMap<number, readonly Part[]>,
  likely: (a: number, b: number) => number,
): readonly Link[] =>
  members.flatMap((member) =>
    (partsOf.get(member.index) ?? []).flatMap(({whole}) => {
      const longer = known.clauses[whole] as Profile
      if (members.includes(longer)) return []
      const [x, y] = member.index < whole ? [member, longer] : [longer, member]
      return [linkOf({x, y, probability: likely(x.index, y.index)})]
    }),
  )

/** The pairs that a row rests on: all but those of two that both have a likelier partner there, where somebody says in two provisions what others say in two. */
const restedOn = (pairs: readonly Supported[], members: readonly Profile[]): readonly Supported[] => {
  if (holders(members) === members.length) return pairs
  const best = new Map<string, number>()
  const key = (own: Profile, other: Profile): string => `${own.index} ${other.procedure}`
  for (const {x, y, probability} of pairs)
    for (const each of [key(x, y), key(y, x)]) best.set(each, Math.max(best.get(each) ?? 0, probability))
  return pairs.filter(
    ({x, y, probability}) =>
      probability >= (best.get(key(x, y)) as number) || probability >= (best.get(key(y, x)) as number),
  )
}

/** The least supported reading decides: for each procedure the mean, over those it was compared with, of its best pair with them. Without any compared
 *  pair (a person's pin, or one text) it is 1. */
const agreement = (pairs: readonly Supported[]): number => {
  const best = new Map<number, Map<number, number>>()
  const note = (x: number, y: number, probability: number): void => {
    let own = best.get(x)
    if (!own) best.set(x, (own = new Map()))
    own.set(y, Math.max(own.get(y) ?? 0, probability))
  }
  for (const {x, y, probability} of pairs) {
    note(x.procedure, y.procedure, probability)
    note(y.procedure, x.procedure, probability)
  }
  const support = [...best.values()].map((own) => [...own.values()].reduce((sum, each) => sum + each, 0) / own.size)
  return Math.min(1, ...support)
}
