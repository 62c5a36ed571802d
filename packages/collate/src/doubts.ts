import {placeOf} from '@hedgerow/ast'
import {words} from '@hedgerow/lexicon'
import {mayCorrespond} from './candidates.ts'
import type {Counterpart} from './counterparts.ts'
import {adjacency} from './pairs.ts'
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

/** The likeliest counterpart in another procedure of a provision that stands alone; null where nothing resembles it. */
export const nearest = (members: readonly Profile[], {known, scoring, apart}: RowMaterial): LooseEnd | null => {
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

/** Why a person should look before a row is trusted, in words. */
export const doubts = (
  members: readonly Profile[],
  confidence: number,
  {known, authorities, unread, lexicon}: RowMaterial,
  {
    elsewhere,
    partsOf,
    rival,
    mentions,
  }: {
    readonly elsewhere: ReadonlyMap<number, readonly LooseEnd[]>
    readonly partsOf: ReadonlyMap<number, readonly Part[]>
    readonly rival: LooseEnd | null
    readonly mentions: readonly Counterpart[]
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
  // Of what most others hold the row tells more than who lacks it: a link says where that may stand.
  if (held.size * 2 <= authorities.length)
    for (const {mention} of mentions) found.add(`${authorities[mention.procedure]} ${mention.told}`)
  unread.forEach((pages, procedure) => {
    if (pages.length > 0 && !held.has(procedure))
      found.add(`${authorities[procedure]} may say this where its document could not be read (${pages.join(', ')})`)
  })
  if (found.size === 0 && rival && confidence < setting(lexicon)('lone-sure'))
    say(rival.other, 'may say this in other words')
  return [...found]
}
