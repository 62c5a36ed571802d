/** A line of plain text and where it stands. */
export interface TextLine {
  readonly text: string
  /** Offset of the first character that is no white space. */
  readonly offset: number
  /** Columns of white space before it, a tab counting as one stop of 8. */
  readonly indent: number
  /** What parts it into columns, as printed. */
  readonly raw: string
}

/** Deeper indents are no lists within lists, but text set somewhere on the line. */
const deepest = 40

/** The lines of a text. Form feeds stand for blank lines: a page ends there. */
export const linesIn = (source: string): readonly TextLine[] => {
  let from = 0
  return source.split('\n').map((raw) => {
    const lead = (/^\s*/u.exec(raw) as RegExpExecArray)[0]
    const indent = [...lead.replaceAll('\f', '')].reduce((sum, mark) => sum + (mark === '\t' ? 8 - (sum % 8) : 1), 0)
    const line = {text: raw.trim(), offset: from + lead.length, indent: Math.min(indent, deepest), raw}
    from += raw.length + 1
    return line
  })
}

export const isBlankLine = ({text}: TextLine): boolean => text === ''

const underlines: Readonly<Record<string, number>> = {'=': 1, '-': 2, '~': 3, '*': 2}

/** The level that an underline below a line gives it, or null: a run of one mark about as long as the words above it. */
export const underlineLevel = (line: TextLine, below: TextLine | undefined): number | null => {
  const mark = /^([=\-~*])\1{2,}$/u.exec(below?.text ?? '')?.[1]
  if (mark === undefined || !/\p{L}/u.test(line.text) || line.text.length > 120) return null
  return (below?.text.length ?? 0) * 2 >= line.text.length ? (underlines[mark] ?? null) : null
}

const named =
  /^(?:section|part|chapter|appendix|annexe?|schedule)\s+(?:\d+(?:\.\d+)*|[A-Z]\d?|[IVX]+)(?:\s*[:.–—-]\s*\S.*|\s+\p{Lu}.*)?$/iu
const numbered = /^(\d{1,2}(?:\.\d{1,2}){0,3})[.)]?\s+(\p{Lu}.*)$/u
const longestTitle = 90

/** The level of a line that is a title by its words: numbered, named a section or an appendix, or in capitals; null for any other. */
export const titleLevel = ({text}: TextLine): number | null => {
  if (text.length > longestTitle || /[.;,:?]$/u.test(text.replace(/^\S+\s/u, ''))) return null
  if (named.test(text)) return 2
  const number = numbered.exec(text)
  if (number) return isTitle(number[2] as string) ? 1 + (number[1] as string).split('.').length : null
  return isCapitals(text) ? 2 : null
}

const isTitle = (text: string): boolean =>
  text.split(/\s+/u).length <= 10 && !/\b(?:must|shall|should|will|may)\b/iu.test(text)

/** Whether a line is printed in capitals, with a word of four letters among them. */
export const isCapitals = (text: string): boolean => /\p{Lu}{4}/u.test(text) && !/\p{Ll}|_{2,}/u.test(text)

/** A line's typed marker, and where its words begin. Numbers of several parts (`4.1`) number paragraphs and are none. */
export interface TypedMarker {
  /** As printed; null for a bullet. */
  readonly marker: string | null
  readonly at: number
}

const bullet = /^[-*•●▪◦·‣–➢►o](?:\s+)(?=\S)/u
const step = /^(\(?(?:\d{1,3}|[a-z]|[ivx]{1,5}|[A-Z])[.)])\s+(?=\S)/u

/** The marker a line begins with, or null. */
export const markerOf = ({text}: TextLine): TypedMarker | null => {
  const mark = bullet.exec(text)
  if (mark) return {marker: null, at: mark[0].length}
  const number = step.exec(text)
  return number ? {marker: number[1] as string, at: number[0].length} : null
}

/** A line's cells when tabs part it, with their offsets; one cell when none do. */
export const tabCells = ({
  raw,
  text,
  offset,
}: TextLine): readonly {readonly text: string; readonly offset: number}[] => {
  let from = offset
  const start = raw.length - raw.trimStart().length
  return raw
    .slice(start)
    .trimEnd()
    .split('\t')
    .map((cell) => {
      const found = {text: cell.trim(), offset: from + (cell.length - cell.trimStart().length)}
      from += cell.length + 1
      return found
    })
    .filter((cell, _, all) => cell.text !== '' || all.length < text.length)
}
