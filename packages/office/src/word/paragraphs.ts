import {type PlacedElement, placedIn} from '../placed.ts'
import {paragraphText} from './changed-paragraph.ts'

/** A paragraph of a document's body: its place counted from 1 as readers count it, and its text as printed. */
export interface WordParagraph {
  readonly paragraph: number
  readonly element: PlacedElement
  readonly text: string
}

/** The paragraphs of a document in order, tables and all; text boxes and notes stand apart and are none. Of alternatives the newest counts. */
export const wordParagraphs = (root: PlacedElement): readonly WordParagraph[] => {
  const [body] = placedIn(root, 'w:body')
  if (!body) return []
  return within(body).map((element, at) => ({paragraph: at + 1, element, text: paragraphText(element)}))
}

const within = (parent: PlacedElement): readonly PlacedElement[] =>
  placedIn(parent).flatMap((child): readonly PlacedElement[] => {
    if (child.name === 'w:p') return [child]
    if (child.name === 'mc:AlternateContent') return placedIn(child).slice(0, 1).flatMap(within)
    return child.name === 'w:del' ? [] : within(child)
  })

/** Where a text stands in a document, white space apart: in the paragraph named if it is there, else in the only one that has it. Null where it is
 *  nowhere, or nobody can say where. */
export const placeOfText = (
  paragraphs: readonly WordParagraph[],
  text: string,
  paragraph: number | null,
): {readonly in: WordParagraph; readonly start: number; readonly end: number} | null => {
  const wanted = plain(text).text
  if (wanted === '') return null
  const found = paragraphs.flatMap((each) => {
    const own = plain(each.text)
    const at = own.text.indexOf(wanted)
    const isOnce = at >= 0 && own.text.indexOf(wanted, at + 1) < 0
    if (!isOnce) return []
    const last = own.offsets[at + wanted.length - 1] as number
    return [{in: each, start: own.offsets[at] as number, end: last + 1}]
  })
  return found.find((each) => each.in.paragraph === paragraph) ?? (found.length === 1 ? (found[0] ?? null) : null)
}

/** A text with every run of white space as one space, and where each of its characters stands in it. */
const plain = (text: string): {readonly text: string; readonly offsets: readonly number[]} => {
  let [kept, isSpace] = ['', true]
  const offsets: number[] = []
  for (let at = 0; at < text.length; at++) {
    const character = text[at] as string
    const isGap = /\s/u.test(character)
    if (isGap && isSpace) continue
    kept += isGap ? ' ' : character
    offsets.push(at)
    isSpace = isGap
  }
  return {text: kept.trimEnd(), offsets}
}
