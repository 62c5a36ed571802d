import type {Block, Cell, ListItem, Words} from '@hedgerow/ingest'
import {
  contentTypes,
  coreProperties,
  corePropertiesKind,
  corePropertiesType,
  element,
  type Markup,
  relationships,
  xmlPart,
  zipped,
} from '@hedgerow/office'

const space = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const wordType = (part: string): string => `application/vnd.openxmlformats-officedocument.wordprocessingml.${part}+xml`

/** A Word document of a document's blocks: its headings, paragraphs, lists with their numbers as printed, and tables; looks are ours. `day` is the ISO day it
 *  says it was made on. */
export const madeDocument = (title: string, blocks: readonly Block[], day: string): Uint8Array => {
  const body = blocks.flatMap((block) => markupOf(block, 0))
  const page = element(
    'w:sectPr',
    {},
    element('w:pgSz', {'w:w': 11906, 'w:h': 16838}),
    element('w:pgMar', {
      'w:top': 1440,
      'w:right': 1440,
      'w:bottom': 1440,
      'w:left': 1440,
      'w:header': 708,
      'w:footer': 708,
      'w:gutter': 0,
    }),
  )
  const heads = blocks.some((block) => block.type === 'heading' && block.level === 1)
    ? []
    : [paragraph(title, 'Heading1')]
  return zipped([
    [
      '[Content_Types].xml',
      contentTypes(
        {},
        {
          'word/document.xml': wordType('document.main'),
          'word/styles.xml': wordType('styles'),
          'docProps/core.xml': corePropertiesType,
        },
      ),
    ],
    [
      '_rels/.rels',
      relationships([
        {id: 'rId1', kind: 'officeDocument', target: 'word/document.xml'},
        {id: 'rId2', kind: corePropertiesKind, target: 'docProps/core.xml'},
      ]),
    ],
    ['docProps/core.xml', coreProperties({title, creator: 'Hedgerow', day})],
    ['word/_rels/document.xml.rels', relationships([{id: 'rId1', kind: 'styles', target: 'styles.xml'}])],
    ['word/document.xml', xmlPart(element('w:document', {'xmlns:w': space}, element('w:body', {}, heads, body, page)))],
    ['word/styles.xml', styles()],
  ])
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

/** Half points and twips of each style; headings keep with what follows. */
const headings = [
  ['Heading1', 'heading 1', 36, 0],
  ['Heading2', 'heading 2', 28, 1],
  ['Heading3', 'heading 3', 24, 2],
  ['Heading4', 'heading 4', 22, 3],
] as const

const styles = (): string => {
  const font = element('w:rFonts', {'w:ascii': 'Arial', 'w:hAnsi': 'Arial', 'w:cs': 'Arial'})
  return xmlPart(
    element(
      'w:styles',
      {'xmlns:w': space},
      element(
        'w:docDefaults',
        {},
        element(
          'w:rPrDefault',
          {},
          element('w:rPr', {}, font, element('w:sz', {'w:val': 22}), element('w:lang', {'w:val': 'en-GB'})),
        ),
        element(
          'w:pPrDefault',
          {},
          element('w:pPr', {}, element('w:spacing', {'w:after': 120, 'w:line': 264, 'w:lineRule': 'auto'})),
        ),
      ),
      style('Normal', 'Normal', null, null, true),
      headings.map(([id, name, size, level]) =>
        style(
          id,
          name,
          element(
            'w:pPr',
            {},
            element('w:keepNext'),
            element('w:spacing', {'w:before': 240}),
            element('w:outlineLvl', {'w:val': level}),
          ),
          element('w:rPr', {}, element('w:b'), element('w:sz', {'w:val': size})),
        ),
      ),
      style('ListParagraph', 'List Paragraph', element('w:pPr', {}, element('w:contextualSpacing')), null),
    ),
  )
}

const style = (
  id: string,
  name: string,
  paragraphLook: Markup | null,
  runLook: Markup | null,
  isDefault = false,
): Markup =>
  element(
    'w:style',
    {'w:type': 'paragraph', 'w:default': isDefault ? 1 : null, 'w:styleId': id},
    element('w:name', {'w:val': name}),
    isDefault ? null : element('w:basedOn', {'w:val': 'Normal'}),
    element('w:qFormat'),
    paragraphLook,
    runLook,
  )
