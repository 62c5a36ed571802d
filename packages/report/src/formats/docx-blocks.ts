import {element, type Markup} from '@hedgerow/office'
import type {Block, Card, Figure, Phrase, Quote, Readings, Table} from '../nodes.ts'
import {pieces} from '../quotes.ts'
import {standings} from '../wording.ts'

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

/** A paragraph of a style; with `id` it can be linked to. */
export function docxParagraph(
  style: string | null,
  children: readonly Markup[],
  mark?: {readonly number: number; readonly name: string},
): Markup {
  const marked =
    mark === undefined
      ? children
      : [
          element('w:bookmarkStart', {'w:id': mark.number, 'w:name': mark.name}),
          ...children,
          element('w:bookmarkEnd', {'w:id': mark.number}),
        ]
  return element('w:p', {}, style === null ? null : element('w:pPr', {}, element('w:pStyle', {'w:val': style})), marked)
}

/** Words as a paragraph of a style. */
export function docxWords(style: string | null, words: string): Markup {
  return docxParagraph(style, [run(words)])
}

/** The widest a column counts, and the longest word that is kept whole, in characters. */
const [widest, longestWord] = [44, 18]

const textOf = (cell: readonly Phrase[]): string =>
  cell
    .map((each) =>
      each.type === 'standing'
        ? `${standings[each.standing].sign} ${standings[each.standing].word} ${each.note}  `
        : each.value,
    )
    .join('')

/** Twentieths of a point that a bold letter of a table takes, with some to spare, and the air in a cell. */
const [letterWidth, air] = [112, 170]

/** The longest word of a column, in characters. */
const wordIn = (texts: readonly string[]): number =>
  Math.min(longestWord, Math.max(...texts.flatMap((text) => text.split(/\s+/).map(({length}) => length))))

/** How many characters of room a column wants: its longest text, at least its longest word and some air. */
const wanted = (texts: readonly string[]): number =>
  Math.max(wordIn(texts) + 3, Math.min(widest, Math.max(...texts.map(({length}) => length))))

/** Column widths by the words in them, as parts of the page. No word is broken where there is room for all. */
function widths(texts: readonly (readonly string[])[], width: number): readonly number[] {
  const columns = (texts[0] ?? []).map((_, at) => texts.map((row) => row[at] ?? ''))
  const least = columns.map((column) => wordIn(column) * letterWidth + air)
  const counts = columns.map(wanted)
  const isTight = least.reduce((sum, each) => sum + each, 0) > width
  return shares(counts, isTight ? counts.map(() => 0) : least, width).map(Math.floor)
}

/** A width shared out by counts, none less than its least. The leasts together do not exceed it. */
function shares(counts: readonly number[], least: readonly number[], width: number): readonly number[] {
  const fixed = new Set<number>()
  for (;;) {
    const room = width - [...fixed].reduce((sum, at) => sum + (least[at] ?? 0), 0)
    const all = counts.reduce((sum, count, at) => sum + (fixed.has(at) ? 0 : count), 0)
    const found = counts.map((count, at) => (fixed.has(at) ? (least[at] ?? 0) : (count / all) * room))
    const short = found.findIndex((each, at) => !fixed.has(at) && each < (least[at] ?? 0))
    if (short < 0) return found
    fixed.add(short)
  }
}

function cellMarkup(width: number, paragraphs: readonly Markup[]): Markup {
  return element('w:tc', {}, element('w:tcPr', {}, element('w:tcW', {'w:w': width, 'w:type': 'dxa'})), paragraphs)
}

interface Grid {
  readonly caption: string
  readonly head: readonly string[]
  readonly rows: readonly (readonly (readonly Markup[])[])[]
  readonly columns: readonly number[]
}

/** A table whose head is repeated on every page; no row is torn over two. */
function gridMarkup({caption, head, rows, columns}: Grid): Markup {
  const top = element(
    'w:tr',
    {},
    element('w:trPr', {}, element('w:cantSplit'), element('w:tblHeader')),
    head.map((title, at) => cellMarkup(columns[at] ?? 0, [docxParagraph('TableText', [run(title, {isBold: true})])])),
  )
  return element(
    'w:tbl',
    {},
    element(
      'w:tblPr',
      {},
      element('w:tblStyle', {'w:val': 'ReportTable'}),
      element('w:tblW', {'w:w': columns.reduce((sum, each) => sum + each, 0), 'w:type': 'dxa'}),
      element('w:tblLayout', {'w:type': 'fixed'}),
      element('w:tblLook', {
        'w:val': '0020',
        'w:firstRow': 1,
        'w:lastRow': 0,
        'w:firstColumn': 0,
        'w:lastColumn': 0,
        'w:noHBand': 1,
        'w:noVBand': 1,
      }),
      element('w:tblCaption', {'w:val': caption}),
    ),
    element(
      'w:tblGrid',
      {},
      columns.map((each) => element('w:gridCol', {'w:w': each})),
    ),
    top,
    rows.map((row) =>
      element(
        'w:tr',
        {},
        element('w:trPr', {}, element('w:cantSplit')),
        row.map((cell, at) => cellMarkup(columns[at] ?? 0, cell)),
      ),
    ),
  )
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
    const columns = widths([head, ...rows.map((row) => row.map(textOf))], page.width)
    const cells = rows.map((row) =>
      row.map((cell) => [
        docxParagraph(
          'TableText',
          cell.map((each) => phrase(each, page)),
        ),
      ]),
    )
    return [docxWords('Caption', caption), gridMarkup({caption, head, rows: cells, columns}), after]
  })
}

/** Tables that follow each other would become one. */
const after = element('w:p', {}, element('w:pPr', {}, element('w:spacing', {'w:before': 0, 'w:after': 120})))

function quoteMarkup(quote: Quote): readonly Markup[] {
  const words = pieces(quote).map(({value, marked}) => run(value, {isBold: marked, isUnderlined: marked}))
  return [...(quote.leadIn === null ? [] : [docxWords('Place', quote.leadIn)]), docxParagraph('TableText', words)]
}

function readingsMarkup({caption, entries, silent}: Readings, {width}: Page): readonly Markup[] {
  const columns = [Math.floor(width * 0.26), Math.floor(width * 0.74)]
  const rows = entries.map(({name, quotes}) => [
    [
      docxParagraph('TableText', [run(name, {isBold: true})]),
      ...quotes.map(({number, place}) => docxWords('Place', number === null ? place : `${number}, ${place}`)),
    ],
    quotes.flatMap(quoteMarkup),
  ])
  const none =
    silent.length === 0
      ? []
      : [[[docxWords('TableText', silent.join(', '))], [docxWords('TableText', '– nothing there')]]]
  return [
    docxWords('Caption', caption),
    gridMarkup({caption, head: ['Authority', 'Own words'], rows: [...rows, ...none], columns}),
    after,
  ]
}

function cardMarkup({id, depth, title, children}: Card, page: Page): readonly Markup[] {
  return [
    docxParagraph(`Heading${depth - 1}`, [run(title)], page.bookmark(id)),
    ...children.flatMap((child) => docxBlock(child, page)),
  ]
}

/** A block as paragraphs and tables of Word's. Headings lie one level higher than in the report, whose first level is its title. */
export function docxBlock(block: Block, page: Page): readonly Markup[] {
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
