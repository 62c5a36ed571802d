/** A guideline named by its code, with its place in the text, end exclusive, and the year printed with it. */
export interface CodedGuidance {
  readonly code: string
  readonly year: number | null
  readonly start: number
  readonly end: number
}

/** A code of the National Institute for Health and Care Excellence: guideline, older clinical or public health guideline, quality standard.
 *  Source: the prefixes under which it publishes. */
const codeForm = /(?<![\p{L}\p{N}])(?:NICE )?(NG|CG|PH|QS) ?(\d{1,3})(?![\p{L}\p{N}])/gu

/** Guidelines that a text names by code (`NG225`, `NICE CG 133`), where it also names their publisher. A title printed behind the code and its year in brackets
 *  belong to the citation: `CG133, Self-harm in over 8s (2011)` sets no age. */
export const codedGuidance = (text: string): readonly CodedGuidance[] => {
  if (!/\b(?:NICE|National Institute for Health)\b/u.test(text)) return []
  return [...text.matchAll(codeForm)].map((match) => {
    const end = match.index + match[0].length
    const {year, length} = titleBehind(text.slice(end, end + longestTitle))
    return {code: `${match[1]}${match[2]}`, year, start: match.index, end: end + length}
  })
}

/** So many characters a title and its year may take. */
const longestTitle = 160

const titleBehind = (rest: string): {readonly year: number | null; readonly length: number} => {
  const open = rest.indexOf('(')
  const title = open < 0 ? '' : rest.slice(0, open)
  const year = open < 0 ? null : /^\((?:19|20)\d\d\)/u.exec(rest.slice(open))
  const isTitle = year !== null && /^(?:\s|[,:–-]\s+\p{Lu}[^.;|]*)$/u.test(title)
  return isTitle ? {year: Number(year[0].slice(1, -1)), length: open + year[0].length} : {year: null, length: 0}
}
