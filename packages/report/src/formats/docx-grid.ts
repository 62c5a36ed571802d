import {element, type Markup} from '@hedgerow/office'

function cellMarkup(width: number, paragraphs: readonly Markup[], span = 1): Markup {
  const looks = [
    element('w:tcW', {'w:w': width, 'w:type': 'dxa'}),
    ...(span === 1 ? [] : [element('w:gridSpan', {'w:val': span})]),
  ]
  return element('w:tc', {}, element('w:tcPr', {}, looks), paragraphs)
}

/** The cells of a row; the last of a row that has too few is as wide as the rest of the table. */
function rowCells(row: readonly (readonly Markup[])[], columns: readonly number[]): readonly Markup[] {
  return row.map((cell, at) => {
    const own = at === row.length - 1 ? columns.slice(at) : columns.slice(at, at + 1)
    return cellMarkup(
      own.reduce((sum, each) => sum + each, 0),
      cell,
      own.length,
    )
  })
}

/** A table of paragraphs. */
export interface Grid {
  readonly caption: string
  readonly head: readonly (readonly Markup[])[]
  readonly rows: readonly (readonly (readonly Markup[])[])[]
  /** Their widths in twentieths of a point. */
  readonly columns: readonly number[]
}

/** A table whose head is repeated on every page; no row is torn over two. */
export function docxGrid({caption, head, rows, columns}: Grid): Markup {
  const top = element(
    'w:tr',
    {},
    element('w:trPr', {}, element('w:cantSplit'), element('w:tblHeader')),
    rowCells(head, columns),
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
    rows.map((row) => element('w:tr', {}, element('w:trPr', {}, element('w:cantSplit')), rowCells(row, columns))),
  )
}
