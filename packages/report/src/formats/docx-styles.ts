import {element, type Markup, xmlPart} from '@hedgerow/office'

const namespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'

interface Look {
  readonly name: string
  readonly size?: number
  readonly bold?: boolean
  readonly color?: string
  /** Twentieths of a point before and after. */
  readonly space?: readonly [number, number]
  readonly outline?: number
  /** Whether it stays on the page of what follows. */
  readonly isHead?: boolean
  readonly indent?: number
}

const looks: Readonly<Record<string, Look>> = {
  Title: {name: 'Title', size: 52, bold: true, space: [0, 60]},
  Subtitle: {name: 'Subtitle', size: 24, color: '505A5F', space: [0, 240]},
  Heading1: {name: 'heading 1', size: 36, bold: true, space: [360, 160], outline: 0, isHead: true},
  Heading2: {name: 'heading 2', size: 28, bold: true, space: [320, 120], outline: 1, isHead: true},
  Heading3: {name: 'heading 3', size: 24, bold: true, space: [280, 100], outline: 2, isHead: true},
  Heading4: {name: 'heading 4', size: 22, bold: true, space: [240, 80], outline: 3, isHead: true},
  Caption: {name: 'caption', size: 20, bold: true, space: [200, 80], isHead: true},
  Quote: {name: 'Quote', size: 20, space: [0, 80], indent: 0},
  TableText: {name: 'Table Text', size: 18, space: [30, 30]},
  TableHead: {name: 'Table Head', size: 18, bold: true, space: [100, 30], isHead: true},
  Place: {name: 'Place', size: 16, color: '505A5F', space: [0, 30]},
  ListBullet: {name: 'List Bullet', space: [0, 80]},
  Footer: {name: 'footer', size: 18, color: '505A5F'},
}

function paragraphStyle([id, look]: readonly [string, Look]): Markup {
  const [before, after] = look.space ?? [0, 0]
  return element(
    'w:style',
    {'w:type': 'paragraph', 'w:styleId': id},
    element('w:name', {'w:val': look.name}),
    element('w:basedOn', {'w:val': 'Normal'}),
    look.isHead ? element('w:next', {'w:val': 'Normal'}) : null,
    element('w:qFormat'),
    element(
      'w:pPr',
      {},
      look.isHead ? [element('w:keepNext'), element('w:keepLines')] : null,
      id === 'ListBullet' ? element('w:numPr', {}, element('w:numId', {'w:val': 1})) : null,
      element('w:spacing', {'w:before': before, 'w:after': after}),
      look.outline === undefined ? null : element('w:outlineLvl', {'w:val': look.outline}),
    ),
    element(
      'w:rPr',
      {},
      look.bold ? element('w:b') : null,
      look.color === undefined ? null : element('w:color', {'w:val': look.color}),
      look.size === undefined ? null : [element('w:sz', {'w:val': look.size}), element('w:szCs', {'w:val': look.size})],
    ),
  )
}

const defaults = element(
  'w:docDefaults',
  {},
  element(
    'w:rPrDefault',
    {},
    element(
      'w:rPr',
      {},
      element('w:rFonts', {'w:ascii': 'Arial', 'w:hAnsi': 'Arial', 'w:eastAsia': 'Arial', 'w:cs': 'Arial'}),
      element('w:sz', {'w:val': 22}),
      element('w:szCs', {'w:val': 22}),
      element('w:lang', {'w:val': 'en-GB', 'w:eastAsia': 'en-GB', 'w:bidi': 'ar-SA'}),
    ),
  ),
  element(
    'w:pPrDefault',
    {},
    element('w:pPr', {}, element('w:spacing', {'w:after': 140, 'w:line': 264, 'w:lineRule': 'auto'})),
  ),
)

const rule = (name: string, size: number, color: string): Markup =>
  element(name, {'w:val': 'single', 'w:sz': size, 'w:space': 0, 'w:color': color})

const tableStyle = element(
  'w:style',
  {'w:type': 'table', 'w:styleId': 'ReportTable'},
  element('w:name', {'w:val': 'Report Table'}),
  element('w:basedOn', {'w:val': 'TableNormal'}),
  element(
    'w:tblPr',
    {},
    element(
      'w:tblBorders',
      {},
      rule('w:top', 8, '0B0C0C'),
      rule('w:bottom', 8, '0B0C0C'),
      rule('w:insideH', 4, 'B1B4B6'),
    ),
    element(
      'w:tblCellMar',
      {},
      element('w:left', {'w:w': 0, 'w:type': 'dxa'}),
      element('w:right', {'w:w': 100, 'w:type': 'dxa'}),
    ),
  ),
  element(
    'w:tblStylePr',
    {'w:type': 'firstRow'},
    element('w:rPr', {}, element('w:b')),
    element(
      'w:tcPr',
      {},
      element('w:tcBorders', {}, rule('w:bottom', 12, '0B0C0C')),
      element('w:shd', {'w:val': 'clear', 'w:color': 'auto', 'w:fill': 'F3F2F1'}),
    ),
  ),
)

const plainTable = element(
  'w:style',
  {'w:type': 'table', 'w:default': 1, 'w:styleId': 'TableNormal'},
  element('w:name', {'w:val': 'Normal Table'}),
  element('w:uiPriority', {'w:val': 99}),
  element('w:semiHidden'),
  element('w:unhideWhenUsed'),
  element('w:tblPr', {}, element('w:tblInd', {'w:w': 0, 'w:type': 'dxa'})),
)

/** The part `word/styles.xml`: Word's own names for headings, so that its outline, its contents and a screen reader know them. */
export function docxStyles(): string {
  return xmlPart(
    element(
      'w:styles',
      {'xmlns:w': namespace},
      defaults,
      element(
        'w:style',
        {'w:type': 'paragraph', 'w:default': 1, 'w:styleId': 'Normal'},
        element('w:name', {'w:val': 'Normal'}),
        element('w:qFormat'),
      ),
      Object.entries(looks).map(paragraphStyle),
      element(
        'w:style',
        {'w:type': 'character', 'w:styleId': 'Hyperlink'},
        element('w:name', {'w:val': 'Hyperlink'}),
        element('w:rPr', {}, element('w:color', {'w:val': '1A65A6'}), element('w:u', {'w:val': 'single'})),
      ),
      plainTable,
      tableStyle,
    ),
  )
}

/** The part `word/numbering.xml`: one bulleted list. */
export function docxNumbering(): string {
  return xmlPart(
    element(
      'w:numbering',
      {'xmlns:w': namespace},
      element(
        'w:abstractNum',
        {'w:abstractNumId': 0},
        element('w:multiLevelType', {'w:val': 'singleLevel'}),
        element(
          'w:lvl',
          {'w:ilvl': 0},
          element('w:start', {'w:val': 1}),
          element('w:numFmt', {'w:val': 'bullet'}),
          element('w:lvlText', {'w:val': '•'}),
          element('w:lvlJc', {'w:val': 'left'}),
          element('w:pPr', {}, element('w:ind', {'w:left': 360, 'w:hanging': 360})),
        ),
      ),
      element('w:num', {'w:numId': 1}, element('w:abstractNumId', {'w:val': 0})),
    ),
  )
}
