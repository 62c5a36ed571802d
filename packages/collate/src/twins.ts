import {gathered, type Pairs} from './pairs.ts'
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
    const of = new Int32Array(pairs.a.length)
    for (let at = 0; at < of.length; at++) {
      const [x, y] = [pairs.a[at] as number, pairs.b[at] as number]
      const code = (twin[x] as number) * known.clauses.length + (twin[y] as number)
      let first = firsts.get(code)
      if (first === undefined) {
        first = a.push(x) - 1
        b.push(y)
        firsts.set(code, first)
      }
      of[at] = first
    }
    const own = measures({a: Int32Array.from(a), b: Int32Array.from(b)})
    return Object.fromEntries(Object.entries(own).map(([name, column]) => [name, gathered(column, of)]))
  }
}

const allTwins = new WeakMap<Profiles, Int32Array>()

/** For each clause the number of what the measures see of it: equal for two that read, stand and were understood alike. */
const twinIds = (profiles: Profiles): Int32Array => {
  const found = allTwins.get(profiles) ?? numbered(profiles)
  allTwins.set(profiles, found)
  return found
}

const numbered = ({clauses, outlines}: Profiles): Int32Array => {
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
