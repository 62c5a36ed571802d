import type {
  Blockquote,
  Html,
  List,
  ListItem,
  Nodes,
  Parents,
  PhrasingContent,
  RootContent,
  Table,
  TableCell,
} from 'mdast'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import {type Processor, unified} from 'unified'
import {parse as parseYaml} from 'yaml'
import type {Block, Cell, ListItem as Item, Words} from '../blocks.ts'
import {decoded} from '../decode.ts'
import {type Message, message} from '../message.ts'
import {Unreadable} from '@hedgerow/office'
import {filler, part, squeezed, writing, type Writing} from '../words.ts'
import {writeAligned} from './aligned.ts'
import {fragmentBlocks} from './html.ts'
import {withoutLeftovers, withoutThickets} from './markdown/leftovers.ts'
import {linePlaces} from './lines.ts'
import {withPages} from './markdown/page-marks.ts'
import {longestMarker, printedSpace} from './markdown/printed-markers.ts'
import type {Reader} from './reading.ts'

/** Keeps the parser from searching text again for bare addresses: it would lose their positions, and only their words matter here. */
function positionsKept(this: Processor): void {
  const extensions = (this.data().fromMarkdownExtensions ?? []).flat()
  this.data().fromMarkdownExtensions = extensions.map((extension) => ({...extension, transforms: []}))
}

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter, ['yaml']).use(positionsKept).freeze()

interface Page {
  readonly source: string
  readonly note: (message: Message) => void
}

/** Markdown (CommonMark with tables, task lists and YAML front matter; leftovers of wikis and of pasted HTML blanked out). */
export const markdown: Reader = (bytes, {limits}) => {
  const text = decoded(bytes)
  refuseUnbounded(text, limits)
  const messages: Message[] = []
  const source = withoutLeftovers(
    withoutThickets(text, limits.marks, (found) => messages.push(found)),
    (found) => messages.push(found),
  )
  const page: Page = {source, note: (found) => messages.push(found)}
  const tree = parser.parse(source)
  const first = tree.children[0]
  const frontMatter = first?.type === 'yaml' ? frontMatterOf(first.value, page.note) : {}
  const blocks = tree.children.flatMap((node) => blocksOf(node, page))
  return {
    title: textOrNull(frontMatter['title']),
    frontMatter,
    blocks,
    messages,
    place: withPages(source, linePlaces(source)),
  }
}

const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null)

