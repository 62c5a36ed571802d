import type {Writing} from '../words.ts'

/** Writes a text node's decoded value, finding the source offset of each stretch: escapes, character references and
 *  line indents make the source longer than the value. */
export const writeAligned = (out: Writing, value: string, source: string, start: number, end: number): void => {
  if (value.length === end - start) {
    out.add(value, start)
    return
  }
  let from = 0
  let at = 0
  let place = start
  let origin = start
  const flush = (): void => {
    if (at > from) out.add(value.slice(from, at), origin)
  }
  while (at < value.length) {
    const reference = source[place] === '&' ? referenceAt(source, place, end) : 0
    if (place < end && reference === 0 && source[place] === value[at]) {
      at++
      place++
      continue
    }
    flush()
    from = at
    if (place >= end) {
      out.add(value.slice(at), end)
      return
    }
    if (reference > 0) {
      at += (value.codePointAt(at) ?? 0) > 0xffff ? 2 : 1
      out.add(value.slice(from, at), place)
      from = at
      place += reference
    } else place++
    origin = place
  }
  flush()
}

const reference = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});/iuy

const referenceAt = (source: string, at: number, end: number): number => {
  reference.lastIndex = at
  const length = reference.exec(source)?.[0].length ?? 0
  return at + length <= end ? length : 0
}
