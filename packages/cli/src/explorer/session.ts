import {resolve} from 'node:path'
import {counted, tableText} from '@hedgerow/report'
import {analysis, type Progress} from '../analysis.ts'
import type {Cache} from '../cache.ts'
import type {Corpus} from '../corpus.ts'
import {writeFileWhole} from '../output.ts'
import type {Shelf} from '../shelf.ts'
import type {Deed} from './deeds.ts'
import {type Library, worldOf} from './library.ts'
import {cataloguesKnown, marksOf, needsIn, withKnown, withNeeds} from './lookups.ts'
import type {Recorder, Told} from './recorder.ts'
import {contextOf, type Explorer, onTop, pasted, pressed, withNewWorld, withWorld} from './state.ts'
import type {Typed} from './key-stream.ts'
import {viewOf} from './views/index.ts'
import type {World} from './world.ts'

/** What a sitting works on, and how it is read. */
export interface Source {
  /** The corpus as it is on the disk now. */
  readonly corpus: () => Promise<Corpus>
  readonly asAt: string
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

/** The library of a corpus: analysed, or found on the shelf. */
export const libraryOf = async (
  {corpus: read, asAt, version, cache, shelf, env}: Source,
  progress: (news: Progress) => void,
  signal?: AbortSignal,
): Promise<Library> => {
  const corpus = await read()
  const found = await analysis(corpus, {
    asAt,
    version,
    cache,
    shelf,
    env,
    apart: true,
    progress,
    ...(signal && {signal}),
  })
  return {corpus, analysis: found, cache}
}

/** Judgements that name what is not there any more, in words. */
export const lostIn = ({analysis: {assessment}}: Library): readonly string[] =>
  (assessment.judgementFaults ?? []).map(({file, entry, reason, remedy}) => `${file}: ${entry}: ${reason}; ${remedy}`)

/** A sitting with the explorer: keys in, screens out, judgements to disk. */
export interface Session {
  readonly typed: (typed: Typed) => void
  readonly resized: (columns: number, rows: number) => void
  /** Looks whether anything changed on the disk. */
  readonly look: () => Promise<void>
}

/** What changes while a sitting goes on. */
interface Sitting {
  explorer: Explorer
  library: Library
  readonly recorder: Recorder
  readonly source: Source
  readonly around: Around
  isLooking: boolean
  isRenewing: boolean
  /** Something asked for an analysis while one was made. */
  isAgain: boolean
  /** What documents looked like when they were read. */
  marks: ReadonlyMap<string, string>
  /** Judgements are made one after the other, as they were asked for. */
  waiting: Promise<void>
}

/** A sitting from its first screen on. */
export const sessionOf = async (
  explorer: Explorer,
  parts: Pick<Sitting, 'library' | 'recorder' | 'source' | 'around'>,
): Promise<Session> => {
  const sitting: Sitting = {
    ...parts,
    explorer,
    isLooking: false,
    isRenewing: false,
    isAgain: false,
    marks: new Map(),
    waiting: Promise.resolve(),
  }
  show(sitting, explorer)
  sitting.marks = await marksOf(parts.library.corpus)
  return {
    typed: (event) => hear(sitting, event),
    resized: (columns, rows) => show(sitting, {...sitting.explorer, columns, rows}),
    look: () => look(sitting),
  }
}

const show = (sitting: Sitting, explorer: Explorer): void => {
  sitting.explorer = explorer
  sitting.around.onChange(explorer)
  lookUp(sitting)
}

const say = (sitting: Sitting, words: string, isFault = false): void =>
  show(sitting, {...sitting.explorer, said: {words, isFault}})

const hear = (sitting: Sitting, event: Typed): void => {
  const {explorer} = sitting
  const outcome =
    event.of === 'paste'
      ? pasted(explorer, event.text)
      : event.of === 'wheel'
        ? pressed(explorer, event.by === 1 ? 'down' : 'up', '')
        : pressed(explorer, event.key, event.text)
  show(sitting, outcome.explorer)
  for (const deed of outcome.deeds) enact(sitting, deed)
}

/** Quitting waits for nothing but what is being written. */
const enact = (sitting: Sitting, deed: Deed): void => {
  sitting.waiting = sitting.waiting
    .then(() => act(sitting, deed))
    .catch((fault: unknown) => say(sitting, wordsOf(fault), true))
}

const act = async (sitting: Sitting, deed: Deed): Promise<void> => {
  const {recorder, around} = sitting
  switch (deed.do) {
    case 'quit':
      return around.onQuit()
    case 'judge':
      return judge(sitting, recorder.record(deed.change))
    case 'undo':
      return judge(sitting, recorder.undo())
    case 'redo':
      return judge(sitting, recorder.redo())
    case 'copy':
      around.copy(deed.text)
      return say(
        sitting,
        `Sent ${deed.what} to the clipboard: “${deed.text.slice(0, 60)}${deed.text.length > 60 ? '…' : ''}”`,
      )
    case 'edit':
      return edit(sitting, deed.path, deed.line)
    case 'write-view':
      return writeView(sitting, deed)
    case 'write-report':
      return writeReport(sitting, deed)
    case 'reload':
      void renew(sitting, 'Reading again:', {words: 'Read again: all is as it is on the disk now.', isFault: false})
      return undefined
    case 'suspend':
      return around.suspend()
    case 'redraw':
      return around.redraw()
    case 'welcomed':
      return around.welcomed()
    default:
      return undefined
  }
}

/** Looks up what the view in sight needs, a few things at a time. */
const lookUp = (sitting: Sitting): void => {
  if (sitting.isLooking) return
  sitting.isLooking = true
  setImmediate(async () => {
    const {explorer, library} = sitting
    const world = await withNeeds(library, explorer.world, needsIn(explorer).slice(0, atOnce))
    sitting.isLooking = false
    if (sitting.explorer.world !== explorer.world || sitting.library !== library) lookUp(sitting)
    else if (world !== explorer.world) show(sitting, withWorld(sitting.explorer, world))
  })
}

interface Said {
  readonly words: string
  readonly isFault: boolean
}

/** Analyses again what has changed, and shows it in the place where one is. */
const renew = async (sitting: Sitting, words: string, told: Said): Promise<void> => {
  if (sitting.isRenewing) {
    sitting.isAgain = true
    return
  }
  sitting.isRenewing = true
  show(sitting, {...sitting.explorer, busy: words, stale: null})
  try {
    const next = await libraryOf(sitting.source, (news) =>
      show(sitting, {...sitting.explorer, busy: `${words} ${progressWords(news)}`}),
    )
    const world = await renewedWorld(sitting, next)
    sitting.library = next
    sitting.marks = await marksOf(next.corpus)
    show(sitting, {...withNewWorld({...sitting.explorer, busy: null}, world), said: told})
  } catch (fault) {
    show(sitting, {
      ...sitting.explorer,
      busy: null,
      said: {words: `Could not analyse again: ${wordsOf(fault)}`, isFault: true},
    })
  } finally {
    sitting.isRenewing = false
  }
  if (sitting.isAgain) {
    sitting.isAgain = false
    await renew(sitting, words, told)
  }
}

/** How far an analysis is, in words. */
const progressWords = ({read, documents, compared, topics}: Progress): string =>
  read < documents ? `${read} of ${documents} documents read` : `${compared} of ${topics} topics compared`

const renewedWorld = (sitting: Sitting, next: Library): Promise<World> => {
  const {explorer, library, recorder} = sitting
  const fresh = worldOf(next, {judgements: recorder.judgements(), lost: lostIn(next)})
  const known = withKnown({...fresh, threshold: explorer.world.threshold}, explorer.world, library, next)
  return withNeeds(next, known, cataloguesKnown(explorer.world), Number.POSITIVE_INFINITY)
}

const judge = async (sitting: Sitting, work: Promise<Told>): Promise<void> => {
  const told = await work
  const {explorer, recorder} = sitting
  show(sitting, {
    ...explorer,
    world: {...explorer.world, judgements: recorder.judgements()},
    marked: told.pinned ? null : explorer.marked,
    said: told,
  })
  if (told.pinned) void renew(sitting, 'Aligning again:', told)
}

const edit = async (sitting: Sitting, path: string, line: number | null): Promise<void> => {
  const {words, isFault} = await sitting.around.edit(resolve(sitting.library.corpus.folder, path), line)
  say(sitting, words, isFault)
  await look(sitting)
}

const writeView = async (sitting: Sitting, deed: Extract<Deed, {do: 'write-view'}>): Promise<void> => {
  const {explorer, library, around} = sitting
  const open = onTop(explorer)
  const view = viewOf(open)
  const needs = (view.tableNeeds ?? view.needs)(open.state, contextOf(explorer))
  const world = await withNeeds(library, explorer.world, needs, Number.POSITIVE_INFINITY)
  const table = view.table(open.state, {...contextOf(explorer), world})
  const subtitle = `${world.region ?? 'Procedures compared'}, as at ${world.asAt}. Hedgerow ${world.version}.`
  await writeFileWhole(around.cwd, deed.path, [tableText(table, subtitle, deed.format)])
  say(sitting, `Wrote ${deed.path}: ${counted(table.rows.length, 'row')}.`)
}

const writeReport = async (sitting: Sitting, {format, path}: Extract<Deed, {do: 'write-report'}>): Promise<void> => {
  show(sitting, {...sitting.explorer, busy: `Writing ${path}`})
  const fault = await sitting.around.report(format, path)
  const said = {words: fault ?? `Wrote ${path} (${format}).`, isFault: fault !== null}
  show(sitting, {...sitting.explorer, busy: null, said})
}

/** What others changed on the disk: judgements are read again at once, documents when it is asked for. */
const look = async (sitting: Sitting): Promise<void> => {
  const {recorder} = sitting
  if (sitting.isRenewing) return
  const others = await recorder.others()
  if (others.length > 0) {
    const words = `Somebody else changed ${others.map((file) => `${file}.yaml`).join(', ')}: it was read again.`
    const world = {...sitting.explorer.world, judgements: recorder.judgements()}
    show(sitting, {...sitting.explorer, world, said: {words, isFault: false}})
    if (others.includes('pins')) await renew(sitting, 'Aligning again:', {words, isFault: false})
  }
  const now = await marksOf(sitting.library.corpus)
  const changed = [...now].filter(([path, mark]) => sitting.marks.get(path) !== mark).map(([path]) => path)
  const what = changed.length === 1 ? `${changed[0]} has` : `${changed.length} files or folders have`
  const stale = changed.length === 0 ? null : `${what} changed on the disk: R reads again.`
  if (stale !== sitting.explorer.stale) show(sitting, {...sitting.explorer, stale})
}

/** How many things are looked up before the screen is drawn again and keys are heard. */
const atOnce = 24

const wordsOf = (fault: unknown): string => (fault instanceof Error ? fault.message : String(fault))
