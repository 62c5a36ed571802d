import {spawn} from 'node:child_process'
import {writeSync} from 'node:fs'
import {constants} from 'node:os'
import type {Output} from '../streams.ts'
import {entering, leaving} from './screen.ts'

/** A keyboard that can be read key by key. */
export interface Keyboard extends NodeJS.ReadableStream {
  readonly isTTY?: boolean
  readonly setRawMode?: (isRaw: boolean) => unknown
  readonly ref?: () => unknown
  readonly unref?: () => unknown
}

/** A terminal taken over for a full screen, given back whatever happens. */
export interface Terminal {
  /** Gives the terminal back. May be called more than once. */
  readonly leave: () => void
  /** Gives it back while something else has it, then takes it again. */
  readonly lend: (work: () => Promise<void>) => Promise<void>
  /** Stops the process as Ctrl-Z does, until it is brought to the front again; nothing where a system stops no processes (Windows). */
  readonly suspend: () => void
}

export interface TerminalEvents {
  readonly onResize: () => void
  /** The terminal was given to somebody else and is ours again. */
  readonly onReturn: () => void
  /** The process was told to end. */
  readonly onEnd: (signal: 'SIGTERM' | 'SIGHUP' | 'SIGINT') => void
}

/** Takes a terminal over. `drawn` is false for a screen reader: then nothing is drawn and the screen stays the shell's. */
export const takenOver = (
  keyboard: Keyboard,
  stdout: Output,
  drawn: boolean,
  {onResize, onReturn, onEnd}: TerminalEvents,
): Terminal => {
  let isOurs = false
  const take = (): void => {
    if (isOurs) return
    isOurs = true
    keyboard.setRawMode?.(true)
    keyboard.resume()
    if (drawn) stdout.write(entering)
  }
  const give = (): void => {
    if (!isOurs) return
    isOurs = false
    if (drawn) written(stdout, leaving)
    keyboard.setRawMode?.(false)
    keyboard.pause()
  }
  /** While the process is stopped nothing is listened to, and it would end when it goes on, before it hears that it does. */
  let awake: NodeJS.Timeout | undefined
  const onContinue = (): void => {
    clearInterval(awake)
    awake = undefined
    take()
    onReturn()
  }
  const onStop = (): void => {
    if (!('SIGSTOP' in constants.signals)) return
    awake ??= setInterval(() => undefined, 60_000)
    give()
    process.kill(process.pid, 'SIGSTOP')
  }
  const ends = (['SIGTERM', 'SIGHUP', 'SIGINT'] as const).map((signal) => [signal, () => onEnd(signal)] as const)
  for (const [signal, end] of ends) process.on(signal, end)
  process.on('SIGCONT', onContinue).on('SIGTSTP', onStop).on('exit', give)
  stdout.on('resize', onResize)
  take()
  return {
    leave: () => {
      clearInterval(awake)
      give()
      for (const [signal, end] of ends) process.off(signal, end)
      process.off('SIGCONT', onContinue).off('SIGTSTP', onStop).off('exit', give)
      stdout.off('resize', onResize)
      keyboard.unref?.()
    },
    lend: async (work) => {
      give()
      try {
        await work()
      } finally {
        take()
        onReturn()
      }
    },
    suspend: onStop,
  }
}

/** Written at once where the stream is a terminal of this process: at its end nothing waits for a stream. */
const written = (stdout: Output, words: string): void => {
  const {fd} = stdout as {fd?: number}
  if (fd === undefined) stdout.write(words)
  else
    try {
      writeSync(fd, words)
    } catch {
      stdout.write(words)
    }
}

/** The code a process ends with when a signal ended it, as shells count. */
export const codeOf = (signal: 'SIGTERM' | 'SIGHUP' | 'SIGINT'): number => 128 + constants.signals[signal]

/** Opens a file at a line in the editor the environment names; resolves to its exit code, or null where it could not be started. */
export const edited = (command: string, path: string, line: number | null): Promise<number | null> =>
  new Promise((resolve) => {
    const [program = 'vi', ...words] = command.split(/\s+/u)
    const child = spawn(program, [...words, ...lineArguments(program, path, line)], {stdio: 'inherit'})
    child.on('error', () => resolve(null))
    child.on('exit', (code) => resolve(code ?? 1))
  })

/** How editors are told of a line: most take +LINE, the newer ones PATH:LINE. */
const lineArguments = (program: string, path: string, line: number | null): readonly string[] => {
  if (line === null) return [path]
  const name = program.replace(/^.*[/\\]/u, '').replace(/\.(?:exe|cmd)$/iu, '')
  if (/^(?:code|codium|cursor|windsurf)$/u.test(name)) return ['--wait', '--goto', `${path}:${line}`]
  if (/^(?:subl|zed|hx|helix)$/u.test(name)) return [`${path}:${line}`]
  return /^notepad$/iu.test(name) ? [path] : [`+${line}`, path]
}

/** Asks the terminal to put words on the clipboard (OSC 52); within tmux it is passed on. */
export const copying = (words: string, env: Readonly<Record<string, string | undefined>>): string => {
  const ask = `\u001b]52;c;${Buffer.from(words).toString('base64')}\u0007`
  return env.TMUX ? `\u001bPtmux;${ask.replaceAll('\u001b', '\u001b\u001b')}\u001b\\${ask}` : ask
}
