import type {Blockquote, List, ListItem, Nodes, Parents, PhrasingContent, RootContent, Table, TableCell} from 'mdast'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import {type Processor, unified} from 'unified'
import {parse as parseYaml} from 'yaml'
import type {Block, Cell, ListItem as Item, Words} from '../blocks.ts'
import {decoded} from '../decode.ts'
import {type Message, message} from '../message.ts'
import {Unreadable} from '../unreadable.ts'
import {filler, writing, type Writing} from '../words.ts'
import {writeAligned} from './aligned.ts'
import {fragmentBlocks} from './html.ts'
import {linePlaces} from './lines.ts'
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
  return {title: textOrNull(frontMatter['title']), frontMatter, blocks, messages, place: linePlaces(source)}
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
    length = /^[ \t]*(?:$|[-*+>|#=]|\d+[.)]\s)/u.test(text.slice(from, Math.min(to, from + 40)))
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

const mark = /([*_`~[\]<!])\1*/gu

/** Overwrites the emphasis and link marks of paragraphs with absurdly many of them, which the parser would take minutes to pair. */
const withoutThickets = (text: string, limit: number, note: (message: Message) => void): string => {
  if ((text.match(mark)?.length ?? 0) <= limit) return text
  return text
    .split(/(\n[ \t]*\n)/u)
    .map((paragraph) => {
      if ((paragraph.match(mark)?.length ?? 0) <= limit) return paragraph
      note(message('marks', `Unexpected paragraph with more than ${limit} emphasis and link marks, read without them`))
      return paragraph.replace(mark, (run) => filler.repeat(run.length))
    })
    .join('')
}

const wikiHeading = /^(={2,6})[ \t]*(\S.*?)[ \t]*\1[ \t]*$/gmu
const wikiLink = /\[\[([^[\]\n|]*\|)?([^[\]\n|]*)\]\]/gu
const wikiItalic = /(?<![:/\w])\/\/(?=[^/\s])([^/\n]+)\/\//gu
const tag =
  /\\?<\/?(?:font|span|div|center|u|b|i|strong|em|color|size|style|nowiki|wrap|note|del|ins|sup|sub)\b[^<>\n]*?\\?>/giu

/** The source with leftovers of wikis and word processors overwritten character for character, so that every offset stays true. */
const withoutLeftovers = (text: string, note: (message: Message) => void): string => {
  let count = 0
  const blank = (length: number): string => filler.repeat(length)
  const doku = /^={5,6}[ \t]*\S.*?={5,6}[ \t]*$/mu.test(text)
  const clean = text
    .replace(wikiHeading, (whole: string, marks: string, title: string) => {
      count++
      const level = Math.min(doku ? 7 - marks.length : marks.length, 2 * marks.length - 1)
      const lead = whole.indexOf(title, marks.length)
      return `${'#'.repeat(level)} `.padEnd(lead).concat(title).padEnd(whole.length)
    })
    .replace(wikiLink, (_, target: string | undefined, label: string) => {
      count++
      return blank(2 + (target?.length ?? 0)) + label + blank(2)
    })
    .replace(wikiItalic, (_, inner: string) => {
      count++
      return blank(2) + inner + blank(2)
    })
    .replace(tag, (whole: string) => {
      count++
      return blank(whole.length)
    })
  if (count > 0)
    note(
      message('leftover-markup', `Unexpected wiki or HTML markup in ${count} places, read as its text`, {
        severity: 'info',
      }),
    )
  return clean
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
      return [
        {type: 'list', ordered: node.ordered === true, items: node.children.map((item) => itemOf(item, node, page))},
      ]
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
      return fragmentBlocks(node.value, node.position?.start.offset ?? 0)
    case 'footnoteDefinition':
      return node.children.flatMap((child) => blocksOf(child, page))
    default:
      return []
  }
}

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

const itemOf = (item: ListItem, list: List, page: Page): Item => ({
  marker: list.ordered === true ? (printedMarker(item, page) ?? null) : null,
  checked: item.checked ?? null,
  blocks: inner(item, page),
})

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
