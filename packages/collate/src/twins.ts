import {columnOf, type Pairs} from './pairs.ts'
import type {Profiles} from './profile.ts'
import {headingOf} from './sections.ts'

/** Measures of pairs by themselves, worked out once for pairs of the same two texts in the same surroundings: procedures descended from one template
 *  hold the same sentence many times over. */
export const oncePerTwin = (
  known: Profiles,
  measures: (pairs: Pairs) => Readonly<Record<string, Float64Array>>,
): ((pairs: Pairs) => Readonly<Record<string, Float64Array>>) => {
  const twin = twinIds(known)
  return (pairs) => {
    const firsts = new Map<number, number>()
    const [a, b]: [number[], number[]] = [[], []]
    const of = columnOf(pairs, (x, y) => {
      const code = (twin[x] as number) * known.clauses.length + (twin[y] as number)
      const found = firsts.get(code)
      if (found !== undefined) return found
      firsts.set(code, a.length)
      return a.push(x) && b.push(y) - 1
    })
    const own = measures({a: Int32Array.from(a), b: Int32Array.from(b)})
    return Object.fromEntries(
      Object.entries(own).map(([name, column]) => [
        name,
        columnOf(pairs, (_x, _y, at) => column[of[at] as number] as number),
      ]),
    )
  }
}

/** For each clause the number of what the measures see of it: equal for two that read, stand and were understood alike. */
const twinIds = ({clauses, outlines}: Profiles): Int32Array => {
  const known = new Map<string, number>()
  const places = outlines.map((outline) => {
    const {title, kind} = headingOf(outline)
    return `${kind ?? ''}\n${title}`
  })
  return Int32Array.from(clauses, ({clause, outline}) => {
    const {type, text, leadIn, actors, recipients, local} = clause
    const key = [type, text, leadIn ?? '', ...actors, '', ...recipients, '', ...local, places[outline]].join('\n')
    const found = known.get(key) ?? known.size
    known.set(key, found)
    return found
  })
}
