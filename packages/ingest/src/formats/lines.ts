import {lastAtMost} from './last-at-most.ts'
import type {Place} from './reading.ts'

/** Turns an offset into `text` into its line and column, both from 1. */
export const linePlaces = (text: string): ((offset: number) => Place) => {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return (offset) => {
    const at = lastAtMost(starts, offset)
    return {line: at + 1, column: offset - (starts[at] as number) + 1}
  }
}
