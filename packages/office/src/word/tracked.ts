import {element, type Markup, markup, xmlPart} from '../markup.ts'
import type {Relationship} from '../open-packaging.ts'
import {type OpeningLimits, type Parts, partsOf} from '../parts.ts'
import {type PlacedElement, placedIn, placedXml} from '../placed.ts'
import {Unreadable} from '../unreadable.ts'
import {xmlOf} from '../xml.ts'
import {zipped} from '../zipped.ts'
import {changedInside, type Revising, type TextEdit} from './changed-paragraph.ts'
import {placeOfText, type WordParagraph, wordParagraphs} from './paragraphs.ts'

/** Other words for a stretch of a Word document, or a remark about it. */
export interface TrackedChange {
  /** The stretch as printed; white space does not count. */
  readonly text: string
  /** The paragraph it stands in, counted from 1, where that is known. */
  readonly paragraph: number | null
  /** What gives way to what, by offsets into `text`; empty for a remark alone. */
  readonly edits: readonly TextEdit[]
  /** Paragraphs of the comment that stands beside it. */
  readonly comment: readonly string[]
}

/** What became of each change: `changed`, `commented` where its words could not be touched but the place is known, `lost` where it is not. */
export type Placing = 'changed' | 'commented' | 'lost'

/** A document with changes in it, and what became of them in their order. */
export interface TrackedDocument {
  readonly bytes: Uint8Array
  readonly placed: readonly Placing[]
}

/** Who changes, and when: an ISO day. */
export interface Reviser {
  readonly author: string
  readonly initials: string
  readonly day: string
}

const space = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const commentsType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml'

/** A Word document with tracked changes and comments, everything else kept to the letter. `summary` is given what became of each change and gives the comment
 *  that stands at the document's beginning. Throws Unreadable for what is no Word document. */
export const trackedDocument = (
  bytes: Uint8Array,
  changes: readonly TrackedChange[],
  {author, initials, day}: Reviser,
  summary: (placed: readonly Placing[]) => readonly string[],
  limits: OpeningLimits,
): TrackedDocument => {
  const parts = partsOf(bytes, () => true, limits)
  const main = mainPart(parts, limits)
  const source = checkedText(parts, main, limits)
  const root = placedXml(source)
  if (root.tag !== 'w:document')
    throw new Unreadable('it names its elements in an unusual way', 'open it in Word and save it again as .docx')
  const paragraphs = wordParagraphs(root)
  const comments = commentsPart(parts, main, limits)
  let id = Math.max(0, ...idsIn(source), ...idsIn(comments.source)) + 1
  const revising: Revising = {author, moment: `${day}T00:00:00Z`, next: () => id++}
  const work = planned(changes, paragraphs, source, revising)
  const placed = changes.map((each) => work.placing.get(each) ?? 'lost')
  const notes: Markup[] = []
  const remark = (said: readonly string[]): number => {
    const own = id++
    notes.push(comment(own, said, {author, initials, day}))
    return own
  }
  const said = summary(placed)
  const [first] = paragraphs
  const texts = new Map<WordParagraph, string>()
  for (const paragraph of paragraphs) {
    const own = work.in.get(paragraph) ?? []
    const heads = [...(paragraph === first && said.length > 0 ? [said] : []), ...own.map((each) => each.comment)]
    if (heads.length === 0) continue
    const ids = heads.map(remark)
    texts.set(paragraph, commented(source, paragraph.element, work.inside.get(paragraph), ids))
  }
  const written = spliced(source, texts)
  const changed = new Map([...parts, [main, encoded(written)] as const])
  return {bytes: zipped(notes.length === 0 ? changed : withComments(changed, main, comments, notes, limits)), placed}
}

interface Work {
  readonly in: ReadonlyMap<WordParagraph, readonly TrackedChange[]>
  /** What stands inside a paragraph whose words change. */
  readonly inside: ReadonlyMap<WordParagraph, string>
  readonly placing: ReadonlyMap<TrackedChange, Placing>
}

