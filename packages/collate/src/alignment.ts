import type {Lexicon} from '@hedgerow/lexicon'
import type {Pin} from './collation.ts'
import {logOdds} from './confidence.ts'
import {type Edge, grouped} from './grouping.ts'
import {identicalSets} from './identical.ts'
import {scoredPairs, type Stage} from './likeness.ts'
import {linkedPairs} from './links.ts'
import type {Partners} from './partners.ts'
import {pinned} from './pins.ts'
import type {Profile, Profiles} from './profile.ts'
import type {Scoring} from './scoring.ts'
import {sectionGroups} from './sections.ts'
import {setting} from './setting.ts'

/** Which clauses correspond, before rows are drawn up. */
export interface Alignment {
  /** Sections that cover the same ground, by outline. */
  readonly sections: readonly (readonly number[])[]
  /** Clauses in groups: each in exactly one. */
  readonly groups: readonly (readonly number[])[]
  /** The last word on every pair within a group and on the likely ones across. */
  readonly scoring: Scoring
  /** Sets of clauses that are one provision by law (identical text) or by a person's pin, and pairs that a pin keeps apart. */
  readonly certain: readonly (readonly number[])[]
  readonly apart: readonly (readonly [number, number])[]
}

/** Scores the pairs, puts clauses in groups, and scores again what the groups say of the pairs. */
export const aligned = (
  known: Profiles,
  partners: Partners,
  lexicon: Lexicon,
  pins: readonly Pin[] = [],
): Alignment => {
  const scoring = scoredPairs(known, partners, lexicon)
  const sections = sectionGroups(known, scoring, partners, lexicon)
  const {together, apart} = pinned(known, pins)
  const certain = [...together, ...unpinned(identicalSets(known, sections), apart)]
  const groups = clauseGroups(known, scoring, partners, lexicon, certain, apart)
  const linked = linkedPairs(known, scoring, groups, partners, lexicon)
  const again = clauseGroups(known, linked, partners, lexicon, certain, apart, setting(lexicon)('odds-doubt'))
  return {sections, groups: again, scoring: linked, certain, apart}
}

/** The pairs as a stage scores them, with their measures; for learning. */
export const stagePairs = (known: Profiles, partners: Partners, lexicon: Lexicon, stage: Stage): Scoring =>
  stage === 'linked' ? aligned(known, partners, lexicon).scoring : scoredPairs(known, partners, lexicon, stage)

/** Sets without those that hold a pair pinned apart: a person's judgement outweighs identical words. */
const unpinned = (
  sets: readonly (readonly number[])[],
  apart: readonly (readonly [number, number])[],
): readonly (readonly number[])[] => sets.filter((set) => !apart.some(([a, b]) => set.includes(a) && set.includes(b)))

const clauseGroups = (
  {clauses}: Profiles,
  scoring: Scoring,
  partners: Partners,
  lexicon: Lexicon,
  together: readonly (readonly number[])[],
  apart: readonly (readonly [number, number])[],
  doubt = 0,
): readonly (readonly number[])[] => {
  const set = setting(lexicon)
  return grouped({
    members: clauses.length,
    edges: edgesOf(scoring, echoes(clauses), set('odds-most'), doubt),
    silence: set('odds-silence'),
    sibling: set('odds-sibling'),
    classOf: (member) => (clauses[member] as Profile).procedure,
    partners: Array.from({length: partners.procedures}, (_, procedure) => partners.of(procedure)),
    together,
    apart,
  })
}

/** The evidence of each pair, made when it is asked for: there are hundreds of thousands. Clauses in the same words say the same of a third, so that they
 *  have one voice between them. */
function* edgesOf(
  {pairs: {a, b}, probability}: Scoring,
  echo: Float64Array,
  most: number,
  doubt: number,
): Generator<Edge> {
  for (let at = 0; at < probability.length; at++) {
    const [x, y] = [a[at] as number, b[at] as number]
    const odds = logOdds(probability[at] as number, most) - doubt
    yield {a: x, b: y, odds: odds / Math.max(echo[x] as number, echo[y] as number)}
  }
}

/** For each clause how many say it in the same words. */
const echoes = (clauses: Profiles['clauses']): Float64Array => {
  const counts = new Map<string, number>()
  for (const {key} of clauses) counts.set(key, (counts.get(key) ?? 0) + 1)
  return Float64Array.from(clauses, ({key}) => counts.get(key) as number)
}
