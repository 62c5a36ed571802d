import {diffArrays} from 'diff'

/** A stretch of a text that gives way to other words: offsets into the text, end exclusive. */
export interface WordEdit {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** What to strike out and write in to get from one text to another, by whole words, in order and apart. Changes that only white space parts are one.
 *  Source: Myers 1986, by the package diff. */
export const wordEdits = (from: string, to: string): readonly WordEdit[] => {
  const edits: WordEdit[] = []
  let at = 0
  for (const {added, removed, value} of diffArrays([...pieces(from)], [...pieces(to)])) {
    const text = value.join('')
    if (!added && !removed) at += text.length
    else {
      const own = added ? {start: at, end: at, text} : {start: at, end: at + text.length, text: ''}
      const last = edits.at(-1)
      if (last && from.slice(last.end, own.start).trim() === '')
        edits[edits.length - 1] = {
          start: last.start,
          end: own.end,
          text: last.text + from.slice(last.end, own.start) + own.text,
        }
      else edits.push(own)
      at = own.end
    }
  }
  return edits
}

/** Words, gaps and marks. */
const pieces = (text: string): readonly string[] => text.match(/[\p{L}\p{N}’']+|\s+|[^\p{L}\p{N}’'\s]/gu) ?? []
