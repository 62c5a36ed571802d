import {spawn} from 'node:child_process'
import {existsSync} from 'node:fs'
import {mkdir, writeFile} from 'node:fs/promises'
import {join, relative} from 'node:path'
import type {Progress} from '../analysis.ts'
import {cacheFolder} from '../cache.ts'
import {ownCommand} from '../program.ts'
import {exit, type Setting} from '../command.ts'
import {advanced, bar, waiting} from '../summary/state.ts'
import {drawing} from './drawing.tsx'
import {frame, spoken} from './frame.ts'
import {keyStream, type Typed} from './key-stream.ts'
import {type Line, line, span} from './lines.ts'
import {painted, type Palette, paletteFor} from './palette.ts'
import {type Library, worldOf} from './library.ts'
import {recorderIn} from './recorder.ts'
import {screenOn} from './screen.ts'
import {libraryOf, lostIn, type Session, sessionOf} from './session.ts'
import type {Source} from './sitting.ts'
import {asciiSigns, type Signs, signsFor} from './signs.ts'
import {type Explorer, explorerOf} from './state.ts'
import {codeOf, copying, edited, type Keyboard, takenOver, type Terminal} from './terminal.ts'

/** What an exploration is started with. */
export interface Exploration {
  readonly source: Source
  readonly folder: string
  readonly color: boolean
  /** Read out instead of drawn. */
  readonly aloud: boolean
  /** The command line of a report of the same corpus, without its output. */
  readonly reportArguments: readonly string[]
}

/** How often the disk is looked at for what others changed, in milliseconds. */
const lookEvery = 2000

/** Everything a sitting draws and is steered with. */
interface Stage {
  readonly setting: Setting
  readonly exploration: Exploration
  readonly signs: Signs
  readonly palette: Palette
  readonly terminal: Terminal
  readonly draw: (lines: readonly Line[]) => void
  readonly forget: () => void
  /** What is heard from the keyboard goes here. */
  onTyped: (typed: Typed) => void
  onResize: (columns: number, rows: number) => void
  last: readonly Line[]
}

/** Runs the explorer in a terminal until it is quit; resolves to the exit code. The terminal is given back whatever happens. */
export const explore = async (exploration: Exploration, setting: Setting): Promise<number> => {
  const interrupted = new AbortController()
  let finish: (code: number) => void = () => undefined
  const finished = new Promise<number>((resolve) => {
    finish = resolve
  })
  const stage = staged(exploration, setting, finish)
  const stopKeys = keyStream(setting.stdin, (typed) => stage.onTyped(typed))
  let crash: {readonly fault: unknown} | null = null
  const fail = (fault: unknown): void => {
    crash = {fault}
    finish(0)
  }
  process.on('uncaughtException', fail)
  sitting(stage, interrupted, finish).catch(fail)
  const code = await finished
  interrupted.abort()
  stopKeys()
  stage.terminal.leave()
  process.off('uncaughtException', fail)
  if (crash) throw (crash as {readonly fault: unknown}).fault
  return code
}

const staged = (exploration: Exploration, setting: Setting, finish: (code: number) => void): Stage => {
  const {env, stdin, stdout} = setting
  const {aloud, color} = exploration
  const signs = signsFor(env)
  const palette = paletteFor(env, {color, ascii: signs === asciiSigns})
  const screen = aloud ? null : screenOn(stdout)
  const canvas = screen && drawing(screen, palette)
  const stage: Stage = {
    setting,
    exploration,
    signs,
    palette,
    terminal: takenOver(stdin as Keyboard, stdout, !aloud, {
      onResize: () => {
        const {columns, rows} = sizeOf(setting)
        screen?.forget()
        stage.onResize(columns, rows)
      },
      onReturn: () => {
        screen?.forget()
        stage.draw(stage.last)
      },
      onEnd: (signal) => finish(codeOf(signal)),
    }),
    draw: (lines) => {
      stage.last = lines
      canvas?.draw(lines)
    },
    forget: () => screen?.forget(),
    onTyped: () => undefined,
    onResize: () => undefined,
    last: [],
  }
  return stage
}

/** The size of the terminal; 80 × 24 where it tells none, or nought. */
const sizeOf = ({stdout}: Setting): {readonly columns: number; readonly rows: number} => ({
  columns: stdout.columns || 80,
  rows: (stdout as {rows?: number}).rows || 24,
})

/** From loading to the first screen, and then whatever is typed. */
const sitting = async (stage: Stage, interrupted: AbortController, finish: (code: number) => void): Promise<void> => {
  const {setting, exploration} = stage
  const {source, folder} = exploration
  stage.onTyped = (typed) => {
    if (typed.of === 'key' && ['q', 'esc', 'ctrl-c'].includes(typed.key)) finish(0)
  }
  const library = await loaded(stage, interrupted.signal)
  const recorder = await recorderIn(folder, signature(setting.env))
  const world = worldOf(library, {judgements: recorder.judgements(), lost: lostIn(library)})
  const place = welcomePlace(setting.env)
  const first = explorerOf(world, {
    ...sizeOf(setting),
    signs: stage.signs,
    exports: exportsFrom(setting.cwd, folder),
    isNew: place !== null && !existsSync(place),
  })
  const session = sessionOf(first, {library, recorder, source, around: aroundOf(stage, place, finish)})
  stage.onTyped = session.typed
  stage.onResize = session.resized
  watch(session, interrupted.signal)
}

