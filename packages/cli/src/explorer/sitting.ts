import type {Cache} from '../cache.ts'
import type {Corpus} from '../corpus/corpus.ts'
import type {Shelf} from '../shelf/shelf.ts'
import type {Library} from './library.ts'
import {needsIn, withNeeds} from './lookups.ts'
import type {Recorder} from './recorder.ts'
import {type Explorer, withWorld} from './state.ts'

/** What a sitting works on, and how it is read. */
export interface Source {
  /** The corpus as it is on the disk now. */
  readonly corpus: () => Promise<Corpus>
  readonly asAt: string
  /** Whether authorities were asked for by name. */
  readonly chosen: boolean
  readonly version: string
  readonly cache: Cache
  readonly shelf: Shelf
  readonly env: Readonly<Record<string, string | undefined>>
}

/** What a sitting asks of the world around it. */
export interface Around {
  readonly cwd: string
  /** The explorer has changed: it is to be drawn. */
  readonly onChange: (explorer: Explorer) => void
  readonly onQuit: () => void
  /** Opens a file in an editor; resolves to what is to be said. */
  readonly edit: (path: string, line: number | null) => Promise<{readonly words: string; readonly isFault: boolean}>
  readonly copy: (words: string) => void
  /** Writes a whole report; resolves to what went wrong, or null. */
  readonly report: (format: string, path: string) => Promise<string | null>
  readonly suspend: () => void
  readonly redraw: () => void
  readonly welcomed: () => void
}

/** What changes while a sitting goes on. */
export interface Sitting {
  explorer: Explorer
  library: Library
  readonly recorder: Recorder
  readonly source: Source
  readonly around: Around
  isLooking: boolean
  isRenewing: boolean
  /** What asked for an analysis while one was made; it begins when that one is done. */
  again: (() => Promise<void>) | null
  /** What documents looked like when they were read; null until that was looked at. */
  marks: ReadonlyMap<string, string> | null
  /** Judgements are made one after the other, as they were asked for. */
  waiting: Promise<void>
}

/** Puts another state on the screen, and looks up what it needs. */
export const show = (sitting: Sitting, explorer: Explorer): void => {
  sitting.explorer = explorer
  sitting.around.onChange(explorer)
  lookUp(sitting)
}

/** Says something under the view. */
export const say = (sitting: Sitting, words: string, isFault = false): void =>
  show(sitting, {...sitting.explorer, said: {words, isFault}})

/** How many things are looked up before the screen is drawn again and keys are heard. */
const atOnce = 24

/** Lets keys be heard. */
const turn = (): Promise<void> => new Promise((go) => setImmediate(go))

/** Looks up what the view in sight needs, a few things at a time; between finding and showing them keys are heard. */
const lookUp = (sitting: Sitting): void => {
  if (sitting.isLooking) return
  sitting.isLooking = true
  setImmediate(async () => {
    const {explorer, library} = sitting
    const world = await withNeeds(library, explorer.world, needsIn(explorer).slice(0, atOnce))
    await turn()
    sitting.isLooking = false
    if (sitting.explorer.world !== explorer.world || sitting.library !== library) lookUp(sitting)
    else if (world !== explorer.world) show(sitting, withWorld(sitting.explorer, world))
  })
}
