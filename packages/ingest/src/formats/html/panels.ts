import type {Element} from 'hast'
import type {Block, Words} from '../../blocks.ts'
import {plainWords} from '../../words.ts'
import {classWords} from './hidden.ts'

/** Says what a click does, and names nothing. */
const generic =
  /^(?:(?:show|hide|open|close|expand|collapse|view|see|read|toggle)(?: (?:all|more|less|sections?|menu|amendments?|this section|details))*|menu|more|accept.*|reject.*|[+–−-]|×)?$/iu

/** Whether a button opens a part of the text below it, so that its words are that part's title. */
export const opensPart = (element: Element, words: () => string): boolean => {
  const {tagName, properties} = element
  if (tagName !== 'button' && properties['role'] !== 'button') return false
  const marked =
    properties['ariaExpanded'] !== undefined ||
    /^(?:collapse|accordion)$/u.test(String(properties['dataToggle'] ?? properties['dataBsToggle'] ?? '')) ||
    classWords(element).some((word) => /^(?:accordion|collapsible|expander)$/u.test(word))
  return marked && !generic.test(words().trim())
}

/** The tabs of a page by the id of the panel each opens. */
export const tabsOf = (all: readonly Element[]): ReadonlyMap<string, Element> => {
  const ids = new Set(all.map(({properties}) => String(properties['id'] ?? '')))
  const tabs = all.filter(
    ({properties}) =>
      properties['role'] === 'tab' ||
      /^(?:tab|pill)$/u.test(String(properties['dataToggle'] ?? properties['dataBsToggle'] ?? '')),
  )
  return new Map(
    tabs.flatMap((tab) => {
      const {ariaControls, dataTarget, dataBsTarget, href} = tab.properties
      const named = [Array.isArray(ariaControls) ? ariaControls[0] : ariaControls, dataTarget, dataBsTarget, href]
      const id = named.map((each) => String(each ?? '').replace(/^#/u, '')).find((each) => each !== '' && ids.has(each))
      return id === undefined ? [] : [[id, tab] as const]
    }),
  )
}

/** Whether an element holds what was changed in the document. */
export const isAmendments = (element: Element): boolean =>
  /^(?:div|section|aside)$/u.test(element.tagName) && classWords(element).some((word) => /^amendments?$/u.test(word))

/** Amendments as a box, so that what follows them on the page is not taken for part of them. */
export const amendmentBox = (blocks: readonly Block[]): readonly Block[] => {
  const [first, ...rest] = blocks
  if (!first) return []
  return [
    first.type === 'heading'
      ? {type: 'box', title: first.words, blocks: rest}
      : {type: 'box', title: plainWords('Amendments'), blocks},
  ]
}

/** A panel's blocks under the words of its tab, which stand elsewhere on the page, unless it begins with them itself. */
export const titledPanel = (title: Words, blocks: readonly Block[]): readonly Block[] => {
  const [first] = blocks
  const own = first?.type === 'heading' && first.words.text.toLowerCase() === title.text.toLowerCase()
  return own || title.text === '' ? blocks : [{type: 'paragraph', words: inBold(title)}, ...blocks]
}

/** Words as if all of them were printed in bold. */
export const inBold = (words: Words): Words => ({...words, strong: words.text === '' ? [] : [[0, words.text.length]]})
