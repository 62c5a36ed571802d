import {resolve} from 'node:path'
import {counted} from '@hedgerow/report'
import {analysis, type Progress} from '../analysis.ts'
import type {Deed} from './deeds.ts'
import type {Typed} from './key-stream.ts'
import {type Library, worldOf} from './library.ts'
import {cataloguesKnown, marksOf, withKnown, withNeeds} from './lookups.ts'
import type {Told} from './recorder.ts'
import {say, show, type Sitting, type Source} from './sitting.ts'
import {type Explorer, pasted, pressed, withNewWorld, withoutTyped} from './state.ts'
import type {World} from './world.ts'
import {writeReport, writeView, writing} from './writing.ts'

/** The library of a corpus: analysed, or found on the shelf. */
export const libraryOf = async (
  {corpus: read, asAt, version, cache, shelf, env, chosen}: Source,
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
  return {corpus, analysis: found, cache, chosen}
}

/** Judgements that name what is not there any more, in words. */
export const lostIn = ({analysis: {assessment}}: Library): readonly string[] =>
  (assessment.judgementFaults ?? []).map(
    ({file, entry, reason, remedy}) => `${entry.startsWith(file) ? '' : `${file}: `}${entry} ${reason}; ${remedy}`,
  )

/** A sitting with the explorer: keys in, screens out, judgements to disk. */
export interface Session {
  readonly typed: (typed: Typed) => void
  readonly resized: (columns: number, rows: number) => void
  /** Looks whether anything changed on the disk. */
  readonly look: () => Promise<void>
}

/** A sitting from its first screen on. */
export const sessionOf = (
  explorer: Explorer,
  parts: Pick<Sitting, 'library' | 'recorder' | 'source' | 'around'>,
): Session => {
  const sitting: Sitting = {
    ...parts,
    explorer,
    isLooking: false,
    isRenewing: false,
    again: null,
    marks: null,
    waiting: Promise.resolve(),
  }
  show(sitting, explorer)
  // Keys are heard from the first frame on: what the documents look like is found out beside.
  void marksOf(parts.library.corpus).then((marks) => {
    sitting.marks ??= marks
  })
  return {
    typed: (event) => hear(sitting, event),
    resized: (columns, rows) => show(sitting, {...sitting.explorer, columns, rows}),
    look: () => look(sitting),
  }
}

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
  const {stack} = sitting.explorer
  sitting.waiting = sitting.waiting
    .then(() => act(sitting, deed, stack))
    .catch((fault: unknown) => say(sitting, wordsOf(fault), true))
}

/** `stack`: the views that stood open when it was asked for. */
const act = async (sitting: Sitting, deed: Deed, stack: Explorer['stack']): Promise<void> => {
  const {recorder, around} = sitting
  switch (deed.do) {
    case 'quit':
      return around.onQuit()
    case 'judge':
      return judge(sitting, recorder.record(deed.change), deed.typedIn)
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
      return writing(sitting, deed, stack, (own) => writeView(sitting, own))
    case 'write-report':
      return writing(sitting, deed, stack, (own) => writeReport(sitting, own))
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

interface Said {
  readonly words: string
  readonly isFault: boolean
}

/** Analyses again what has changed, and shows it in the place where one is. */
const renew = async (sitting: Sitting, words: string, told: Said): Promise<void> => {
  if (sitting.isRenewing) {
    sitting.again = () => renew(sitting, words, told)
    return
  }
  sitting.isRenewing = true
  show(sitting, {...sitting.explorer, busy: words, stale: null})
  try {
    const next = await libraryOf(sitting.source, (news) =>
      show(sitting, {...sitting.explorer, busy: `${words} ${progressWords(news)}`}),
    )
    const world = await renewedWorld(sitting, next)
    const lost = world.lost.filter((words) => !sitting.explorer.world.lost.includes(words))
    sitting.library = next
    sitting.marks = await marksOf(next.corpus)
    const said = saidAfter(sitting.explorer, told, lost)
    show(sitting, {...withNewWorld({...sitting.explorer, busy: null}, world), ...(sitting.again ? {} : {said})})
  } catch (fault) {
    show(sitting, {
      ...sitting.explorer,
      busy: null,
      said: {words: `Could not analyse again: ${wordsOf(fault)}`, isFault: true},
    })
  } finally {
    sitting.isRenewing = false
  }
  const {again} = sitting
  sitting.again = null
  await again?.()
}

/** Who is asked something meanwhile is told only what was lost. */
const saidAfter = ({prompt, said}: Explorer, told: Said, lost: readonly string[]): Said | null =>
  prompt !== null && lost.length === 0 ? said : withLost(told, lost)

/** What was said, and that judgements name nothing any more since then: told at once, and listed under faults. */
const withLost = (told: Said, lost: readonly string[]): Said =>
  lost.length === 0
    ? told
    : {
        words: `${told.words}. ${counted(lost.length, 'judgement')} no longer ${lost.length === 1 ? 'names' : 'name'} anything, see 7 Faults: ${lost[0]}`,
        isFault: true,
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

const judge = async (sitting: Sitting, work: Promise<Told>, typedIn?: string): Promise<void> => {
  const told = await work
  const {explorer, recorder} = sitting
  show(sitting, {
    ...(told.isFault ? explorer : withoutTyped(explorer, typedIn)),
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

/** What others changed on the disk: judgements are read again at once, documents when it is asked for. */
const look = async (sitting: Sitting): Promise<void> => {
  const {recorder} = sitting
  if (sitting.isRenewing) return
  const others = await recorder.others().catch((fault: unknown) => {
    show(sitting, {...sitting.explorer, stale: `! ${wordsOf(fault)}`})
    return null
  })
  if (others === null) return
  if (others.length > 0) {
    const words = `Somebody else changed ${others.map((file) => `${file}.yaml`).join(', ')}: it was read again.`
    const world = {...sitting.explorer.world, judgements: recorder.judgements()}
    show(sitting, {...sitting.explorer, world, said: {words, isFault: false}})
    if (others.includes('pins')) await renew(sitting, 'Aligning again:', {words, isFault: false})
  }
  const {marks} = sitting
  if (marks === null) return
  const now = await marksOf(sitting.library.corpus)
  const changed = [...now].filter(([path, mark]) => marks.get(path) !== mark).map(([path]) => path)
  const what = changed.length === 1 ? changed[0] : `${changed.length} files or folders`
  const stale = changed.length === 0 ? null : `changed on disk: ${what}; R reads again`
  if (stale !== sitting.explorer.stale) show(sitting, {...sitting.explorer, stale})
}

const wordsOf = (fault: unknown): string => (fault instanceof Error ? fault.message : String(fault))
