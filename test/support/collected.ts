import {Writable} from 'node:stream'

/** A stream that keeps what is written to it, and what that is. */
export const collected = () => {
  let text = ''
  const stream = new Writable({
    write: (piece, _, done) => {
      text += String(piece)
      done()
    },
  })
  return {stream, text: () => text}
}
