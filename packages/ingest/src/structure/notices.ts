import type {Edition, NoticeKind} from '@hedgerow/ast'
import type {SectionKind} from '@hedgerow/lexicon'
import type {Block, Words} from '../blocks.ts'
import {lines, part} from '../words.ts'
import type {Context} from './context.ts'
import {editionLine} from './edition.ts'
import {instructs} from './orders.ts'
import {type Part, partWords} from './outline.ts'
import {tableContent} from './tables.ts'

const boxKinds: ReadonlySet<string> = new Set(['scope', 'legislation', 'note'])

const binding = /\b(?:must|shall|should|will|may|required)\b/iu

/** The notice a part is: always for what is about the document; for a box of scope, law or note only unnumbered, scope only before the body, a note
 *  only when nothing in it binds anybody. Null for an ordinary section. */
export const noticeKind = (part: Part, context: Context, inBody: boolean): SectionKind | null => {
  const {heading} = part
  const exact = context.kinds.notice(heading.title)
  const entry = exact ?? context.kinds.byHeading(heading.title)
  if (!entry?.notice) return null
  const binds = partWords(part).some(({text}) => binding.test(text))
  const orders = binds || partWords(part).some(({text}) => instructs(text, context.lexicon))
  // A title that is only likely to name a box is one when nothing in it binds or instructs anybody.
  if (!exact && (boxKinds.has(entry.notice) || orders)) return null
  if (boxKinds.has(entry.notice) && heading.number !== null) return null
  if (entry.notice === 'note' && orders) return null
  return entry.notice === 'scope' && inBody ? null : entry
}

/** What a notice says of the document's edition: its lines, and for version control the last row of its table. */
export const editionsIn = (part: Part, kind: NoticeKind, context: Context): readonly Partial<Edition>[] => {
  if (kind !== 'version-control') return []
  const found: Partial<Edition>[] = []
  for (const {text} of partWords(part).flatMap(lines)) {
    const line = editionLine(text)
    if (line) found.push(line)
  }
  for (const block of part.blocks)
    if (block.type === 'table') tableContent(block, context, (edition) => found.push(edition))
  return found
}

/** A notice's words, its lines joined by a line feed. */
export const noticeText = (words: readonly Words[]): string =>
  words
    .flatMap(lines)
    .map(({text}) => text)
    .join('\n')

/** A box's blocks with a title that its first paragraph begins with (`**Note** The …`, `[!NOTE] The …`) set apart. */
export const boxTitled = (blocks: readonly Block[], {kinds}: Context): readonly Block[] => {
  const [first, ...rest] = blocks
  if (first?.type !== 'paragraph') return blocks
  const {words} = first
  const alert = /^\[!(?:note|tip|important|warning|caution)\]\s*/iu.exec(words.text)?.[0]
  const [from, to] = alert === undefined ? (words.strong[0] ?? [1, 0]) : [0, alert.length]
  const title = alert === undefined ? part(words, 0, to) : part(words, 2, alert.indexOf(']'))
  const after = part(words, to)
  // `**Note:** …` is read whole, as such a line is outside a box.
  if (from !== 0 || after.text === '' || to === 0 || /:$/u.test(title.text) || after.text.startsWith(':')) return blocks
  const text: Block = {type: 'paragraph', words: after}
  if (kinds.notice(title.text)) return [{type: 'paragraph', words: title}, text, ...rest]
  return alert === undefined ? blocks : [text, ...rest]
}
