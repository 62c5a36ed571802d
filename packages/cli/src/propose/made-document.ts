import type {Block, Cell, ListItem, Words} from '@hedgerow/ingest'
import {element, type Markup, newWordDocument} from '@hedgerow/office'

/** A Word document of a document's blocks: its headings, paragraphs, lists with their numbers as printed, and tables; looks are ours. `day` is the ISO day it
 *  says it was made on. */
export const madeDocument = (title: string, blocks: readonly Block[], day: string): Uint8Array => {
  const isTitled = blocks.some((block) => block.type === 'heading' && block.level === 1)
  const body = blocks.flatMap((block) => markupOf(block, 0))
  return newWordDocument({title, day, body: isTitled ? body : [paragraph(title, 'Heading1'), ...body]})
}

const markupOf = (block: Block, depth: number): readonly Markup[] => {
  switch (block.type) {
    case 'heading':
      return [paragraph(block.words, `Heading${Math.min(4, Math.max(1, block.level))}`)]
    case 'paragraph':
      return [paragraph(block.words, null, depth)]
    case 'list':
      return block.items.flatMap((item) => itemMarkup(item, depth + 1))
    case 'table':
      return tableMarkup(block.head, block.rows)
    case 'control':
      return [
        paragraph(
          `${block.label.text}${block.required ? ' (required)' : ''}: ${block.options.join(' / ') || '………'}`,
          null,
          depth,
        ),
      ]
    case 'definition':
      return [paragraph(`${block.term.text}: ${block.meaning.text}`, null, depth)]
    case 'box':
      return [
        ...(block.title ? [paragraph(block.title, 'Heading4')] : []),
        ...block.blocks.flatMap((each) => markupOf(each, depth + 1)),
      ]
    case 'note':
      return [paragraph(`${block.mark ?? '*'} ${block.words.text}`, null, depth + 1)]
  }
}

const itemMarkup = ({marker, checked, blocks}: ListItem, depth: number): readonly Markup[] => {
  const sign = checked === null ? (marker ?? '•') : checked ? '☒' : '☐'
  const [first, ...rest] = blocks
  const head =
    first?.type === 'paragraph'
      ? [paragraph(first.words, 'ListParagraph', depth, sign)]
      : [paragraph('', 'ListParagraph', depth, sign), ...(first ? markupOf(first, depth) : [])]
  return [...head, ...rest.flatMap((block) => markupOf(block, depth))]
}

/** Twips that a level of a list is set in. */
const step = 425

const paragraph = (said: Words | string, style: string | null, depth = 0, sign: string | null = null): Markup => {
  const indent =
    depth === 0 ? null : element('w:ind', {'w:left': depth * step, 'w:hanging': sign === null ? null : step})
  const look =
    style === null && indent === null
      ? null
      : element('w:pPr', {}, style === null ? null : element('w:pStyle', {'w:val': style}), indent)
  const head = sign === null ? [] : [element('w:r', {}, text(sign), element('w:tab'))]
  return element('w:p', {}, look, head, typeof said === 'string' ? [run(said, false)] : runsOf(said))
}

/** Words as runs, those in bold apart. */
const runsOf = ({text: said, strong}: Words): readonly Markup[] => {
  const runs: Markup[] = []
  let at = 0
  for (const [start, end] of strong) {
    if (start > at) runs.push(run(said.slice(at, start), false))
    if (end > Math.max(at, start)) runs.push(run(said.slice(Math.max(at, start), end), true))
    at = Math.max(at, end)
  }
  return at < said.length || runs.length === 0 ? [...runs, run(said.slice(at), false)] : runs
}

const run = (said: string, isBold: boolean): Markup =>
  element('w:r', {}, isBold ? element('w:rPr', {}, element('w:b')) : null, text(said))

const text = (said: string): Markup => element('w:t', {'xml:space': 'preserve'}, said)

const tableMarkup = (head: readonly Cell[] | null, rows: readonly (readonly Cell[])[]): readonly Markup[] => {
  const all = [...(head ? [head] : []), ...rows]
  const columns = Math.max(1, ...all.map(({length}) => length))
  const width = Math.floor(9026 / columns)
  const borders = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map((side) =>
    element(`w:${side}`, {'w:val': 'single', 'w:sz': 4, 'w:space': 0, 'w:color': 'auto'}),
  )
  const rowMarkup = (cells: readonly Cell[], isHead: boolean): Markup =>
    element(
      'w:tr',
      {},
      isHead ? element('w:trPr', {}, element('w:tblHeader')) : null,
      Array.from({length: columns}, (_, at) =>
        element(
          'w:tc',
          {},
          element('w:tcPr', {}, element('w:tcW', {'w:w': width, 'w:type': 'dxa'})),
          cells[at] ? paragraph(cells[at].words, null) : element('w:p'),
        ),
      ),
    )
  return [
    element(
      'w:tbl',
      {},
      element('w:tblPr', {}, element('w:tblW', {'w:w': 0, 'w:type': 'auto'}), element('w:tblBorders', {}, borders)),
      element(
        'w:tblGrid',
        {},
        Array.from({length: columns}, () => element('w:gridCol', {'w:w': width})),
      ),
      all.map((cells, at) => rowMarkup(cells, head !== null && at === 0)),
    ),
    element('w:p'),
  ]
}
