/** Where the items of a list stand in some JSON, in bytes, and the rest of it with that list empty. */
export interface Items {
  readonly items: readonly {readonly start: number; readonly end: number}[]
  readonly rest: string
}

const [quote, backslash, comma] = [0x22, 0x5c, 0x2c]
const opens = new Set([0x5b, 0x7b])
const closes = new Set([0x5d, 0x7d])
const spaces = new Set([0x20, 0x0a, 0x0d, 0x09])

/** Finds the items of the list that a member of the outermost object holds, without holding the whole text: a large region exceeds one string. Null
 *  where there is no such list or the text ends early. What is outside the list is left to JSON.parse to judge. */
export const arrayItems = (blocks: Iterable<Uint8Array>, member: string): Items | null => {
  const items: {start: number; end: number}[] = []
  const rest: number[] = []
  let [depth, at, start, last] = [0, 0, -1, -1]
  let [isString, isEscaped, isInside, isOver] = [false, false, false, false]
  let [word, key] = ['', '']
  const end = (): void => {
    if (start >= 0) items.push({start, end: last + 1})
    start = -1
  }
  for (const block of blocks)
    for (const byte of block) {
      if (isInside) {
        if (!isString && depth === 2 && byte === comma) end()
        else if (!isString && depth === 2 && closes.has(byte)) {
          end()
          isInside = false
          isOver = true
        } else if (!spaces.has(byte) || isString) {
          if (start < 0) start = at
          last = at
        }
      }
      if (isString) {
        if (isEscaped) isEscaped = false
        else if (byte === backslash) isEscaped = true
        else if (byte === quote) isString = false
        if (isString && depth === 1) word += String.fromCharCode(byte)
        if (!isString && depth === 1) key = word
      } else if (byte === quote) {
        isString = true
        word = ''
      } else if (opens.has(byte)) {
        depth++
        if (depth === 2 && byte === 0x5b && key === member && !isOver) {
          isInside = true
          rest.push(byte)
        }
      } else if (closes.has(byte)) depth--
      if (!isInside) rest.push(byte)
      at++
    }
  if (!isOver || depth !== 0) return null
  return {items, rest: new TextDecoder().decode(Uint8Array.from(rest))}
}
