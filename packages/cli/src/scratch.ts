import {mkdtempSync, readdirSync, rmSync, statSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

const start = 'hedgerow-scratch-'

/** Milliseconds: longer than any run, so that what is older was left by one that was killed. */
const abandoned = 86_400_000

const ours = new Set<string>()

const withoutOurs = (): void => {
  for (const folder of ours) rmSync(folder, {recursive: true, force: true})
  ours.clear()
}

/** Signals that end a process without its being asked; whoever sent one is to see that it did. */
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

const onSignal = (signal: NodeJS.Signals): void => {
  withoutOurs()
  for (const each of signals) process.off(each, onSignal)
  // Somebody else who listens, such as the explorer, ends in their own way.
  if (process.listenerCount(signal) === 0) process.kill(process.pid, signal)
}

/** A new folder for what this run needs on the disk and nobody afterwards: taken away when the process ends, or is told to. Those that killed runs left a
 *  day ago or longer go too. Throws the system's fault where none can be made. */
export const scratchFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), start))
  if (ours.size === 0) {
    process.once('exit', withoutOurs)
    for (const signal of signals) process.on(signal, onSignal)
    withoutAbandoned()
  }
  ours.add(folder)
  return folder
}

/** Takes a scratch folder away before the process ends. */
export const withoutScratch = (folder: string): void => {
  ours.delete(folder)
  rmSync(folder, {recursive: true, force: true})
  if (ours.size > 0) return
  process.off('exit', withoutOurs)
  for (const signal of signals) process.off(signal, onSignal)
}

const withoutAbandoned = (): void => {
  for (const name of readdirSync(tmpdir()).filter((each) => each.startsWith(start)))
    try {
      const path = join(tmpdir(), name)
      if (Date.now() - statSync(path).mtimeMs > abandoned) rmSync(path, {recursive: true, force: true})
    } catch {
      // Another user's, or gone already.
    }
}
