/** Where text stands in Markdown: in lines of its own, in a heading, or in a cell of a table. */
export type Standing = 'paragraph' | 'heading' | 'cell'

const always = new Set('\\`*~['.split(''))
/** What would be read as a character reference. */
const reference = /&(?:#|[a-z][a-z\d]{0,40};)/iuy

/** The Markdown for each character of a text by its index, so that it is read as that character and nothing else. `edges` are where bold
 *  begins or ends. To be asked from the first on: a run of low lines is judged once. */
export const escaping = (text: string, standing: Standing, edges: ReadonlySet<number>): ((at: number) => string) => {
  const broken = text.includes('\n')
  let run = {end: 0, bare: false}
  const lowLine = (at: number): string => {
    if (at >= run.end) run = lowLines(text, at, edges)
    return run.bare ? '_' : '\\_'
  }
  return (at) => {
    const mark = text[at] as string
    if (always.has(mark) || startsBlock(text, at, standing)) return `\\${mark}`
    switch (mark) {
      case '_':
        return lowLine(at)
      case '<':
        // Escaped with a backslash it would still be taken for a tag that a word processor left over.
        return /[\s\d=]/u.test(text[at + 1] ?? ' ') ? mark : '&lt;'
      case '&':
        return isReference(text, at) ? '&amp;' : mark
      case '|':
        return standing === 'cell' || broken ? `\\${mark}` : mark
      case '/':
        // `//so//` is a wiki's italic; the slashes of an address are none.
        return text[at - 1] === '/' && (text[at - 2] !== ':' || edges.has(at - 1)) ? `\\${mark}` : mark
      case '\n':
        return (text[at - 1] === '_' ? ' ' : '') + (standing === 'paragraph' ? '\\\n' : '<br>')
      default:
        return mark
    }
  }
}

const isReference = (text: string, at: number): boolean => {
  reference.lastIndex = at
  return reference.test(text)
}

/** The run of low lines from `at` on. With space after it, or within a word, it begins no emphasis: blanks to fill in stay as they are printed. */
const lowLines = (text: string, at: number, edges: ReadonlySet<number>): {end: number; bare: boolean} => {
  let end = at
  while (text[end] === '_') end++
  for (let edge = at; edge <= end; edge++) if (edges.has(edge)) return {end, bare: false}
  const [before, after] = [text[at - 1] ?? ' ', text[end] ?? ' ']
  const bare = /\s/u.test(after) || (/[a-z\d]/iu.test(before) && /[a-z\d]/iu.test(after))
  return {end, bare}
}

/** What makes the start of a line a heading, quotation, list, rule, underline of a heading, or the second row of a table; the group is
 *  what stands before the character to escape. */
const starts: readonly RegExp[] = [
  /^()#{1,6}(?:\s|$)/u,
  /^()[>=]/u,
  /^()[-+](?:\s|$)/u,
  /^()-[-\s]*$/u,
  /^()_[_\s]*$/u,
  /^()[:|-][-:|\s]*$/u,
  /^(\d{1,9})[.)](?:\s|$)/u,
]

/** Digits of the longest number that begins a step. */
const longestNumber = 9

const startsBlock = (text: string, at: number, standing: Standing): boolean => {
  if (standing === 'cell') return false
  // Marks at the end of a heading would close it.
  if (standing === 'heading') return text[at] === '#' && at === text.length - 1
  if (!/[#>=+:|_.)-]/u.test(text[at] as string)) return false
  const before = text.slice(Math.max(0, at - longestNumber - 1), at)
  if (before.length > longestNumber && !before.includes('\n')) return false
  const from = at - before.length + before.lastIndexOf('\n') + 1
  const end = text.indexOf('\n', from)
  const line = text.slice(from, end < 0 ? text.length : end)
  return starts.some((start) => start.exec(line)?.[1]?.length === at - from)
}
