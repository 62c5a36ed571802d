import {createInterface} from 'node:readline'
import type {Setting} from '../command.ts'
import {UsageError} from '../errors.ts'

/** A question, and what an empty answer means. */
export interface Question {
  readonly words: string
  readonly otherwise: string
}

/** Asks one question after the other in a terminal. Throws a UsageError where the asking is stopped (Ctrl-C, Ctrl-D) before the last answer. */
export const answersTo = async (
  questions: readonly Question[],
  {stdin, stderr}: Pick<Setting, 'stdin' | 'stderr'>,
): Promise<readonly string[]> => {
  const terminal = createInterface({input: stdin, output: stderr, terminal: true})
  const lines = terminal[Symbol.asyncIterator]()
  const answers: string[] = []
  try {
    for (const {words, otherwise} of questions) {
      stderr.write(otherwise === '' ? `${words}: ` : `${words} [${otherwise}]: `)
      const {value, done} = await lines.next()
      if (done) throw new UsageError('Stopped before the last question: nothing was written.')
      answers.push(String(value).trim() || otherwise)
    }
    return answers
  } finally {
    terminal.close()
  }
}
