import {placeOf} from '@hedgerow/ast'
import {type Lexicon, words} from '@hedgerow/lexicon'
import {mayCorrespond} from './candidates.ts'
import type {Link, Pin, Reading, Row, RowKind, RuleJudgement} from './collation.ts'
import type {Partners} from './partners.ts'
import type {Part} from './parts.ts'
import type {Profile, Profiles} from './profile.ts'
import {headingOf} from './sections.ts'
import {pairLookup, type Scoring} from './scoring.ts'
import {setting} from './setting.ts'
import {rowCalibration} from './confidence.ts'
import {adjacency} from './pairs.ts'

/** A group of clauses that correspond, before it is given its place. */
export interface Draft {
  readonly members: readonly number[]
  /** Index of its section group. */
  readonly group: number
}

/** What a row is built from. */
export interface RowMaterial {
  readonly known: Profiles
  readonly partners: Partners
  readonly scoring: Scoring
  readonly lexicon: Lexicon
  readonly authorities: readonly string[]
  /** What of each authority's documents could not be read. */
  readonly unread: readonly (readonly string[])[]
  /** Who of the procedures without a clause's row has its words elsewhere, and where. */
  readonly mentioned: (clause: Profile, lacking: ReadonlySet<number>) => ReadonlyMap<number, string>
  /** Sets of clauses that are one provision by law (identical text) or by a person's pin. */
  readonly certain: readonly (readonly number[])[]
  /** Pairs of clauses that a person's pin says are not one provision. */
  readonly apart: readonly (readonly [number, number])[]
  readonly parts: readonly Part[]
  readonly pins: readonly Pin[]
  /** All drafts, to see what stands elsewhere. */
  readonly drafts: readonly Draft[]
}

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
  const calibrated = rowCalibration(material.lexicon)
  return material.drafts.map((draft) => {
    const members = draft.members.map((index) => material.known.clauses[index] as Profile).sort(byPlace)
    const pairs = comparedPairs(members, material, likely)
    const isLone = holders(members) === 1
    const rival = isLone ? nearest(members, material) : null
    // Nobody else has it as likely as its likeliest pair leaves room for that.
    const confidence = calibrated(isLone ? 1 - (rival?.probability ?? 0) : agreement(pairs), isLone)
    return {
      kind: (members[0] as Profile).kind as RowKind,
      confidence: rounded(confidence),
      unsure: doubts(members, confidence, material, {elsewhere, partsOf, rival}),
      readings: readingsOf(members, material),
      links: [...pairs.map(linkOf), ...outsideLinks(members, material, partsOf, likely)],
      rule: ruleOf(members, material.pins),
    }
  })
}

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

