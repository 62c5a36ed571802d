import {type Catalogue, type RowEntry, standingLetters} from '../shelf/catalogue.ts'
import {rowsById} from './rows-by.ts'
import type {Step, TopicFacts} from './world.ts'

/** A step concerns an authority that would change, or that a row of the step finds elsewhere than the others. */

const same = standingLetters.same.charCodeAt(0)

const catalogueAt = ({topic}: Step, topics: readonly TopicFacts[]): Catalogue | null =>
  topics.find(({summary}) => summary.id === topic)?.catalogue ?? null

const rowsOf = ({rows}: Step, catalogue: Catalogue): readonly RowEntry[] => {
  const known = rowsById(catalogue)
  return rows.map((id) => known.get(id)).filter((row) => row !== undefined)
}

/** Whether a step concerns an authority. */
export const isConcerned = (step: Step, authority: string, topics: readonly TopicFacts[]): boolean => {
  if (step.authorities.includes(authority)) return true
  const catalogue = catalogueAt(step, topics)
  const at = catalogue?.authorities.indexOf(authority) ?? -1
  return (
    catalogue !== null && at >= 0 && rowsOf(step, catalogue).some(({standings}) => standings.charCodeAt(at) !== same)
  )
}

/** What is counted of a topic: how many steps concern each authority, by its place there. */
interface Tally {
  readonly places: ReadonlyMap<string, number>
  readonly counts: Uint32Array
}

const tallyOf = ({authorities}: Catalogue): Tally => ({
  places: new Map(authorities.map((id, at) => [id, at])),
  counts: new Uint32Array(authorities.length),
})

/** Adds one for each authority that a step concerns. */
const count = ({places, counts}: Tally, step: Step, catalogue: Catalogue): void => {
  const found = new Uint8Array(counts.length)
  for (const id of step.authorities) found[places.get(id) ?? counts.length] = 1
  for (const {standings} of rowsOf(step, catalogue))
    for (let at = 0; at < standings.length; at++) if (standings.charCodeAt(at) !== same) found[at] = 1
  for (let at = 0; at < found.length; at++) counts[at] = (counts[at] as number) + (found[at] as number)
}

/** How many steps concern each authority; without those that none does. By place, not by name: of a large region half a million are counted. */
export const concernedCounts = (steps: readonly Step[], topics: readonly TopicFacts[]): ReadonlyMap<string, number> => {
  const tallies = new Map<Catalogue, Tally>()
  for (const step of steps) {
    const catalogue = catalogueAt(step, topics)
    if (catalogue === null) continue
    const tally = tallies.get(catalogue) ?? tallyOf(catalogue)
    tallies.set(catalogue, tally)
    count(tally, step, catalogue)
  }
  return added(
    [...tallies.values()].flatMap(({places, counts}) => [...places].map(([id, at]) => [id, counts[at] ?? 0])),
  )
}

/** The sums of what is counted under each name, without those of nought. */
export const added = (counted: readonly (readonly [string, number])[]): ReadonlyMap<string, number> => {
  const sums = new Map<string, number>()
  for (const [name, each] of counted) if (each > 0) sums.set(name, (sums.get(name) ?? 0) + each)
  return sums
}
