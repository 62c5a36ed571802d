import type {Element, ElementContent, Nodes, Root} from 'hast'
import {selectAll} from 'hast-util-select'
import rehypeParse from 'rehype-parse'
import {unified} from 'unified'
import type {Block} from '../blocks.ts'
import {type Message, message} from '../message.ts'
import {Unreadable} from '@hedgerow/office'
import {squeezed} from '../words.ts'
import {blocksUnder} from './html/blocks.ts'
import {isFurniture} from './html/furniture.ts'
import {hiddenParts} from './html/hidden.ts'
import {tabsOf} from './html/panels.ts'
import {htmlText} from './html/html-text.ts'
import type {Sheet} from './html/words.ts'
import {linePlaces} from './lines.ts'
import type {Reader, Selectors} from './reading.ts'

const documents = unified().use(rehypeParse).freeze()
const fragments = unified().use(rehypeParse, {fragment: true}).freeze()

/** A web page: its main part, or what the site's own selectors keep, without the furniture around it. */
export const html: Reader = (bytes, {limits, selectors}) => {
  const {text: source, messages: told} = htmlText(bytes)
  if (source.length > limits.characters)
    throw new Unreadable(
      `it has ${source.length} characters, more than the limit of ${limits.characters}`,
      'split it into parts, or raise the limit',
    )
  const tree = parsed(source)
  refuseDeep(tree, limits.nesting)
  const messages: Message[] = [...told]
  const all = elementsOf(tree)
  const {isHidden} = hiddenParts(all)
  const sheet: Sheet = {
    source,
    shift: 0,
    labels: labelled(tree),
    tabs: tabsOf(all),
    isHidden,
    note: (found) => messages.push(found),
    dropped: {words: 0},
  }
  const {roots, inMain} = mainParts(tree, selectors)
  const dropped = new Set<Nodes>((selectors.drop ?? []).flatMap((selector) => selectAll(selector, tree)))
  const skip = (element: Element): boolean =>
    dropped.has(element) || isFurniture(element, inMain, isHidden, () => textOf(element))
  const blocks = roots.flatMap((root) => blocksUnder(root.children as ElementContent[], {...sheet, skip}))
  if (sheet.dropped.words > 0)
    messages.push(
      message('page-furniture', `Unexpected ${sheet.dropped.words} words around the procedure, left out`, {
        severity: 'info',
      }),
    )
  return {title: pageTitle(tree, blocks), frontMatter: {}, blocks: blocks, messages, place: linePlaces(source)}
}

/** The blocks of a piece of HTML inside another document, standing at `shift` in it. */
export const fragmentBlocks = (source: string, shift: number): readonly Block[] => {
  const tree = fragments.parse(source)
  const {isHidden} = hiddenParts(elementsOf(tree))
  const sheet: Sheet = {source, shift, labels: labelled(tree), note: () => undefined, dropped: {words: 0}}
  return blocksUnder(tree.children as ElementContent[], {
    ...sheet,
    skip: (element) => isFurniture(element, true, isHidden, () => textOf(element)),
  })
}

const parsed = (source: string): Root => {
  try {
    return documents.parse(source)
  } catch (error) {
    // The parser's own recursion gives out on absurdly nested pages.
    if (error instanceof RangeError)
      throw new Unreadable('it nests elements too deep to be read', 'save the page again as simple HTML')
    throw error
  }
}

const refuseDeep = (tree: Root, limit: number): void => {
  let level: readonly Nodes[] = [tree]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > limit)
      throw new Unreadable(`it nests elements more than ${limit} deep`, 'save the page again as simple HTML')
    level = level.flatMap((node) => ('children' in node ? (node.children as Nodes[]) : []))
  }
}

/** Every element of a page in reading order. */
const elementsOf = (tree: Nodes): readonly Element[] => {
  const found: Element[] = []
  const open: Nodes[] = [tree]
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.type === 'element') found.push(node)
    if ('children' in node) for (let at = node.children.length - 1; at >= 0; at--) open.push(node.children[at] as Nodes)
  }
  return found
}

/** What marks the main part of a page, surest first. */
const mains: readonly ((element: Element) => boolean)[] = [
  ({tagName}) => tagName === 'main',
  ({properties}) => properties['role'] === 'main',
  ({properties}) => properties['id'] === 'main-content',
  ({tagName}) => tagName === 'article',
]

const mainParts = (tree: Root, {keep = []}: Selectors): {roots: readonly Element[]; inMain: boolean} => {
  const kept = keep.flatMap((selector) => selectAll(selector, tree))
  if (kept.length > 0) return {roots: kept, inMain: true}
  const all = elementsOf(tree)
  for (const isMain of mains) {
    const main = all.find((element) => isMain(element) && textOf(element).trim() !== '')
    if (main) return {roots: [main], inMain: true}
  }
  return {roots: all.filter(({tagName}) => tagName === 'body'), inMain: false}
}

const pageTitle = (tree: Root, blocks: readonly Block[]): string | null => {
  if (blocks.some((block) => block.type === 'heading' && block.level === 1)) return null
  const all = elementsOf(tree)
  const heading = all.find(({tagName}) => tagName === 'h1') ?? all.find(({tagName}) => tagName === 'title')
  return heading ? squeezed(textOf(heading)) || null : null
}

/** Labels by the id of the control they are for. */
const labelled = (tree: Root): ReadonlyMap<string, Element> => {
  const all = elementsOf(tree)
  const ids = new Set(
    all
      .filter(({tagName}) => /^(?:input|select|textarea)$/u.test(tagName))
      .map(({properties}) => String(properties['id'] ?? '')),
  )
  const labels = all
    .filter(({tagName}) => tagName === 'label')
    .map((label) => [String(label.properties['htmlFor'] ?? ''), label] as const)
  return new Map(labels.filter(([id]) => id !== '' && ids.has(id)))
}

const textOf = (node: Nodes): string => {
  if (node.type === 'text') return node.value
  return 'children' in node
    ? (node.children as Nodes[]).map(textOf).join(node.type === 'element' && node.tagName === 'p' ? ' ' : '')
    : ''
}