/** Two clauses of a row with the probability that they correspond. */
interface Supported {
  readonly x: Profile
  readonly y: Profile
  readonly probability: number
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

const linkOf = ({x, y, probability}: Supported): Link => [x.clause.id, y.clause.id, rounded(probability)]

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
const looseEnds = (material: RowMaterial): ReadonlyMap<number, readonly LooseEnd[]> => {
  const {known, scoring, apart, drafts, lexicon} = material
  const near = setting(lexicon)('rival-near')
  const rowOf = new Int32Array(known.clauses.length)
  const alone = new Uint8Array(known.clauses.length)
  drafts.forEach(({members}, row) => {
    const is = holders(members.map((member) => known.clauses[member] as Profile)) === 1 ? 1 : 0
    for (const member of members) {
      rowOf[member] = row
      alone[member] = is
    }
  })
  const isApart = (a: number, b: number): boolean => apart.some((pair) => pair.includes(a) && pair.includes(b))
  const found = new Map<number, LooseEnd[]>()
  const note = (from: number, to: LooseEnd): void => {
    const ends = found.get(from)
    if (!ends) found.set(from, [to])
    else if (!ends.some(({other}) => other === to.other)) ends.push(to)
  }
  const of = pairLookup(scoring, known.clauses.length)
  for (const same of saidAlike(known.clauses.filter(({index}) => alone[index] === 1)))
    for (const a of same)
      for (const b of same)
        if (mayCorrespond(a, b) && rowOf[a.index] !== rowOf[b.index] && !isApart(a.index, b.index))
          note(a.index, {other: b.index, probability: of(a.index, b.index), sameWords: true})
  scoring.probability.forEach((probability, at) => {
    if (probability < near) return
    const [a, b] = [scoring.pairs.a[at] as number, scoring.pairs.b[at] as number]
    if (rowOf[a] === rowOf[b] || (alone[a] === 0 && alone[b] === 0) || isApart(a, b)) return
    note(a, {other: b, probability, sameWords: false})
    note(b, {other: a, probability, sameWords: false})
  })
  return found
}

/** Clauses that say the same words, whatever surrounds them: sets of two or more. */
const saidAlike = (clauses: readonly Profile[]): readonly (readonly Profile[])[] => {
  const sets = new Map<string, Profile[]>()
  for (const clause of clauses) {
    const words = said(clause)
    const known = sets.get(words)
    if (known) known.push(clause)
    else sets.set(words, [clause])
  }
  return [...sets.values()].filter((set) => set.length > 1)
}

/** The likeliest counterpart in another procedure of a provision that stands alone; null where nothing resembles it. */
const nearest = (members: readonly Profile[], {known, scoring, apart}: RowMaterial): LooseEnd | null => {
  const {start, pair} = adjacency(scoring.pairs, known.clauses.length)
  let found: LooseEnd | null = null
  for (const {index} of members)
    for (let place = start[index] as number; place < (start[index + 1] as number); place++) {
      const at = pair[place] as number
      const probability = scoring.probability[at] as number
      if (found && probability <= found.probability) continue
      const [a, b] = [scoring.pairs.a[at] as number, scoring.pairs.b[at] as number]
      if (apart.some((pinned) => pinned.includes(a) && pinned.includes(b))) continue
      found = {other: a === index ? b : a, probability, sameWords: false}
    }
  return found
}

/** The first of those that say the same. */
const onePerText = (members: readonly Profile[]): readonly Profile[] => [
  ...new Map(members.map((member) => [member.key, member] as const).reverse()).values(),
]

const doubts = (
  members: readonly Profile[],
  confidence: number,
  {known, authorities, unread, mentioned, lexicon}: RowMaterial,
  {
    elsewhere,
    partsOf,
    rival,
  }: {
    readonly elsewhere: ReadonlyMap<number, readonly LooseEnd[]>
    readonly partsOf: ReadonlyMap<number, readonly Part[]>
    readonly rival: LooseEnd | null
  },
): readonly string[] => {
  const found = new Set<string>()
  if (holders(members) > 1 && confidence < setting(lexicon)('row-sure'))
    found.add(`the match is weak (probability ${rounded(confidence).toFixed(2)})`)
  const held = new Set(members.map(({procedure}) => procedure))
  const say = (index: number, how: string): void => {
    const {clause, procedure} = known.clauses[index] as Profile
    if (!held.has(procedure))
      found.add(`${authorities[procedure]} ${how}: “${clause.text}” (${placeOf(clause.source)})`)
  }
  for (const {index} of members) {
    for (const {other, sameWords: same} of elsewhere.get(index) ?? [])
      say(other, same ? 'has the same words elsewhere' : 'may say this in other words')
    for (const {whole} of partsOf.get(index) ?? []) say(whole, 'may say this within a longer provision')
  }
  const lacking = new Set(authorities.flatMap((_, procedure) => (held.has(procedure) ? [] : [procedure])))
  for (const member of onePerText(members))
    for (const [procedure, told] of mentioned(member, lacking)) found.add(`${authorities[procedure]} ${told}`)
  unread.forEach((pages, procedure) => {
    if (pages.length > 0 && !held.has(procedure))
      found.add(`${authorities[procedure]} may say this where its document could not be read (${pages.join(', ')})`)
  })
  if (found.size === 0 && rival && confidence < setting(lexicon)('lone-sure'))
    say(rival.other, 'may say this in other words')
  return [...found]
}
