import {element, type Markup, xmlPart} from '@hedgerow/office'

/** The style of columns that are so many characters wide. */
export function widthStyle(width: number): string {
  return `w${width}`
}

/** Millimetres a character of Arial 12 takes, on the whole. */
const characterWidth = 2.55

const columnStyle = (width: number): Markup =>
  element(
    'style:style',
    {'style:name': widthStyle(width), 'style:family': 'table-column'},
    element('style:table-column-properties', {
      'style:column-width': `${Math.round(width * characterWidth * 10) / 10}mm`,
    }),
  )

interface Look {
  readonly format?: string
  readonly text?: Readonly<Record<string, string>>
  readonly cell?: Readonly<Record<string, string>>
}

const ruled = {'fo:border-bottom': '0.5pt solid #b1b4b6'}
const wrapped = {'fo:wrap-option': 'wrap'}
const right = {...ruled, 'fo:padding-right': '2mm'}

const looks: Readonly<Record<string, Look>> = {
  title: {text: {'fo:font-size': '18pt', 'fo:font-weight': 'bold'}},
  about: {},
  head: {
    text: {'fo:font-weight': 'bold'},
    cell: {...wrapped, 'fo:border-bottom': '1.5pt solid #0b0c0c', 'fo:background-color': '#f3f2f1'},
  },
  text: {cell: {...ruled, ...wrapped}},
  number: {cell: right},
  date: {cell: right, format: 'day-month-year'},
  share: {cell: right, format: 'per-cent'},
  link: {cell: ruled, text: {'fo:color': '#1a65a6', 'style:text-underline-style': 'solid'}},
}

const cellStyle = ([name, {format, text, cell}]: readonly [string, Look]): Markup =>
  element(
    'style:style',
    {
      'style:name': name,
      'style:family': 'table-cell',
      'style:parent-style-name': 'Default',
      'style:data-style-name': format,
    },
    element('style:table-cell-properties', {'style:vertical-align': 'top', ...cell}),
    text === undefined ? null : element('style:text-properties', text),
  )

const dateStyle = element(
  'number:date-style',
  {'style:name': 'day-month-year'},
  element('number:day', {'number:style': 'long'}),
  element('number:text', {}, '/'),
  element('number:month', {'number:style': 'long'}),
  element('number:text', {}, '/'),
  element('number:year', {'number:style': 'long'}),
)

const shareStyle = element(
  'number:percentage-style',
  {'style:name': 'per-cent'},
  element('number:number', {'number:decimal-places': 1, 'number:min-integer-digits': 1}),
  element('number:text', {}, '%'),
)

/** The styles that `content.xml` refers to; `widths` are those of its columns. */
export function odsAutomaticStyles(widths: readonly number[]): Markup {
  return element(
    'office:automatic-styles',
    {},
    dateStyle,
    shareStyle,
    widths.map(columnStyle),
    element(
      'style:style',
      {'style:name': 'row', 'style:family': 'table-row'},
      element('style:table-row-properties', {'style:use-optimal-row-height': 'true'}),
    ),
    element(
      'style:style',
      {'style:name': 'sheet', 'style:family': 'table', 'style:master-page-name': 'Default'},
      element('style:table-properties', {'table:display': 'true'}),
    ),
    Object.entries(looks).map(cellStyle),
  )
}

/** The part `styles.xml`: Arial 12 in British English, landscape pages. */
export function odsStyles(namespaces: Readonly<Record<string, string>>): string {
  return xmlPart(
    element(
      'office:document-styles',
      namespaces,
      element(
        'office:styles',
        {},
        element(
          'style:default-style',
          {'style:family': 'table-cell'},
          element('style:text-properties', {
            'fo:font-family': 'Arial',
            'fo:font-size': '12pt',
            'fo:language': 'en',
            'fo:country': 'GB',
          }),
        ),
        element('style:style', {'style:name': 'Default', 'style:family': 'table-cell'}),
      ),
      element(
        'office:automatic-styles',
        {},
        element(
          'style:page-layout',
          {'style:name': 'page'},
          element('style:page-layout-properties', {
            'fo:page-width': '297mm',
            'fo:page-height': '210mm',
            'style:print-orientation': 'landscape',
            'style:scale-to-X': 1,
            'style:scale-to-Y': 0,
          }),
        ),
      ),
      element(
        'office:master-styles',
        {},
        element('style:master-page', {'style:name': 'Default', 'style:page-layout-name': 'page'}),
      ),
    ),
  )
}
