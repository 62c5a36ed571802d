import {execFileSync, spawnSync} from 'node:child_process'
import {existsSync, mkdtempSync, readFileSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {expect} from 'vitest'

/** Whether there is a tmux to walk in. */
export const hasTmux = spawnSync('tmux', ['-V']).status === 0

/** The built program. */
export const program = fileURLToPath(new URL('../../packages/cli/bin/hedgerow.js', import.meta.url))

/** How long a screen is waited for: the machine may be busy. */
const patience = 45_000

/** A terminal of its own with a shell in it. */
export interface Terminal {
  /** Presses keys, by the names tmux has for them. */
  readonly press: (...keys: readonly string[]) => void
  /** Types words, all at once. */
  readonly type: (words: string) => void
  /** Pastes words as a terminal does that was asked to say so. */
  readonly paste: (words: string) => void
  readonly screen: () => string
  /** Waits until the screen holds a text, or fits an expression. */
  readonly shows: (what: string | RegExp) => Promise<void>
  readonly resize: (columns: number, rows: number) => void
  /** One of tmux's formats, as `alternate_on`. */
  readonly state: (format: string) => string
  /** Everything that is written from now on goes into a file as well. */
  readonly recorded: (path: string) => void
  readonly end: () => void
}

const configuration = ['set -g escape-time 10', 'set -g status off', 'set -g history-limit 5000'].join('\n')

let terminals = 0

export interface TerminalSize {
  readonly columns?: number
  readonly rows?: number
  /** Whether lines that ran over the edge are read as one. */
  readonly joined?: boolean
}

/** Opens a terminal with a shell in a folder. */
export const terminal = (
  cwd: string,
  env: Readonly<Record<string, string>>,
  {columns = 80, rows = 24, joined = false}: TerminalSize = {},
): Terminal => {
  const folder = mkdtempSync(join(tmpdir(), 'hedgerow-tmux-'))
  writeFileSync(join(folder, 'conf'), configuration)
  terminals += 1
  const own = ['-L', `hedgerow-${process.pid}-${terminals}`, '-f', join(folder, 'conf')]
  const tmux = (...words: readonly string[]): string =>
    execFileSync('tmux', [...own, ...words], {
      encoding: 'utf8',
      cwd,
      env: {PATH: process.env.PATH ?? '', HOME: folder, LANG: 'C.UTF-8', TERM: 'xterm-256color', PS1: '$ ', ...env},
    })
  tmux('new-session', '-d', '-x', String(columns), '-y', String(rows), 'bash --norc --noprofile -i')
  const screen = (): string => tmux('capture-pane', '-p', ...(joined ? ['-J'] : [])).replace(/[ \n]+$/u, '')
  return {
    press: (...keys) => void tmux('send-keys', ...keys),
    type: (words) => void tmux('send-keys', '-l', words),
    paste: (words) => {
      tmux('set-buffer', words)
      tmux('paste-buffer', '-p')
    },
    screen,
    shows: (what) => expect.poll(screen, {timeout: patience, interval: 40}).toMatch(what),
    resize: (wide, high) => void tmux('resize-window', '-x', String(wide), '-y', String(high)),
    state: (format) => tmux('display-message', '-p', `#{${format}}`).trim(),
    recorded: (path) => void tmux('pipe-pane', `cat >> '${path}'`),
    end: () => void spawnSync('tmux', [...own, 'kill-server']),
  }
}

const isWriting = process.env.EXPECTED === 'write'

/** Waits until a screen is the one that is written down under a name; with EXPECTED=write writes it down once it stands still. */
export const looksAs = async (terminal: Pick<Terminal, 'screen'>, name: string): Promise<void> => {
  const path = fileURLToPath(new URL(`${name}.txt`, import.meta.url))
  if (isWriting) {
    let [last, still] = ['', 0]
    while (still < 12 || last.includes('Aligning again')) {
      const now = terminal.screen()
      still = now === last ? still + 1 : 0
      last = now
      await new Promise((done) => setTimeout(done, 100))
    }
    writeFileSync(path, `${last}\n`)
  }
  if (!existsSync(path)) throw new Error(`Found no ${path}: write it with EXPECTED=write and read it`)
  await expect.poll(() => `${terminal.screen()}\n`, {timeout: patience, interval: 60}).toBe(readFileSync(path, 'utf8'))
}
