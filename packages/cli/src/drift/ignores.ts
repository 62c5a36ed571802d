import {clauses, type Procedure} from '@hedgerow/ast'
import type {Ignore} from '@hedgerow/assess'

/** A comment as it stands in a document, before it is known which provision it speaks of. */
interface Comment {
  readonly line: number
  readonly class: string
  readonly reason: string
}

const pattern = /<!--\s*hedgerow-ignore\s+(\w+(?:-\w+)*)\s*(?:--(?!>)|—|–|:)?\s*((?:(?!-->)[\s\S])*?)\s*-->/gu

/** The comments `<!-- hedgerow-ignore class -- reason -->` of a Markdown or HTML document, those in fenced code left aside. */
const comments = (text: string): readonly Comment[] => {
  const plain = text.replace(/^(```|~~~)[\s\S]*?^\1/gmu, (code) => code.replace(/[^\n]/gu, ' '))
  return [...plain.matchAll(pattern)].map(({index, 0: whole, 1: name, 2: reason}) => ({
    // A comment of several lines speaks of what follows its last.
    line: plain.slice(0, index + whole.length).split('\n').length,
    class: (name as string).toLowerCase(),
    reason: reason as string,
  }))
}

/** The comments of a document with the provision each speaks of: one on its own line, or else the next below. */
export const ignoresIn = (path: string, text: string, procedure: Procedure): readonly Ignore[] => {
  const lines = clauses(procedure).map(({source}) => (source.path === path ? source.line : null))
  return comments(text).map((comment) => ({path, ...comment, provision: placeAfter(comment.line, lines)}))
}

/** The place of the provision that begins on a line, or of the first one after it; null where none does. */
const placeAfter = (line: number, lines: readonly (number | null)[]): number | null => {
  const below = lines.flatMap((each, place) => (each !== null && each >= line ? [{each, place}] : []))
  const nearest = below.sort((x, y) => x.each - y.each || x.place - y.place)[0]
  return nearest?.place ?? null
}
