import {element, type Markup} from '@hedgerow/office'
import type {Block, Card, Figure, Phrase, Quote, Readings, Table} from '../nodes.ts'
import {pieces} from '../quotes.ts'
import {standings} from '../wording.ts'
import {columnWidths} from './docx-columns.ts'
import {docxGrid} from './docx-grid.ts'

/** What a block is printed into. `width` is that of the text in twentieths of a point, `bookmark` the number and name of an id that is linked to. */
export interface Page {
  readonly width: number
  readonly bookmark: (id: string) => {readonly number: number; readonly name: string} | undefined
  /** The drawing of a figure; nothing where it is not drawn. */
  readonly drawn: (figure: Figure) => readonly Markup[]
}

interface Look {
  readonly isBold?: boolean
  readonly isUnderlined?: boolean
  readonly style?: string
}

/** Words as a run; line feeds and tabs are kept. */
function run(words: string, {isBold = false, isUnderlined = false, style}: Look = {}): Markup {
  const parts = words
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .flatMap((line, at) => [
      ...(at > 0 ? [element('w:br')] : []),
      ...line
        .split('\t')
        .flatMap((each, n) => [
          ...(n > 0 ? [element('w:tab')] : []),
          ...(each === '' ? [] : [element('w:t', {'xml:space': 'preserve'}, each)]),
        ]),
    ])
  const looks = [
    ...(style === undefined ? [] : [element('w:rStyle', {'w:val': style})]),
    ...(isBold ? [element('w:b')] : []),
    ...(isUnderlined ? [element('w:u', {'w:val': 'single'})] : []),
  ]
  return element('w:r', {}, looks.length === 0 ? null : element('w:rPr', {}, looks), parts)
}

function phrase(node: Phrase, page: Page): Markup {
  switch (node.type) {
    case 'text':
    case 'code':
      return run(node.value)
    case 'strong':
      return run(node.value, {isBold: true})
    case 'link': {
      const target = page.bookmark(node.target)
      return target === undefined
        ? run(node.value)
        : element('w:hyperlink', {'w:anchor': target.name, 'w:history': 1}, run(node.value, {style: 'Hyperlink'}))
    }
    case 'standing': {
      const {sign, word} = standings[node.standing]
      const words = [sign, word, node.note].filter((part) => part !== '').join(' ')
      return run(words, {isBold: node.standing === 'below' || node.standing === 'differs'})
    }
  }
}

interface Mark {
  readonly number: number
  readonly name: string
}

/** Where a paragraph stands on paper: whole and on the page of what follows, or first of a page. */
export type Place = 'kept' | 'starts-page'

/** A paragraph of a style; with a `mark` it can be linked to. */
export function docxParagraph(
  style: string | null,
  children: readonly Markup[],
  mark?: Mark,
  place: Place | null = null,
): Markup {
  const marked =
    mark === undefined
      ? children
      : [
          element('w:bookmarkStart', {'w:id': mark.number, 'w:name': mark.name}),
          ...children,
          element('w:bookmarkEnd', {'w:id': mark.number}),
        ]
  const looks = [
    ...(style === null ? [] : [element('w:pStyle', {'w:val': style})]),
    ...(place === 'kept' ? [element('w:keepNext'), element('w:keepLines')] : []),
    ...(place === 'starts-page' ? [element('w:pageBreakBefore')] : []),
  ]
  return element('w:p', {}, looks.length === 0 ? null : element('w:pPr', {}, looks), marked)
}

/** Words as a paragraph of a style. */
export function docxWords(style: string | null, words: string): Markup {
  return docxParagraph(style, [run(words)])
}

const textOf = (cell: readonly Phrase[]): string =>
  cell
    .map((each) =>
      each.type === 'standing'
        ? `${standings[each.standing].sign} ${standings[each.standing].word} ${each.note}  `
        : each.value,
    )
    .join('')

function headCells(titles: readonly string[]): readonly (readonly Markup[])[] {
  return titles.map((title) => [docxParagraph('TableText', [run(title, {isBold: true})])])
}

/** Twentieths of a point that a column needs at least: wider tables are parted, each part with the first column. */
const leastColumn = 1_300

function partsOf({caption, head, rows}: Table, width: number): readonly Table[] {
  const most = Math.max(2, Math.floor(width / leastColumn))
  if (head.length <= most) return [{type: 'table', caption, head, rows}]
  const count = Math.ceil((head.length - 1) / (most - 1))
  const each = Math.ceil((head.length - 1) / count)
  return Array.from({length: count}, (_, at) => {
    const [from, to] = [1 + at * each, 1 + (at + 1) * each]
    const kept = <Value>(row: readonly Value[]): readonly Value[] => [...row.slice(0, 1), ...row.slice(from, to)]
    return {type: 'table', caption: `${caption} (part ${at + 1} of ${count})`, head: kept(head), rows: rows.map(kept)}
  })
}

