import {element, type Markup, xmlPart} from '@hedgerow/office'

/** The number of each style in the workbook's list of cell formats. */
export const xlsxStyle = {
  plain: 0,
  title: 1,
  about: 2,
  head: 3,
  text: 4,
  number: 5,
  date: 6,
  share: 7,
  link: 8,
} as const

const fonts: readonly Markup[] = [
  {size: 12, bold: false},
  {size: 18, bold: true},
  {size: 12, bold: true},
].map(({size, bold}) =>
  element('font', {}, bold ? element('b') : null, element('sz', {val: size}), element('name', {val: 'Arial'})),
)

const linkFont = element(
  'font',
  {},
  element('u'),
  element('sz', {val: 12}),
  element('color', {rgb: 'FF1A65A6'}),
  element('name', {val: 'Arial'}),
)

const band = element(
  'fill',
  {},
  element(
    'patternFill',
    {patternType: 'solid'},
    element('fgColor', {rgb: 'FFF3F2F1'}),
    element('bgColor', {indexed: 64}),
  ),
)

function border(bottom: readonly [style: string, colour: string] | null): Markup {
  const line =
    bottom === null ? element('bottom') : element('bottom', {style: bottom[0]}, element('color', {rgb: bottom[1]}))
  return element('border', {}, element('left'), element('right'), element('top'), line, element('diagonal'))
}

interface Look {
  readonly font?: number
  readonly fill?: number
  readonly border?: number
  readonly format?: number
  /** Whether words go on in the next line of the cell. */
  readonly wraps?: boolean
  /** Whether it stands at the right, off the next column. */
  readonly isRight?: boolean
}

const looks: Readonly<Record<keyof typeof xlsxStyle, Look>> = {
  plain: {},
  title: {font: 1},
  about: {},
  head: {font: 2, fill: 2, border: 2, wraps: true},
  text: {border: 1, wraps: true},
  number: {border: 1, isRight: true},
  date: {border: 1, format: 164, isRight: true},
  share: {border: 1, format: 165, isRight: true},
  link: {font: 3, border: 1},
}

function format({
  font = 0,
  fill = 0,
  border: edge = 0,
  format: number = 0,
  wraps = false,
  isRight = false,
}: Look): Markup {
  return element(
    'xf',
    {
      numFmtId: number,
      fontId: font,
      fillId: fill,
      borderId: edge,
      xfId: 0,
      applyNumberFormat: number > 0 ? 1 : null,
      applyFont: font > 0 ? 1 : null,
      applyFill: fill > 0 ? 1 : null,
      applyBorder: edge > 0 ? 1 : null,
      applyAlignment: 1,
    },
    element('alignment', {
      horizontal: isRight ? 'right' : null,
      vertical: 'top',
      wrapText: wraps ? 1 : null,
      indent: isRight ? 1 : null,
    }),
  )
}

const counted = (name: string, all: readonly Markup[]): Markup => element(name, {count: all.length}, all)

/** The part `xl/styles.xml`: Arial 12, a ruled table with a grey head; nothing is told by colour alone. */
export function xlsxStyles(): string {
  const none = element('fill', {}, element('patternFill', {patternType: 'none'}))
  const grey = element('fill', {}, element('patternFill', {patternType: 'gray125'}))
  return xmlPart(
    element(
      'styleSheet',
      {xmlns: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'},
      counted('numFmts', [
        element('numFmt', {numFmtId: 164, formatCode: 'dd/mm/yyyy'}),
        element('numFmt', {numFmtId: 165, formatCode: '0.0%'}),
      ]),
      counted('fonts', [...fonts, linkFont]),
      counted('fills', [none, grey, band]),
      counted('borders', [border(null), border(['thin', 'FFB1B4B6']), border(['medium', 'FF0B0C0C'])]),
      counted('cellStyleXfs', [element('xf', {numFmtId: 0, fontId: 0, fillId: 0, borderId: 0})]),
      counted('cellXfs', Object.values(looks).map(format)),
      counted('cellStyles', [element('cellStyle', {name: 'Normal', xfId: 0, builtinId: 0})]),
    ),
  )
}
