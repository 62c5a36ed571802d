import type {Lexicon} from '@hedgerow/lexicon'
import type {Heading, SectionGroup} from './collation.ts'
import {type Edge, grouped} from './grouping.ts'
import type {Scoring} from './scoring.ts'
import type {Partners} from './partners.ts'
import type {Outline, Profiles} from './profile.ts'
import {setting} from './setting.ts'
import {outlineLikeness} from './similarity/headings.ts'
import {outlineOverlaps} from './similarity/sections.ts'

/** Sections of all procedures put in groups that cover the same ground: outline indexes, in order of first sight.
 *  Evidence is the likeness of headings and the share of clauses that match; one procedure may have several sections in a group. */
export const sectionGroups = (
  known: Profiles,
  scoring: Scoring,
  partners: Partners,
  lexicon: Lexicon,
): readonly (readonly number[])[] => {
  const set = setting(lexicon)
  const headings = outlineLikeness(known)
  const overlap = outlineOverlaps(known, scoring)
  const [heading, most, mutual] = [set('section-heading'), set('section-overlap'), set('section-mutual')]
  const edges: Edge[] = []
  for (const [a, b] of pairsAcross(known.outlines, partners)) {
    const [one, two] = [overlap(a, b), overlap(b, a)]
    const evidence = heading * headings(a, b) + most * Math.max(one, two) + mutual * Math.min(one, two)
    if (evidence >= least) edges.push({a, b, odds: set('section-bias') + evidence})
  }
  return grouped({
    members: known.outlines.length,
    edges,
    silence: set('section-bias'),
    sibling: set('section-sibling'),
    classOf: (outline) => (known.outlines[outline] as Outline).procedure,
    partners: Array.from({length: partners.procedures}, (_, procedure) => partners.of(procedure)),
  })
}

/** Evidence weaker than this, in log odds, is none: most pairs of sections have nothing to do with each other. */
const least = 0.25

function* pairsAcross(outlines: readonly Outline[], partners: Partners): Generator<readonly [number, number]> {
  const own = Array.from({length: partners.procedures}, (): number[] => [])
  for (const {index, procedure} of outlines) own[procedure]?.push(index)
  for (const {index: a, procedure} of outlines)
    for (const other of partners.of(procedure))
      if (other > procedure) for (const b of own[other] as readonly number[]) yield [a, b]
}

/** The heading of an outline as printed; the ground above the first heading has an empty title. */
export const headingOf = ({section, parents}: Outline): Heading => ({
  title: section?.title ?? '',
  number: section?.number ?? null,
  kind: section?.kind ?? parents.findLast(({kind}) => kind !== null)?.kind ?? null,
})

/** Names the groups, in the order given: by their commonest kind, else by their commonest title; a number keeps ids unique. */
export const namedGroups = (
  groups: readonly (readonly number[])[],
  {outlines}: Profiles,
  authorities: readonly string[],
  lexicon: Lexicon,
): readonly SectionGroup[] => {
  const known = new Map(lexicon.sections.map((section) => [section.kind, section.title]))
  const taken = new Map<string, number>()
  return groups.map((group) => {
    const members = group.map((index) => outlines[index] as Outline)
    const kind = commonest(members.map((outline) => headingOf(outline).kind ?? ''))
    const title = known.get(kind ?? '') ?? commonest(members.map(({section}) => section?.title ?? '')) ?? ''
    const stemmed = kind ?? slug(title)
    const count = (taken.get(stemmed) ?? 0) + 1
    taken.set(stemmed, count)
    return {
      id: count === 1 ? stemmed : `${stemmed}-${count}`,
      title: title || 'Before the first heading',
      kind,
      headings: headingsByAuthority(members, authorities),
    }
  })
}

const headingsByAuthority = (members: readonly Outline[], authorities: readonly string[]): SectionGroup['headings'] => {
  const found: Record<string, Heading[]> = {}
  for (const member of members) {
    const authority = authorities[member.procedure] as string
    found[authority] = [...(found[authority] ?? []), headingOf(member)]
  }
  return found
}

/** The commonest non-empty text, the first seen of equals; null when all are empty. */
export const commonest = (texts: readonly string[]): string | null => {
  const counts = new Map<string, number>()
  for (const text of texts) if (text) counts.set(text, (counts.get(text) ?? 0) + 1)
  let best: string | null = null
  for (const [text, count] of counts) if (best === null || count > (counts.get(best) as number)) best = text
  return best
}

const slug = (title: string): string =>
  title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}+/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/gu, '') || 'opening'
