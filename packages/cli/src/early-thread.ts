import {availableParallelism} from 'node:os'
import {Worker} from 'node:worker_threads'
import {threadProgram} from './program.ts'

/** Megabytes that reading one document may take where a corpus says nothing. */
export const usualMegabytes = 1024

let early: Worker | null = null

/** Begins a reading thread before it is known what is to be read, so that it loads while this one does. It keeps nothing waiting if nobody asks for it. */
export const beginEarly = (): void => {
  const program = threadProgram('reading-thread')
  if (program === null || availableParallelism() < 2) return
  early = new Worker(program.code, {
    eval: program.isText,
    resourceLimits: {maxOldGenerationSizeMb: usualMegabytes},
    stdout: true,
    stderr: true,
  })
  early.on('error', () => undefined).on('exit', () => (early = null))
  early.unref()
}

/** The thread that was begun early, for one who asks; null where there is none, or somebody has it. */
export const takenEarly = (): Worker | null => {
  const taken = early
  early = null
  return taken
}
