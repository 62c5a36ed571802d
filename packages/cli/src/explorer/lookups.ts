import {existsSync} from 'node:fs'
import {stat} from 'node:fs/promises'
import type {Corpus} from '../corpus.ts'
import {type Library, met} from './library.ts'
import {contextOf, type Explorer, onTop} from './state.ts'
import {viewOf} from './views/index.ts'
import {isMet, type Need, type World} from './world.ts'

/** What the view in sight needs and is not at hand. */
export const needsIn = (explorer: Explorer): readonly Need[] => {
  const open = onTop(explorer)
  return viewOf(open)
    .needs(open.state, contextOf(explorer))
    .filter((need) => !isMet(explorer.world, need))
}

/** A world with needs met, as far as they can be; catalogues first, since rows are found by them, and of those one at a time. */
export const withNeeds = async (library: Library, world: World, needs: readonly Need[], most = 1): Promise<World> => {
  let now = world
  const catalogues = needs.filter(({of}) => of === 'catalogue').slice(0, most === 1 ? 1 : needs.length)
  const rest = needs.filter(({of}) => of !== 'catalogue')
  for (const need of [...catalogues, ...rest]) {
    const change = await met(library, now, need).catch(() => (same: World) => same)
    now = change(now)
  }
  return now
}

/** Catalogues that were looked up already. */
export const cataloguesKnown = ({topics}: World): readonly Need[] =>
  topics.flatMap(({summary, catalogue}) => (catalogue ? [{of: 'catalogue' as const, topic: summary.id}] : []))

/** A fresh world with what the one before knew of topics that did not change. */
export const withKnown = (fresh: World, before: World, old: Library, now: Library): World => {
  const keyIn = ({analysis: {lookups}}: Library, topic: string): string | undefined =>
    lookups.find(({id}) => id === topic)?.key
  return {
    ...fresh,
    topics: fresh.topics.map((facts) => {
      const {id} = facts.summary
      const known = before.topics.find(({summary}) => summary.id === id)?.catalogue
      return known && keyIn(old, id) === keyIn(now, id) ? {...facts, catalogue: known} : facts
    }),
  }
}

/** Time and size of every document, by its path; of one that is not there, nothing. */
export const marksOf = async ({documents}: Corpus): Promise<ReadonlyMap<string, string>> => {
  const marks = new Map<string, string>()
  for (const {path, file} of documents) {
    const found = existsSync(file) ? await stat(file).catch(() => null) : null
    marks.set(path, found ? `${found.mtimeMs} ${found.size}` : 'gone')
  }
  return marks
}
