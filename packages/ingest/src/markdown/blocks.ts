import type {Block, BoxBlock, HeadingBlock, ListBlock, ListItem, Words} from '../blocks.ts'
import {longestMarker, printedSpace} from '../formats/markdown/printed-markers.ts'
import {blockWords} from '../structure/outline.ts'
import {isBold, plainWords, squeezed} from '../words.ts'
import {controlHtml, definitionHtml} from './html.ts'
import {cleaned, inlineMarkdown} from './inline.ts'
import {deepest, withFittedLevels} from './levels.ts'
import type {Manuscript} from './manuscript.ts'
import {tableMarkdown} from './tables.ts'

interface Written {
  readonly type: Block['type']
  readonly text: string
}

/** Blocks as Markdown that is read as the same blocks. */
export const blocksMarkdown = (blocks: readonly Block[], page: Manuscript): string =>
  plainBlocks(withFittedLevels(blocks), page)

const plainBlocks = (blocks: readonly Block[], page: Manuscript): string =>
  laidOut(blocks.flatMap((block) => written(block, page)))

const written = (block: Block, page: Manuscript): readonly Written[] => {
  const before = block.type === 'list' || block.type === 'table' || block.type === 'box' ? '' : markOf(block, page)
  const text = blockText(block, page)
  if (text === null) return []
  return [{type: block.type, text: before === '' ? text : `${before}\n${text}`}]
}

const markOf = (block: Block, page: Manuscript): string =>
  page.pageMark(blockWords(block).find(({text}) => text !== ''))

const blockText = (block: Block, page: Manuscript): string | null => {
  switch (block.type) {
    case 'heading':
      return headingText(block, page)
    case 'paragraph':
      return inlineMarkdown(block.words, 'paragraph') || null
    case 'list':
      // Even an empty one parts what stands around it.
      return block.items.length === 0 ? '<ul></ul>' : listText(block, page)
    case 'table':
      return tableMarkdown(block, page)
    case 'control':
      return controlHtml(block)
    case 'definition':
      return definitionHtml(block)
    case 'box':
      return boxText(block, page)
    case 'note':
      return noteText(block.mark, block.words, page)
  }
}

const headingText = ({level, words}: HeadingBlock, page: Manuscript): string => {
  if (level > deepest) page.lost(`Unexpected heading depth ${level}, expected at most ${deepest}: set at ${deepest}`)
  // A heading all in bold is bold as every heading is.
  const plain = isBold(words) ? {...words, strong: []} : words
  return `${'#'.repeat(Math.min(Math.max(level, 1), deepest))} ${inlineMarkdown(plain, 'heading')}`.trimEnd()
}

/** A box's title is a heading at its start: that is how one without a title is read as well. */
const boxText = ({title, blocks}: BoxBlock, page: Manuscript): string => {
  const all: readonly Block[] = title ? [{type: 'heading', level: titleLevel, words: title}, ...blocks] : blocks
  const text = plainBlocks(all, page)
  return text === '' ? '>' : indented(text, '> ', '> ')
}

const titleLevel = 4

const noteText = (mark: string | null, words: Words, page: Manuscript): string | null => {
  const text = inlineMarkdown(words, 'paragraph')
  return text === '' ? null : indented(text, `[^${page.label(mark)}]: `, '    ')
}

const listText = (list: ListBlock, page: Manuscript): string => {
  const [first] = list.items
  const numbered = list.items.every(
    ({marker}) => marker !== null && /^\d{1,9}[.)]$/u.test(marker) && marker.at(-1) === first?.marker?.at(-1),
  )
  const items = list.items.map((item) =>
    numbered ? itemText(item, `${item.marker} `, null, page) : itemText(item, '- ', item.marker, page),
  )
  // Steps of several paragraphs stand apart from one another.
  return items.join(items.some((item) => /\n\s*\n/u.test(item)) ? '\n\n' : '\n')
}

/** One step; `typed` is a marker that its list does not print. */
const itemText = ({checked, blocks}: ListItem, bullet: string, typed: string | null, page: Manuscript): string => {
  const [first, ...rest] = blocks
  const said = first?.type === 'paragraph' ? cleaned(first.words).text : ''
  const box = checked === null || said === '' ? '' : `[${checked ? 'x' : ' '}] `
  const lead = box + markerText(typed, page)
  const before = box === '' && first?.type === 'paragraph' ? page.pageMark(first.words) : ''
  const own: readonly Written[] =
    first?.type === 'paragraph' && said !== ''
      ? [{type: 'paragraph', text: lead + inlineMarkdown(first.words, 'paragraph')}]
      : [...(lead === '' ? [] : [{type: 'paragraph' as const, text: lead}]), ...(first ? written(first, page) : [])]
  const text = laidOut([...own, ...rest.flatMap((block) => written(block, page))], true)
  return indented(before === '' ? text : `${before}\n${text}`, bullet, ' '.repeat(bullet.length)).replace(
    /[ \n]+$/u,
    '',
  )
}

const markerText = (typed: string | null, page: Manuscript): string => {
  const marker = squeezed(typed ?? '')
  if (marker === '') return ''
  const text = inlineMarkdown(plainWords(marker), 'cell')
  if (marker.length < longestMarker) return text + printedSpace
  page.lost(
    `Unexpected marker of ${marker.length} characters, expected fewer than ${longestMarker}: it is text of its step`,
  )
  return `${text} `
}

/** Blocks one under the other with an empty line between; where `tight`, a list straight under the words it goes on from. Two lists are
 *  kept apart by a comment, or they would be one. */
const laidOut = (all: readonly Written[], tight = false): string => {
  let out = ''
  for (const [n, {type, text}] of all.entries()) {
    const last = all[n - 1]
    if (last === undefined) out = text
    else if (last.type === 'list' && type === 'list') out += `\n\n<!-- -->\n\n${text}`
    else if (last.type === 'definition' && text.startsWith(`<dl>\n<dt>`))
      out = `${out.slice(0, -'</dl>'.length)}${text.slice('<dl>\n'.length)}`
    else if (last.type === 'control' && type === 'control') out += `\n${text}`
    else if (tight && last.type === 'paragraph' && type === 'list' && firstStep.test(text)) out += `\n${text}`
    else out += `\n\n${text}`
  }
  return out
}

/** A list that begins so, with words in its first step, needs no empty line above it. */
const firstStep = /^(?:-|1[.)]) (?!(?:[-*+]|\d+[.)])(?:\s|$))\S/u

const indented = (text: string, first: string, rest: string): string =>
  text
    .split('\n')
    .map((line, n) => (n === 0 ? first + line : line === '' ? rest.trimEnd() : rest + line))
    .join('\n')