/** Who is at the keyboard: HEDGEROW_BY, or the name the system knows. */
const signature = ({HEDGEROW_BY, USER, USERNAME}: Setting['env']): string | null =>
  HEDGEROW_BY || USER || USERNAME || null

/** A folder of reports beside the corpus, as seen from where the program was started. */
const exportsFrom = (cwd: string, folder: string): string => {
  const isInside = !relative(folder, cwd).startsWith('..')
  return isInside ? `${relative(cwd, join(folder, '..', 'reports'))}/` : 'reports/'
}

const watch = (session: Session, signal: AbortSignal): void => {
  const timer = setInterval(() => void session.look().catch(() => undefined), lookEvery)
  timer.unref()
  signal.addEventListener('abort', () => clearInterval(timer))
}

/** Analyses with a bar that tells how far it is. */
const loaded = async (stage: Stage, signal: AbortSignal): Promise<Library> => {
  const {signs, exploration, setting} = stage
  let state = waiting
  const shown = (news: Progress | null): void => {
    if (news) state = advanced(state, news)
    const width = 24
    const blocks = bar(state.share, width).replaceAll('█', signs.full).replaceAll('░', signs.empty)
    stage.draw([
      line(' Hedgerow', 'title'),
      [span(` ${blocks} `, 'good'), span(state.words)],
      line(` ${state.current}`.slice(0, sizeOf(setting).columns - 1), 'faint'),
      line(' q stops', 'faint'),
    ])
  }
  shown(null)
  if (exploration.aloud) await setting.out.write('Reading the procedures. q stops.\n')
  return libraryOf(exploration.source, shown, signal)
}

const aroundOf = (
  stage: Stage,
  place: string | null,
  finish: (code: number) => void,
): Parameters<typeof sessionOf>[1]['around'] => {
  const {setting, terminal, exploration} = stage
  return {
    cwd: setting.cwd,
    onChange: exploration.aloud ? readAloud(setting) : (explorer: Explorer) => stage.draw(frame(explorer)),
    onQuit: () => finish(0),
    edit: (path, at) => editing(stage, path, at),
    copy: (words) => setting.stdout.write(copying(words, setting.env)),
    report: (format, path) => reported(stage, format, path),
    suspend: terminal.suspend,
    redraw: () => {
      stage.forget()
      stage.draw(stage.last)
    },
    welcomed: () => {
      if (place !== null)
        void mkdir(join(place, '..'), {recursive: true})
          .then(() => writeFile(place, ''))
          .catch(() => undefined)
    },
  }
}

/** Tells what has changed since the last time, line by line. */
const readAloud = (setting: Setting): ((explorer: Explorer) => void) => {
  let last = ''
  return (explorer) => {
    const words = spoken(explorer)
    if (words !== last) setting.stdout.write(`${painted(line(words), {color: false, light: false, ascii: false})}\r\n`)
    last = words
  }
}

/** Where it is kept that somebody has seen the welcome; null where nothing is kept. */
const welcomePlace = (env: Setting['env']): string | null => {
  const cache = cacheFolder(env)
  return cache && join(cache.folder, 'explored')
}

const editing = async (
  {setting: {env}, terminal}: Stage,
  path: string,
  at: number | null,
): Promise<{readonly words: string; readonly isFault: boolean}> => {
  const {isReadApart} = await import('../document.ts')
  if (isReadApart(path)) return {words: `Open it with the program it was written in: ${path}`, isFault: false}
  const command = env.VISUAL || env.EDITOR
  if (!command)
    return {
      words: `No editor is set: put its name in EDITOR. The place is ${path}${at === null ? '' : `:${at}`}`,
      isFault: true,
    }
  let code: number | null = null
  await terminal.lend(async () => {
    code = await edited(command, path, at)
  })
  if (code === null)
    return {words: `${command} could not be started: set EDITOR to a program that is there.`, isFault: true}
  return code === 0
    ? {words: `Back from ${path}`, isFault: false}
    : {words: `${command} ended with code ${code}.`, isFault: true}
}

/** Writes a report by the command a person would type, so that the screen goes on answering and the bytes are the same. */
const reported = ({setting, exploration}: Stage, format: string, path: string): Promise<string | null> =>
  new Promise((resolve) => {
    const own = ownCommand()
    if (own === null) return resolve('The program was never built: run the build first.')
    const [program, ...words] = own
    const asked = [exploration.folder, ...exploration.reportArguments, '--output', `${format}=${path}`, '--quiet']
    const child = spawn(program, [...words, 'report', ...asked], {
      cwd: setting.cwd,
      env: setting.env as NodeJS.ProcessEnv,
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    let told = ''
    child.stderr.on('data', (piece: Buffer) => {
      told += piece.toString()
    })
    child.on('error', (fault) => resolve(fault.message))
    child.on('exit', (code) =>
      resolve(
        code === 0
          ? null
          : code === exit.usage
            ? told.trim().replace(/^hedgerow: /u, '')
            : `The report of ${relative(setting.cwd, exploration.folder) || '.'} ended with code ${code}: ${told.trim()}`,
      ),
    )
    return undefined
  })
