import {ReaderGone} from './errors.ts'

/** A stream that is written to, as far as we need it: a terminal, a pipe, or a string in a test. */
export interface Output extends NodeJS.WritableStream {
  readonly isTTY?: boolean
  readonly columns?: number
}

/** Writes pieces one after the other, at the reader's pace. */
export interface Writer {
  /** Throws ReaderGone once whoever reads has stopped, and the stream's own fault for any other. */
  readonly write: (piece: string | Uint8Array) => Promise<void>
  readonly lines: (lines: readonly string[]) => Promise<void>
  /** Gives up the stream; resolves when what was written has gone out. */
  readonly close: () => Promise<void>
}

/** A writer on a stream. The stream itself stays open: it is not ours. */
export const writerOn = (stream: Output): Writer => {
  let broken: Error | null = null
  const onError = (fault: NodeJS.ErrnoException): void => {
    broken = fault.code === 'EPIPE' || fault.code === 'ERR_STREAM_DESTROYED' ? new ReaderGone() : fault
  }
  stream.on('error', onError)
  const write = async (piece: string | Uint8Array): Promise<void> => {
    if (broken) throw broken
    if (piece.length === 0) return
    await new Promise<void>((resolve) => stream.write(piece, () => resolve()))
    if (broken) throw broken
  }
  return {
    write,
    lines: (lines) => write(lines.map((line) => `${line}\n`).join('')),
    close: async () => {
      // A fault that comes after the last write (a pipe closed late) must not be thrown by an unwatched stream: the listener stays.
      await new Promise<void>((resolve) => setImmediate(resolve))
    },
  }
}