/** Where each change goes. Of a paragraph whose changes cannot all be made together none is, and all are remarks. */
const planned = (
  changes: readonly TrackedChange[],
  paragraphs: readonly WordParagraph[],
  source: string,
  revising: Revising,
): Work => {
  const placing = new Map<TrackedChange, Placing>()
  const held = new Map<WordParagraph, {change: TrackedChange; edits: readonly TextEdit[]}[]>()
  for (const change of changes) {
    const place = placeOfText(paragraphs, change.text, change.paragraph)
    if (!place) continue
    const own = shifted(change, place.in.text.slice(place.start, place.end), place.start)
    held.set(place.in, [...(held.get(place.in) ?? []), {change, edits: own}])
  }
  const inside = new Map<WordParagraph, string>()
  for (const [paragraph, all] of held) {
    const edits = all.flatMap((each) => each.edits).sort((x, y) => x.start - y.start)
    const isApart = edits.every((edit, at) => at === 0 || (edits[at - 1] as TextEdit).end <= edit.start)
    const done = edits.length > 0 && isApart ? changedInside(source, paragraph.element, edits, revising) : null
    if (done !== null) inside.set(paragraph, done)
    for (const {change} of all) placing.set(change, done !== null && change.edits.length > 0 ? 'changed' : 'commented')
  }
  return {in: new Map([...held].map(([paragraph, all]) => [paragraph, all.map(({change}) => change)])), inside, placing}
}

/** A change's edits by offsets into its paragraph: the text found may be spaced otherwise than the text wanted. */
const shifted = ({text, edits}: TrackedChange, found: string, at: number): readonly TextEdit[] => {
  const places: number[] = []
  let from = 0
  for (const character of text) {
    if (/\s/u.test(character)) {
      places.push(from)
      while (/\s/u.test(found[from] ?? '')) from++
    } else {
      places.push(from)
      from += character.length
    }
    if (character.length > 1) places.push(from)
  }
  places.push(found.length)
  return edits.map(({start, end, text: own}) => ({
    start: at + (places[start] ?? found.length),
    end: at + (places[end] ?? found.length),
    text: own,
  }))
}

const commented = (
  source: string,
  {start, inside, end, tag, children}: PlacedElement,
  changed: string | undefined,
  ids: readonly number[],
): string => {
  const isEmpty = inside[0] === end
  const head = isEmpty ? source.slice(start, end).replace(/\s*\/>$/u, '>') : source.slice(start, inside[0])
  const properties = children.find(
    (child): child is PlacedElement => typeof child !== 'string' && child.name === 'w:pPr',
  )
  const look = properties ? source.slice(properties.start, properties.end) : ''
  const rest = changed ?? source.slice(properties?.end ?? inside[0], inside[1])
  const before = ids.map((id) => markup(element('w:commentRangeStart', {'w:id': id}))).join('')
  const after = ids.map(
    (id) =>
      markup(element('w:commentRangeEnd', {'w:id': id})) +
      markup(element('w:r', {}, element('w:commentReference', {'w:id': id}))),
  )
  return `${head}${look}${before}${rest}${after.join('')}</${tag}>`
}

const spliced = (source: string, texts: ReadonlyMap<WordParagraph, string>): string => {
  let [done, at] = ['', 0]
  for (const [{element: own}, text] of [...texts].sort(([x], [y]) => x.element.start - y.element.start)) {
    done += source.slice(at, own.start) + text
    at = own.end
  }
  return done + source.slice(at)
}

const comment = (id: number, said: readonly string[], {author, initials, day}: Reviser): Markup =>
  element(
    'w:comment',
    {'w:id': id, 'w:author': author, 'w:date': `${day}T00:00:00Z`, 'w:initials': initials},
    said.map((text) => element('w:p', {}, element('w:r', {}, element('w:t', {'xml:space': 'preserve'}, text)))),
  )

interface CommentsPart {
  readonly path: string
  /** Empty where the document has none. */
  readonly source: string
}

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1)
const relsOf = (path: string): string => `${folderOf(path)}_rels/${path.slice(folderOf(path).length)}.rels`

