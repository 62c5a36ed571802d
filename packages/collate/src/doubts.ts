import {placeOf} from '@hedgerow/ast'
import {words} from '@hedgerow/lexicon'
import {mayCorrespond} from './candidates.ts'
import type {Absence} from './absences.ts'
import type {Row} from './collation.ts'
import type {Counterpart} from './counterparts.ts'
import type {Part} from './parts.ts'
import type {Profile} from './profile.ts'
import {holders, rounded, type RowMaterial} from './row-material.ts'
import {pairLookup} from './scoring.ts'
import {setting} from './setting.ts'

/** A clause of another procedure that may be what a clause's row lacks. */
export interface LooseEnd {
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
export const looseEnds = (material: RowMaterial): ReadonlyMap<number, readonly LooseEnd[]> => {
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

/** Why a person should look before a row is trusted, in words. */
export interface Doubts {
  /** Every reason. */
  readonly unsure: readonly string[]
  /** Those that hold nothing and may after all, by authority. */
  readonly doubtful: Row['doubtful']
}

/** What tells of a row that somebody has it after all. */
interface Signs {
  readonly elsewhere: ReadonlyMap<number, readonly LooseEnd[]>
  readonly partsOf: ReadonlyMap<number, readonly Part[]>
  readonly absences: readonly Absence[]
  readonly mentions: readonly Counterpart[]
}

/** The doubts of a row: that its match is weak, and that somebody whose absence it tells is not without it. */
export const doubts = (
  members: readonly Profile[],
  confidence: number,
  material: RowMaterial,
  signs: Signs,
): Doubts => {
  const {authorities, lexicon} = material
  const found = placesFound(members, material, signs)
  const open = openAbsences(members, found, material, signs)
  const isWeak = holders(members) > 1 && confidence < setting(lexicon)('row-sure')
  const weak = isWeak ? [`the match is weak (probability ${rounded(confidence).toFixed(2)})`] : []
  const all = [...found, ...open]
  return {
    unsure: [...new Set([...weak, ...all.flatMap(([, reasons]) => [...reasons])])],
    doubtful: Object.fromEntries(
      all
        .sort(([x], [y]) => x - y)
        .map(([procedure, reasons]) => [
          authorities[procedure] as string,
          {reasons: [...reasons], isFound: found.has(procedure)},
        ]),
    ),
  }
}

/** By procedure where it probably says what it seems to lack, or where it could not be read. */
const placesFound = (
  members: readonly Profile[],
  {known, authorities, unread}: RowMaterial,
  {elsewhere, partsOf, mentions}: Signs,
): ReadonlyMap<number, ReadonlySet<string>> => {
  const held = new Set(members.map(({procedure}) => procedure))
  const found = new Map<number, Set<string>>()
  const doubt = (procedure: number, reason: string): void => {
    if (held.has(procedure)) return
    const reasons = found.get(procedure)
    if (reasons) reasons.add(reason)
    else found.set(procedure, new Set([reason]))
  }
  const say = (index: number, how: string): void => {
    const clause = known.clauses[index] as Profile
    doubt(clause.procedure, saying(clause, authorities, how))
  }
  for (const {index} of members) {
    for (const {other, sameWords: same} of elsewhere.get(index) ?? [])
      say(other, same ? 'has the same words elsewhere' : 'may say this in other words')
    for (const {whole} of partsOf.get(index) ?? []) say(whole, 'may say this within a longer provision')
  }
  // Of what most others hold the row tells more than who lacks it: a link says where that may stand.
  if (held.size * 2 <= authorities.length)
    for (const {mention} of mentions) doubt(mention.procedure, `${authorities[mention.procedure]} ${mention.told}`)
  unread.forEach((pages, procedure) => {
    if (pages.length > 0)
      doubt(
        procedure,
        `${authorities[procedure]} may say this where its document could not be read (${pages.join(', ')})`,
      )
  })
  return found
}

const saying = ({clause, procedure}: Profile, authorities: readonly string[], how: string): string =>
  `${authorities[procedure]} ${how}: “${clause.text}” (${placeOf(clause.source)})`

/** By procedure the likeliest place of what it seems to lack where too little speaks for its absence, the least likely absence first. */
const openAbsences = (
  members: readonly Profile[],
  found: ReadonlyMap<number, unknown>,
  {known, authorities, lexicon, apart}: RowMaterial,
  {absences}: Signs,
): readonly (readonly [procedure: number, reasons: ReadonlySet<string>])[] => {
  const [least, matched] = [setting(lexicon)('absence-sure'), setting(lexicon)('absence-overlap')]
  // Who parts two provisions by a pin has looked.
  const isLookedAt = (procedure: number): boolean =>
    apart.some(
      (pair) =>
        members.some(({index}) => pair.includes(index)) &&
        pair.some((index) => known.clauses[index]?.procedure === procedure),
    )
  // Where hardly anything of a document was matched, that this was not says nothing of it.
  const isOpen = ({procedure, probability, measures}: Absence): boolean =>
    probability < least || ((measures['overlap'] as number) < matched && !isLookedAt(procedure))
  const open = absences.filter((each) => !found.has(each.procedure) && isOpen(each))
  return open.map(({procedure, nearest}, at) => {
    const clause = nearest === null ? null : (known.clauses[nearest] as Profile)
    if (at >= quoted) return [procedure, new Set([`${open.length - quoted} more may say this in other words`])]
    if (clause === null) return [procedure, new Set([`${authorities[procedure]} may say this in quite other words`])]
    return [procedure, new Set([saying(clause, authorities, 'may say this in other words')])]
  })
}

/** Of so many authorities the likeliest place is quoted; more quotations than a person reads hide those worth reading. */
const quoted = 3
