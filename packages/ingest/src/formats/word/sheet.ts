import {elementsIn, textIn, type XmlElement} from '@hedgerow/office'
import type {Flow} from '../flow/flow.ts'
import type {Tally} from '../flow/tally.ts'
import type {Numbering} from './numbering.ts'
import type {WordPackage} from './package.ts'
import type {Styles} from './styles.ts'

/** A field whose instruction or result is being read. */
export interface OpenField {
  readonly data: XmlElement | undefined
  code: string
  inResult: boolean
}

/** What is known of a Word document while its text is read. */
export interface WordSheet {
  readonly parts: WordPackage
  readonly styles: Styles
  readonly numbering: Numbering
  readonly tally: Tally
  /** The starts of the fields that end: one that does not would swallow all that follows. */
  readonly fields: ReadonlySet<XmlElement>
  readonly open: OpenField[]
  readonly notes: {footnote: number; endnote: number}
  /** Of the paragraph being read, from 1. */
  paragraph: number
  /** Whether a text box or note is being read, whose paragraphs are not counted: they stand where they are anchored. */
  anchored: boolean
  /** Whether a note is being read. */
  readonly inNote?: boolean
  readonly flowOf: (parent: XmlElement, sheet: WordSheet) => readonly Flow[]
}

/** Counts a tracked change. */
export const tallyChange = (
  {tally}: WordSheet,
  change: XmlElement,
  kind: 'changes' | 'markChanges' = 'changes',
): void => {
  tally[kind]++
  const author = change.attributes['w:author']?.trim()
  if (author) tally.authors.add(author)
}

/** The alternative of an `mc:AlternateContent` that is read: the newest, unless only the older one holds text. */
export const chosen = (element: XmlElement): XmlElement | undefined => {
  const [first, ...rest] = element.children.filter((child): child is XmlElement => typeof child !== 'string')
  const fallback = rest.find(({name}) => name === 'mc:Fallback')
  return first && (holdsText(first) || !fallback || !holdsText(fallback)) ? first : (fallback ?? first)
}

const holdsText = (element: XmlElement): boolean =>
  element.name === 'w:t' || element.children.some((child) => typeof child !== 'string' && holdsText(child))

/** All text in an element as accepted, a space between its paragraphs. */
export const spoken = (element: XmlElement | undefined): string => {
  if (!element || element.name === 'w:del' || element.name === 'w:moveFrom') return ''
  if (element.name === 'w:t') return textIn(element)
  const inside = element.name === 'mc:AlternateContent' ? [chosen(element)] : elementsIn(element)
  return inside.map(spoken).join('') + (element.name === 'w:p' ? ' ' : '')
}

/** How many paragraphs an element holds. */
export const paragraphCount = (element: XmlElement | undefined): number =>
  elementsIn(element).reduce((sum, child) => sum + (child.name === 'w:p' ? 1 : paragraphCount(child)), 0)
