import {fileURLToPath} from 'node:url'
import {stripVTControlCharacters} from 'node:util'
import {lexicon} from '@hedgerow/lexicon'
import stringWidth from 'string-width'
import {analysis} from '../../src/analysis.ts'
import {userCache} from '../../src/cache.ts'
import {corpusAt} from '../../src/corpus/corpus.ts'
import type {Deed} from '../../src/explorer/deeds.ts'
import {frame} from '../../src/explorer/frame.ts'
import {noJudgements} from '../../src/explorer/judgements.ts'
import {type Library, met, worldOf} from '../../src/explorer/library.ts'
import {type Line, lineText} from '../../src/explorer/lines.ts'
import {painted, type Palette} from '../../src/explorer/palette.ts'
import {type Signs, unicodeSigns} from '../../src/explorer/signs.ts'
import {type Explorer, explorerOf, pressed} from '../../src/explorer/state.ts'
import type {Need, World} from '../../src/explorer/world.ts'
import {userShelf} from '../../src/shelf/shelf.ts'

/** The region that comes with the repository. */
export const sampleFolder = fileURLToPath(new URL('../../../../procedures', import.meta.url))

const day = '2026-11-23'

/** A corpus analysed, with the cache of the whole run of tests. */
export const libraryAt = async (folder: string): Promise<Library> => {
  const corpus = await corpusAt({argument: folder, cwd: folder, lexicon})
  const env = {HEDGEROW_CACHE: process.env.HEDGEROW_SUITE_CACHE}
  const [cache, shelf] = [userCache(env), userShelf(env, corpus.documents.length)]
  return {corpus, analysis: await analysis(corpus, {asAt: day, version: '0', cache, shelf}), cache, chosen: false}
}

/** The world of a library before anything was looked up. */
export const bareWorld = (library: Library): World => worldOf(library, {judgements: noJudgements, lost: []})

const withAll = async (library: Library, world: World, needs: readonly Need[]): Promise<World> => {
  let now = world
  for (const need of needs) now = (await met(library, now, need))(now)
  return now
}

/** The world of a library with everything in it looked up. */
export const wholeWorld = async (library: Library): Promise<World> => {
  const bare = bareWorld(library)
  const world = await withAll(
    library,
    bare,
    bare.topics.map(({summary}) => ({of: 'catalogue', topic: summary.id})),
  )
  const outlines = world.topics.flatMap(({summary}) =>
    summary.authorities.map((authority): Need => ({of: 'outline', topic: summary.id, authority})),
  )
  const [rows, details] = [new Map(world.rows), new Map(world.details)]
  for (const {id, catalogue, row, opportunity} of library.analysis.lookups) {
    for (const [at, entry] of catalogue().rows.entries()) rows.set(`${id}/${entry.id}`, row(at))
    for (const [at, entry] of catalogue().opportunities.entries()) details.set(`${id}/${entry.id}`, opportunity(at))
  }
  return withAll(library, {...world, rows, details}, outlines)
}

/** An explorer of a world at its first view. */
export const explorerAt = (world: World, columns = 80, rows = 24, signs: Signs = unicodeSigns): Explorer =>
  explorerOf(world, {columns, rows, signs, exports: 'reports/', isNew: false})

/** What a key types. */
export const textOf = (key: string): string => (key === 'space' ? ' ' : [...key].length === 1 ? key : '')

/** The explorer after keys, one after the other. */
export const after = (explorer: Explorer, ...keys: readonly string[]): Explorer =>
  keys.reduce((now, key) => pressed(now, key, textOf(key)).explorer, explorer)

/** What the last of some keys asks for beyond the screen. */
export const deedsAfter = (explorer: Explorer, ...keys: readonly string[]): readonly Deed[] => {
  const last = keys.at(-1) as string
  return pressed(after(explorer, ...keys.slice(0, -1)), last, textOf(last)).deeds
}

/** Keys that type words. */
export const typing = (words: string): readonly string[] => [...words].map((sign) => (sign === ' ' ? 'space' : sign))

/** The screen as it reads. */
export const screenText = (explorer: Explorer): string =>
  frame(explorer)
    .map((each) => lineText(each).trimEnd())
    .join('\n')

const widths = new Map<string, number>()

/** How many columns words take: frame after frame most lines are the same. */
const widthOf = (words: string): number => {
  const width = widths.get(words) ?? stringWidth(words)
  widths.set(words, width)
  return width
}

/** What is wrong with a frame as it reaches a terminal, in words; nothing where it is well. */
export const frameFaults = (
  explorer: Explorer,
  palette: Palette,
  lines: readonly Line[] = frame(explorer),
): readonly string[] => {
  const {columns, rows} = explorer
  const most = Math.max(1, rows - 1)
  return [
    ...(lines.length > most ? [`${lines.length} lines on ${rows} rows`] : []),
    ...lines.flatMap((each, at) => {
      const words = stripVTControlCharacters(painted(each, palette))
      const width = widthOf(words)
      return [
        ...(width > columns ? [`line ${at + 1} takes ${width} of ${columns} columns: ${JSON.stringify(words)}`] : []),
        ...(/[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u.test(words)
          ? [`line ${at + 1} holds a control character: ${JSON.stringify(words)}`]
          : []),
        ...(palette.ascii && /[^\x20-\x7e]/u.test(words)
          ? [`line ${at + 1} holds more than ASCII: ${JSON.stringify(words)}`]
          : []),
      ]
    }),
  ]
}