const refuseUnbounded = (text: string, limits: {characters: number; block: number; nesting: number}): void => {
  if (text.length > limits.characters)
    throw new Unreadable(
      `it has ${text.length} characters, more than the limit of ${limits.characters}`,
      'split it into parts, or raise the limit',
    )
  let length = 0
  for (let from = 0; from < text.length; ) {
    const end = text.indexOf('\n', from)
    const to = end < 0 ? text.length : end
    // Lines go on with the paragraph before them unless they are blank or start a block of their own.
    length = /^[ \t]*(?:$|[-*+>|#=]|\d+[.)]\s|<t[rhd]\b)/u.test(text.slice(from, Math.min(to, from + 40)))
      ? to - from
      : length + to - from
    if (length > limits.block)
      throw new Unreadable(
        `it has a line or paragraph of more than ${limits.block} characters`,
        'break it into paragraphs, or raise the limit',
      )
    from = to + 1
  }
  const deep = new RegExp(
    `^(?:[ \\t]*(?:>|[-*+]|\\d+[.)])(?=[ \\t>])){${limits.nesting + 1}}|^[ \\t]{${limits.nesting * 4},}\\S`,
    'mu',
  )
  if (deep.test(text))
    throw new Unreadable(
      `it nests lists or quotations more than ${limits.nesting} deep`,
      'take out the nesting, or raise the limit',
    )
}

const frontMatterOf = (yaml: string, note: (message: Message) => void): Readonly<Record<string, unknown>> => {
  try {
    const value: unknown = parseYaml(yaml, {schema: 'failsafe', maxAliasCount: 20})
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>
    note(message('front-matter', 'Unexpected front matter, expected `key: value` lines', {line: 1}))
  } catch {
    note(message('front-matter', 'Unexpected front matter that is no YAML, expected `key: value` lines', {line: 1}))
  }
  return {}
}

const blocksOf = (node: RootContent, page: Page): readonly Block[] => {
  switch (node.type) {
    case 'heading':
      return [{type: 'heading', level: node.depth, words: wordsOf(node, page)}]
    case 'paragraph':
      return paragraph(wordsOf(node, page))
    case 'list':
      return [listOf(node, page)]
    case 'table':
      return [tableOf(node, page)]
    case 'blockquote':
      return [{type: 'box', title: null, blocks: inner(node, page)}]
    case 'code':
      // Raw output for another program, as document converters leave it.
      return /^\{=/u.test(node.lang ?? '')
        ? []
        : paragraph(codeWords(node.value, node.position?.start.offset ?? 0, page))
    case 'html':
      return fragmentBlocks(inPlace(node, page), node.position?.start.offset ?? 0)
    case 'footnoteDefinition':
      return node.children.flatMap((child) => noteOf(node.label ?? node.identifier, blocksOf(child, page)))
    default:
      return []
  }
}

/** A block of HTML with the quotation marks and indents it stands behind made blanks, so that every offset stays true. */
const inPlace = ({value, position}: Html, {source}: Page): string => {
  const own = value.split('\n')
  const printed = source.slice(position?.start.offset ?? 0, position?.end.offset ?? 0).split('\n')
  return own
    .map((line, n) => ((printed[n] ?? '').endsWith(line) ? line.padStart((printed[n] ?? '').length) : line))
    .join('\n')
}

const noteOf = (mark: string, blocks: readonly Block[]): readonly Block[] =>
  blocks.map((block) => (block.type === 'paragraph' ? {type: 'note', mark, words: block.words} : block))

const inner = (node: Blockquote | ListItem, page: Page): readonly Block[] =>
  node.children.flatMap((child) => blocksOf(child, page))

const paragraph = (words: Words): readonly Block[] => (words.text === '' ? [] : [{type: 'paragraph', words}])

const emphasis = /(\*{1,3}|(?<!\w)_{1,3})(?=\S)([^*_\n]*[^*_\s])\1(?!\w)/gu

/** A line with its emphasis marks overwritten, so that offsets stay true. Blanks to fill in (`____`) hold no words and stay. */
const withoutEmphasis = (line: string): string =>
  line.replace(emphasis, (_, marks: string, inside: string) => {
    const blank = filler.repeat(marks.length)
    return `${blank}${inside}${blank}`
  })

/** Code is text set apart, mostly by an indent nobody meant; each of its lines stands alone. */
const codeWords = (value: string, from: number, {source}: Page): Words => {
  const out = writing()
  let at = from
  for (const line of value.split('\n').map((each) => each.trim())) {
    const found = source.indexOf(line, at)
    out.add(withoutEmphasis(line), found < 0 ? null : found)
    out.lineBreak()
    if (found >= 0) at = found + line.length
  }
  return out.words()
}

const listOf = (node: List, page: Page): Block => {
  const items = node.children.map((item) => itemOf(item, node, page))
  return {type: 'list', ordered: node.ordered === true || items.some(({marker}) => marker !== null), items}
}

const itemOf = (item: ListItem, list: List, page: Page): Item => {
  const typed = typedMarker(item)
  const blocks = inner(item, page)
  const own = list.ordered === true ? (printedMarker(item, page) ?? null) : null
  return {
    marker: typed ?? own,
    checked: item.checked ?? null,
    blocks: typed === null ? blocks : withoutMarker(blocks, typed),
  }
}

/** A marker that Markdown has no list for, typed and set apart by a figure space, or null. */
const typedMarker = (item: ListItem): string | null => {
  const first = item.children.find(({type}) => type === 'paragraph')
  const text = first?.type === 'paragraph' ? first.children[0] : undefined
  const end = text?.type === 'text' ? text.value.slice(0, longestMarker + 1).indexOf(printedSpace) : -1
  return text?.type === 'text' && end > 0 ? squeezed(text.value.slice(0, end)) || null : null
}

const withoutMarker = (blocks: readonly Block[], marker: string): readonly Block[] => {
  const at = blocks.findIndex(({type}) => type === 'paragraph')
  return blocks.flatMap((block, n) =>
    n === at && block.type === 'paragraph' ? paragraph(part(block.words, marker.length)) : [block],
  )
}

const printedMarker = (item: ListItem, page: Page): string | undefined => {
  const at = item.position?.start.offset ?? 0
  return /^\d+[.)]/u.exec(page.source.slice(at, at + 12))?.[0]
}

const tableOf = (node: Table, page: Page): Block => {
  const rows = node.children.map((row) => row.children.map((cell) => cellOf(cell, page)))
  const head = rows[0]?.some(({words}) => words.text !== '') ? (rows[0] ?? null) : null
  return {type: 'table', caption: null, head, rows: rows.slice(1)}
}

const cellOf = (cell: TableCell, page: Page): Cell => ({words: wordsOf(cell, page), controls: []})

const wordsOf = (node: Parents, page: Page): Words => {
  const out = writing()
  for (const child of node.children) write(child as PhrasingContent, page, out)
  return out.words()
}

const write = (node: PhrasingContent, page: Page, out: Writing): void => {
  const all = (children: readonly PhrasingContent[]): void => children.forEach((child) => write(child, page, out))
  switch (node.type) {
    case 'text':
      return writeText(node.value, node, page, out)
    case 'strong':
      return out.bold(() => all(node.children))
    case 'emphasis':
    case 'delete':
    case 'link':
    case 'linkReference':
      return all(node.children)
    case 'inlineCode':
      return out.add(node.value, (node.position?.start.offset ?? 0) + 1)
    case 'break':
      return out.lineBreak()
    case 'html':
      return /^<br\b/iu.test(node.value) ? out.lineBreak() : undefined
    case 'image':
    case 'imageReference':
      return page.note(
        message(
          'image',
          `Unexpected picture${node.alt ? ` "${node.alt}"` : ''}, expected text: what it shows is not compared`,
          {
            line: node.position?.start.line ?? null,
          },
        ),
      )
    case 'footnoteReference':
      return undefined
  }
}

/** A line that starts so begins something new even where the document only wraps: a step, a numbered paragraph, a tick box. */
const lineStart =
  /^\s*(?:\((?:[a-z]{1,2}|[ivx]{1,5}|\d{1,2})\)|[a-z]\)|[ivx]{1,5}[.)]|\d+(?:\.\d+)+\.?|[•●▪◦·‣☐☑☒□→✓✔\uF000-\uF0FF])/u
/** A line that ends so is over: a blank to fill in, a lead-in. */
const lineEnd = /(?:_{3,}|\.{5,}|…{2,}|:)\s*$/u

const writeText = (value: string, node: Nodes, page: Page, out: Writing): void => {
  const start = node.position?.start.offset ?? 0
  const end = node.position?.end.offset ?? start
  if (!value.includes('\n')) return writeAligned(out, value, page.source, start, end)
  const rows = value.split('\n')
  const printed = page.source.slice(start, end).split('\n')
  let from = start
  for (const [n, row] of rows.entries()) {
    const line = printed[n] ?? ''
    if (n > 0) {
      if (lineStart.test(row) || lineEnd.test(rows[n - 1] as string)) out.lineBreak()
      else out.add(' ', from)
    }
    writeAligned(out, row, page.source, from, from + line.length)
    from += line.length + 1
  }
}
