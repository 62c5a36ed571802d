import type {Outline, Profiles} from '../profile.ts'
import {bagLikeness, type Measure} from './measure.ts'

/** Likeness of the sections two clauses stand in, by kind and title: 1 for the same known kind, at most a half for two different
 *  known kinds, else the titles' likeness weighed by how telling their words are; a half where neither title says anything. */
export const headingLikeness = (known: Profiles): Measure => {
  const between = outlineLikeness(known)
  return (x, y) => between(x.outline, y.outline)
}

/** The same between two outlines, by index. Remembers what it has measured: sections are few, pairs of clauses many. */
export const outlineLikeness = ({outlines, terms}: Profiles): ((a: number, b: number) => number) => {
  const titles = bagLikeness(
    outlines.map(({title}) => title),
    terms,
  )
  const memory = new Map<number, number>()
  return (a, b) => {
    const code = a * outlines.length + b
    const found = memory.get(code)
    if (found !== undefined) return found
    const likeness = pairLikeness(outlines[a] as Outline, outlines[b] as Outline, titles(a, b))
    memory.set(code, likeness)
    return likeness
  }
}

const pairLikeness = (x: Outline, y: Outline, titles: number): number => {
  const [kindX, kindY] = [kindOf(x), kindOf(y)]
  if (kindX !== null && kindX === kindY) return Math.max(0.9, titles)
  if (x.title.terms.length === 0 && y.title.terms.length === 0) return 0.5
  return kindX !== null && kindY !== null ? titles / 2 : titles
}

/** The kind of a section, or of the nearest section above it that has one. */
const kindOf = ({section, parents}: Outline): string | null =>
  section?.kind ?? parents.findLast(({kind}) => kind !== null)?.kind ?? null
