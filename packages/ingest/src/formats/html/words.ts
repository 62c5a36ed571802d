import type {Element, ElementContent} from 'hast'
import type {Words} from '../../blocks.ts'
import {type Message, message} from '../../message.ts'
import {filler, writing, type Writing} from '../../words.ts'
import {writeAligned} from '../aligned.ts'
import {isControl} from './controls.ts'

/** What is known of a page while its blocks are read. */
export interface Sheet {
  readonly source: string
  /** Where `source` stands in the document it is part of. */
  readonly shift: number
  readonly labels: ReadonlyMap<string, Element>
  readonly note: (message: Message) => void
  readonly dropped: {words: number}
  readonly skip?: (element: Element) => boolean
  /** Tabs by the id of the panel each opens. */
  readonly tabs?: ReadonlyMap<string, Element>
  /** Whether words on buttons count, as they do in a heading that opens on a click. */
  readonly buttons?: boolean
  readonly inLink?: boolean
  /** Whether the page never shows an element. */
  readonly isHidden?: (element: Element) => boolean
}

/** Elements that begin a line of their own. */
export const blockTags: ReadonlySet<string> = new Set(
  (
    'address article aside blockquote center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr li ' +
    'legend main menu ol p pre section summary table tbody td tfoot th thead tr ul body'
  ).split(' '),
)

/** The element children among some nodes. */
export const elements = (children: readonly ElementContent[]): readonly Element[] =>
  children.filter((child): child is Element => child.type === 'element')

/** The words in an element, its blocks and line breaks on lines of their own. */
export const wordsIn = (element: Element, sheet: Sheet): Words => {
  const out = writing()
  for (const child of element.children) write(child, sheet, out)
  return out.words()
}

/** Writes what a node says; inputs and what is left out say nothing. */
export const write = (node: ElementContent, sheet: Sheet, out: Writing): void => {
  if (node.type === 'text') {
    const at = node.position?.start.offset
    const value = sheet.inLink ? withoutSuffix(node.value) : node.value
    if (at === undefined) out.add(value, null)
    else writeShifted(value, at, node.position?.end.offset ?? at, sheet, out)
  }
  if (node.type !== 'element' || (isControl(node) && !(sheet.buttons && node.tagName === 'button'))) return
  if (sheet.skip?.(node)) return countDropped(node, sheet)
  const within = node.tagName === 'a' ? {...sheet, inLink: true} : sheet
  const inside = (): void => node.children.forEach((child) => write(child, within, out))
  if (node.tagName === 'br') out.lineBreak()
  else if (isStrong(node)) out.bold(inside)
  else if (node.tagName === 'img') noteImage(node, sheet)
  else if (blockTags.has(node.tagName)) {
    out.lineBreak()
    inside()
    out.lineBreak()
  } else inside()
}

const isStrong = ({tagName, properties}: Element): boolean =>
  tagName === 'b' ||
  tagName === 'strong' ||
  (tagName === 'span' && /font-weight\s*:\s*(?:bold|[6-9]00)/iu.test(String(properties['style'] ?? '')))

const suffix = /\s*[([]?(?:this link )?opens in (?:a )?new (?:window|tab|browser window)[)\]]?\s*$/iu

/** A link's words without what only says how it opens, at the same offsets. */
const withoutSuffix = (value: string): string => value.replace(suffix, (found) => filler.repeat(found.length))

const writeShifted = (value: string, start: number, end: number, {source, shift}: Sheet, out: Writing): void => {
  if (shift === 0) return writeAligned(out, value, source, start, end)
  out.add(value, start + shift)
}

/** What a page leaves out but a person would see: told, since it may matter. */
const noteDropped = ({tagName, properties, position, children}: Element, sheet: Sheet): void => {
  const line = position?.start.line ?? null
  if (
    tagName === 'iframe' &&
    /\S/u.test(String(properties['src'] ?? '')) &&
    !/^[01](?:px)?$/u.test(String(properties['width'] ?? ''))
  ) {
    const title = String(properties['title'] ?? '')
    sheet.note(
      message(
        'frame',
        `Unexpected frame${title === '' ? '' : ` "${title}"`}, expected text: a saved page does not hold what it shows`,
        {line},
      ),
    )
  }
  if (/^(?:del|s|strike)$/u.test(tagName) && children.length > 0)
    sheet.note(message('struck-out', 'Unexpected words struck out, left out: they are no longer in force', {line}))
}

const noteImage = (image: Element, sheet: Sheet): void => {
  const alt = String(image.properties['alt'] ?? '')
  if (alt !== '')
    sheet.note(
      message('image', `Unexpected picture "${alt}", expected text: what it shows is not compared`, {
        line: image.position?.start.line ?? null,
      }),
    )
}

/** From here on, hidden words are told of by line: a page that shows them by a script would lose them. */
const manyHidden = 10

/** Counts the words of an element that is left out, and tells of it where it may matter. */
export const countDropped = (element: Element, sheet: Sheet): void => {
  noteDropped(element, sheet)
  if (/^(?:script|style|template|noscript|svg|head|link|meta)$/u.test(element.tagName)) return
  const count = wordsIn(element, {...sheet, skip: () => false})
    .text.split(/\s+/u)
    .filter(Boolean).length
  sheet.dropped.words += count
  const reason = `Unexpected ${count} words that the page never shows, left out: check that they are no part of the procedure`
  if (count >= manyHidden && sheet.isHidden?.(element))
    sheet.note(message('hidden-text', reason, {line: element.position?.start.line ?? null}))
}