function tableMarkup(whole: Table, page: Page): readonly Markup[] {
  return partsOf(whole, page.width).flatMap(({caption, head, rows}) => {
    const columns = columnWidths([head, ...rows.map((row) => row.map(textOf))], page.width)
    const cells = rows.map((row) =>
      row.map((cell) => [
        docxParagraph(
          'TableText',
          cell.map((each) => phrase(each, page)),
        ),
      ]),
    )
    return [docxWords('Caption', caption), docxGrid({caption, head: headCells(head), rows: cells, columns}), after]
  })
}

/** Tables that follow each other would become one. */
const after = element('w:p', {}, element('w:pPr', {}, element('w:spacing', {'w:before': 0, 'w:after': 120})))

function quoteMarkup(quote: Quote): readonly Markup[] {
  const words = pieces(quote).map(({value, marked}) => run(value, {isBold: marked, isUnderlined: marked}))
  return [...(quote.leadIn === null ? [] : [docxWords('Place', quote.leadIn)]), docxParagraph('TableText', words)]
}

/** Readings with a table of their own: the places stand under the names. */
function readingsMarkup(all: Readings, page: Page): readonly Markup[] {
  const columns = shared(page.width, 0.26)
  const rows = all.entries.map(({name, quotes}) => [
    [docxParagraph('TableText', [run(name, {isBold: true})]), ...quotes.map(placeMarkup)],
    quotes.flatMap(quoteMarkup),
  ])
  const {caption, id} = all
  return [
    docxParagraph('Caption', [run(caption)], id === undefined ? undefined : page.bookmark(id)),
    docxGrid({caption, head: headCells(ownWords), rows: [...rows, ...silence(all)], columns}),
    after,
  ]
}

/** Many readings as compactly as they can be read: one table, a line with the caption above each, the places under the words. */
function manyReadings(all: readonly Readings[], page: Page): readonly Markup[] {
  const rows = all.flatMap((each) => [
    [[docxParagraph('TableHead', [run(each.caption)], each.id === undefined ? undefined : page.bookmark(each.id))]],
    ...each.entries.map(({name, quotes}) => [
      [docxParagraph('TableText', [run(name, {isBold: true})])],
      quotes.flatMap((quote) => [...quoteMarkup(quote), placeMarkup(quote)]),
    ]),
    ...silence(each),
  ])
  return [docxGrid({caption: 'Own words', head: headCells(ownWords), rows, columns: shared(page.width, 0.16)}), after]
}

const ownWords = ['Authority', 'Own words']

const shared = (width: number, share: number): readonly number[] =>
  [share, 1 - share].map((each) => Math.floor(width * each))

function placeMarkup({number, place}: Quote): Markup {
  return docxWords('Place', number === null ? place : `${number}, ${place}`)
}

function silence({silent}: Readings): readonly (readonly (readonly Markup[])[])[] {
  if (silent.length === 0) return []
  return [[[docxWords('TableText', silent.join(', '))], [docxWords('TableText', '– nothing there')]]]
}

function cardMarkup({id, depth, title, children}: Card, page: Page): readonly Markup[] {
  return [docxParagraph(`Heading${depth - 1}`, [run(title)], page.bookmark(id)), ...docxBlocks(children, page)]
}

/** Blocks as paragraphs and tables of Word's; readings that follow each other make one table. A paragraph before a list, and one that opens a chapter, a card or
 *  what a heading stands over, stays on the page of what it introduces. */
export function docxBlocks(blocks: readonly Block[], page: Page): readonly Markup[] {
  return blocks.flatMap((block, at) => {
    const [last, next] = [blocks[at - 1], blocks[at + 1]]
    if (block.type === 'readings') {
      if (last?.type === 'readings') return []
      const end = blocks.findIndex(({type}, n) => n > at && type !== 'readings')
      const own = blocks.slice(at, end < 0 ? undefined : end) as readonly Readings[]
      return own.length > 1 ? manyReadings(own, page) : readingsMarkup(block, page)
    }
    const opens = at === 0 || last?.type === 'heading' || next?.type === 'list'
    return docxBlock(block, page, opens && next !== undefined && next.type !== 'paragraph')
  })
}

/** A block by itself. Headings lie one level higher than in the report, whose first level is its title. */
function docxBlock(block: Block, page: Page, isKept: boolean): readonly Markup[] {
  switch (block.type) {
    case 'heading':
      return [
        docxParagraph(
          `Heading${block.depth - 1}`,
          [run(block.value)],
          block.id === null ? undefined : page.bookmark(block.id),
        ),
      ]
    case 'paragraph':
      return [
        docxParagraph(
          null,
          block.children.map((each) => phrase(each, page)),
          block.id === null ? undefined : page.bookmark(block.id),
          isKept ? 'kept' : null,
        ),
      ]
    case 'list':
      return block.items.map((item) =>
        docxParagraph(
          'ListBullet',
          item.map((each) => phrase(each, page)),
        ),
      )
    case 'table':
      return tableMarkup(block, page)
    case 'readings':
      return readingsMarkup(block, page)
    case 'card':
      return cardMarkup(block, page)
    case 'figure':
      return page.drawn(block)
  }
}