const related = (parts: Parts, of: string, kind: string, limits: OpeningLimits): string | null => {
  const rels = parts.get(of)
  if (!rels) return null
  const found = placedIn(placedXml(checkedText(parts, of, limits))).find(({attributes}) =>
    (attributes['Type'] ?? '').endsWith(`/${kind}`),
  )
  return found?.attributes['Target'] ?? null
}

const mainPart = (parts: Parts, limits: OpeningLimits): string => {
  const target = related(parts, '_rels/.rels', 'officeDocument', limits)?.replace(/^\//u, '') ?? 'word/document.xml'
  if (parts.has(target)) return target
  throw new Unreadable(
    `its part ${target}, which holds the text, is missing`,
    'open it in Word and save it again as .docx',
  )
}

const commentsPart = (parts: Parts, main: string, limits: OpeningLimits): CommentsPart => {
  const target = related(parts, relsOf(main), 'comments', limits)
  const path =
    target === null
      ? `${folderOf(main)}comments.xml`
      : target.startsWith('/')
        ? target.slice(1)
        : folderOf(main) + target
  return {path, source: parts.has(path) ? checkedText(parts, path, limits) : ''}
}

/** A part's text, known to be XML. */
const checkedText = (parts: Parts, path: string, limits: OpeningLimits): string => {
  const bytes = parts.get(path) as Uint8Array
  xmlOf(bytes, path, limits)
  return new TextDecoder().decode(bytes)
}

const encoded = (text: string): Uint8Array => new TextEncoder().encode(text)

const idsIn = (source: string): readonly number[] =>
  [...source.matchAll(/\bw:id="(\d{1,9})"/gu)].map(([, id]) => Number(id))

/** The parts with these comments after those that were there. */
const withComments = (
  parts: Parts,
  main: string,
  {path, source}: CommentsPart,
  notes: readonly Markup[],
  limits: OpeningLimits,
): Parts => {
  const all = notes.map(markup).join('')
  if (source !== '') {
    const root = placedXml(source)
    const isEmpty = root.inside[0] === root.end
    const head = isEmpty ? source.slice(0, root.end).replace(/\s*\/>$/u, '>') : source.slice(0, root.inside[1])
    return new Map([...parts, [path, encoded(`${head}${all}</${root.tag}>`)] as const])
  }
  const part = xmlPart(element('w:comments', {'xmlns:w': space})).replace(/\/>$/u, `>${all}</w:comments>`)
  const rels = relsOf(main)
  const relation: Relationship = {id: freeId(parts, rels), kind: 'comments', target: path.slice(folderOf(main).length)}
  return new Map([
    ...parts,
    [
      '[Content_Types].xml',
      encoded(inserted(checkedText(parts, '[Content_Types].xml', limits), typeOf(path))),
    ] as const,
    [
      rels,
      encoded(inserted(parts.has(rels) ? checkedText(parts, rels, limits) : emptyRels, relationOf(relation))),
    ] as const,
    [path, encoded(part)] as const,
  ])
}

const emptyRels = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'

const typeOf = (path: string): Markup => element('Override', {PartName: `/${path}`, ContentType: commentsType})

const relationOf = ({id, kind, target}: Relationship): Markup =>
  element('Relationship', {
    Id: id,
    Type: `http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}`,
    Target: target,
  })

const freeId = (parts: Parts, rels: string): string => {
  const known = new TextDecoder().decode(parts.get(rels) ?? new Uint8Array())
  let n = 1
  while (known.includes(`"hedgerow${n}"`)) n++
  return `hedgerow${n}`
}

/** A part with an element written last into its root, under the root's own prefix. */
const inserted = (source: string, node: Markup): string => {
  const root = placedXml(source)
  const prefix = root.tag.includes(':') ? `${root.tag.split(':')[0]}:` : ''
  const own = markup({...node, name: `${prefix}${node.name}`})
  const isEmpty = root.inside[0] === root.end
  const head = isEmpty ? source.slice(0, root.end).replace(/\s*\/>$/u, '>') : source.slice(0, root.inside[1])
  return `${head}${own}</${root.tag}>${source.slice(root.end)}`
}
