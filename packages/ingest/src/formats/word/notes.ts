import {childOf, elementsIn, textIn, type XmlElement} from '@hedgerow/office'
import type {Inline} from '../flow/flow.ts'
import {formatted} from './numbering.ts'
import type {WordSheet} from './sheet.ts'
import {type Look, valueOf} from './styles.ts'

type InlinesIn = (parent: XmlElement, look: Look, sheet: WordSheet) => readonly Inline[]

/** The note that a run refers to, with its mark as printed. */
export const noteInline = (
  run: XmlElement,
  reference: XmlElement,
  sheet: WordSheet,
  inlinesIn: InlinesIn,
): readonly Inline[] => {
  const kind = reference.name === 'w:footnoteReference' ? 'footnote' : 'endnote'
  const id = reference.attributes['w:id']
  const own = /^(?:1|true|on)$/u.test(reference.attributes['w:customMarkFollows'] ?? '')
  const note = notesOf(sheet)[kind].get(id ?? '')
  const mark = own ? elementsIn(run, 'w:t').map(textIn).join('').trim() || null : counted(kind, sheet)
  // Word hangs no note on a note: one that is hung there, perhaps on itself, stays out.
  if (!note || sheet.inNote) return []
  const inside: WordSheet = {...sheet, open: [], anchored: true, inNote: true}
  const inlines = paragraphsIn(note).flatMap((paragraph, at): readonly Inline[] => [
    ...(at > 0 ? [{type: 'break'} as const] : []),
    ...inlinesIn(paragraph, {}, inside),
  ])
  return [{type: 'note', mark, inlines}]
}

const counted = (kind: 'footnote' | 'endnote', {notes, parts}: WordSheet): string => {
  notes[kind]++
  const format =
    valueOf(childOf(parts.settings, `w:${kind}Pr`), 'w:numFmt') ?? (kind === 'footnote' ? 'decimal' : 'lowerRoman')
  return formatted(notes[kind], format)
}

const paragraphsIn = (element: XmlElement): readonly XmlElement[] =>
  elementsIn(element).flatMap((child) => (child.name === 'w:p' ? [child] : paragraphsIn(child)))

type Notes = Readonly<Record<'footnote' | 'endnote', ReadonlyMap<string, XmlElement>>>
const known = new WeakMap<XmlElement, Notes>()

const notesOf = ({parts}: WordSheet): Notes => {
  const done = known.get(parts.document)
  if (done) return done
  const byId = (root: XmlElement | undefined, name: string): ReadonlyMap<string, XmlElement> =>
    new Map(elementsIn(root, name).map((each) => [each.attributes['w:id'] ?? '', each]))
  const notes = {footnote: byId(parts.footnotes, 'w:footnote'), endnote: byId(parts.endnotes, 'w:endnote')}
  known.set(parts.document, notes)
  return notes
}
