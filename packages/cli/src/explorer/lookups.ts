import {readdir, stat} from 'node:fs/promises'
import {join} from 'node:path'
import type {Corpus} from '../corpus/corpus.ts'
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

/** A world with needs met, as far as they can be; catalogues first, since rows are found by them, and of those one at a time. With `most` infinite
 *  nothing that is asked for makes room for another: a table that is written out needs all of it. */
export const withNeeds = async (library: Library, world: World, needs: readonly Need[], most = 1): Promise<World> => {
  let now = world
  const catalogues = needs.filter(({of}) => of === 'catalogue').slice(0, most === 1 ? 1 : needs.length)
  const rest = needs.filter(({of}) => of !== 'catalogue')
  for (const need of [...catalogues, ...rest]) {
    const change = await met(library, now, need, most === 1 ? undefined : most).catch(() => (same: World) => same)
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

/** What the explorer or Hedgerow itself writes into a corpus. */
const ours = /^(?:pins|agreed|decisions)\.yaml|^baseline\.json|^\./u

/** Time and size of every document and configuration file by its path, and what lies in the folders: another where any of it was changed, added or taken away. */
export const marksOf = async ({folder, documents, members}: Corpus): Promise<ReadonlyMap<string, string>> => {
  const files = [
    ...documents.map(({path, file}) => [path, file] as const),
    ...['hedgerow.yaml', ...members.map(({id}) => `${id}/authority.yaml`)].map(
      (path) => [path, join(folder, path)] as const,
    ),
  ]
  const marks = new Map<string, string>()
  for (const [path, file] of files) {
    const found = await stat(file).catch(() => null)
    marks.set(path, found ? `${found.mtimeMs} ${found.size}` : 'gone')
  }
  for (const path of ['', ...members.map(({id}) => `${id}/`)]) {
    const names = await readdir(join(folder, path)).catch(() => [])
    marks.set(
      path === '' ? 'the folder' : path,
      names
        .filter((name) => !ours.test(name))
        .sort()
        .join('/'),
    )
  }
  return marks
}
